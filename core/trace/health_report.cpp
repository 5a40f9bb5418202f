// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/health_report.h"

#include "core/trace/health_layers.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

constexpr std::array<std::pair<FindingKind, std::string_view>, 12> findingNames{
    {{FindingKind::gateSaturated, "gate_saturated"},
     {FindingKind::candidateSaturated, "candidate_saturated"},
     {FindingKind::unitStill, "unit_still"},
     {FindingKind::unitAtBound, "unit_at_bound"},
     {FindingKind::memoryLength, "memory_length"},
     {FindingKind::forgotten, "forgotten"},
     {FindingKind::gradientDies, "gradient_dies"},
     {FindingKind::gradientReaches, "gradient_reaches"},
     {FindingKind::gradientExplodes, "gradient_explodes"},
     {FindingKind::convention, "convention"},
     {FindingKind::unusedInput, "unused_input"},
     {FindingKind::duplicateUnits, "duplicate_units"}}};

struct Convention {
    ResetPlacement reset;
    UpdateMeaning update;
    Sentence sentence;
};

/// gru.md, A1.
const std::vector<Convention> &conventions()
{
    using enum ResetPlacement;
    using enum UpdateMeaning;
    static const std::vector<Convention> table{
        {after, keeps,
         sentence(
             "The reset gate acts after the product, r∘(U h + b), and an update gate near 1 keeps the old state: as "
             "in files of PyTorch, of cuDNN and of Keras (reset_after=True).")},
        {before, keeps,
         sentence(
             "The reset gate acts before the product, U (r∘h), and an update gate near 1 keeps the old state: as in "
             "files of Keras (reset_after=False), of TensorFlow.js and of ONNX (linear_before_reset=0); PyTorch "
             "would compute something else with these numbers.")},
        {before, overwrites,
         sentence(
             "The reset gate acts before the product, U (r∘h), and an update gate near 1 overwrites the old state: "
             "as in Chung et al. (2014) and many texts; in PyTorch and Keras z means the opposite.")},
        {after, overwrites,
         sentence("The reset gate acts after the product, r∘(U h + b), as in PyTorch, but an update gate near 1 "
                  "overwrites the old state, as in Chung et al. (2014); in PyTorch and Keras z means the opposite.")},
    };
    return table;
}

void addConvention(const Trace &trace, std::vector<Finding> &findings)
{
    if (trace.spec.cell != CellKind::gru)
        return;
    const auto found = std::ranges::find_if(conventions(), [&](const Convention &convention) {
        return convention.reset == trace.spec.reset && convention.update == trace.spec.update;
    });
    findings.push_back({FindingKind::convention, Severity::note, found->sentence, {}, std::nullopt, {}, {}});
}

/// Columns of layer 0's W that are nearly 0 in every direction.
void addUnusedInputs(const Trace &trace, const Parameters &parameters, const std::vector<std::string> &names,
                     std::vector<Finding> &findings)
{
    Vector lengths = Vector::Zero(trace.spec.inputSize);
    for (int d = 0; d < trace.spec.directions(); ++d)
        lengths = lengths.cwiseMax(parameters.layers[d].W.colwise().norm().transpose());
    const double largest = lengths.maxCoeff();
    std::vector<int> unused;
    for (int i = 0; i < trace.spec.inputSize; ++i)
        if (lengths[i] <= unusedShare * largest)
            unused.push_back(i);
    if (unused.empty())
        return;
    Finding finding{
        FindingKind::unusedInput,
        Severity::remark,
        sentence("Layer 0: %1 of %2 inputs (%3) hardly count: their columns of W are under a hundredth of the largest.",
                 {std::to_string(unused.size()), std::to_string(trace.spec.inputSize),
                  int(names.size()) == trace.spec.inputSize ? listed(unused, names) : listed(unused)}),
        {},
        std::nullopt,
        unused,
        {{"largest_column", largest}}};
    for (const int i : unused)
        finding.numbers.push_back({"column_" + std::to_string(i), lengths[i]});
    findings.push_back(std::move(finding));
}

} // namespace

std::string_view findingName(FindingKind kind)
{
    return std::ranges::find(findingNames, kind, &std::pair<FindingKind, std::string_view>::first)->second;
}

std::string_view severityName(Severity severity)
{
    constexpr std::array<std::string_view, 3> names{"problem", "remark", "note"};
    return names[static_cast<std::size_t>(severity)];
}

std::vector<Finding> healthReport(const Trace &trace, const GradientTrace *gradients, const Parameters &parameters,
                                  const std::vector<std::string> &inputNames)
{
    std::vector<Finding> findings;
    addConvention(trace, findings);
    addUnusedInputs(trace, parameters, inputNames, findings);
    for (int layer = 0; layer < trace.spec.layers; ++layer) {
        for (int d = 0; d < trace.spec.directions(); ++d) {
            const LayerInSight sight{trace, layer, d == 0 ? Direction::forward : Direction::backward};
            if (sight.realSteps() >= fewestSteps) {
                addSaturation(sight, findings);
                addUnits(sight, findings);
            }
            addMemory(sight, findings);
            if (gradients)
                addGradients(sight, *gradients, findings);
        }
    }
    std::ranges::stable_sort(findings, {}, &Finding::severity);
    return findings;
}

void addInOrder(std::vector<Finding> &findings, Finding finding)
{
    findings.insert(std::ranges::lower_bound(findings, finding.severity, {}, &Finding::severity), std::move(finding));
}

} // namespace gatescope
