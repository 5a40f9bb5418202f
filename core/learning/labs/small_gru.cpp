// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/small_gru.h"

#include "core/base/random.h"
#include "core/engine/reference_backend.h"

#include <algorithm>
#include <utility>

namespace gatescope {

SmallGru smallGru(int inputs, int units, bool bias, bool bidirectional, std::uint64_t seed)
{
    NetworkSpec spec;
    spec.inputSize = inputs;
    spec.hiddenSize = units;
    spec.bias = bias;
    spec.bidirectional = bidirectional;
    return {spec, initialParameters(spec, seed)};
}

Result<std::shared_ptr<const Trace>> run(const SmallGru &gru, Batch batch)
{
    return ReferenceBackend().run(gru.spec, gru.parameters, std::make_shared<const Batch>(std::move(batch)));
}

TimeArray labNumbers(int steps, int sequences, int units, std::uint64_t seed)
{
    TimeArray x(steps, sequences, units);
    for (int n = 0; n < sequences; ++n) {
        Random random(seed * 1000 + std::uint64_t(n));
        for (int t = 0; t < steps; ++t)
            for (int i = 0; i < units; ++i)
                x.set(t, n, i, random.normal());
    }
    return x;
}

Batch labSequences(const std::vector<int> &lengths, int units, std::uint64_t seed)
{
    TimeArray x = labNumbers(std::ranges::max(lengths), int(lengths.size()), units, seed);
    for (int n = 0; n < x.batch(); ++n)
        for (int t = lengths[std::size_t(n)]; t < x.steps(); ++t)
            for (int i = 0; i < units; ++i)
                x.set(t, n, i, 0);
    Batch batch = fullLengthBatch(std::move(x));
    batch.lengths = lengths;
    return batch;
}

} // namespace gatescope
