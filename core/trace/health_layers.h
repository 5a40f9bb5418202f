// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/finding.h"

namespace gatescope {

// What the health report says of one layer in one direction. Each function adds its findings.

/// A layer and direction of a run, and all of its steps in all sequences.
struct LayerInSight {
    const Trace &trace;
    int layer;
    Direction direction;

    const LayerTrace &made() const { return trace.at(layer, direction); }
    /// As layerName() has it.
    Sentence name() const;
    int realSteps() const;
    /// The values of a part's unit at all real steps [step of any sequence, unit].
    Matrix all(Part part) const;
    /// The step in the middle of the longest sequence: where something that is true of nearly all steps is seen.
    Moment middle() const;
    Finding finding(FindingKind kind, Severity severity, Sentence sentence) const;
};

void addSaturation(const LayerInSight &layer, std::vector<Finding> &findings);
void addUnits(const LayerInSight &layer, std::vector<Finding> &findings);
void addMemory(const LayerInSight &layer, std::vector<Finding> &findings);
void addGradients(const LayerInSight &layer, const GradientTrace &gradients, std::vector<Finding> &findings);

/// "3, 5, 8"; of many the first eight and "…".
std::string listed(const std::vector<int> &numbers);
/// The same by their names, which must reach that far.
std::string listed(const std::vector<int> &numbers, const std::vector<std::string> &names);
/// Three digits that count: "12.3", "0.00123", "4.5e-08".
std::string shortText(double value);

} // namespace gatescope
