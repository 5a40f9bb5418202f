// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/marks/scales.h"
#include "ui/drawing/marks/value_cells.h"
#include "ui/explore/inspector/explanation_painter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

QString wholeNumber(double value)
{
    return value < 0 ? minus + QString::number(-value) : QString::number(value);
}

} // namespace

double ExplanationPainter::draw(double top, const SquashCurve &block)
{
    const double height = s(132);
    if (!m_painter)
        return height;
    const PainterScope scope(*m_painter);
    const double low = block.isTwoSided ? -1 : 0, high = niceScale(std::abs(block.value));
    const double limit = std::max(6.0, 3 * std::ceil(std::abs(block.sum) / 3));
    const double left = s(28), right = m_width - s(12);
    const double bottom = top + height - s(22), ceiling = top + s(12);
    const auto X = [&](double a) { return left + (right - left) * (a + limit) / (2 * limit); };
    const auto Y = [&](double y) { return bottom - (bottom - ceiling) * (y - low) / (high - low); };
    const QFont small = interfaceFont(s(12));

    for (const double y : {low, (high + low) / 2, high}) {
        m_painter->setPen(QPen(m_theme.line, 1));
        m_painter->drawLine(QPointF(left, Y(y)), QPointF(right, Y(y)));
        drawText(*m_painter, {left - s(6), Y(y) + s(4)}, y == 0.5 ? QStringLiteral("½") : wholeNumber(y), small,
                 m_theme.ink2, Align::right);
    }
    for (const double a : {-limit, -limit / 2, 0.0, limit / 2, limit})
        drawText(*m_painter, {X(a), top + height - s(5)}, wholeNumber(a), small, m_theme.ink2, Align::centre);

    const auto yOf = [&](double a) { return Y(std::min(block.squash(a), high)); };
    QPainterPath curve(QPointF(X(-limit), yOf(-limit)));
    for (int i = 1; i <= 120; ++i) {
        const double a = -limit + 2 * limit * i / 120;
        curve.lineTo(X(a), yOf(a));
    }
    drawWire(*m_painter, curve, m_theme.wire(block.role), s(2.5));

    const QPointF point(X(block.sum), Y(block.value));
    m_painter->setPen(QPen(m_theme.ink, 1, Qt::DotLine));
    m_painter->drawLine(QPointF(point.x(), bottom), point);
    m_painter->drawLine(QPointF(left, point.y()), point);
    m_painter->setPen(QPen(m_theme.ink, 1.5));
    m_painter->setBrush(m_theme.of(block.role).hue);
    m_painter->drawEllipse(point, s(6), s(6));
    // The curve rises: below it there is room on the right, above it on the left.
    const QFont font = numberFont(s(14), QFont::DemiBold);
    const QString number = inInspector(block.value);
    const double wide = textWidth(number, font);
    const bool below = Y(block.value) < (ceiling + bottom) / 2;
    const double x = below ? std::min(point.x() + s(12), right - wide) : std::max(point.x() - s(12) - wide, left);
    drawText(*m_painter, {x, point.y() + (below ? s(20) : -s(10))}, number, font, m_theme.ink);
    return height;
}

double ExplanationPainter::draw(double top, const BlendLine &block)
{
    const double height = s(84);
    if (!m_painter)
        return height;
    const PainterScope scope(*m_painter);
    const double reach = std::max({1.0, std::abs(block.old), std::abs(block.candidate)});
    const double middle = m_width / 2, half = m_width / 2 - s(14);
    const auto X = [&](double v) { return middle + half * v / reach; };
    const double y = top + s(44);
    m_painter->setPen(QPen(m_theme.ink3, 1));
    m_painter->drawLine(QPointF(X(-reach), y), QPointF(X(reach), y));
    for (const double tick : {-1.0, 0.0, 1.0}) {
        m_painter->setPen(QPen(m_theme.ink3, 1));
        m_painter->drawLine(QPointF(X(tick), y - s(5)), QPointF(X(tick), y + s(5)));
        drawText(*m_painter, {X(tick), y + s(32)}, wholeNumber(tick), interfaceFont(s(12)), m_theme.ink2,
                 Align::centre);
    }
    QPainterPath span(QPointF(X(block.old), y));
    span.lineTo(X(block.candidate), y);
    drawWire(*m_painter, span, m_theme.wire(Role::keeps), s(4));

    struct Knob {
        double value;
        QString name;
        QColor fill, ink;
        int weight;
        double raise;
    };
    const QString old = QCoreApplication::translate("gatescope", "old");
    const QString candidate = QCoreApplication::translate("gatescope", "candidate");
    const QString fresh = QCoreApplication::translate("gatescope", "new");
    // "new" stands above the other two, so that no word covers another.
    const Knob knobs[] = {{block.old, old, m_theme.of(Role::state).hue, m_theme.of(Role::state).text, QFont::Normal, 0},
                          {block.candidate, candidate, m_theme.of(Role::candidate).hue,
                           m_theme.of(Role::candidate).text, QFont::Normal, 0},
                          {block.blended, fresh, m_theme.of(Role::keeps).hue, m_theme.ink, QFont::DemiBold, s(16)}};
    const auto widthOf = [&](const Knob &knob) { return textWidth(knob.name, interfaceFont(s(13), knob.weight)); };
    // Old and candidate stand side by side in their order, inside the line's room.
    const int leftKnob = block.old <= block.candidate ? 0 : 1, rightKnob = 1 - leftKnob;
    const double leftHalf = widthOf(knobs[leftKnob]) / 2, rightHalf = widthOf(knobs[rightKnob]) / 2, gap = s(8);
    double labels[] = {X(block.old), X(block.candidate), X(block.blended)};
    const double overlap = labels[leftKnob] + leftHalf + gap - (labels[rightKnob] - rightHalf);
    if (overlap > 0) {
        labels[leftKnob] -= overlap / 2;
        labels[rightKnob] += overlap / 2;
    }
    const double shift
        = std::max(0.0, leftHalf - labels[leftKnob]) - std::max(0.0, labels[rightKnob] + rightHalf - m_width);
    labels[leftKnob] += overlap > 0 || shift > 0 ? shift : 0;
    labels[rightKnob] += overlap > 0 || shift < 0 ? shift : 0;
    for (int i = 0; i < 3; ++i) {
        const Knob &knob = knobs[i];
        m_painter->setPen(i == 2 ? QPen(m_theme.ink, 1.5) : QPen(Qt::NoPen));
        m_painter->setBrush(knob.fill);
        m_painter->drawEllipse(QPointF(X(knob.value), y), s(i == 2 ? 8 : 7), s(i == 2 ? 8 : 7));
        const QFont font = interfaceFont(s(13), knob.weight);
        const double reachOfWord = textWidth(knob.name, font) / 2;
        drawText(*m_painter, {std::clamp(labels[i], reachOfWord, m_width - reachOfWord), y - s(14) - knob.raise},
                 knob.name, font, knob.ink, Align::centre);
    }
    return height;
}

double ExplanationPainter::draw(double top, const Waterfall &block)
{
    const double pitch = s(28);
    const double height = pitch * (double(block.bars.size()) + 1) + s(8);
    if (!m_painter)
        return height;
    const PainterScope scope(*m_painter);
    double low = std::min(0.0, block.total), high = std::max(0.0, block.total), running = 0;
    for (const Waterfall::Bar &bar : block.bars) {
        running += bar.value;
        low = std::min(low, running);
        high = std::max(high, running);
    }
    const QFont font = interfaceFont(s(13)), strong = interfaceFont(s(13), QFont::DemiBold);
    double left = textWidth(block.totalLabel, strong);
    for (const Waterfall::Bar &bar : block.bars)
        left = std::max(left, textWidth(bar.label, font));
    left += s(16);
    const double span = high > low ? high - low : 1;
    const auto X = [&](double v) { return left + (m_width - left - s(4)) * (v - low) / span; };
    const auto drawBar = [&](double from, double to, double y, double value, bool total) {
        m_painter->setPen(total ? QPen(m_theme.ink, 1.5) : QPen(Qt::NoPen));
        m_painter->setBrush(value < 0 ? m_theme.negative : m_theme.of(Role::gradient).hue);
        m_painter->drawRoundedRect(QRectF(std::min(X(from), X(to)), y, std::max(1.5, std::abs(X(to) - X(from))), s(16)),
                                   2, 2);
    };

    m_painter->setPen(QPen(m_theme.ink3, 1));
    m_painter->drawLine(QPointF(X(0), top), QPointF(X(0), top + height - s(4)));
    running = 0;
    double y = top + s(4);
    for (const Waterfall::Bar &bar : block.bars) {
        drawText(*m_painter, {0, y + s(13)}, bar.label, font, m_theme.ink2);
        drawBar(running, running + bar.value, y, bar.value, false);
        running += bar.value;
        m_painter->setPen(QPen(m_theme.ink3, 1, Qt::DotLine));
        m_painter->drawLine(QPointF(X(running), y + s(16)), QPointF(X(running), y + pitch));
        y += pitch;
    }
    drawText(*m_painter, {0, y + s(13)}, block.totalLabel, strong, m_theme.ink);
    drawBar(0, block.total, y, block.total, true);
    return height;
}

double ExplanationPainter::draw(double top, const UnitBars &block)
{
    const double pitch = s(26), height = pitch * double(block.rows.size()) + s(4);
    if (!m_painter)
        return height;
    const PainterScope scope(*m_painter);
    const QFont digits = numberFont(s(13));
    double names = 0, numbers = 0;
    const auto numberOf = [&](double value) { return block.isGradient ? gradientNumber(value) : inInspector(value); };
    for (const UnitBars::Row &row : block.rows) {
        names = std::max(names, mathWidth(row.symbol, s(17)));
        numbers = std::max(numbers, textWidth(numberOf(row.value), digits));
    }
    const double left = names + s(14), right = m_width - numbers - s(14);
    const double zero = (left + right) / 2;
    m_painter->setPen(QPen(m_theme.line, 1));
    for (std::size_t i = 0; i < std::size_t(block.rows.size()); ++i)
        m_painter->drawLine(QPointF(left, top + (double(i) + 0.5) * pitch),
                            QPointF(right, top + (double(i) + 0.5) * pitch));
    m_painter->setPen(QPen(m_theme.ink3, 1));
    m_painter->drawLine(QPointF(zero, top), QPointF(zero, top + height - s(4)));
    double y = top;
    for (const UnitBars::Row &row : block.rows) {
        math({0, y + s(18)}, row.symbol, s(17), m_theme.ink);
        drawText(*m_painter, {m_width, y + s(18)}, numberOf(row.value), digits, m_theme.ink, Align::right);
        const double length = block.most > 0 ? (right - zero) * std::min(1.0, std::abs(row.value) / block.most) : 0;
        m_painter->setPen(Qt::NoPen);
        m_painter->setBrush(row.value < 0 ? m_theme.negative
                                          : m_theme.of(block.isGradient ? Role::gradient : Role::state).hue);
        if (row.value != 0)
            m_painter->drawRoundedRect(
                QRectF(row.value < 0 ? zero - length : zero, y + pitch / 2 - s(7), length, s(14)), 2, 2);
        y += pitch;
    }
    return height;
}

} // namespace gatescope
