// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/work/gru_work.h"
#include "gpu/work/learning_work.h"
#include "gpu/work/lstm_work.h"
#include "gpu/work/rnn_work.h"
#include "gpu/work/token_work.h"

#include <variant>

namespace gatescope::gpu {

/// All that a device is asked to do beside matrix products and copies. A new work is one struct and one entry here.
using Work = std::variant<GruForward, GruGates, GruCandidate, GruBackward, GruBlendBackward, GruResetBackward,
                          LstmForward, LstmBackward, RnnForward, RnnBackward, Mask, Add, AddBias, Heard, HeardBackward,
                          LookUp, LookUpBackward, TokenLoss, PartSums, FoldSums, ClipRule, MoveWeights>;

} // namespace gatescope::gpu
