// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/health_layers.h"
#include "core/trace/health_report.h"

#include "core/model/squash.h"

namespace gatescope {

namespace {

/// What a gate does that stays at one end. Places of each sentence: %1 the layer, %2 how many units, %3 of how many,
/// %4 which, %5 the percentage of steps.
struct SaturatedGate {
    Part part;
    std::optional<UpdateMeaning> update; ///< only in networks whose z means this
    bool isOpen;
    Severity severity;
    Sentence sentence;
};

const std::vector<SaturatedGate> &saturatedGates()
{
    using enum UpdateMeaning;
    static const std::vector<SaturatedGate> table{
        {Part::update, keeps, true, Severity::problem,
         sentence("%1: the update gate of %2 of %3 units (%4) is over 0.95 at %5 % of the steps or more: on this "
                  "input the old state is always kept, and nothing new comes in.")},
        {Part::update, keeps, false, Severity::remark,
         sentence("%1: the update gate of %2 of %3 units (%4) is under 0.05 at %5 % of the steps or more: on this "
                  "input the state is always overwritten by the candidate.")},
        {Part::update, overwrites, false, Severity::problem,
         sentence("%1: the update gate of %2 of %3 units (%4) is under 0.05 at %5 % of the steps or more; here z "
                  "overwrites, so on this input the old state is always kept, and nothing new comes in.")},
        {Part::update, overwrites, true, Severity::remark,
         sentence("%1: the update gate of %2 of %3 units (%4) is over 0.95 at %5 % of the steps or more; here z "
                  "overwrites, so on this input the state is always overwritten by the candidate.")},
        {Part::reset,
         {},
         false,
         Severity::remark,
         sentence("%1: the reset gate of %2 of %3 units (%4) is under 0.05 at %5 % of the steps or more: on this "
                  "input the past is never heard through it.")},
        {Part::reset,
         {},
         true,
         Severity::note,
         sentence("%1: the reset gate of %2 of %3 units (%4) is over 0.95 at %5 % of the steps or more: on this "
                  "input the past is always heard in full through it.")},
        {Part::forgetGate,
         {},
         true,
         Severity::note,
         sentence("%1: the forget gate of %2 of %3 units (%4) is over 0.95 at %5 % of the steps or more: on this "
                  "input the cell always keeps what it has.")},
        {Part::forgetGate,
         {},
         false,
         Severity::remark,
         sentence("%1: the forget gate of %2 of %3 units (%4) is under 0.05 at %5 % of the steps or more: on this "
                  "input the cell always forgets what it had.")},
        {Part::inputGate,
         {},
         false,
         Severity::problem,
         sentence("%1: the input gate of %2 of %3 units (%4) is under 0.05 at %5 % of the steps or more: on this "
                  "input nothing new comes into the cell.")},
        {Part::inputGate,
         {},
         true,
         Severity::note,
         sentence("%1: the input gate of %2 of %3 units (%4) is over 0.95 at %5 % of the steps or more: on this "
                  "input the candidate always comes in in full.")},
        {Part::outputGate,
         {},
         false,
         Severity::problem,
         sentence("%1: the output gate of %2 of %3 units (%4) is under 0.05 at %5 % of the steps or more: on this "
                  "input the cell is never shown to the rest of the network.")},
        {Part::outputGate,
         {},
         true,
         Severity::note,
         sentence("%1: the output gate of %2 of %3 units (%4) is over 0.95 at %5 % of the steps or more: on this "
                  "input the cell is always shown in full.")},
    };
    return table;
}

/// The units for which a condition is true at nearly all steps, given where it is true [step, unit].
struct NearlyAlways {
    std::vector<int> units;
    double smallestShare = 1; ///< of the steps, among these units

    template<typename Conditions>
    explicit NearlyAlways(const Conditions &isTrue)
    {
        for (Eigen::Index unit = 0; unit < isTrue.cols(); ++unit) {
            const double share = double(isTrue.col(unit).count()) / double(isTrue.rows());
            if (share < nearlyAll)
                continue;
            units.push_back(static_cast<int>(unit));
            smallestShare = std::min(smallestShare, share);
        }
    }
};

using Conditions = Eigen::Array<bool, Eigen::Dynamic, Eigen::Dynamic>;

void add(const LayerInSight &layer, const Conditions &isTrue, Finding finding, Part part,
         std::vector<Finding> &findings)
{
    const NearlyAlways always(isTrue);
    if (always.units.empty())
        return;
    finding.part = part;
    finding.units = always.units;
    finding.sentence.arguments = {layer.name(), std::to_string(always.units.size()), std::to_string(isTrue.cols()),
                                  listed(always.units), std::to_string(int(100 * always.smallestShare))};
    finding.numbers = {{"smallest_share", always.smallestShare}};
    findings.push_back(std::move(finding));
}

} // namespace

void addSaturation(const LayerInSight &layer, std::vector<Finding> &findings)
{
    const NetworkSpec &spec = layer.trace.spec;
    for (const SaturatedGate &gate : saturatedGates()) {
        if (!layer.made().parts.contains(gate.part) || (gate.update && *gate.update != spec.update))
            continue;
        const Matrix values = layer.all(gate.part);
        const Conditions isThere
            = gate.isOpen ? Conditions(values.array() >= gateOpen) : Conditions(values.array() <= gateShut);
        add(layer, isThere, layer.finding(FindingKind::gateSaturated, gate.severity, gate.sentence), gate.part,
            findings);
    }
    for (const Part part : {Part::candidate, Part::cellCandidate}) {
        if (!layer.made().parts.contains(part) || rangeOf(spec, part) != Range::bounded)
            continue;
        const Sentence said
            = sentence("%1: the candidate of %2 of %3 units (%4) is over 0.95 in size at %5 % of the steps or more: "
                       "on this input hardly any gradient comes through it.");
        add(layer, layer.all(part).array().abs() >= saturated,
            layer.finding(FindingKind::candidateSaturated, Severity::remark, said), part, findings);
    }
}

} // namespace gatescope
