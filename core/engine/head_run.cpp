// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/head_run.h"

#include "core/ops/attention.h"
#include "core/ops/linear.h"

#include <utility>

namespace gatescope {

namespace {

/// The head reads the same context at every step; its attention is recorded.
Vector contextOf(const AttentionParameters &parameters, Trace &trace, int n)
{
    const auto [alpha, context] = attend(parameters, sequenceOf(std::as_const(trace.output), n, trace.length(n)));
    for (int t = 0; t < trace.length(n); ++t)
        trace.attention.set(t, n, 0, alpha[t]);
    return context;
}

void contextBackward(const Parameters &parameters, const Trace &trace, const TimeArray &dHeadOutput, int n,
                     GradientTrace &gradients)
{
    const int length = trace.length(n);
    const auto o = sequenceOf(trace.output, n, length);
    const Eigen::ArrayXd alpha = sequenceOf(trace.attention, n, length).col(0).array();
    const Matrix context = alpha.matrix().transpose() * o;
    // The same y at all steps: dL/dy = Σ_t dL/dy_t
    const Matrix dy = sequenceOf(dHeadOutput, n, length).colwise().sum();
    TimeArray dContext(1, 1, int(context.cols()));
    HeadParameters &head = *gradients.parameters.head;
    linearBackward(parameters.head->weight, context, dy, head.weight, head.bias, sequenceOf(dContext, 0, 1));
    const Eigen::ArrayXd dAlpha
        = attendBackward(*parameters.attention, o, alpha, dContext.at(0, 0), *gradients.parameters.attention,
                         sequenceOf(gradients.output, n, length));
    for (int t = 0; t < length; ++t)
        gradients.attention.set(t, n, 0, dAlpha[t]);
}

} // namespace

Result<void> runHead(const Parameters &parameters, Trace &trace)
{
    const Batch &batch = *trace.batch;
    const HeadParameters &head = *parameters.head;
    trace.headOutput = TimeArray(batch.steps(), batch.sequences(), trace.spec.headOutputs);
    if (parameters.attention)
        trace.attention = TimeArray(batch.steps(), batch.sequences(), 1);
    for (int n = 0; n < batch.sequences(); ++n) {
        const Vector context = parameters.attention ? contextOf(*parameters.attention, trace, n) : Vector();
        for (int t = 0; t < batch.lengths[n]; ++t) {
            auto y = valuesAt(trace.headOutput, t, n);
            const auto o = valuesAt(std::as_const(trace.output), t, n).matrix();
            y = (parameters.attention ? linear(head.weight, context, head.bias) : linear(head.weight, o, head.bias))
                    .array();
            if (!y.allFinite())
                return error("Step %1 of sequence %2: the head's output is not finite. Use smaller weights.",
                             {std::to_string(t), std::to_string(n)});
        }
    }
    return {};
}

void headBackward(const Parameters &parameters, const Trace &trace, const TimeArray &dHeadOutput,
                  GradientTrace &gradients)
{
    if (parameters.attention)
        gradients.attention = TimeArray(trace.batch->steps(), trace.batch->sequences(), 1);
    HeadParameters &gradient = *gradients.parameters.head;
    for (int n = 0; n < trace.batch->sequences(); ++n) {
        const int length = trace.length(n);
        if (parameters.attention)
            contextBackward(parameters, trace, dHeadOutput, n, gradients);
        else
            linearBackward(parameters.head->weight, sequenceOf(trace.output, n, length),
                           sequenceOf(dHeadOutput, n, length), gradient.weight, gradient.bias,
                           sequenceOf(gradients.output, n, length));
    }
}

} // namespace gatescope
