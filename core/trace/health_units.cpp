// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/health_layers.h"
#include "core/trace/health_report.h"

#include "core/model/squash.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr Eigen::Index mostUnitsToCompare = 1024;

/// The steps of each unit's state, and what is already said of it.
struct Units {
    Matrix h; ///< [step, unit]
    std::vector<bool> isSaid;
};

std::string count(std::size_t number)
{
    return std::to_string(number);
}

void addAtBound(const LayerInSight &layer, Units &units, std::vector<Finding> &findings)
{
    if (rangeOf(layer.trace.spec, Part::state) != Range::bounded)
        return;
    std::vector<int> found;
    for (Eigen::Index unit = 0; unit < units.h.cols(); ++unit) {
        const double share = double((units.h.col(unit).array().abs() >= saturated).count()) / double(units.h.rows());
        if (share < nearlyAll)
            continue;
        found.push_back(static_cast<int>(unit));
        units.isSaid[std::size_t(unit)] = true;
    }
    if (found.empty())
        return;
    Finding finding = layer.finding(
        FindingKind::unitAtBound, Severity::remark,
        sentence("%1: the state of %2 of %3 units (%4) is over 0.95 in size at nearly every step: on this input they "
                 "say little more than yes or no.",
                 {layer.name(), count(found.size()), count(std::size_t(units.h.cols())), listed(found)}));
    finding.part = Part::state;
    finding.numbers = {{"smallest_size", units.h.col(found.front()).cwiseAbs().minCoeff()}};
    finding.units = std::move(found);
    findings.push_back(std::move(finding));
}

void addStill(const LayerInSight &layer, Units &units, std::vector<Finding> &findings)
{
    std::vector<int> found;
    double widest = 0;
    for (Eigen::Index unit = 0; unit < units.h.cols(); ++unit) {
        const double range = units.h.col(unit).maxCoeff() - units.h.col(unit).minCoeff();
        if (range >= stillRange || units.isSaid[std::size_t(unit)])
            continue;
        found.push_back(static_cast<int>(unit));
        units.isSaid[std::size_t(unit)] = true;
        widest = std::max(widest, range);
    }
    if (found.empty())
        return;
    Finding finding = layer.finding(FindingKind::unitStill, Severity::problem,
                                    sentence("%1: the state of %2 of %3 units (%4) moves by no more than %5 over all "
                                             "steps: on this input they tell nothing apart.",
                                             {layer.name(), count(found.size()), count(std::size_t(units.h.cols())),
                                              listed(found), shortText(widest)}));
    finding.part = Part::state;
    finding.units = std::move(found);
    finding.numbers = {{"widest_range", widest}};
    findings.push_back(std::move(finding));
}

/// Units that say the same at every step; one finding for each group.
void addDuplicates(const LayerInSight &layer, Units &units, std::vector<Finding> &findings)
{
    if (units.h.cols() > mostUnitsToCompare)
        return;
    const auto areSame = [&](Eigen::Index one, Eigen::Index other) {
        for (Eigen::Index t = 0; t < units.h.rows(); ++t)
            if (std::abs(units.h(t, one) - units.h(t, other)) >= sameState)
                return false;
        return true;
    };
    for (Eigen::Index unit = 0; unit < units.h.cols(); ++unit) {
        if (units.isSaid[std::size_t(unit)])
            continue;
        std::vector<int> group{static_cast<int>(unit)};
        for (Eigen::Index other = unit + 1; other < units.h.cols(); ++other) {
            if (units.isSaid[std::size_t(other)] || !areSame(unit, other))
                continue;
            group.push_back(static_cast<int>(other));
            units.isSaid[std::size_t(other)] = true;
        }
        if (group.size() < 2)
            continue;
        Finding finding = layer.finding(
            FindingKind::duplicateUnits, Severity::remark,
            sentence(
                "%1: units %2 have the same state at every step, to within 0.001: on this input one of them would do.",
                {layer.name(), listed(group)}));
        finding.part = Part::state;
        finding.units = std::move(group);
        findings.push_back(std::move(finding));
    }
}

/// Which gate says how much of the old state is kept, and what share: z or 1 − z of a GRU, f of an LSTM.
Matrix keptShares(const LayerInSight &layer)
{
    if (layer.trace.spec.cell == CellKind::lstm)
        return layer.all(Part::forgetGate);
    const Matrix z = layer.all(Part::update);
    return layer.trace.spec.update == UpdateMeaning::keeps ? z : Matrix(1 - z.array());
}

/// The moment at which this unit lets go most: the share that is not kept, of what was there to lose.
Moment greatestLoss(const LayerInSight &layer, int unit)
{
    const NetworkSpec &spec = layer.trace.spec;
    const bool isLstm = spec.cell == CellKind::lstm;
    const TimeArray &gate = layer.made()[isLstm ? Part::forgetGate : Part::update];
    const Part memory = isLstm ? Part::cell : Part::state;
    Moment found{layer.layer, layer.direction};
    double most = -1;
    for (int n = 0; n < gate.batch(); ++n) {
        for (int t = 0; t < layer.trace.length(n); ++t) {
            const Moment moment{layer.layer, layer.direction, t, n};
            const double value = gate(t, n, unit);
            const double kept = isLstm || spec.update == UpdateMeaning::keeps ? value : 1 - value;
            const double lost = (1 - kept) * std::abs(stateBefore(layer.trace, moment, memory)[unit]);
            if (lost > most) {
                most = lost;
                found = moment;
            }
        }
    }
    return found;
}

/// After how many steps half is left when each leaves this share.
double halfLife(double share)
{
    if (share <= 0)
        return 0;
    return share >= 1 ? std::numeric_limits<double>::infinity() : std::log(0.5) / std::log(share);
}

/// A half-life beyond this is as good as for ever on any sequence that is looked at.
Argument stepsText(double steps)
{
    constexpr double longest = 1e6;
    return steps > longest ? sentence("over 1000000") : Argument(shortText(steps));
}

} // namespace

void addUnits(const LayerInSight &layer, std::vector<Finding> &findings)
{
    Units units{layer.all(Part::state), {}};
    units.isSaid.resize(std::size_t(units.h.cols()));
    addAtBound(layer, units, findings);
    addStill(layer, units, findings);
    addDuplicates(layer, units, findings);
}

void addMemory(const LayerInSight &layer, std::vector<Finding> &findings)
{
    if (layer.trace.spec.cell == CellKind::rnn) {
        findings.push_back(layer.finding(FindingKind::memoryLength, Severity::note,
                                         sentence("%1: an RNN has no gate that keeps its state, so no half-life can "
                                                  "be read off; look at its gradient instead.",
                                                  {layer.name()})));
        return;
    }
    const bool isLstm = layer.trace.spec.cell == CellKind::lstm;
    const Matrix kept = keptShares(layer);
    const Vector shares = kept.colwise().mean().transpose();
    Eigen::Index longest = 0, shortest = 0;
    shares.maxCoeff(&longest);
    shares.minCoeff(&shortest);
    const Sentence said = isLstm
        ? sentence("%1: by the mean of the forget gate, half of what a cell holds is gone "
                   "after %2 steps (unit %3) to %4 steps (unit %5), unless it is written anew, "
                   "on this input. Unit %5 lets most of what it held go at step %6.")
        : sentence("%1: by the mean of the update gate, half of what a state holds is gone "
                   "after %2 steps (unit %3) to %4 steps (unit %5), unless it is written anew, "
                   "on this input. Unit %5 lets most of what it held go at step %6.");
    const Moment lost = greatestLoss(layer, static_cast<int>(longest));
    Finding finding = layer.finding(FindingKind::memoryLength, Severity::note, said);
    finding.sentence.arguments = {layer.name(),
                                  stepsText(halfLife(shares[shortest])),
                                  std::to_string(shortest),
                                  stepsText(halfLife(shares[longest])),
                                  std::to_string(longest),
                                  std::to_string(lost.step)};
    finding.place = lost;
    finding.part = isLstm ? Part::forgetGate : Part::update;
    for (Eigen::Index unit = 0; unit < shares.size(); ++unit) {
        finding.units.push_back(static_cast<int>(unit));
        finding.numbers.push_back({"mean_kept_share_" + std::to_string(unit), shares[unit]});
    }
    std::ranges::stable_sort(finding.units, std::greater(),
                             [&](int unit) { return shares[unit]; }); // the longest leads
    findings.push_back(std::move(finding));
}

} // namespace gatescope
