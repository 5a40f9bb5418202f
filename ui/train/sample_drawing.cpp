// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/sample_drawing.h"

#include "ui/common/contrast.h"
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/marks.h"
#include "ui/plots/curve.h"
#include "ui/plots/label_places.h"
#include "ui/train/answer_range.h"
#include "ui/train/forecast_drawing.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace gatescope {

namespace {

/// Words that stand over curves: on a piece of paper.
void drawOver(QPainter &painter, const QPointF &at, const QString &text, const QFont &font, const QColor &colour,
              Align align, const QColor &paper)
{
    const double width = textWidth(text, font), height = font.pixelSize();
    const double left = at.x() - (align == Align::right ? width : align == Align::centre ? width / 2 : 0);
    QColor cover = paper;
    cover.setAlphaF(0.95f);
    painter.fillRect(QRectF(left - 2, at.y() - height * 0.9, width + 4, height * 1.15), cover);
    drawText(painter, at, text, font, colour, align);
}

/// Where the name of a curve may stand that begins or ends here: as near as can be, then farther along it and farther
/// from it.
std::vector<QRectF> placesBeside(const QPointF &end, const QSizeF &size, double gap, bool isAtLeft, bool isAbove,
                                 const QRectF &room)
{
    std::vector<QRectF> places;
    const double way = std::max(0.0, room.width() - size.width());
    const auto addAt = [&](double top, std::initializer_list<double> shares) {
        if (top < room.top() || top + size.height() > room.bottom())
            return;
        for (const double share : shares)
            places.push_back({{room.left() + way * (isAtLeft ? share : 1 - share), top}, size});
    };
    for (int lines = 0; lines < 6; ++lines)
        for (const bool above : {isAbove, !isAbove}) {
            const double off = gap + lines * size.height() / 2;
            addAt(above ? end.y() - off - size.height() : end.y() + off, {0.0, 0.12, 0.25, 0.4, 0.55});
        }
    // In little room anywhere, rather than nowhere.
    for (const double top : {room.top(), room.bottom() - size.height()})
        addAt(top, {0.0, 0.12, 0.25, 0.4, 0.55, 0.7, 0.85, 1.0});
    return places;
}

int markInput(const SampleWords &words)
{
    return int(words.inputs.indexOf(QStringLiteral("mark")));
}

} // namespace

std::vector<int> markedSteps(const TrainingSample &sample, const SampleWords &words)
{
    const int mark = markInput(words);
    std::vector<int> steps;
    for (int t = 0; mark >= 0 && t < sample.trace->length(0); ++t)
        if (sample.shown->batch.x(t, 0, mark) > 0.5)
            steps.push_back(t);
    return steps;
}

void SampleDrawing::draw(QPainter &painter, const QRectF &area) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hasGates = !std::ranges::all_of(describe(m_sample.trace->spec.cell).recorded,
                                               [](Part part) { return describe(part).range != Range::gate; });
    const double gap = m_look.scaled(10), left = m_look.scaled(m_sample.forecast ? 44 : 30);
    const QRectF inner = area.adjusted(left, 0, -2, 0);
    const double room = inner.height() - 2 * gap;
    const double input = room * (m_sample.forecast ? 0.36 : 0.26);
    const double gates = hasGates ? room * (m_sample.forecast ? 0.26 : 0.34) : 0;
    drawInput(painter, QRectF(inner.left(), inner.top(), inner.width(), input));
    if (hasGates)
        drawGates(painter, QRectF(inner.left(), inner.top() + input + gap, inner.width(), gates));
    const std::vector<int> marked = markedSteps(m_sample, m_words);
    QPen dotted(m_look.theme->wire(Role::input), 1.5 * penScale(m_look.pixels), Qt::CustomDashLine);
    dotted.setDashPattern({1.5, 2});
    painter.setPen(dotted);
    for (const int step : marked)
        painter.drawLine(QPointF(placeOf(inner, step), inner.top() + input),
                         QPointF(placeOf(inner, step), inner.bottom() - m_look.pixels * 1.6));
    const double answerTop = inner.top() + input + gates + 2 * gap; // its words stand over the lines
    drawAnswer(painter, QRectF(inner.left(), answerTop, inner.width(), inner.bottom() - answerTop));
}

void SampleDrawing::drawInput(QPainter &painter, const QRectF &area) const
{
    if (markInput(m_words) >= 0)
        return drawBars(painter, area);
    const std::vector<int> symbols = inputSymbols();
    symbols.empty() ? ForecastDrawing(m_sample, m_words, m_look).drawInputs(painter, area)
                    : drawSymbols(painter, area, m_words.inputs, symbols);
}

/// Which symbol each step reads; empty where it reads numbers.
std::vector<int> SampleDrawing::inputSymbols() const
{
    const Batch &batch = m_sample.shown->batch;
    if (!batch.embeddingRows.empty())
        return batch.embeddingRows.front();
    std::vector<int> symbols;
    if (m_words.inputs.size() != batch.x.units() || batch.x.units() < 2)
        return {};
    for (int t = 0; t < steps(); ++t) {
        const Vector x = batch.x.at(t, 0);
        Eigen::Index one = 0;
        if (x.maxCoeff(&one) != 1 || x.cwiseAbs().sum() != 1)
            return {};
        symbols.push_back(int(one));
    }
    return symbols;
}

void SampleDrawing::drawBars(QPainter &painter, const QRectF &area) const
{
    const Theme &theme = *m_look.theme;
    const TimeArray &x = m_sample.shown->batch.x;
    const int mark = markInput(m_words), value = 1 - mark;
    const double top = area.top() + m_look.pixels * 1.6, width = area.width() / steps();
    const auto barOf = [&](int t) {
        const double height = (area.bottom() - top) * std::clamp(x(t, 0, value), 0.0, 1.0);
        return QRectF(area.left() + t * width + width * 0.12, area.bottom() - height, width * 0.76, height);
    };
    const auto isMarked = [&](int t) { return x(t, 0, mark) > 0.5; };
    const double pale = losesWhatIsPale(theme) ? 0.5 : 0.24;
    for (int t = 0; t < steps(); ++t)
        painter.fillRect(barOf(t), blended(theme.of(Role::input).hue, isMarked(t) ? 1 : pale, theme.paper));
    const QFont font = interfaceFont(m_look.pixels * 1.05, QFont::DemiBold);
    for (int t = 0; t < steps(); ++t)
        if (isMarked(t)) // a number may reach over the bars beside its own
            drawOver(painter, {barOf(t).center().x(), barOf(t).top() - 5}, onStage(x(t, 0, value)), font,
                     theme.of(Role::input).text, Align::centre, theme.paper);
    painter.setPen(theme.ink3);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
}

void SampleDrawing::drawSymbols(QPainter &painter, const QRectF &area, const QStringList &symbols,
                                const std::vector<int> &row) const
{
    const Theme &theme = *m_look.theme;
    const double width = area.width() / steps();
    QStringList shown;
    double widest = 1;
    for (int t = 0; t < steps(); ++t) {
        shown.append(symbols.value(row[std::size_t(t)]).replace(u' ', u'␣').replace(u'\n', u'↵'));
        widest = std::max(widest, textWidth(shown.back(), numberFont(10)) / 10);
    }
    const double pixels = std::clamp(width * 0.92 / widest, 4.0, m_look.pixels * 1.4);
    for (int t = 0; t < steps(); ++t) {
        const QRectF cell(area.left() + t * width + 0.5, area.center().y() - pixels * 0.9, std::max(1.0, width - 1),
                          pixels * 1.8);
        painter.fillRect(cell, blended(theme.of(Role::input).hue, 0.22, theme.paper));
        if (pixels > 5)
            drawText(painter, {cell.center().x(), cell.center().y() + pixels * 0.36}, shown[t], numberFont(pixels),
                     theme.of(Role::input).text, Align::centre);
    }
}

void SampleDrawing::drawGates(QPainter &painter, const QRectF &area) const
{
    const Theme &theme = *m_look.theme;
    const Trace &trace = *m_sample.trace;
    const LayerTrace &top = trace.at(trace.spec.layers - 1, Direction::forward);
    std::vector<Part> gates;
    for (const Part part : describe(trace.spec.cell).recorded)
        if (describe(part).range == Range::gate)
            gates.push_back(part);
    const double gap = 4, height = (area.height() - gap * double(gates.size() - 1)) / double(gates.size());
    for (std::size_t i = 0; i < gates.size(); ++i) {
        const TimeArray &values = top[gates[i]];
        const QColor hue = theme.of(roleOf(gates[i])).hue;
        QImage strip(steps(), values.units(), QImage::Format_RGB32);
        for (int t = 0; t < steps(); ++t)
            for (int unit = 0; unit < values.units(); ++unit)
                strip.setPixel(t, unit, blended(hue, values(t, 0, unit), theme.paper).rgb());
        const QRectF lane(area.left(), area.top() + double(i) * (height + gap), area.width(), height);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(lane, strip);
        painter.setPen(QPen(theme.line, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(lane);
        const std::string_view symbol = describe(gates[i]).symbol;
        drawText(painter, {lane.left() - 10, lane.center().y() + m_look.pixels * 0.4}, written(symbol),
                 mathFont(m_look.pixels * 1.5), theme.of(roleOf(gates[i])).text, Align::right);
    }
}

void SampleDrawing::drawAnswer(QPainter &painter, const QRectF &area) const
{
    if (m_sample.forecast)
        ForecastDrawing(m_sample, m_words, m_look, m_beside).drawForecast(painter, area);
    else
        m_sample.shown->objective.kind == LossKind::squaredError ? drawNumbers(painter, area)
                                                                 : drawChances(painter, area);
}

/// A number at each step: the answer if it were asked now, beside the truth.
void SampleDrawing::drawNumbers(QPainter &painter, const QRectF &area) const
{
    const Theme &theme = *m_look.theme;
    const TimeArray &truth = m_sample.shown->objective.values, &answer = m_sample.trace->headOutput;
    const bool onlyLast = m_sample.shown->objective.watched == WatchedSteps::last;
    const int last = steps() - 1;
    AnswerRange range = answerRange(m_sample, m_words);
    if (m_beside)
        range = range.united(answerRange(*m_beside, m_words));
    const double footer = m_look.pixels * 1.7, scale = penScale(m_look.pixels), radius = 4.5 * scale;
    const QRectF plot = area.adjusted(0, m_look.pixels * 0.8, 0, -footer);
    const auto y = [&](double value) { return plot.bottom() - plot.height() * range.share(value); };
    QPen dashed(theme.ink, 1.5 * scale, Qt::CustomDashLine);
    dashed.setDashPattern({4, 3.3});
    painter.setPen(dashed);
    QPolygonF truths, answers;
    for (int t = 0; t <= last; ++t) {
        truths << QPointF(placeOf(area, t), y(truth(onlyLast ? last : t, 0, 0)));
        answers << QPointF(placeOf(area, t), y(answer(t, 0, 0)));
    }
    painter.drawPolyline(truths);
    painter.setPen(QPen(theme.wire(Role::gradient), 2.2 * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(answers);
    painter.setPen(theme.ink3);
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.wire(Role::gradient));
    painter.drawEllipse(answers.back(), radius, radius);
    painter.setBrush(Qt::NoBrush);

    LabelPlaces places;
    places.take(truths);
    places.take(answers, 3);
    places.take(QRectF(answers.back() - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)));
    for (const int step : markedSteps(m_sample, m_words))
        places.take(QPolygonF{{placeOf(area, step), area.top()}, {placeOf(area, step), plot.bottom()}}, 0.3);
    const QFont bold = interfaceFont(m_look.pixels, QFont::DemiBold);
    const double truthEnd = truth(last, 0, 0), answerEnd = answer(last, 0, 0);
    const auto name = [&](const QString &text, const QPointF &end, Align align, bool isAbove, const QColor &colour) {
        const QSizeF size(textWidth(text, bold) + 4, m_look.pixels * 1.15);
        const QRectF room(area.left() - 2, area.top(), area.width() + 4, plot.bottom() - area.top());
        const auto place = places.place(placesBeside(end, size, radius + 2, align == Align::left, isAbove, room));
        if (place)
            drawOver(painter, {place->left() + 2, place->top() + m_look.pixels * 0.9}, text, bold, colour, Align::left,
                     theme.paper);
    };
    name(Words::tr("answer %1").arg(decimals(answerEnd, 3)), answers.back(), Align::right, answerEnd > truthEnd,
         theme.of(Role::gradient).text);
    name(Words::tr("truth %1").arg(decimals(truthEnd, 3)), truths.front(), Align::left,
         truth(onlyLast ? last : 0, 0, 0) > answer(0, 0, 0), theme.ink);
    const QFont small = interfaceFont(m_look.pixels);
    for (const double number : {range.lowMark, range.highMark})
        drawText(painter, {area.left() - 6, y(number) + m_look.pixels * 0.35}, chartNumber(number), small, theme.ink2,
                 Align::right);
    const double from = drawText(painter, {area.left(), area.bottom() - 3}, Words::tr("step 0"), small, theme.ink2);
    const double to = drawText(painter, {area.right(), area.bottom() - 3}, Words::tr("step %1").arg(last), small,
                               theme.ink2, Align::right);
    const QString trained = Words::tr("only the last answer is trained");
    const double room = area.width() - 2 * std::max(from, to) - 2 * m_look.pixels;
    if (onlyLast && textWidth(trained, small) <= room)
        drawText(painter, {area.center().x(), area.bottom() - 3}, trained, small, theme.ink2, Align::centre);
}

std::optional<double> SampleDrawing::chanceOf(int step) const
{
    const Objective &objective = m_sample.shown->objective;
    const Vector y = m_sample.trace->headOutput.at(step, 0);
    if (objective.kind == LossKind::binaryCrossEntropy) {
        double chance = 0;
        for (Eigen::Index i = 0; i < y.size(); ++i) {
            const double one = 1 / (1 + std::exp(-y[i])), v = objective.values(step, 0, int(i));
            chance += (v * one + (1 - v) * (1 - one)) / double(y.size());
        }
        return chance;
    }
    if (objective.kind != LossKind::crossEntropy || objective.classes.empty())
        return std::nullopt;
    const std::vector<int> &classes = objective.classes.front();
    int target = std::size_t(step) < classes.size() ? classes[std::size_t(step)] : -1;
    if (target < 0 && objective.watched == WatchedSteps::last)
        target = classes.back();
    if (target < 0 || target >= y.size())
        return std::nullopt;
    return std::exp(y[target] - y.maxCoeff()) / (y.array() - y.maxCoeff()).exp().sum();
}

/// How likely the network finds what is right, at each step at which it is asked.
void SampleDrawing::drawChances(QPainter &painter, const QRectF &area) const
{
    const Theme &theme = *m_look.theme;
    const double footer = m_look.pixels * 1.7;
    const QRectF plot = area.adjusted(0, m_look.pixels * 1.4, 0, -footer);
    const double width = area.width() / steps();
    const QFont small = interfaceFont(m_look.pixels);
    painter.setPen(theme.line);
    painter.drawLine(plot.topLeft(), plot.topRight());
    drawText(painter, {plot.left() - 6, plot.top() + m_look.pixels * 0.4}, QStringLiteral("1"), small, theme.ink2,
             Align::right);
    drawText(painter, {plot.left() - 6, plot.bottom()}, QStringLiteral("0"), small, theme.ink2, Align::right);
    for (int t = 0; t < steps(); ++t) {
        if (const auto chance = chanceOf(t)) {
            const QRectF bar(plot.left() + t * width + width * 0.12, plot.bottom() - plot.height() * *chance,
                             width * 0.76, plot.height() * *chance);
            const bool isTrained = isWatched(m_sample.shown->objective, m_sample.shown->batch, 0, t);
            painter.fillRect(bar, blended(theme.of(Role::gradient).hue, isTrained ? 0.9 : 0.3, theme.paper));
        }
    }
    painter.setPen(theme.ink3);
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    drawText(painter, {area.left(), area.bottom() - 3}, Words::tr("probability of what is right, step 0"), small,
             theme.ink2);
    drawText(painter, {area.right(), area.bottom() - 3}, Words::tr("step %1").arg(steps() - 1), small, theme.ink2,
             Align::right);
}

} // namespace gatescope
