// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files_together.h"
#include "core/experiment/experiment.h"

namespace gatescope {

/// An experiment as a project of PyTorch, for whoever goes on where one computer is not enough: the network as a
/// module, its weights, what it reads, a check that holds PyTorch's numbers against those of the reference backend, and
/// a training that goes on from the weights, on several devices with torchrun. The scripts are those of
/// resources/pytorch; all else is data beside them. Paths are names in the project's folder. Nothing that the
/// experiment holds (pins) is in it. Attention and a decoder, which torch.nn has not, are the module's own. Refuses
/// what PyTorch would compute otherwise, see inPyTorchConvention, and what has not been checked.
Result<std::vector<FileToWrite>> torchProject(const Experiment &experiment);

} // namespace gatescope
