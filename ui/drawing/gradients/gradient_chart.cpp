// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/gradients/gradient_chart.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/words/watched_loss.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr int smallestPower = -18; ///< what is below stands on the floor

std::vector<Direction> directionsOf(const NetworkSpec &spec)
{
    return spec.bidirectional ? std::vector{Direction::forward, Direction::backward} : std::vector{Direction::forward};
}

/// Calls with every layer and direction, the one in focus last, so that it lies on top.
template<typename Function>
void forEachCurve(const Scene &scene, Function function)
{
    for (int layer = 0; layer < scene.spec().layers; ++layer) {
        for (const Direction direction : directionsOf(scene.spec())) {
            if (layer != scene.playhead.layer || direction != scene.playhead.direction)
                function(layer, direction);
        }
    }
    function(scene.playhead.layer, scene.playhead.direction);
}

QString curveName(const NetworkSpec &spec, int layer, Direction direction)
{
    QString name = QCoreApplication::translate("gatescope", "layer %1").arg(layer);
    if (spec.bidirectional)
        name += direction == Direction::forward ? QStringLiteral(" →") : QStringLiteral(" ←");
    return name;
}

/// 1, 2 or 5 times a power of ten, so that `width` each is at least `needed`.
int roundStride(double width, double needed)
{
    for (int power = 1;; power *= 10) {
        for (const int factor : {1, 2, 5}) {
            if (factor * power * width >= needed)
                return factor * power;
        }
    }
}

} // namespace

GradientChart::GradientChart(const QRectF &where, const Scene &scene, double type)
    : m_scene(scene), m_type(type), m_steps(scene.trace().length(scene.playhead.sequence))
{
    const bool names = scene.spec().layers > 1 || scene.spec().bidirectional;
    m_plot = where.adjusted(52 * type, 20 * type, names ? -84 * type : -8 * type, -44 * type);
    m_stepWidth = std::min(m_plot.width() / m_steps, 160 * type);
    m_plot.setWidth(m_stepWidth * m_steps);
    m_stride = std::max(1, static_cast<int>(std::ceil(m_steps / m_plot.width())));
    double smallest = 1e-6;
    double largest = 1;
    forEachCurve(scene, [&](int layer, Direction direction) {
        for (int step = 0; step < m_steps; step += m_stride) {
            const double g = length(layer, direction, step);
            smallest = g > 0 ? std::min(smallest, g) : smallest;
            largest = std::max(largest, g);
        }
    });
    m_lowPower = std::max(smallestPower, static_cast<int>(std::floor(std::log10(smallest) / 2)) * 2);
    m_highPower = static_cast<int>(std::ceil(std::log10(largest) / 2)) * 2;
    const int decades = m_highPower - m_lowPower;
    if (decades > 12 || m_plot.height() / decades < 12 * type) {
        m_decadesPerLine = 4;
        m_lowPower -= decades % 4;
    }
}

double GradientChart::length(int layer, Direction direction, int step) const
{
    return m_scene.gradients()
        .at(m_scene.spec(), layer, direction)[Part::state]
        .at(step, m_scene.playhead.sequence)
        .norm();
}

double GradientChart::y(double gradient) const
{
    const double power = std::log10(std::max(gradient, 1e-300));
    const double share = (power - m_lowPower) / (m_highPower - m_lowPower);
    return m_plot.bottom() - m_plot.height() * std::clamp(share, 0.0, 1.0);
}

bool GradientChart::isFocus(int layer, Direction direction) const
{
    return layer == m_scene.playhead.layer && direction == m_scene.playhead.direction;
}

bool GradientChart::isBars() const
{
    return m_scene.spec().layers == 1 && !m_scene.spec().bidirectional && m_stepWidth >= 8 * m_type;
}

void GradientChart::draw(QPainter &painter, HitAreas &areas) const
{
    drawAxis(painter);
    drawSteps(painter);
    if (isBars())
        drawBars(painter);
    else
        forEachCurve(m_scene, [&](int layer, Direction direction) { drawCurve(painter, layer, direction); });
    drawCurveNames(painter);
    drawNumbers(painter);
    addAreas(areas);
}

void GradientChart::drawAxis(QPainter &painter) const
{
    const Theme &theme = m_scene.theme;
    for (int power = m_highPower; power >= m_lowPower; power -= m_decadesPerLine) {
        const double line = std::round(y(std::pow(10.0, power))) + 0.5;
        painter.setPen(QPen(theme.line, 1));
        painter.drawLine(QPointF(m_plot.left(), line), QPointF(m_plot.right(), line));
        const QString label
            = QStringLiteral("*10*^{*%1%2*}").arg(power < 0 ? QStringLiteral("−") : QString()).arg(std::abs(power));
        drawMath(painter, {m_plot.left() - 10 * m_type, line + 5 * m_type}, label, 16 * m_type, theme.ink2, theme,
                 Align::right);
    }
}

/// What is read, the step numbers, a mark where a loss is watched, and the playhead's column.
void GradientChart::drawSteps(QPainter &painter) const
{
    const Theme &theme = m_scene.theme;
    const Experiment &experiment = *m_scene.record.experiment;
    const int current = m_scene.playhead.step;
    painter.fillRect(QRectF(x(current) - std::max(m_stepWidth, 3.0) / 2, m_plot.top(), std::max(m_stepWidth, 3.0),
                            m_plot.height() + 40 * m_type),
                     theme.wash);
    const bool letters = std::holds_alternative<CharacterInput>(experiment.input.source) && m_stepWidth >= 9 * m_type;
    const QFont number = numberFont(12 * m_type);
    const int stride = roundStride(m_stepWidth, textWidth(QString::number(m_steps), number) + 14 * m_type);
    const double numberBaseline = m_plot.bottom() + (letters ? 34 : 18) * m_type;
    for (int step = 0; step < m_steps; ++step) {
        const bool here = step == current;
        if (letters)
            drawText(painter, {x(step), m_plot.bottom() + 18 * m_type},
                     QString::fromStdString(stepLabel(m_scene.record, m_scene.playhead.sequence, step)),
                     numberFont(std::min(16 * m_type, m_stepWidth * 1.1), here ? QFont::Bold : QFont::Normal),
                     theme.ink, Align::centre);
        const bool nearCurrent = std::abs(step - current) < stride && !here;
        if (here || (step % stride == 0 && !nearCurrent))
            drawText(painter, {x(step), numberBaseline}, QString::number(step),
                     numberFont(12 * m_type, here ? QFont::Bold : QFont::Normal), here ? theme.ink : theme.ink2,
                     Align::centre);
        const bool marked = m_stepWidth >= 5 * m_type || experiment.objective.watched != WatchedSteps::every;
        if (marked && isWatched(experiment.objective, *m_scene.trace().batch, m_scene.playhead.sequence, step))
            drawArrowhead(painter, {x(step), m_plot.top() - 4 * m_type}, 90, theme.of(Role::gradient).hue,
                          std::clamp(m_stepWidth * 0.7, 6 * m_type, 9 * m_type));
    }
}

void GradientChart::drawBars(QPainter &painter) const
{
    const Theme &theme = m_scene.theme;
    painter.setPen(Qt::NoPen);
    for (int step = 0; step < m_steps; ++step) {
        const bool here = step == m_scene.playhead.step;
        painter.setBrush(blended(theme.of(Role::gradient).hue, here ? 1 : 0.45, theme.paper));
        const double top = y(length(0, Direction::forward, step));
        const double inset = m_stepWidth * 0.16;
        painter.drawRoundedRect(
            QRectF(x(step) - m_stepWidth / 2 + inset, top, m_stepWidth - 2 * inset, m_plot.bottom() - top), 2, 2);
    }
}

void GradientChart::drawCurve(QPainter &painter, int layer, Direction direction) const
{
    QPolygonF curve;
    for (int step = 0; step < m_steps; step += m_stride)
        curve << QPointF(x(step), y(length(layer, direction, step)));
    const bool focus = isFocus(layer, direction);
    QColor colour = m_scene.theme.wire(Role::gradient);
    if (!focus)
        colour = blended(colour, 0.6, m_scene.theme.paper);
    const Qt::PenStyle dash = direction == Direction::forward ? Qt::SolidLine : Qt::DashLine;
    painter.setPen(QPen(colour, (focus ? 3 : 1.75) * m_type, dash, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(curve);
    if (m_stepWidth < 14 * m_type)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const QPointF &point : curve)
        painter.drawEllipse(point, (focus ? 4 : 2.5) * m_type, (focus ? 4 : 2.5) * m_type);
}

/// Each curve's name at its right end, pushed apart where curves end close together.
void GradientChart::drawCurveNames(QPainter &painter) const
{
    const NetworkSpec &spec = m_scene.spec();
    if (spec.layers == 1 && !spec.bidirectional)
        return;
    struct Name {
        QString text;
        double end;
        double y;
        bool focus;
    };
    std::vector<Name> names;
    const int last = (m_steps - 1) / m_stride * m_stride;
    forEachCurve(m_scene, [&](int layer, Direction direction) {
        const double end = y(length(layer, direction, last));
        names.push_back({curveName(spec, layer, direction), end, end, isFocus(layer, direction)});
    });
    std::ranges::sort(names, {}, &Name::end);
    const double pitch = 17 * m_type;
    for (std::size_t i = 1; i < names.size(); ++i)
        names[i].y = std::max(names[i].y, names[i - 1].y + pitch);
    const double excess = std::max(0.0, names.back().y - m_plot.bottom());
    double ceiling = names.back().y - excess;
    for (std::size_t i = names.size(); i-- > 0;) {
        names[i].y = std::min(names[i].y, ceiling);
        ceiling = names[i].y - pitch;
    }
    const double right = m_plot.right() + 14 * m_type;
    for (const Name &name : names) {
        painter.setPen(QPen(m_scene.theme.ink3, 1));
        painter.drawLine(QPointF(x(last) + 6 * m_type, name.end), QPointF(right - 4 * m_type, name.y));
        drawText(painter, {right, name.y + 4.5 * m_type}, name.text,
                 interfaceFont(13 * m_type, name.focus ? QFont::DemiBold : QFont::Normal),
                 name.focus ? m_scene.theme.ink : m_scene.theme.ink2);
    }
}

/// The numbers of the layer in focus where steps have the room, and always the playhead's.
void GradientChart::drawNumbers(QPainter &painter) const
{
    const Theme &theme = m_scene.theme;
    const PlayheadState &focus = m_scene.playhead;
    for (int step = 0; step < m_steps; ++step) {
        const bool here = step == focus.step;
        if (!here && m_stepWidth < 54 * m_type)
            continue;
        const double g = length(focus.layer, focus.direction, step);
        const QFont font = numberFont((here ? 15 : 12) * m_type, here ? QFont::Bold : QFont::Normal);
        const double half = textWidth(gradientNumber(g), font) / 2;
        const double middle
            = std::clamp(x(step), m_plot.left() + half, std::max(m_plot.left() + half, m_plot.right() - half));
        const double baseline = y(g) - (isBars() ? 6 : 9) * m_type;
        if (!isBars() || m_stepWidth < 2 * half + 4) { // over curves or neighbours
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.paper);
            painter.drawRoundedRect(
                QRectF(middle - half - 3, baseline - font.pixelSize() * 0.85, 2 * half + 6, font.pixelSize()), 3, 3);
        }
        drawText(painter, {middle, baseline}, gradientNumber(g), font, here ? theme.ink : theme.ink2, Align::centre);
    }
}

void GradientChart::addAreas(HitAreas &areas) const
{
    const QString says
        = QCoreApplication::translate("gatescope", "step %1, %2, length of ∂L/∂h over all units: %3, %4");
    const QString loss = watchedLossWords(m_scene.record);
    const auto add = [&](const QRectF &where, int layer, Direction direction, int step) {
        PlayheadState to = m_scene.playhead;
        to.layer = layer;
        to.direction = direction;
        to.step = step;
        to.progress = 1;
        areas.push_back({where, to,
                         says.arg(step).arg(curveName(m_scene.spec(), layer, direction),
                                            gradientNumber(length(layer, direction, step), 3), loss)});
    };
    for (int step = 0; step < m_steps; step += m_stride) {
        const double width = m_stepWidth * m_stride;
        add({x(step) - m_stepWidth / 2, m_plot.top(), width, m_plot.height() + 40 * m_type}, m_scene.playhead.layer,
            m_scene.playhead.direction, step);
        if (isBars())
            continue;
        forEachCurve(m_scene, [&](int layer, Direction direction) {
            add({x(step) - m_stepWidth / 2, y(length(layer, direction, step)) - 6 * m_type, width, 12 * m_type}, layer,
                direction, step);
        });
    }
}

} // namespace gatescope
