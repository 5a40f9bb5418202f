// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/words_label.h"

#include "ui/drawing/marks/program_words.h"
#include "ui/drawing/marks/words_in_colour.h"

#include <QPainter>

#include <cmath>

namespace gatescope {

WordsLabel::WordsLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WordsLabel::setWords(const QString &words)
{
    m_words = words;
    setText(spokenWords(words));
    updateGeometry();
    update();
}

void WordsLabel::setLook(const Theme &theme, const QFont &font, bool quiet)
{
    m_theme = &theme;
    m_isQuiet = quiet;
    setFont(font);
    updateGeometry();
    update();
}

QString WordsLabel::rich() const
{
    return colouredWords(withCode(m_words), *m_theme, !m_isQuiet)
        .replace(u'\n', QStringLiteral("<br>"))
        .replace(QStringLiteral("  "), QStringLiteral("&nbsp; ")); // behind an option's letter
}

int WordsLabel::heightForWidth(int width) const
{
    return m_words.isEmpty() ? 0 : int(std::ceil(wordsHeight(rich(), font(), width)));
}

QSize WordsLabel::sizeHint() const
{
    return {m_laidOut, heightForWidth(m_laidOut)};
}

/// A label that nobody has laid out yet has some width or other, in which it would be too high.
void WordsLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    if (m_laidOut == width())
        return;
    m_laidOut = width();
    updateGeometry();
}

QSize WordsLabel::minimumSizeHint() const
{
    return {80, fontMetrics().height()};
}

void WordsLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawWords(painter, {0, 0}, rich(), font(), m_isQuiet ? m_theme->ink2 : m_theme->ink, width());
}

} // namespace gatescope
