// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/charts_veil.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks/marks.h"

#include <QPainter>

namespace gatescope {

ChartsVeil::ChartsVeil(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void ChartsVeil::setLook(const TrainLook &look)
{
    m_look = look;
    update();
}

void ChartsVeil::cover(const QRect &charts, const QString &sentence)
{
    m_sentence = sentence;
    setGeometry(charts);
    setVisible(!sentence.isEmpty());
    raise();
    update();
}

void ChartsVeil::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor paper = m_look.theme->paper;
    paper.setAlphaF(0.66f);
    painter.fillRect(rect(), paper);
    const QFont font = interfaceFont(m_look.pixels * 1.2, QFont::DemiBold);
    const double width = textWidth(m_sentence, font) + m_look.scaled(32), height = m_look.scaled(40);
    const QRectF plate(std::max(0.0, (this->width() - width) / 2), this->height() * 0.45 - height / 2, width, height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_look.theme->line, 1));
    painter.setBrush(m_look.theme->panel);
    painter.drawRoundedRect(plate, 8, 8);
    drawText(painter, {plate.center().x(), plate.center().y() + m_look.pixels * 0.4}, m_sentence, font,
             m_look.theme->ink, Align::centre);
}

} // namespace gatescope
