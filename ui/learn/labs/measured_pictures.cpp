// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/measured_pictures.h"

namespace gatescope {

namespace {

constexpr int labUnits = 4, mostZerosRead = 20, stepsOfAPiece = 4, sequencesOfAPiece = 3;

} // namespace

SmallGru labGru(bool bias, bool bidirectional, std::uint64_t seed)
{
    return smallGru(labInputs, labUnits, bias, bidirectional, seed);
}

std::optional<PaddingPicture> paddingPicture(const SmallGru &gru, const Batch &batch, PaddingSide side, int steps,
                                             bool enforceSorted)
{
    auto reading = readPadded(gru, batch, side, steps);
    if (!reading)
        return std::nullopt;
    PaddingPicture picture{*std::move(reading), packedOrder(batch.lengths, enforceSorted), {}};
    for (int n = 0; n < batch.sequences(); ++n) {
        auto curve = driftCurve(gru, batch, n, side, mostZerosRead);
        if (!curve)
            return std::nullopt;
        picture.curves.push_back(*std::move(curve));
    }
    return picture;
}

std::optional<StatefulPicture> statefulPicture(const SmallGru &gru, StatefulWay way, bool isDetached,
                                               std::uint64_t seed)
{
    auto reading
        = readStateful(gru, statefulPieces(stepsOfAPiece, sequencesOfAPiece, labInputs, seed), way, isDetached);
    return reading ? std::optional(StatefulPicture{*std::move(reading), way, isDetached}) : std::nullopt;
}

} // namespace gatescope
