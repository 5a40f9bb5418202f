// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell/cell_canvas.h"
#include "ui/drawing/unit/unit_geometry.h"
#include "ui/drawing/unit/unit_stops.h"

namespace gatescope {

/// How far the playhead's part is, each 0 … 1: products first, then the sum falls onto the curve, the point runs into
/// the tank, and from there on.
struct UnitPhases {
    double products = 1, drop = 1, run = 1, outcome = 1;
};

/// The canvas of a unit's picture: a cell's type and colours, with terms at its areas.
class UnitCanvas : public CellCanvas
{
public:
    UnitCanvas(QPainter &painter, const QSizeF &size, const Scene &scene);

    const UnitPlan &at() const { return m_unitPlan; }
    void setPlan(const UnitPlan &plan) { m_unitPlan = plan; }
    const UnitPhases &phases() const { return m_phases; }
    void setPhases(const UnitPhases &phases) { m_phases = phases; }

    /// Opacity of what is computed to this share: full, dimmed, or nothing while it is to be predicted.
    double shown(double share) const;
    /// How much of a number is computed; those of earlier steps are.
    double known(int part) const { return part < 0 ? 1.0 : computed(part); }

    /// The terms of the picture, so that one of another picture dims nothing here.
    void setTerms(std::vector<Term> terms);
    /// 1, or dimmed where something else of the picture is lit.
    double emphasis(const Term &term, const Term &other = {}) const;

    /// A number with as many decimals (at most two) as the room takes.
    void fittingNumber(const QPointF &at, double value, double room, double pixels, const QColor &colour, Align align,
                       int weight = QFont::Normal);
    /// A value in its box; `share` of it is computed.
    void cell(const QRectF &box, double value, bool isGate, Role role, double scale, double share, bool big = false);

    /// The stops of the picture; the term of the chosen one is marked.
    void setStops(std::vector<UnitStop> stops);
    int chosenTerm() const { return m_chosenTerm; }
    const UnitStop *stop() const { return chosenStop(m_stops, scene().playhead); }
    /// The playhead with a term's first stop chosen.
    PlayheadState choosing(int term) const;
    /// A band behind what is chosen, framed.
    void mark(const QRectF &around);
    /// The letter that is read, in a frame that ends here. Returns where it begins.
    double letterChip(double right, double middle, double pitch, const QString &letter);
    /// What stands there is held: a pin in the corner of its box.
    void heldMark(const QRectF &box);

    /// A stored weight's place, of which a bias that two numbers make has two, side by side.
    void placeStored(const QRectF &where, const UnitTerm &term);
    void place(const QRectF &where, const QString &says, const Term &term = {},
               const std::optional<PlayheadState> &leadsTo = {});
    void place(const HitArea &area) { m_unitAreas.push_back(area); }
    /// The playhead at another part of the same unit.
    PlayheadState atPart(int part) const;
    HitAreas takeUnitAreas() { return std::move(m_unitAreas); }

private:
    UnitPlan m_unitPlan;
    UnitPhases m_phases;
    std::vector<Term> m_terms;
    std::vector<UnitStop> m_stops;
    int m_chosenTerm = -1;
    HitAreas m_unitAreas;
};

/// "z_{2}": a symbol with the unit's number, which may have a subscript already.
QString withUnit(const QString &symbol, int unit);

// The parts of the picture, each in a file of its name.

struct UnitForward {
    const UnitStory &story;
    const UnitRows &rows;
    const UnitStory *ghost = nullptr; ///< the same of the run before a what-if
};
void drawUnitHeader(UnitCanvas &canvas);
/// A blend of numbers of the step: instead of products, sum and outcome.
void drawUnitBlend(UnitCanvas &canvas, const UnitForward &forward);
/// What the head says: the share of each output, or nothing where outputs are numbers.
void drawUnitAnswer(UnitCanvas &canvas, const UnitForward &forward);
void drawUnitProducts(UnitCanvas &canvas, const UnitForward &forward);
void drawUnitCurve(UnitCanvas &canvas, const UnitForward &forward);
void drawUnitOutcome(UnitCanvas &canvas, const UnitForward &forward);
void drawUnitWords(UnitCanvas &canvas, const UnitForward &forward);
void drawUnitInputs(UnitCanvas &canvas);
void drawUnitBackward(UnitCanvas &canvas, const UnitForward &forward);

} // namespace gatescope
