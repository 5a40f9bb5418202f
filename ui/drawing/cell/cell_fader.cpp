// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell/cell_fader.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/sign_marks.h"
#include "ui/drawing/words/unit_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr int mostKnobs = 16; ///< more units have marks instead of knobs

class FaderPainter
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    FaderPainter(CellCanvas &canvas, const Fader &fader)
        : m_canvas(canvas), m_painter(canvas.painter()), m_plan(canvas.plan()), m_theme(canvas.theme()), m_fader(fader),
          m_many(m_plan.rows.count > mostKnobs || m_plan.rows.pitch < 9)
    {
    }

    void draw()
    {
        drawPanel();
        const Opacity opacity(m_painter, m_fader.strength);
        drawCaps(m_fader.capOld, m_fader.old, Role::state, 1);
        drawCaps(m_fader.capNew, m_fader.candidate, Role::candidate, m_fader.candidateShown);
        const int followed = m_canvas.followed();
        if (m_many) {
            drawManyKnobs();
        } else {
            for (int row = 0; row < m_plan.rows.count; ++row) {
                drawTrack(row);
                if (row != followed)
                    drawKnob(row);
            }
        }
        drawTrack(followed);
        drawKnob(followed);
        addAreas();
    }

private:
    double xOf(int row, double share = 1) const
    {
        // From the end that keeps everything the knob slides to its place.
        const double kept = 1 - (1 - m_fader.kept[row]) * share;
        return m_fader.trackRight() - (m_fader.trackRight() - m_fader.trackLeft()) * kept;
    }

    void drawPanel()
    {
        const double margin = m_plan.mark(8);
        const QRectF panel(m_fader.left, m_plan.upperTop - margin, m_fader.right - m_fader.left,
                           m_plan.rows.total() + 2 * margin);
        m_painter.setPen(QPen(m_theme.line, 1));
        m_painter.setBrush(m_theme.panel);
        m_painter.drawRoundedRect(panel, m_plan.mark(10), m_plan.mark(10));
        m_painter.fillRect(QRectF(panel.left() + 1, m_plan.upperTop + m_plan.rows.top(m_canvas.followed()) - 2,
                                  panel.width() - 2, m_plan.rows.focus + 4),
                           m_theme.wash);
    }

    void drawCaps(double left, const Vector &values, Role role, double shown)
    {
        const ColumnStyle style{.role = role, .scale = m_fader.scale, .digits = 0};
        if (isStrip(m_plan.rows)) {
            if (shown >= 1)
                drawColours(m_painter, left, m_plan.upperTop, m_fader.capWidth, values, m_plan.rows, style, m_theme);
            return;
        }
        for (int row = 0; row < m_plan.rows.count; ++row) {
            const double height = m_plan.rows.height(row);
            const double inset = height > 10 ? 2 : 1;
            const QRectF cap(left, m_plan.upperTop + m_plan.rows.top(row) + inset, m_fader.capWidth,
                             height - 2 * inset);
            const double share = rowShare(m_plan.rows, row, shown);
            m_painter.setPen(QPen(m_theme.line, 1));
            m_painter.setBrush(share >= 1 ? valueFill(values[row], style.style, role, style.scale, m_theme)
                                          : m_theme.paper);
            m_painter.drawRoundedRect(cap, std::min(3.0, height / 4), std::min(3.0, height / 4));
            if (share >= 1)
                drawSignMark(m_painter, cap, values[row], style, m_theme);
        }
    }

    void drawTrack(int row)
    {
        const bool big = row == m_canvas.followed();
        const double y = m_plan.upperMiddle(row);
        const double tick = std::min(m_plan.mark(4), m_plan.rows.height(row) * 0.3);
        m_painter.setPen(QPen(m_theme.ink3, std::max(1.0, m_plan.mark(big ? 3 : 2)), Qt::SolidLine, Qt::RoundCap));
        m_painter.drawLine(QPointF(m_fader.trackLeft(), y), QPointF(m_fader.trackRight(), y));
        m_painter.setPen(QPen(m_theme.ink3, 1));
        for (const double x : {m_fader.trackLeft(), m_fader.trackMiddle(), m_fader.trackRight()})
            m_painter.drawLine(QPointF(x, y - tick), QPointF(x, y + tick));
    }

    void drawKnob(int row)
    {
        const double share = rowShare(m_plan.rows, row, m_fader.blended);
        if (m_fader.blended <= 0 || (share <= 0 && row != m_canvas.followed()))
            return;
        const QPointF at(xOf(row, share), m_plan.upperMiddle(row));
        m_painter.setPen(QPen(m_theme.panel, 2));
        m_painter.setBrush(m_theme.of(Role::keeps).hue);
        if (row != m_canvas.followed() || !m_fader.numbers) {
            const double radius
                = std::min(m_plan.mark(row == m_canvas.followed() ? 11 : 7), m_plan.rows.height(row) / 2 - 1);
            m_painter.drawEllipse(at, radius, radius);
            return;
        }
        const bool isClass = m_canvas.scene().classroom;
        const double largest = (m_plan.rows.focus - 4) / 0.9; // digits as high as the pill, from the last row
        const double pixels = std::max(11.0, isClass ? std::min(m_plan.mark(44), largest) : m_plan.mark(17));
        const double room = m_plan.rows.focus - (isClass ? 1 : 4);
        const QSizeF size(pixels * 2.4 + m_plan.mark(13), std::min(room, pixels * 1.65));
        // The pill stays between the caps; its pointer tells the exact place.
        const double half = size.width() / 2;
        const double x = std::clamp(at.x(), m_fader.capOld + m_fader.capWidth + half + 2, m_fader.capNew - half - 2);
        m_painter.drawRoundedRect(QRectF(x - half, at.y() - size.height() / 2, size.width(), size.height()),
                                  size.height() / 2, size.height() / 2);
        const QColor ink = m_theme.inkOn(m_theme.of(Role::keeps).hue, 1);
        drawText(m_painter, {x, at.y() + pixels * 0.365}, onStage(m_fader.gate[row]),
                 numberFont(pixels, QFont::DemiBold), ink, Align::centre);
    }

    /// For each line of pixels the reach of its units' knobs, and their mean.
    void drawManyKnobs()
    {
        const double height = std::max(1.0, m_plan.rows.pitch);
        QColor reach = m_theme.of(Role::keeps).hue;
        reach.setAlphaF(0.35f);
        m_painter.setRenderHint(QPainter::Antialiasing, m_plan.rows.pitch >= 3);
        drawTrackEnds();
        const int followed = m_canvas.followed();
        for (int first = 0; first < m_plan.rows.count;) {
            const double top = m_plan.upperTop + m_plan.rows.top(first);
            int last = first;
            while (last + 1 < m_plan.rows.count && last + 1 != followed
                   && m_plan.upperTop + m_plan.rows.top(last + 1) < top + height - 1e-6)
                ++last;
            if (first != followed && rowShare(m_plan.rows, last, m_fader.blended) >= 1)
                drawMark(first, last, top, height, reach);
            first = last + 1;
        }
        m_painter.setRenderHint(QPainter::Antialiasing, true);
    }

    void drawTrackEnds()
    {
        // Not as lines: Qt asks its other threads to help with long ones, which takes longer than these.
        for (const double x : {m_fader.trackLeft(), m_fader.trackMiddle(), m_fader.trackRight()})
            fillGround(m_painter, QRectF(std::round(x), m_plan.upperTop, 1, m_plan.rows.total()), m_theme.line);
    }

    void drawMark(int first, int last, double top, double height, const QColor &reach)
    {
        double lowest = xOf(first), highest = lowest, sum = 0;
        for (int row = first; row <= last; ++row) {
            const double x = xOf(row);
            lowest = std::min(lowest, x);
            highest = std::max(highest, x);
            sum += x;
        }
        const double mean = sum / (last - first + 1);
        const double inset = height >= 3 ? 0.5 : 0;
        if (highest > lowest)
            m_painter.fillRect(QRectF(lowest, top + inset, highest - lowest, height - 2 * inset), reach);
        m_painter.fillRect(QRectF(mean - 2.5, top + inset, 5, height - 2 * inset), m_theme.of(Role::keeps).hue);
    }

    void addAreas()
    {
        const QString kept = tr("unit %1 keeps %2 of its old value, takes %3 of the candidate");
        const QString pending = tr("unit %1: blends its old value with the candidate");
        const int stride = std::max(1, int(std::ceil(1.5 / std::max(m_plan.rows.pitch, 1e-3))));
        const auto add = [&](int row, int count) {
            const double top = m_plan.upperTop + m_plan.rows.top(row);
            const double height = row == m_canvas.followed() ? m_plan.rows.focus : count * m_plan.rows.pitch;
            const bool known = rowShare(m_plan.rows, row, m_fader.blended) >= 1;
            const double share = m_fader.kept[row];
            const QString label = unitLabel(m_canvas.scene(), row);
            m_canvas.area({m_fader.left, top, m_fader.right - m_fader.left, height}, m_fader.part,
                          known ? kept.arg(label, inInspector(share), inInspector(1 - share)) : pending.arg(label), row,
                          {u"h_new"_qs, row});
        };
        for (int row = 0; row < m_plan.rows.count; row += stride) {
            if (row != m_canvas.followed())
                add(row, std::min(stride, m_plan.rows.count - row));
        }
        add(m_canvas.followed(), 1);
        m_canvas.emphasis().operations(
            {m_fader.left, m_plan.upperTop, m_fader.right - m_fader.left, m_plan.rows.total()}, u"h_new");
    }

    CellCanvas &m_canvas;
    QPainter &m_painter;
    const CellPlan &m_plan;
    const Theme &m_theme;
    const Fader &m_fader;
    bool m_many;
};

} // namespace

void drawFader(CellCanvas &canvas, const Fader &fader)
{
    const PainterScope scope(canvas.painter());
    FaderPainter(canvas, fader).draw();
}

} // namespace gatescope
