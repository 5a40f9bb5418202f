// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/gradients/gradient_split.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/scene/ways_back.h"
#include "ui/drawing/words/unit_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// One row: a part of the gradient of the state before this step.
struct Way {
    QString name;
    std::optional<Part> through;
    Vector gradient;
    bool isSum = false;
};

/// The ways of the recurrence, what comes from above at the step before, and their sum.
std::vector<Way> waysOf(const Scene &scene)
{
    const Moment moment = scene.moment();
    const Trace &trace = scene.trace();
    std::vector<Way> ways;
    const Vector before = stateGradientBefore(trace, scene.gradients(), moment);
    Vector above = before;
    for (const GradientPath &path : rememberedWaysBack(scene, moment)) {
        ways.push_back({translated(path.name), path.through, path.gradient});
        above -= path.gradient;
    }
    const bool topLayer = scene.playhead.layer + 1 == scene.spec().layers;
    // dL/dh before = Σ ways + what the step before hears from its own output
    if (previousStep(trace, moment) && above.norm() > 1e-9 * before.norm())
        ways.push_back({topLayer ? QCoreApplication::translate("gatescope", "from the loss")
                                 : QCoreApplication::translate("gatescope", "from above"),
                        std::nullopt, above});
    ways.push_back({QCoreApplication::translate("gatescope", "altogether"), std::nullopt, before, true});
    return ways;
}

QColor fillOfSign(double value, const Theme &theme)
{
    return value < 0 ? theme.negative : theme.of(Role::gradient).hue;
}

/// A linear axis from the smallest to the largest point of the running sum.
struct Axis {
    double left;
    double width;
    double low = 0;
    double high = 0;

    double x(double value) const { return high > low ? left + width * (value - low) / (high - low) : left; }
};

class GradientSplitPainter
{
public:
    GradientSplitPainter(QPainter &painter, const QRectF &where, const Scene &scene, double type, HitAreas &areas)
        : m_painter(painter), m_where(where), m_scene(scene), m_theme(scene.theme), m_type(type), m_areas(areas),
          m_ways(waysOf(scene))
    {
        const double room = where.height() - 66 * type;
        m_pitch = std::min(34 * type, room / static_cast<double>(m_ways.size()));
        m_top = where.top() + 60 * type;
    }

    void draw()
    {
        drawTitle();
        const double names = 150 * m_type;
        const double gap = 40 * m_type;
        const double numbers = 96 * m_type;
        const double chart = (m_where.width() - names - gap - 2 * numbers) / 2;
        Axis sum{m_where.left() + names, chart};
        double running = 0;
        for (const Way &way : m_ways) {
            running += way.isSum ? 0 : way.gradient[m_scene.playhead.unit];
            sum.low = std::min(sum.low, running);
            sum.high = std::max(sum.high, running);
        }
        Axis lengths{sum.left + chart + numbers + gap, chart};
        for (const Way &way : m_ways)
            lengths.high = std::max(lengths.high, way.gradient.norm());
        drawHeads(sum, lengths);
        drawZero(sum);
        drawZero(lengths);
        drawRows(sum, lengths);
        if (describe(m_scene.spec().cell).hasCellState)
            drawCellConveyor();
    }

private:
    void drawTitle()
    {
        const auto previous = previousStep(m_scene.trace(), m_scene.moment());
        const int step = m_scene.playhead.step;
        const QString title = previous
            ? QCoreApplication::translate("gatescope", "From step %1 back to step %2").arg(step).arg(*previous)
            : QCoreApplication::translate("gatescope", "From step %1 back to the initial state").arg(step);
        drawText(m_painter, {m_where.left(), m_where.top() + 16 * m_type}, title,
                 interfaceFont(16 * m_type, QFont::DemiBold), m_theme.ink);
    }

    void drawHeads(const Axis &sum, const Axis &lengths)
    {
        const double y = m_where.top() + 44 * m_type;
        const int unit = m_scene.playhead.unit;
        const QFont font = interfaceFont(13 * m_type);
        const QString signs
            = QCoreApplication::translate("gatescope", "unit %1, adding up; linear").arg(shortUnitLabel(m_scene, unit));
        drawText(m_painter, {sum.left, y}, signs, font, m_theme.ink2);
        drawText(m_painter, {lengths.left, y},
                 QCoreApplication::translate("gatescope", "length over all units; linear, lengths do not add up"), font,
                 m_theme.ink2);
    }

    void drawZero(const Axis &axis)
    {
        const double bottom = m_top + m_pitch * static_cast<double>(m_ways.size());
        m_painter.setPen(QPen(m_theme.ink3, 1));
        const double x = std::round(axis.x(0)) + 0.5;
        m_painter.drawLine(QPointF(x, m_top - 6 * m_type), QPointF(x, bottom));
        drawText(m_painter, {x, bottom + 12 * m_type}, QStringLiteral("0"), numberFont(11 * m_type), m_theme.ink2,
                 Align::centre);
    }

    void drawRows(const Axis &sum, const Axis &lengths)
    {
        double running = 0;
        double y = m_top;
        for (std::size_t i = 0; i < m_ways.size(); ++i, y += m_pitch) {
            const Way &way = m_ways[i];
            const double value = way.gradient[m_scene.playhead.unit];
            const double from = way.isSum ? 0 : running;
            const double to = way.isSum ? value : running + value;
            const QFont name = interfaceFont(14 * m_type, way.isSum ? QFont::DemiBold : QFont::Normal);
            const QColor colour = way.through ? m_theme.of(roleOf(*way.through)).text : m_theme.ink;
            drawText(m_painter, {m_where.left(), y + m_pitch / 2 + 5 * m_type}, way.name, name, colour);
            drawBar(sum.x(from), sum.x(to), y, fillOfSign(value, m_theme), way.isSum);
            drawNumber(sum.left + sum.width + 86 * m_type, y, value, way.isSum);
            drawBar(lengths.x(0), lengths.x(way.gradient.norm()), y, m_theme.of(Role::gradient).hue, way.isSum);
            drawNumber(lengths.left + lengths.width + 86 * m_type, y, way.gradient.norm(), way.isSum);
            if (!way.isSum)
                drawLink(sum.x(to), y);
            running = to;
            addArea(way, value, y);
        }
    }

    /// An LSTM's other state has a way of its own, which is not part of dL/dh.
    void drawCellConveyor()
    {
        const GradientPath path = rememberedWaysBack(m_scene, m_scene.moment(), Part::cell).front();
        const double y = m_where.top() + 16 * m_type;
        const double right = m_where.right();
        const QString numbers = QCoreApplication::translate("gatescope", "unit %1: %2, length %3")
                                    .arg(shortUnitLabel(m_scene, m_scene.playhead.unit),
                                         gradientNumber(path.gradient[m_scene.playhead.unit], 2),
                                         gradientNumber(path.gradient.norm(), 2));
        const double width
            = drawText(m_painter, {right, y}, numbers, numberFont(13 * m_type), m_theme.ink, Align::right)
            + 12 * m_type;
        const double formula = drawMath(m_painter, {right - width, y}, QStringLiteral("f ⊙ [g]∂L/∂c[/]"), 17 * m_type,
                                        m_theme.ink, m_theme, Align::right)
            + 10 * m_type;
        drawText(m_painter, {right - width - formula, y},
                 QCoreApplication::translate("gatescope", "besides, along the cell state"), interfaceFont(13 * m_type),
                 m_theme.ink2, Align::right);
    }

    double barHeight() const { return std::min(18 * m_type, m_pitch * 0.62); }

    void drawBar(double from, double to, double y, const QColor &fill, bool outlined)
    {
        const QRectF bar(std::min(from, to), y + (m_pitch - barHeight()) / 2, std::max(1.5, std::abs(to - from)),
                         barHeight());
        m_painter.setPen(outlined ? QPen(m_theme.ink, 1.5) : QPen(Qt::NoPen));
        m_painter.setBrush(fill);
        m_painter.drawRoundedRect(bar, 2, 2);
    }

    /// From the end of one part to the beginning of the next.
    void drawLink(double x, double y)
    {
        m_painter.setPen(QPen(m_theme.ink3, 1, Qt::DotLine));
        m_painter.drawLine(QPointF(x, y + (m_pitch + barHeight()) / 2),
                           QPointF(x, y + m_pitch + (m_pitch - barHeight()) / 2));
    }

    void drawNumber(double right, double y, double value, bool strong)
    {
        drawText(m_painter, {right, y + m_pitch / 2 + 5 * m_type}, gradientNumber(value, 2),
                 numberFont(14 * m_type, strong ? QFont::Bold : QFont::Normal), m_theme.ink, Align::right);
    }

    void addArea(const Way &way, double value, double y)
    {
        PlayheadState to = m_scene.playhead;
        to.pass = Pass::backward;
        m_areas.push_back({QRectF(m_where.left(), y, m_where.width(), m_pitch), to,
                           QCoreApplication::translate("gatescope", "%1: unit %2 receives %3, length over all units %4")
                               .arg(way.name, unitLabel(m_scene, m_scene.playhead.unit), gradientNumber(value, 3),
                                    gradientNumber(way.gradient.norm(), 3))});
    }

    QPainter &m_painter;
    QRectF m_where;
    const Scene &m_scene;
    const Theme &m_theme;
    double m_type;
    HitAreas &m_areas;
    std::vector<Way> m_ways;
    double m_pitch;
    double m_top;
};

} // namespace

void drawGradientSplit(QPainter &painter, const QRectF &where, const Scene &scene, double type, HitAreas &areas)
{
    GradientSplitPainter(painter, where, scene, type, areas).draw();
}

} // namespace gatescope
