// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/cpu/activations.h"

namespace gatescope {

/// What a run left behind, as the record that others may keep: 0 past each length.
void copyLayers(Activations &activations, Trace &trace);

/// The other way round, for a trace that any backend made; its initial states are the batch's.
void copyLayers(const Trace &trace, Activations &activations);

/// A matrix in floats, row after row.
std::vector<float> inFloats(const Matrix &matrix);
Matrix matrixOf(const float *floats, int rows, int columns);

} // namespace gatescope
