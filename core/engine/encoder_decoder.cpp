// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/encoder_decoder.h"

#include "core/model/halves.h"

#include <algorithm>

namespace gatescope {

namespace {

/// The symbol that the head says loudest at the only step.
int loudest(const Trace &trace, int sequence)
{
    Eigen::Index symbol = 0;
    trace.headOutput.at(0, sequence).maxCoeff(&symbol);
    return int(symbol);
}

Result<void> checkWriting(const NetworkSpec &spec, const Parameters &parameters, const Batch &batch,
                          const std::vector<int> &lengths)
{
    if (const auto fine = check(spec); !fine)
        return fine;
    if (!spec.decoder)
        return error("This network has no decoder to write with: give it one.");
    if (const auto fine = check(spec, parameters); !fine)
        return fine;
    if (int(lengths.size()) != batch.sequences())
        return error("The batch has %1 sequences, but lengths of what to write for %2: give one for each.",
                     {std::to_string(batch.sequences()), std::to_string(lengths.size())});
    if (const auto fine = check(spec, batch.lengths, batch.pins); !fine)
        return fine;
    return check(encoderOf(spec), batch);
}

} // namespace

Result<EncoderDecoderRun> runTaught(const Backend &backend, const NetworkSpec &spec, const Parameters &parameters,
                                    std::shared_ptr<const Batch> batch, const Symbols &symbols)
{
    const auto encoder = backend.run(encoderOf(spec), encoderOf(parameters), std::move(batch));
    if (!encoder)
        return encoder.error();
    const NetworkSpec decoderSpec = decoderOf(spec);
    const auto decoder
        = backend.run(decoderSpec, decoderOf(parameters),
                      std::make_shared<const Batch>(taught(decoderSpec, symbols, (*encoder)->hN, (*encoder)->cN)));
    if (!decoder)
        return inPlace(sentence("Decoder"), decoder.error());
    return EncoderDecoderRun{*encoder, *decoder};
}

Result<EncoderDecoderGradients> backpropagateTaught(const Backend &backend, const Parameters &parameters,
                                                    const EncoderDecoderRun &run, const Upstream &upstream)
{
    const auto decoder = backend.backpropagate(decoderOf(parameters), *run.decoder, upstream);
    if (!decoder)
        return inPlace(sentence("Decoder"), decoder.error());
    // The decoder began with h_n and c_n of the encoder.
    Upstream states;
    states.hN = (*decoder)->h0;
    states.cN = (*decoder)->c0;
    const auto encoder = backend.backpropagate(encoderOf(parameters), *run.encoder, states);
    if (!encoder)
        return encoder.error();
    auto whole = std::make_shared<GradientTrace>(**encoder);
    whole->parameters = joined((*encoder)->parameters, (*decoder)->parameters);
    return EncoderDecoderGradients{std::move(whole), *decoder};
}

Result<Symbols> decode(const Backend &backend, const NetworkSpec &spec, const Parameters &parameters,
                       std::shared_ptr<const Batch> batch, const std::vector<int> &lengths)
{
    if (const auto fine = checkWriting(spec, parameters, *batch, lengths); !fine)
        return fine.error();
    const int sequences = batch->sequences();
    auto last = backend.run(encoderOf(spec), encoderOf(parameters), std::move(batch));
    if (!last)
        return last.error();

    const NetworkSpec decoderSpec = decoderOf(spec);
    const Parameters decoder = decoderOf(parameters);
    Symbols written(lengths.size());
    TimeArray x(1, sequences, spec.headOutputs); // nothing is read at first
    const int steps = *std::ranges::max_element(lengths);
    for (int t = 0; t < steps; ++t) {
        Batch step = fullLengthBatch(x);
        step.h0 = (*last)->hN;
        step.c0 = (*last)->cN;
        last = backend.run(decoderSpec, decoder, std::make_shared<const Batch>(std::move(step)));
        if (!last)
            return inPlace(sentence("Decoder"), last.error());
        x = TimeArray(1, sequences, spec.headOutputs);
        for (int n = 0; n < sequences; ++n) {
            const int symbol = loudest(**last, n);
            x.set(0, n, symbol, 1);
            if (t < lengths[n])
                written[n].push_back(symbol);
        }
    }
    return written;
}

} // namespace gatescope
