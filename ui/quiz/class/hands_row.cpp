// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/class/hands_row.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/marks/program_words.h"
#include "ui/drawing/marks/words_in_colour.h"

#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QSpinBox>

namespace gatescope {

namespace {
constexpr double wordPixels = 20; ///< pixels before the scale
}

HandsRow::HandsRow(int number, const QString &text, QWidget *parent)
    : QWidget(parent), m_number(number), m_words(text), m_hands(new QSpinBox(this))
{
    setAccessibleName(tr("%1: %2").arg(number).arg(spokenWords(text)));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_hands->setRange(0, 9999); // with the phones' answers
    m_hands->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_hands->setAlignment(Qt::AlignCenter);
    m_hands->setStyleSheet(
        QStringLiteral("QSpinBox { padding: 0; min-height: 0; }")); // it has no arrows to make room for
    m_hands->setAccessibleName(tr("Hands for answer %1").arg(number));
    connect(m_hands, &QSpinBox::valueChanged, this, &HandsRow::handsTyped);
}

void HandsRow::setLook(const QuizLook &look)
{
    m_look = look;
    m_hands->setFont(numberFont(look.text(wordPixels), QFont::DemiBold));
    m_hands->setFixedSize(look.scaled(84), look.scaled(40));
    updateGeometry();
    update();
}

void HandsRow::setHands(int hands)
{
    const QSignalBlocker quiet(m_hands);
    m_hands->setValue(hands);
}

void HandsRow::reveal(bool isRight, double share)
{
    m_right = isRight;
    m_share = share;
    m_hands->setReadOnly(true);
    m_hands->setFocusPolicy(Qt::NoFocus);
    setAccessibleDescription((isRight ? tr("right") : tr("wrong")) + QStringLiteral(", ")
                             + tr("hands: %1").arg(m_hands->value()));
    update();
}

double HandsRow::wordsWidth(int width) const
{
    return std::max(60.0, width - wordsLeft() - m_look.scaled(150));
}

int HandsRow::heightForWidth(int width) const
{
    const double text = wordsHeight(colouredWords(withCode(m_words), *m_look.theme),
                                    interfaceFont(m_look.text(wordPixels), QFont::DemiBold), wordsWidth(width));
    return qCeil(std::max(text, double(m_look.scaled(40)))) + m_look.scaled(14);
}

QSize HandsRow::sizeHint() const
{
    return {m_look.scaled(600), heightForWidth(m_look.scaled(600))};
}

void HandsRow::resizeEvent(QResizeEvent *)
{
    setMinimumHeight(heightForWidth(width()));
    m_hands->move(width() - m_hands->width() - m_look.scaled(8), (height() - m_hands->height()) / 2);
}

void HandsRow::mousePressEvent(QMouseEvent *event)
{
    emit raised(event->button() == Qt::RightButton ? -1 : 1);
}

void HandsRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = *m_look.theme;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(2, 2, -2, -2);
    painter.setPen(QPen(m_right == true ? theme.ink : theme.line, m_right == true ? 4 : 1.5));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(box, 10, 10);
    if (m_right && m_share > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(blended(theme.ink, 0.14, theme.panel));
        painter.drawRoundedRect(QRectF(box.left() + 2, box.top() + 2, (box.width() - 4) * m_share, box.height() - 4), 8,
                                8);
    }
    const double pixels = m_look.text(wordPixels);
    const QColor ink = m_right == false ? theme.ink2 : theme.ink;
    const QString mark = !m_right ? QString::number(m_number) : *m_right ? QStringLiteral("✓") : QStringLiteral("✕");
    drawText(painter, {double(m_look.scaled(28)), box.center().y() + pixels * 0.36}, mark,
             m_right ? interfaceFont(pixels * 1.15, QFont::Bold) : numberFont(pixels, QFont::DemiBold), ink,
             Align::centre);
    const QFont font = interfaceFont(pixels, m_right == true ? QFont::DemiBold : QFont::Medium);
    const QString rich = colouredWords(withCode(m_words), theme, m_right != false);
    const double height = wordsHeight(rich, font, wordsWidth(width()));
    drawWords(painter, {wordsLeft(), box.center().y() - height / 2}, rich, font, ink, wordsWidth(width()));
}

} // namespace gatescope
