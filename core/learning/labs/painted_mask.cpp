// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/painted_mask.h"

#include "core/learning/labs/padded_batch.h"

#include <algorithm>
#include <string>

namespace gatescope {

namespace {

std::string letterOfSequence(int sequence)
{
    return std::string(1, char('A' + sequence));
}

Sentence pytorchOn(const MaskShape &shape)
{
    if (shape.isFull)
        return sentence("Reads every step, as the mask asks. nn.GRU takes no mask at all.");
    if (!shape.emptyRows.empty())
        return sentence("nn.GRU takes no mask, and a PackedSequence needs at least one step of each sequence: %1 has "
                        "none. Take it out of the batch.",
                        {letterOfSequence(shape.emptyRows.front())});
    if (!shape.isRightPadded)
        return sentence("nn.GRU takes no mask, and packing says lengths alone: %1 has a masked step before one that is "
                        "read. Move what is read to the front.",
                        {letterOfSequence(shape.firstBroken)});
    return sentence("nn.GRU takes no mask, but lengths say the same: pack_padded_sequence(x, lengths, "
                    "enforce_sorted=False).");
}

Sentence kerasOn(const MaskShape &shape)
{
    if (shape.isFull)
        return sentence("Reads every step.");
    if (!shape.emptyRows.empty())
        return sentence("A masked step keeps the state and repeats the output before it; of %1 nothing is read, so its "
                        "state stays the initial one.",
                        {letterOfSequence(shape.emptyRows.front())});
    return sentence("A masked step keeps the state and repeats the output before it (zeros with "
                    "zero_output_for_mask=True), wherever it stands.");
}

Sentence cudnnOn(const MaskShape &shape)
{
    if (shape.isFull)
        return sentence("Can compute it, with tanh, sigmoid, biases, reset_after=True and without recurrent_dropout.");
    if (shape.canBePacked())
        return sentence("On TensorFlow it can: the mask is right-padded. On PyTorch and JAX a mask means the loop.");
    return sentence(
        "Cannot: %1. With use_cudnn=\"auto\" the loop computes it, slower; use_cudnn=True is an error, and so "
        "may be a compiled graph.",
        {shape.emptyRows.empty() ? sentence("%1 is not right-padded", {letterOfSequence(shape.firstBroken)})
                                 : sentence("%1 is masked whole", {letterOfSequence(shape.emptyRows.front())})});
}

} // namespace

MaskShape shapeOf(const StepMask &mask)
{
    MaskShape shape;
    for (std::size_t n = 0; n < mask.size(); ++n) {
        const auto &row = mask[n];
        const bool isBroken
            = !std::is_sorted(row.begin(), row.end(), [](bool one, bool other) { return one && !other; });
        if (isBroken && shape.firstBroken < 0)
            shape.firstBroken = int(n);
        shape.isRightPadded &= !isBroken;
        shape.isFull &= std::ranges::all_of(row, [](bool read) { return read; });
        if (std::ranges::none_of(row, [](bool read) { return read; }))
            shape.emptyRows.push_back(int(n));
    }
    return shape;
}

std::vector<MaskVerdict> verdictsOn(const StepMask &mask)
{
    const MaskShape shape = shapeOf(mask);
    return {{"PyTorch", shape.canBePacked(), pytorchOn(shape)},
            {"Keras", true, kerasOn(shape)},
            {"cuDNN", shape.canBePacked(), cudnnOn(shape)}};
}

Result<MaskReading> readUnder(const SmallGru &gru, const TimeArray &x, const StepMask &mask)
{
    const Batch whole = fullLengthBatch(x);
    const auto unmaskedRun = run(gru, whole);
    if (!unmaskedRun)
        return unmaskedRun.error();
    const std::vector<int> empty = shapeOf(mask).emptyRows;
    Batch left = unmasked(whole, mask);
    for (const int n : empty)
        left.lengths[std::size_t(n)] = 1; // the engine reads at least one step; what it makes of it is put aside
    const auto maskedRun = run(gru, left);
    if (!maskedRun)
        return maskedRun.error();
    MaskReading reading{kerasSequences(**maskedRun, mask), (*maskedRun)->hN.front(), (*unmaskedRun)->hN.front(), {}};
    for (const int n : empty)
        reading.masked.row(n).setZero();
    for (int n = 0; n < x.batch(); ++n)
        reading.drift.push_back(
            relativeDistance(reading.unmasked.row(n).transpose(), reading.masked.row(n).transpose()));
    return reading;
}

} // namespace gatescope
