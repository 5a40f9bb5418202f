// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "ui/drawing/scene/scene.h"

#include <string_view>
#include <vector>

namespace gatescope {

/// How one vector of a step goes into another: each unit into its own, or, through a matrix, all of them into every
/// unit.
struct Flow {
    std::u16string_view from;
    std::u16string_view to;
    std::u16string_view through = {}; ///< the matrix: "U_z"; empty: unit by unit
};
using Flows = std::vector<Flow>;

/// What feeds what in a cell of this kind, one row for each letter on the right of one of its equations.
const Flows &flowsOf(const NetworkSpec &spec);

/// What a term is made of, the matrices too, and what is made of it.
std::vector<Term> inputsOf(const Term &term, const Flows &flows);
std::vector<Term> consumersOf(const Term &term, const Flows &flows);

/// What stays full while a term is lit: itself, its inputs and its consumers; of a matrix also what it multiplies.
/// Without a lit term everything.
class Lighting
{
public:
    explicit Lighting(const Scene &scene);

    const Term &lit() const { return m_lit; }
    explicit operator bool() const { return bool(m_lit); }
    bool isLit(const Term &term) const { return sameTerm(term, m_lit); }
    const std::vector<Term> &full() const { return m_full; }
    /// Of these the lit term and its consumers: what is done to make them is full too.
    const std::vector<Term> &made() const { return m_made; }
    bool isFull(const Term &term) const;
    /// Whether a wire from one vector to another is a way to or from what is lit.
    bool isFull(QStringView from, QStringView to) const;
    /// Those through which the units of the lit term read all of a vector: what is to be fanned out; often none.
    std::vector<Flow> fans() const;

private:
    Term m_lit;
    const Flows *m_flows;
    std::vector<Term> m_full;
    std::vector<Term> m_made;
};

/// What the letters of a cell's equations stand for, by their markup: "z_{2}", "h_{t−1}", "W_{z}". A matrix and a bias
/// stand for the row of the followed unit, of which the equations are.
class TermNames
{
public:
    explicit TermNames(const Scene &scene)
        : m_flows(&flowsOf(scene.spec())), m_candidate(scene.candidateLetter), m_unit(scene.playhead.unit)
    {
    }
    /// Nothing for what is no term of the cell.
    Term named(const QString &name) const;

private:
    const Flows *m_flows;
    QString m_candidate;
    int m_unit;
};

/// What the playhead's part makes of its unit; at the inputs what is read.
Term termOfPart(const NetworkSpec &spec, const PlayheadState &playhead);
/// What a recorded part stands for: "z", "h_new".
QString symbolOfPart(Part part);

} // namespace gatescope
