// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importer/stored_model.h"

namespace gatescope {

/// The nodes of an ONNX file as JSON, see core/io/onnx/onnx_graph.h, and its floating-point initialisers. Refuses what
/// has its numbers in other files, and functions and graphs within nodes. Nothing is checked or inferred by ONNX' own
/// code: the file's messages alone are read.
Result<StoredModel> readOnnx(std::string bytes);

} // namespace gatescope
