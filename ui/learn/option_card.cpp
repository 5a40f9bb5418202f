// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/option_card.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/marks/program_words.h"
#include "ui/drawing/marks/words_in_colour.h"
#include "ui/learn/small_letters.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace gatescope {

namespace {

constexpr int side = 14;
constexpr double keyWidth = 1.5; ///< in letters' heights
constexpr double whyScale = 0.87;
constexpr double codeScale = 0.92;

} // namespace

OptionCard::OptionCard(int number, const QString &words, QWidget *parent)
    : QAbstractButton(parent), m_number(number), m_words(words)
{
    sayWords();
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    describeIt();
}

void OptionCard::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_pixels = pixels;
    updateGeometry();
    update();
}

void OptionCard::setCode(bool code)
{
    m_isCode = code;
    sayWords();
    describeIt();
    updateGeometry();
}

/// As screen readers say it; code stays as it is.
void OptionCard::sayWords()
{
    setText(m_isCode ? m_words : spokenWords(m_words));
}

QString OptionCard::rich(const QString &words) const
{
    return colouredWords(withCode(words), *m_theme);
}

QFont OptionCard::wordsFont() const
{
    return m_isCode ? numberFont(codeScale * m_pixels) : interfaceFont(m_pixels);
}

void OptionCard::setGuess(bool guess)
{
    m_isGuess = guess;
    describeIt();
    update();
}

void OptionCard::reveal(Mark mark, const QString &why)
{
    m_mark = mark;
    m_why = why;
    setCursor(Qt::ArrowCursor);
    describeIt();
    updateGeometry();
    update();
}

void OptionCard::describeIt()
{
    const QString mark = m_mark == Mark::right ? tr(", right") : m_mark == Mark::wrong ? tr(", wrong") : QString();
    setAccessibleName(tr("Option %1: %2%3").arg(m_number).arg(text(), mark));
    setAccessibleDescription((m_isGuess ? tr("Your guess.") + ' ' : QString()) + spokenWords(m_why));
}

int OptionCard::above() const
{
    return m_pixels < smallLetters ? 8 : 10;
}

double OptionCard::wordsWidth(int width) const
{
    return width - 2 * side - 2 * keyWidth * m_pixels; // the key at the left, the mark at the right
}

int OptionCard::heightForWidth(int width) const
{
    double height = m_isCode ? paragraphHeight(text(), wordsFont(), wordsWidth(width))
                             : wordsHeight(rich(m_words), wordsFont(), wordsWidth(width));
    if (!m_why.isEmpty())
        height += 3 + wordsHeight(rich(m_why), interfaceFont(whyScale * m_pixels), wordsWidth(width));
    return int(std::ceil(height)) + 2 * above();
}

QSize OptionCard::sizeHint() const
{
    return {m_laidOut, heightForWidth(m_laidOut)};
}

QList<QRectF> OptionCard::lines() const
{
    QList<QRectF> lines;
    const auto add = [&](double top, double height, const QFont &font) {
        const double high = QFontMetricsF(font).lineSpacing();
        for (double line = top; line + 0.5 * high < top + height; line += high)
            lines.append(QRectF(0, line, width(), high));
        return top + height;
    };
    const QFont small = interfaceFont(whyScale * m_pixels);
    const double wide = wordsWidth(width());
    const double used = add(
        above(), m_isCode ? paragraphHeight(text(), wordsFont(), wide) : wordsHeight(rich(m_words), wordsFont(), wide),
        wordsFont());
    if (!m_why.isEmpty())
        add(used + 3, wordsHeight(rich(m_why), small, wide), small);
    return lines;
}

/// What is asked for depends on the width that it has got.
void OptionCard::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    if (m_laidOut == width())
        return;
    m_laidOut = width();
    updateGeometry();
}

void OptionCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool byKeyboard = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    const double line = m_isGuess || byKeyboard ? 2 : 1;
    painter.setPen(QPen(byKeyboard ? m_theme->of(Role::state).text : m_isGuess ? m_theme->ink : m_theme->line, line));
    painter.setBrush(underMouse() && m_mark == Mark::none ? m_theme->wash : m_theme->panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), 10, 10);

    const double left = side + keyWidth * m_pixels, wide = wordsWidth(width());
    const QFont words = wordsFont(), small = interfaceFont(whyScale * m_pixels);
    drawText(painter, {double(side), above() + m_pixels}, QString::number(m_number), numberFont(whyScale * m_pixels),
             m_theme->ink2);
    const QPointF first(left, above());
    const double used = m_isCode ? drawParagraph(painter, first, text(), words, m_theme->ink, wide)
                                 : drawWords(painter, first, rich(m_words), words, m_theme->ink, wide);
    if (!m_why.isEmpty())
        drawWords(painter, {left, above() + used + 3}, rich(m_why), small, m_theme->ink2, wide);
    if (m_mark == Mark::none)
        return;
    const QPointF at(width() - side - 0.55 * m_pixels, above() + 0.62 * m_pixels);
    const double reach = 0.34 * m_pixels;
    QPainterPath sign;
    if (m_mark == Mark::right) {
        sign.moveTo(at + QPointF(-reach, 0));
        sign.lineTo(at + QPointF(-0.25 * reach, 0.75 * reach));
        sign.lineTo(at + QPointF(reach, -0.75 * reach));
    } else {
        sign.moveTo(at + QPointF(-0.7 * reach, -0.7 * reach));
        sign.lineTo(at + QPointF(0.7 * reach, 0.7 * reach));
        sign.moveTo(at + QPointF(0.7 * reach, -0.7 * reach));
        sign.lineTo(at + QPointF(-0.7 * reach, 0.7 * reach));
    }
    drawWire(painter, sign, m_mark == Mark::right ? m_theme->ink : m_theme->ink3, 2);
}

} // namespace gatescope
