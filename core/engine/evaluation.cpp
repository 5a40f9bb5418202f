// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/evaluation.h"

#include "core/engine/encoder_decoder.h"
#include "core/ops/embedding.h"
#include "core/ops/losses.h"

#include <cmath>

namespace gatescope {

namespace {

struct WatchedStep {
    int step;
    int sequence;
};

std::vector<WatchedStep> watchedSteps(const Objective &objective, const Batch &batch)
{
    std::vector<WatchedStep> watched;
    for (int n = 0; n < batch.sequences(); ++n)
        for (int t = 0; t < batch.lengths[n]; ++t)
            if (isWatched(objective, batch, n, t))
                watched.push_back({t, n});
    return watched;
}

StepLoss lossAt(const Trace &trace, const Objective &objective, const WatchedStep &at)
{
    switch (objective.kind) {
    case LossKind::outputSum:
        return outputSum(trace.output.at(at.step, at.sequence));
    case LossKind::crossEntropy:
        return crossEntropy(trace.headOutput.at(at.step, at.sequence), objective.classes[at.sequence][at.step]);
    case LossKind::squaredError:
        return squaredError(trace.headOutput.at(at.step, at.sequence), objective.values.at(at.step, at.sequence),
                            objective.tolerance);
    case LossKind::binaryCrossEntropy:
        return binaryCrossEntropy(trace.headOutput.at(at.step, at.sequence), objective.values.at(at.step, at.sequence));
    }
    return {};
}

/// The checks that a backend would make, of the network as a whole, and then both halves.
Result<Measurement> measureTaught(const Backend &backend, const NetworkSpec &spec, const Parameters &parameters,
                                  std::shared_ptr<const Batch> batch, const Objective &objective)
{
    if (const auto fits = check(spec); !fits)
        return fits.error();
    if (const auto fits = check(spec, parameters); !fits)
        return fits.error();
    if (const auto fits = check(spec, *batch); !fits)
        return fits.error();
    if (const auto fits = check(spec, *batch, objective); !fits)
        return fits.error();
    const auto run = runTaught(backend, spec, parameters, std::move(batch), objective.classes);
    if (!run)
        return run.error();
    return Measurement{run->encoder, run->decoder, takeLoss(*run->decoder, objective)};
}

/// Through the network, or through both halves of it.
Result<EncoderDecoderGradients> propagatedBack(const Backend &backend, const Parameters &parameters,
                                               const Measurement &measured)
{
    if (measured.decoder)
        return backpropagateTaught(backend, parameters, {measured.trace, measured.decoder}, measured.loss.upstream);
    auto gradients = backend.backpropagate(parameters, *measured.trace, measured.loss.upstream);
    if (!gradients)
        return gradients.error();
    return EncoderDecoderGradients{*gradients, nullptr};
}

} // namespace

Loss takeLoss(const Trace &trace, const Objective &objective)
{
    const Batch &batch = *trace.batch;
    const bool ofOutput = objective.kind == LossKind::outputSum;
    const std::vector<WatchedStep> watched = watchedSteps(objective, batch);
    // A sum for the output itself, a mean over the watched steps for a loss against targets.
    const double share = ofOutput || watched.empty() ? 1.0 : 1.0 / static_cast<double>(watched.size());

    Loss loss;
    loss.steps = TimeArray(batch.steps(), batch.sequences(), 1);
    const int units = ofOutput ? trace.spec.outputSize() : trace.spec.headOutputs;
    TimeArray dy(batch.steps(), batch.sequences(), units);
    for (const WatchedStep &at : watched) {
        const StepLoss stepLoss = lossAt(trace, objective, at);
        loss.steps.set(at.step, at.sequence, 0, share * stepLoss.loss);
        loss.value += share * stepLoss.loss;
        loss.right += stepLoss.right ? share : 0;
        dy.step(at.step).row(at.sequence) = share * stepLoss.dy.transpose();
    }
    (ofOutput ? loss.upstream.output : loss.upstream.headOutput) = std::move(dy);
    return loss;
}

Result<Measurement> measure(const Backend &backend, const NetworkSpec &spec, const Parameters &parameters,
                            std::shared_ptr<const Batch> batch, const Objective &objective)
{
    if (spec.decoder)
        return measureTaught(backend, spec, parameters, std::move(batch), objective);
    const auto trace = backend.run(spec, parameters, batch);
    if (!trace)
        return trace.error();
    if (const auto fits = check(spec, *batch, objective); !fits)
        return fits.error();
    return Measurement{*trace, nullptr, takeLoss(**trace, objective)};
}

Result<Evaluation> evaluate(const Backend &backend, const NetworkSpec &spec, const Parameters &parameters,
                            std::shared_ptr<const Batch> batch, const Objective &objective)
{
    auto measured = measure(backend, spec, parameters, batch, objective);
    if (!measured)
        return measured.error();
    auto &[trace, decoder, loss] = *measured;
    if (!std::isfinite(loss.value))
        return error("The loss is not finite. Use smaller weights or targets.");
    const auto back = propagatedBack(backend, parameters, *measured);
    if (!back)
        return back.error();
    auto [gradients, decoderGradients] = *back;
    if (!batch->embeddingRows.empty()) {
        auto withEmbedding = std::make_shared<GradientTrace>(*gradients);
        lookUpBackward(batch->embeddingRows, withEmbedding->x, *withEmbedding->parameters.embedding, spec.paddingRow);
        gradients = std::move(withEmbedding);
    }
    return Evaluation{trace, gradients, loss.value, std::move(loss.steps), loss.right, decoder, decoderGradients};
}

} // namespace gatescope
