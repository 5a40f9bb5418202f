// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/round/ladder_panel.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks/marks.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace gatescope {

namespace {

QString wordsOf(Level level)
{
    static const char *const words[]{QT_TRANSLATE_NOOP("gatescope", "easy"), QT_TRANSLATE_NOOP("gatescope", "medium"),
                                     QT_TRANSLATE_NOOP("gatescope", "hard")};
    return QCoreApplication::translate("gatescope", words[static_cast<int>(level)]);
}

} // namespace

LadderPanel::LadderPanel(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Ladder"));
}

void LadderPanel::setLook(const QuizLook &look)
{
    m_look = look;
    update();
}

void LadderPanel::setRound(const QuizRound &round)
{
    m_ladder = round.ladder();
    m_number = round.number();
    m_score = tr("%1 of %2 right").arg(round.right()).arg(round.answered());
    QStringList words{m_score};
    for (std::size_t i = 0; i < m_ladder.size(); ++i)
        words += tr("%1, %2: %3, %4")
                     .arg(i + 1)
                     .arg(m_ladder[i].title, wordsOf(m_ladder[i].level),
                          m_ladder[i].right        ? *m_ladder[i].right ? tr("right") : tr("wrong")
                                     : int(i) == m_number ? tr("asked now")
                              : int(i) < m_number  ? tr("left out")
                                                   : tr("still to come"));
    setAccessibleDescription(words.join(QStringLiteral(". ")));
    update();
}

void LadderPanel::paintEvent(QPaintEvent *)
{
    const Theme &theme = *m_look.theme;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double top = m_look.text(20);
    drawText(painter, {0, top}, tr("Ladder"), interfaceFont(m_look.text(20), QFont::DemiBold), theme.ink);
    drawText(painter, {double(width()), top}, m_score, interfaceFont(m_look.text(17)), theme.ink2, Align::right);
    const int rungs = int(m_ladder.size());
    if (rungs == 0)
        return;
    const double first = top * 2.6;
    const double pitch = std::min(double(m_look.scaled(52)), (height() - first) / rungs);
    const double x = m_look.scaled(16), bottom = first + (rungs - 0.5) * pitch;
    painter.setPen(QPen(theme.line, 2));
    painter.drawLine(QPointF(x, bottom), QPointF(x, first + 0.5 * pitch));
    for (int i = 0; i < rungs; ++i)
        drawRung(painter, {x, bottom - i * pitch}, i, pitch);
}

void LadderPanel::drawRung(QPainter &painter, const QPointF &at, int index, double pitch) const
{
    const Theme &theme = *m_look.theme;
    const Rung &rung = m_ladder[std::size_t(index)];
    const bool isNow = index == m_number;
    const double radius = std::min(pitch * 0.36, double(m_look.scaled(isNow ? 13 : 11)));
    painter.setPen(QPen(isNow || rung.right ? theme.ink : theme.ink3, isNow ? 3 : 2));
    painter.setBrush(rung.right == true ? theme.ink : theme.panel);
    painter.drawEllipse(at, radius, radius);
    if (rung.right)
        drawSign(painter, at, *rung.right ? QStringLiteral("✓") : QStringLiteral("✕"), radius * 1.25,
                 *rung.right ? theme.panel : theme.ink);
    const double pixels = std::min(m_look.text(16), std::max(11.0, pitch * 0.62));
    const double baseline = at.y() + pixels * 0.36, left = at.x() + m_look.scaled(26);
    // The level stands where it changes, on the lowest rung that has it; what returns says so instead.
    const bool begins = index == 0 || m_ladder[std::size_t(index) - 1].level != rung.level;
    const QString note = rung.returns ? tr("again") : begins ? wordsOf(rung.level) : QString();
    double right = width();
    if (!note.isEmpty())
        right -= drawText(painter, {right, baseline}, note, interfaceFont(std::max(11.0, pixels * 0.85)), theme.ink2,
                          Align::right)
            + m_look.scaled(10);
    const QFont font = interfaceFont(pixels, isNow ? QFont::DemiBold : QFont::Normal);
    const QColor ink = isNow ? theme.ink : theme.ink2;
    if (const double high = paragraphHeight(rung.title, font, right - left); high > 1.8 * pixels && high <= pitch) {
        drawParagraph(painter, {left, at.y() - high / 2}, rung.title, font, ink, right - left);
        return;
    }
    const QString title = QFontMetricsF(font).elidedText(rung.title, Qt::ElideRight, right - left);
    drawText(painter, {left, baseline}, title, font, ink);
}

} // namespace gatescope
