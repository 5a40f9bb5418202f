// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell/cell_flow.h"
#include "ui/drawing/cell_kinds/gru_labels.h"
#include "ui/drawing/cell_kinds/gru_moment.h"

#include <algorithm>

namespace gatescope {

/// What every unit of a GRU's picture stands on: the canvas and where the columns are.
class GruStage
{
protected:
    explicit GruStage(CellCanvas &canvas)
        : m_canvas(canvas), m_painter(canvas.painter()), m_scene(canvas.scene()), m_theme(canvas.theme()),
          m_plan(canvas.plan()), m_columns(gruColumns(m_scene.spec().reset, m_plan)), m_letters(m_scene),
          m_before(m_scene.spec().reset == ResetPlacement::before),
          m_keeps(m_scene.spec().update == UpdateMeaning::keeps)
    {
    }

    double middle(double left) const { return left + m_columns.width / 2; }
    double computed(int part) const { return m_canvas.computed(part); }
    /// The fader's panel.
    double panelLeft() const { return m_columns.capOld - m_plan.across(8); }
    double panelRight() const { return m_columns.capNew + m_columns.capWidth + m_plan.across(8); }
    double panelMiddle() const { return (panelLeft() + panelRight()) / 2; }
    double panelBottom() const { return m_plan.upperBottom + m_plan.mark(8); }
    /// The factor that stands beside r: u, or h where the reset acts before the product.
    double secondFactor() const { return m_before ? m_columns.h : m_columns.u; }
    double operatorRadius() const { return std::min(std::max(8.0, m_plan.mark(15)), m_plan.rows.focus / 2); }

    CellCanvas &m_canvas;
    QPainter &m_painter;
    const Scene &m_scene;
    const Theme &m_theme;
    const CellPlan &m_plan;
    GruColumns m_columns;
    GruLetters m_letters;
    bool m_before; ///< the reset gate acts before the product
    bool m_keeps;  ///< an update gate of 1 keeps the old state
};

} // namespace gatescope
