// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/unit/unit_story.h"

#include <QCoreApplication>

namespace gatescope {

/// Tells the stories of one scene.
class UnitTeller
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    explicit UnitTeller(const Scene &scene) : m_scene(scene), m_here(scene.moment()), m_unit(scene.playhead.unit) { }

    Part part() const { return *describe(m_scene.spec().cell).stepParts[m_scene.playhead.part].completes; }

    double at(Part part) const;
    double gradient(Part part) const;
    UnitNumber number(Part part) const;
    /// h or c as this step finds it.
    UnitNumber before(Part part) const;
    /// The cell state of an LSTM as its new state reads it.
    UnitNumber squashedCell() const;

    UnitCurve gateCurve(double y) const;
    UnitCurve stateCurve(double y) const;
    /// This step and unit at another part.
    PlayheadState atPart(int part) const;

    /// A part that squashes a sum of products.
    UnitStory block() const;

    /// A part that adds products of numbers of the step.
    UnitStory products(Part made, std::vector<UnitTerm> terms) const;

    /// factor × value, where the factor is the gate or what is left of it.
    UnitTerm product(const UnitNumber &gate, bool rest, const UnitNumber &value) const;

    /// What goes back to a number: factor · arriving.
    UnitTerm sent(const UnitNumber &to, const QString &factorWords, double factor, double arriving) const;

    /// The share of dL/dh that the next step sent back, and the rest.
    void splitArriving(UnitStory &story) const;
    /// What a gate lets by of another number.
    UnitOutcome times(const UnitNumber &gate, const UnitNumber &first, const UnitNumber &result) const;

private:
    const Scene &m_scene;
    Moment m_here;
    int m_unit;
};

} // namespace gatescope
