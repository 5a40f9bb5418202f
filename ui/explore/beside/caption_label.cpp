// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/beside/caption_label.h"

#include <QEvent>

namespace gatescope {

CaptionLabel::CaptionLabel(const QString &words, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setWords(words);
}

void CaptionLabel::setWords(const QString &words)
{
    m_words = words;
    setAccessibleName(words);
    cut();
}

QSize CaptionLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'…'), QLabel::minimumSizeHint().height()};
}

void CaptionLabel::cut()
{
    const QString shown = fontMetrics().elidedText(m_words, Qt::ElideRight, width());
    setText(shown);
    setToolTip(shown == m_words ? QString() : m_words);
}

bool CaptionLabel::event(QEvent *event)
{
    const bool isHandled = QLabel::event(event);
    if (event->type() == QEvent::FontChange)
        cut();
    return isHandled;
}

void CaptionLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    cut();
}

} // namespace gatescope
