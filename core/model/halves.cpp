// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/halves.h"

#include <algorithm>

namespace gatescope {

NetworkSpec encoderOf(const NetworkSpec &spec)
{
    NetworkSpec encoder = spec;
    encoder.decoder = false;
    encoder.headOutputs = 0;
    return encoder;
}

NetworkSpec decoderOf(const NetworkSpec &spec)
{
    NetworkSpec decoder = spec;
    decoder.decoder = false;
    decoder.inputSize = spec.headOutputs;
    decoder.embeddingRows = 0;
    decoder.paddingRow = -1;
    return decoder;
}

Parameters encoderOf(const Parameters &parameters)
{
    return {parameters.layers, std::nullopt, parameters.embedding, std::nullopt, {}};
}

Parameters decoderOf(const Parameters &parameters)
{
    return {parameters.decoder, parameters.head, std::nullopt, std::nullopt, {}};
}

Parameters joined(const Parameters &encoder, const Parameters &decoder)
{
    return {encoder.layers, decoder.head, encoder.embedding, std::nullopt, decoder.layers};
}

Batch taught(const NetworkSpec &decoder, const std::vector<std::vector<int>> &symbols, const std::vector<Matrix> &h0,
             const std::vector<Matrix> &c0)
{
    std::size_t steps = 0;
    for (const std::vector<int> &sequence : symbols)
        steps = std::max(steps, sequence.size());

    Batch batch;
    batch.x = TimeArray(int(steps), int(symbols.size()), decoder.inputSize);
    batch.h0 = h0;
    batch.c0 = c0;
    for (int n = 0; n < int(symbols.size()); ++n) {
        batch.lengths.push_back(int(symbols[n].size()));
        for (int t = 1; t < batch.lengths[n]; ++t)
            if (symbols[n][t - 1] >= 0)
                batch.x.set(t, n, symbols[n][t - 1], 1);
    }
    return batch;
}

} // namespace gatescope
