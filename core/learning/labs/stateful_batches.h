// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/small_gru.h"

namespace gatescope {

/// What stands in the second of two batches, and what it begins with.
enum class StatefulWay {
    carried,   ///< the same sequences in the same order go on with their states
    reordered, ///< they stand in another order; row i still goes on with row i's state
    reset,     ///< they go on, but every state is zeros again
    leftOver   ///< other sequences begin, but with the states of those before them
};

/// Long sequences cut into a first and a second piece, and sequences of their own to begin in the second batch. Each
/// [time, batch, unit].
struct StatefulPieces {
    TimeArray first, second, others;
};

StatefulPieces statefulPieces(int steps, int sequences, int units, std::uint64_t seed);

/// Two batches read one after the other.
struct StatefulReading {
    std::shared_ptr<const Trace> first, second;
    std::vector<int> order;    ///< which sequence stands in each row of the second batch; others begin at sequences()
    bool hasState = true;      ///< whether row i of the second begins with the last state of row i of the first
    Matrix meant;              ///< [row, H]: the last state, had the row's sequence been read alone and in one piece
    std::vector<double> wrong; ///< how far each row's last state lies from it, as a share of it
    /// [row, time of both batches]: the length of the gradient of ½|h_n|² of the second batch by each x of a row. What
    /// stands in the first batch gets one only through a state that is not detached.
    Matrix gradient;

    int sequences() const { return first->batch->sequences(); }
    int steps() const { return first->batch->steps(); }
};

/// The network reads forwards only, as a stateful one must.
Result<StatefulReading> readStateful(const SmallGru &gru, const StatefulPieces &pieces, StatefulWay way,
                                     bool isDetached);

} // namespace gatescope
