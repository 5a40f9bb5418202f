// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/batch.h"
#include "core/model/parameters.h"

namespace gatescope {

// A network with a decoder is two plain networks: the encoder, without a head, whose last states the decoder begins
// with; and the decoder, which reads one-hot symbols and has the head. These functions take one apart; its spec must
// have passed its check.

NetworkSpec encoderOf(const NetworkSpec &spec);
NetworkSpec decoderOf(const NetworkSpec &spec);

Parameters encoderOf(const Parameters &parameters);
Parameters decoderOf(const Parameters &parameters);

/// The parameters, or gradients, of a whole from those of its halves.
Parameters joined(const Parameters &encoder, const Parameters &decoder);

/// What a decoder reads under teacher forcing to write these symbols, [sequence][step]: nothing (zeros) at first, then
/// at each step the symbol that was right at the step before; a symbol of −1 is read as nothing. `states` are those in
/// which the encoder ended.
Batch taught(const NetworkSpec &decoder, const std::vector<std::vector<int>> &symbols, const std::vector<Matrix> &h0,
             const std::vector<Matrix> &c0);

} // namespace gatescope
