// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/network/network_wires.h"

#include "ui/drawing/scene/wire_gradients.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace gatescope {

namespace {

constexpr double shortestChain = 14; ///< between two glyphs
constexpr double plainWidth = 1.4;
constexpr double currentWidth = 2.5;

/// Wires of a large picture are thicker, those of a small one not thinner.
double thickness(const NetworkCanvas &canvas)
{
    return std::max(1.0, canvas.layout.mark(1));
}

double rms(const Vector &values)
{
    return values.size() > 0 ? values.norm() / std::sqrt(static_cast<double>(values.size())) : 0;
}

/// How wide the chain that leaves this state, or its gradient, is.
double chainWidth(const NetworkCanvas &canvas, const NetworkRow &row, int step)
{
    const int sequence = canvas.scene.playhead.sequence;
    if (canvas.backward()) {
        const TimeArray &gradients = canvas.scene.gradients().at(canvas.spec(), row.layer, row.direction)[Part::state];
        const double length = canvas.onScale(gradients.at(step, sequence).norm());
        return canvas.layout.mark(gradientWireWidth(length, canvas.decades()));
    }
    const auto state = canvas.scene.trace().at(row.layer, row.direction)[Part::state].at(step, sequence);
    return thickness(canvas) * (1 + 2.24 * std::min(rms(state), 3.0));
}

/// A line between two points with a head at its end.
void drawChain(QPainter &painter, const QPointF &from, const QPointF &to, double width, double leastHead,
               const QColor &colour)
{
    const double along = to.x() > from.x() ? 1 : -1;
    const double head = std::min(std::max(leastHead, 1.6 * width), std::abs(to.x() - from.x()) * 0.7);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(from, to - QPointF(along * head * 0.8, 0));
    drawArrowhead(painter, to, along > 0 ? 0 : 180, colour, head);
}

/// A vertical wire of one step and what it carries.
struct Vertical {
    QList<QPointF> corners; ///< from below upwards
    Role role = Role::state;
    double computed = 1;
    double gradient = 0; ///< that comes down it in the backward pass; 0: a thread
    bool head = true;    ///< ends in an arrowhead
    double room = 0;     ///< between it and its twin; 0: all it needs
};

/// Of a wire on which a gradient comes down: none is a thread; what has a twin leaves it its room.
double wireWidth(const NetworkCanvas &canvas, double gradient, double room)
{
    const double share = canvas.onScale(gradient);
    const double width = gradient > 0 ? canvas.layout.mark(gradientWireWidth(share, canvas.decades())) : 1;
    return room > 0 ? std::min(width, std::max(1.0, 0.6 * room)) : width;
}

double headLength(const NetworkCanvas &canvas, double width)
{
    return std::max(8 * thickness(canvas), 1.5 * width);
}

void drawVertical(NetworkCanvas &canvas, const Vertical &wire, int step)
{
    QPainter &painter = canvas.painter;
    const bool current = step == canvas.scene.playhead.step;
    QColor colour = blended(canvas.theme().ink3, 0.7, canvas.theme().paper);
    double width = thickness(canvas) * plainWidth;
    QList<QPointF> corners = wire.corners;
    if (canvas.backward()) {
        std::ranges::reverse(corners);
        const double gradient = canvas.mayTell(wire.computed) ? wire.gradient : 0;
        if (gradient > 0)
            colour = canvas.theme().wire(Role::gradient);
        width = wireWidth(canvas, gradient, wire.room);
    } else if (current && wire.computed >= 1) {
        colour = canvas.theme().wire(wire.role);
        width = thickness(canvas) * currentWidth;
    }
    colour = canvas.faded(colour, canvas.scene.predicting ? 1 : wire.computed);
    if (!canvas.layout.roomy || !wire.head) {
        drawWire(painter, roundedPath(corners, canvas.layout.mark(12)), colour,
                 canvas.layout.roomy ? width : std::min(width, 3.0));
        return;
    }
    const QPointF tip = corners.last();
    const bool down = tip.y() > corners[corners.size() - 2].y();
    const double length
        = std::min(headLength(canvas, width), std::abs(tip.y() - corners[corners.size() - 2].y()) * 0.8);
    corners.last() -= QPointF(0, (down ? 1 : -1) * length * 0.8);
    drawWire(painter, roundedPath(corners, canvas.layout.mark(12)), colour, width);
    drawArrowhead(painter, tip, down ? 90 : -90, colour, length);
}

/// Draws the wires of one step.
class StepWires
{
public:
    /// With the gradients that come down, in the backward pass.
    StepWires(NetworkCanvas &canvas, int step, const WireGradients *gradients)
        : m_canvas(canvas), m_layout(canvas.layout), m_gradients(gradients), m_step(step),
          m_x(canvas.layout.middle(step))
    {
    }

    void draw()
    {
        for (int layer = 0; layer < m_canvas.spec().layers; ++layer) {
            drawInto(layer);
            if (m_canvas.spec().bidirectional)
                drawJoin(layer);
        }
        drawOut();
    }

private:
    const NetworkRow &row(int layer, Direction direction) const
    {
        return m_layout.rows[m_canvas.spec().layerIndex(layer, direction)];
    }
    double computed(int layer, Direction direction) const { return m_canvas.progress.state(layer, direction, m_step); }
    double computedOfBoth(int layer) const
    {
        const double forward = computed(layer, Direction::forward);
        return m_canvas.spec().bidirectional ? std::min(forward, computed(layer, Direction::backward)) : forward;
    }
    double margin() const { return m_layout.roomy ? 5 : 1; }
    /// How far what a layer reads is there: of the layer that is being computed, before its own state.
    double readBy(int layer, Direction direction) const
    {
        const PlayheadState &at = m_canvas.scene.playhead;
        const bool isBeingMade
            = !m_gradients && m_step == at.step && layer == at.layer && direction == at.direction && at.progress > 0;
        if (!isBeingMade)
            return computed(layer, direction);
        return layer == 0 ? 1 : computedOfBoth(layer - 1);
    }

    std::vector<Direction> directions() const
    {
        if (m_canvas.spec().bidirectional)
            return {Direction::forward, Direction::backward};
        return {Direction::forward};
    }

    /// How long the gradient is that comes down into what a layer reads, from both its directions.
    double gradientBelow(int layer) const
    {
        if (!m_gradients)
            return 0;
        return layer == 0 ? m_canvas.scene.gradients().x.at(m_step, m_canvas.scene.playhead.sequence).norm()
                          : m_gradients->outOf(layer, m_step);
    }

    /// From the input or the layer below into the glyphs; the gradients of both directions meet on their way down.
    void drawInto(int layer)
    {
        const double source = m_layout.sourceOf(layer) - (layer > 0 && !m_canvas.spec().bidirectional ? margin() : 1);
        const double fork = (source + row(layer, Direction::forward).bottom()) / 2;
        const Role role = layer == 0 ? Role::input : Role::state;
        const bool forked = row(layer, Direction::forward).aside != 0;
        for (const Direction direction : directions()) {
            const NetworkRow &to = row(layer, direction);
            const double x = m_x + to.aside;
            QList<QPointF> corners;
            if (!forked || !m_gradients)
                corners << QPointF(m_x, source);
            if (forked)
                corners << QPointF(m_x, fork) << QPointF(x, fork);
            corners << QPointF(x, to.bottom() + margin());
            const double gradient = !m_gradients ? 0
                : m_canvas.spec().bidirectional  ? m_gradients->outOf(layer, direction, m_step)
                                                 : gradientBelow(layer);
            const bool ends = !forked || !m_gradients;
            drawVertical(m_canvas, {corners, role, readBy(layer, direction), gradient, ends, 2 * std::abs(to.aside)},
                         m_step);
        }
        if (forked && m_gradients)
            drawVertical(m_canvas,
                         {{{m_x, source}, {m_x, fork}}, role, computedOfBoth(layer), gradientBelow(layer), true},
                         m_step);
    }

    /// The states of both directions side by side.
    void drawJoin(int layer)
    {
        const double join = m_layout.joins[static_cast<std::size_t>(layer)];
        const double half = m_layout.joinHeight;
        // What comes down is known when the layer above is done.
        const bool isTop = layer + 1 == m_canvas.spec().layers;
        for (const Direction direction : directions()) {
            const NetworkRow &from = row(layer, direction);
            const double gradient = m_gradients ? m_gradients->into(layer, direction, m_step) : 0;
            const double room = 2 * std::abs(from.aside);
            const double apart = std::max(half, m_gradients ? wireWidth(m_canvas, gradient, room) : 0);
            const double side = from.aside == 0 ? 0 : direction == Direction::forward ? -apart / 2 : apart / 2;
            const double foot = join + half / 2;
            const double gap = row(layer, Direction::backward).top - margin() - foot;
            // A wide wire leaves its head a straight run.
            const double run = m_gradients ? headLength(m_canvas, wireWidth(m_canvas, gradient, room)) * 1.3 : 0;
            const double bend = foot + std::max(gap * 0.2, std::min(gap * 0.5, gap - run));
            QList<QPointF> corners{{m_x + from.aside, from.top - margin()}};
            if (from.aside != 0)
                corners << QPointF(m_x + from.aside, bend) << QPointF(m_x + side, bend);
            corners << QPointF(m_x + side, foot);
            const double known = m_gradients && !isTop ? computedOfBoth(layer + 1) : computed(layer, direction);
            drawVertical(m_canvas, {corners, Role::state, known, gradient, m_gradients != nullptr, room}, m_step);
        }
        if (!m_layout.roomy)
            return;
        QPainter &painter = m_canvas.painter;
        const bool current = m_step == m_canvas.scene.playhead.step;
        painter.setPen(QPen(current ? m_canvas.theme().ink : m_canvas.theme().ink2, current ? 1.5 : 1));
        painter.setBrush(m_canvas.theme().paper);
        const QRectF pill(m_x - half, join - half / 2, 2 * half, half);
        painter.drawRoundedRect(pill, half / 2, half / 2);
        painter.drawLine(QPointF(m_x, pill.top()), QPointF(m_x, pill.bottom()));
    }

    /// From the top layer to the head.
    void drawOut()
    {
        if (m_layout.headTop == m_layout.headBottom)
            return;
        const int top = m_canvas.spec().layers - 1;
        const bool both = m_canvas.spec().bidirectional;
        const double source
            = both ? m_layout.joins.back() - m_layout.joinHeight / 2 : row(top, Direction::forward).top - margin();
        const double computed = computedOfBoth(top);
        double gradient = 0;
        if (m_gradients && !m_canvas.scene.gradients().output.empty())
            gradient = m_canvas.scene.gradients().output.at(m_step, m_canvas.scene.playhead.sequence).norm();
        const double end = std::max(m_layout.headBottom, m_layout.attentionBottom) + 4;
        drawVertical(m_canvas, {{{m_x, source}, {m_x, end}}, Role::state, computed, gradient, true}, m_step);
    }

    NetworkCanvas &m_canvas;
    const NetworkLayout &m_layout;
    const WireGradients *m_gradients; ///< null in the forward pass
    int m_step;
    double m_x;
};

} // namespace

void drawChains(NetworkCanvas &canvas, const NetworkRow &row)
{
    const PainterScope scope(canvas.painter);
    const NetworkLayout &layout = canvas.layout;
    const int along = (row.direction == Direction::forward) == !canvas.backward() ? 1 : -1;
    const QColor hue = canvas.theme().wire(canvas.backward() ? Role::gradient : Role::state);
    const double gap = layout.steps.stepWidth - layout.glyphWidth - 10;
    for (int step = layout.steps.firstStep; step < layout.end; ++step) {
        const double computed = canvas.progress.state(row.layer, row.direction, step);
        const int next = step + along;
        if (next < layout.steps.firstStep || next >= layout.end || (canvas.scene.predicting && computed < 1))
            continue;
        const QColor colour = canvas.faded(hue, computed);
        const double width = chainWidth(canvas, row, step);
        if (layout.roomy && gap >= shortestChain) {
            const QRectF from = layout.glyph(row, step);
            const QRectF to = layout.glyph(row, next);
            const double start = along > 0 ? from.right() + 5 : from.left() - 5;
            const double end = along > 0 ? to.left() - 6 : to.right() + 6;
            drawChain(canvas.painter, {start, row.middle()}, {end, row.middle()}, width, 8 * thickness(canvas), colour);
        } else {
            const double left = std::min(layout.middle(step), layout.middle(next));
            canvas.painter.fillRect(QRectF(left, row.bottom() + 3, layout.steps.stepWidth, width), colour);
        }
    }
}

void drawVerticals(NetworkCanvas &canvas)
{
    const PainterScope scope(canvas.painter);
    const NetworkLayout &layout = canvas.layout;
    const int current = canvas.scene.playhead.step;
    std::optional<WireGradients> gradients;
    if (canvas.backward())
        gradients.emplace(canvas.scene, layout.steps.firstStep, layout.end);
    const WireGradients *coming = gradients ? &*gradients : nullptr;
    for (int step = layout.steps.firstStep; step < layout.end; ++step) {
        if (step != current && (layout.roomy || coming))
            StepWires(canvas, step, coming).draw();
    }
    StepWires(canvas, current, coming).draw();
}

} // namespace gatescope
