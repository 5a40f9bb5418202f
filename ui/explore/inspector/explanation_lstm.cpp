// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/cell_explanation.h"
#include "ui/explore/inspector/code_listings.h"
#include "ui/explore/inspector/gradients_explained.h"
#include "ui/explore/inspector/number_line.h"

#include <cmath>

namespace gatescope {

namespace {

void explainForget(const FollowedUnit &unit, Explanation &explanation)
{
    explanation.blocks << Remark{Words::tr("How much of its old value the cell keeps: 1 keeps all, 0 forgets all.")};
    addSquashedSum(unit, unit.blockOf(Part::forgetGate), explanation);
}

void explainInputGate(const FollowedUnit &unit, Explanation &explanation)
{
    explanation.blocks << Remark{
        Words::tr("How much of the candidate is let into the cell: 1 lets all in, 0 nothing.")};
    addSquashedSum(unit, unit.blockOf(Part::inputGate), explanation);
}

void explainCandidate(const FollowedUnit &unit, Explanation &explanation)
{
    explanation.blocks << Remark{Words::tr("What could be added to the cell.")};
    addSquashedSum(unit, unit.blockOf(Part::cellCandidate), explanation);
}

/// c' = f·c + i·g
void explainCell(const FollowedUnit &unit, Explanation &explanation)
{
    const double f = unit.value(Part::forgetGate);
    const double i = unit.value(Part::inputGate);
    const double g = unit.value(Part::cellCandidate);
    const double old = unit.before(Part::cell);
    const double c = unit.value(Part::cell);
    explanation.blocks << Remark{Words::tr(
                                     "The cell keeps %1 % of its old value and takes in %2 % of the candidate. The "
                                     "two gates are free of each other.")
                                     .arg(qRound(100 * f))
                                     .arg(qRound(100 * i))}
                       << Equation{{upright(unit.symbol(Part::cell) + " = " + unit.symbol(Part::forgetGate) + " "
                                            + unit.symbolBefore(Part::cell) + " + " + unit.symbol(Part::inputGate) + " "
                                            + unit.symbol(Part::cellCandidate))}}
                       << Numbers{{{words("= "), of(unit.term(Part::forgetGate), value(f, Role::keeps)), words(" × "),
                                    of(unit.termBefore(Part::cell), factor(old, Role::state)), words(" + "),
                                    of(unit.term(Part::inputGate), value(i, Role::letsBy)), words(" × "),
                                    of(unit.term(Part::cellCandidate), factor(g, Role::candidate))},
                                   {words("= "), of({u"f⊙c"_qs, unit.unit()}, value(f * old)),
                                    of({u"i⊙g"_qs, unit.unit()}, term(i * g))},
                                   {words("= "), of(unit.term(Part::cell), result(c))}},
                                  c};
}

void explainOutputGate(const FollowedUnit &unit, Explanation &explanation)
{
    explanation.blocks << Remark{
        Words::tr("How much of the cell is shown to the outside: 1 shows all of it, 0 nothing.")};
    addSquashedSum(unit, unit.blockOf(Part::outputGate), explanation);
}

/// h' = o·tanh(c')
void explainState(const FollowedUnit &unit, Explanation &explanation)
{
    const double o = unit.value(Part::outputGate);
    const double c = unit.value(Part::cell);
    const double h = unit.value(Part::state);
    explanation.blocks << Remark{Words::tr("The cell may grow past 1; what it shows is squashed first.")}
                       << Equation{{upright(unit.symbol(Part::state) + " = " + unit.symbol(Part::outputGate)
                                            + " *tanh*(" + unit.symbol(Part::cell) + ")")}}
                       << Numbers{{{words("= "), of(unit.term(Part::outputGate), value(o, Role::letsBy)),
                                    words(" × tanh("), of(unit.term(Part::cell), value(c, Role::state)), words(")")},
                                   {words("= "), of(unit.term(Part::outputGate), value(o)), words(" × "),
                                    of({u"tanh c"_qs, unit.unit()}, factor(std::tanh(c)))},
                                   {words("= "), of(unit.term(Part::state), result(h))}},
                                  h}
                       << SquashCurve{[](double a) { return std::tanh(a); }, true, c, std::tanh(c), Role::state};
}

} // namespace

const CellExplanation &lstmExplanation()
{
    static const CellExplanation table{CellKind::lstm,
                                       {explainInputs, explainForget, explainInputGate, explainCandidate, explainCell,
                                        explainOutputGate, explainState},
                                       lstmGradients(),
                                       lstmCode};
    return table;
}

} // namespace gatescope
