// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/sample_result.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/marks.h"
#include "ui/plots/curve.h"
#include "ui/train/answer_range.h"
#include "ui/train/forecast_drawing.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

void SampleResult::draw(QPainter &painter, const QRectF &area) const
{
    m_sample.written.empty() ? drawRows(painter, area) : drawWritten(painter, area);
}

QString SampleResult::countInWords() const
{
    if (m_sample.forecast)
        return Words::tr("off by %1").arg(ownNumber(m_sample.forecast->error, m_sample.forecast->error));
    const int right = int(std::lround(m_sample.right * m_sample.asked));
    return Words::tr("%1 of %2").arg(right).arg(m_sample.asked);
}

QString SampleResult::countMeans() const
{
    if (m_sample.forecast)
        return m_words.outputs.isEmpty() ? Words::tr("root mean square")
                                         : Words::tr("%1, root mean square").arg(m_words.outputs.constFirst());
    return m_sample.tolerance > 0 ? Words::tr("answers within %1 of the truth").arg(m_sample.tolerance, 0, 'g', 2)
                                  : Words::tr("answers right");
}

void SampleResult::drawRows(QPainter &painter, const QRectF &area) const
{
    const std::vector<Line> said = lines();
    double widest = 0;
    for (const Line &line : said)
        widest = std::max(widest, textWidth(line.inShort.isEmpty() ? line.text : line.inShort, line.font));
    // The words come first: the scatter takes what room they leave it.
    double left = area.left();
    const double gap = m_look.scaled(16);
    const double side = std::min(area.height() - 10, area.width() - std::min(widest, area.width() * 0.7) - gap - 2);
    if (!m_sample.answers.empty() && side >= m_look.scaled(32)) {
        drawScatter(painter, QRectF(area.left() + 2, area.top() + 2, side, side));
        left += side + 2 + gap;
    }
    const double room = area.right() - left;
    double y = area.top() + m_look.pixels * 2;
    for (const Line &line : said) {
        const bool hasRoom = line.inShort.isEmpty() || textWidth(line.text, line.font) <= room;
        drawText(painter, {left, y},
                 QFontMetricsF(line.font).elidedText(hasRoom ? line.text : line.inShort, Qt::ElideRight, room),
                 line.font, line.colour);
        y += m_look.pixels * 1.6;
    }
}

/// From the top down.
std::vector<SampleResult::Line> SampleResult::lines() const
{
    const Theme &theme = *m_look.theme;
    const double pixels = m_look.pixels;
    const QFont usual = interfaceFont(pixels * 1.05), bold = interfaceFont(pixels * 1.05, QFont::DemiBold);
    std::vector<Line> lines{
        {countInWords(), {}, interfaceFont(pixels * 1.8, QFont::DemiBold), theme.ink},
        {countMeans(),
         m_sample.tolerance > 0 ? Words::tr("within %1 of the truth").arg(m_sample.tolerance, 0, 'g', 2) : QString(),
         usual, theme.ink2}};
    if (const auto &forecast = m_sample.forecast) {
        const double share = forecast->persistence > 0 ? forecast->error / forecast->persistence - 1 : 0;
        const QString number = ownNumber(forecast->persistence, forecast->persistence);
        lines.push_back({Words::tr("persistence, the next value is this one: off by %1").arg(number),
                         Words::tr("persistence: off by %1").arg(number), usual, theme.ink2});
        lines.push_back({share < 0 ? Words::tr("%1 % better than persistence").arg(qRound(-100 * share))
                                   : Words::tr("%1 % worse than persistence").arg(qRound(100 * share)),
                         {},
                         bold,
                         theme.ink});
        return lines;
    }
    if (!m_sample.answers.empty()) {
        double largest = 0;
        for (const TrainingSample::Answer &each : m_sample.answers)
            largest = std::max(largest, std::abs(each.answer - each.truth));
        const QString number = decimals(largest, 3);
        lines.push_back({Words::tr("answer against truth, largest error %1").arg(number),
                         Words::tr("largest error %1").arg(number), usual, theme.ink2});
    }
    lines.push_back({Words::tr("solved means: %1").arg(m_words.solvedMeans),
                     Words::tr("solved: %1").arg(m_words.solvedMeans), usual, theme.ink2});
    return lines;
}

void SampleResult::drawScatter(QPainter &painter, const QRectF &area) const
{
    const Theme &theme = *m_look.theme;
    const AnswerRange range = truthRange(m_sample);
    const QFont small = interfaceFont(m_look.pixels * 0.92);
    const bool isNamed = area.height() >= m_look.pixels * 5;
    const QRectF box = isNamed ? area.adjusted(m_look.pixels * 1.2, 0, 0, -m_look.pixels * 1.45) : area;
    const auto place = [&](double truth, double answer) {
        const auto share = [&](double value) { return std::clamp(range.share(value), -0.02, 1.02); };
        return QPointF(box.left() + box.width() * share(truth), box.bottom() - box.height() * share(answer));
    };
    const double scale = penScale(m_look.pixels);
    painter.setPen(QPen(theme.ink3, scale));
    painter.drawLine(box.bottomLeft(), box.bottomRight());
    painter.drawLine(box.bottomLeft(), box.topLeft());
    painter.setPen(QPen(theme.ink3, scale, Qt::DashLine));
    painter.drawLine(place(range.low, range.low), place(range.high, range.high));
    painter.setPen(Qt::NoPen);
    painter.setBrush(blended(theme.wire(Role::gradient), 0.75, theme.paper));
    for (const TrainingSample::Answer &each : m_sample.answers)
        painter.drawEllipse(place(each.truth, each.answer), 2.2 * scale, 2.2 * scale);
    if (!isNamed)
        return;
    const QString truth = Words::tr("truth"), low = chartNumber(range.low), high = chartNumber(range.high);
    const double base = area.bottom() - m_look.pixels * 0.25;
    drawText(painter, {box.center().x(), base}, truth, small, theme.ink2, Align::centre);
    const double room = (box.width() - textWidth(truth, small)) / 2 - 4;
    if (textWidth(low, small) <= room && textWidth(high, small) <= room) {
        drawText(painter, {box.left(), base}, low, small, theme.ink2);
        drawText(painter, {box.right(), base}, high, small, theme.ink2, Align::right);
    }
    painter.save();
    painter.translate(box.left() - m_look.pixels * 0.35, box.center().y());
    painter.rotate(-90);
    drawText(painter, {}, Words::tr("answer"), small, theme.ink2, Align::centre);
    painter.restore();
}

void SampleResult::drawWritten(QPainter &painter, const QRectF &area) const
{
    const Theme &theme = *m_look.theme;
    const QFont usual = interfaceFont(m_look.pixels * 1.05);
    const QString count = countInWords() + u' ' + countMeans();
    const QString all = Words::tr("it reads the pale letters and goes on · %1").arg(count);
    drawText(painter, {area.left(), area.top() + m_look.pixels * 1.2},
             textWidth(all, usual) <= area.width() ? all : count, usual, theme.ink2);
    // What was read stands pale before what is written, letter by letter in a face in which all are equally wide.
    const QString prompt = QString::fromStdString(m_sample.prompt),
                  whole = prompt + QString::fromStdString(m_sample.written);
    const QFont font = numberFont(m_look.pixels);
    const double width = textWidth(QStringLiteral("m"), font), height = m_look.pixels * 1.45;
    const int inLine = std::max(1, int(area.width() / width));
    for (int i = 0; i < whole.size(); ++i) {
        const double y = area.top() + m_look.pixels * 2.9 + i / inLine * height;
        if (y > area.bottom())
            break;
        drawText(painter, {area.left() + i % inLine * width, y},
                 whole[i] == u'\n' ? QStringLiteral("↵") : QString(whole[i]), font,
                 i < prompt.size() ? theme.ink3 : theme.ink);
    }
}

} // namespace gatescope
