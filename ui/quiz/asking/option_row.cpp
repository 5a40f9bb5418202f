// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/asking/option_row.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/marks/program_words.h"
#include "ui/drawing/marks/words_in_colour.h"

#include <QKeyEvent>
#include <QPainter>

namespace gatescope {

OptionRow::OptionRow(int number, const QString &words, bool isOneOfSeveral, QWidget *parent)
    : QAbstractButton(parent), m_number(number), m_words(words), m_isOneOfSeveral(isOneOfSeveral)
{
    setText(spokenWords(words)); // as screen readers say it
    setShortcut({});             // an ampersand in the words is no key
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("%1: %2").arg(number).arg(text()));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void OptionRow::setLook(const QuizLook &look)
{
    m_look = look;
    updateGeometry();
    update();
}

void OptionRow::setVerdict(bool isRight, const QString &why)
{
    m_right = isRight;
    m_why = why;
    setEnabled(false);
    const QString chosen = isChecked() ? tr("your answer, ") : QString();
    setAccessibleDescription(chosen + (isRight ? tr("right") : tr("wrong"))
                             + (why.isEmpty() ? QString() : ". " + spokenWords(why)));
    updateGeometry();
    update();
}

QFont OptionRow::wordsFont() const
{
    return interfaceFont(m_look.text(19), isChecked() || m_right == true ? QFont::DemiBold : QFont::Medium);
}

QFont OptionRow::whyFont() const
{
    return interfaceFont(m_look.text(15));
}

/// Letters have their hues unless it is a wrong one that nobody chose.
QString OptionRow::rich(const QString &words) const
{
    return colouredWords(withCode(words), *m_look.theme, m_right != false || isChecked());
}

double OptionRow::wordsLeft() const
{
    return m_look.scaled(14) + keySize() + m_look.scaled(12);
}

double OptionRow::keySize() const
{
    return m_look.text(15) * 1.75;
}

double OptionRow::wordsWidth(int width) const
{
    return std::max(40.0, width - wordsLeft() - m_look.scaled(52));
}

QSize OptionRow::sizeHint() const
{
    const int width = m_look.scaled(560);
    return {width, heightForWidth(width)};
}

int OptionRow::heightForWidth(int width) const
{
    double height = wordsHeight(rich(m_words), interfaceFont(m_look.text(19), QFont::DemiBold), wordsWidth(width));
    if (!m_why.isEmpty())
        height += m_look.scaled(4) + wordsHeight(rich(m_why), whyFont(), wordsWidth(width));
    return qCeil(height + 2 * padding());
}

void OptionRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QAbstractButton::keyPressEvent(event);
    if (isChecked() || m_isOneOfSeveral)
        emit submitted();
    else
        click();
}

void OptionRow::resizeEvent(QResizeEvent *)
{
    setMinimumHeight(heightForWidth(width()));
}

/// A square where several may be right, a circle where one is.
void OptionRow::drawKey(QPainter &painter, const QRectF &box) const
{
    const Theme &theme = *m_look.theme;
    painter.setPen(QPen(isChecked() ? theme.ink : theme.ink3, isChecked() ? 2 : 1.3));
    painter.setBrush(isChecked() ? QBrush(theme.ink) : QBrush(Qt::NoBrush));
    const double radius = m_isOneOfSeveral ? 5 : box.height() / 2;
    painter.drawRoundedRect(box, radius, radius);
    const double pixels = m_look.text(15);
    drawText(painter, {box.center().x(), box.center().y() + pixels * 0.36}, QString::number(m_number),
             numberFont(pixels, QFont::DemiBold), isChecked() ? theme.paper : theme.ink2, Align::centre);
}

void OptionRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = *m_look.theme;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    const bool isStrong = isChecked() || m_right == true;
    painter.setPen(QPen(isStrong ? theme.ink : theme.line, isStrong ? 2 : 1));
    painter.setBrush(underMouse() && isEnabled() ? theme.wash : theme.panel);
    painter.drawRoundedRect(box, 10, 10);
    const double key = keySize(), top = padding();
    const double line = paragraphHeight(QStringLiteral("x"), wordsFont(), 100);
    drawKey(painter, {double(m_look.scaled(14)), top + (line - key) / 2, key, key});
    const bool isFaint = m_right == false && !isChecked();
    const double height = drawWords(painter, {wordsLeft(), top}, rich(m_words), wordsFont(),
                                    isFaint ? theme.ink2 : theme.ink, wordsWidth(width()));
    if (!m_why.isEmpty())
        drawWords(painter, {wordsLeft(), top + height + m_look.scaled(4)}, rich(m_why), whyFont(), theme.ink2,
                  wordsWidth(width()));
    if (m_right && (*m_right || isChecked()))
        drawSign(painter, {box.right() - m_look.scaled(24), top + line / 2},
                 *m_right ? QStringLiteral("✓") : QStringLiteral("✕"), m_look.text(20), theme.ink);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setPen(QPen(theme.of(Role::state).text, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 8, 8);
    }
}

} // namespace gatescope
