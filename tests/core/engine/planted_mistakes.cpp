// SPDX-License-Identifier: GPL-3.0-or-later

// Checks the gradients of a few networks. Linked with the engine as it is, it must find nothing
// (exit 0); linked with a source in which one text was replaced, it must find the mistake (exit 1).
// Exit 2: a network could not be run at all.

#include "core/engine/gradient_check.h"
#include "core/engine/reference_backend.h"
#include "random_network.h"

#include <cstdio>

using namespace gatescope;

namespace {

constexpr auto hard = GateActivation::hardSigmoid;

NetworkSpec withOptions(GateActivation gate, StateActivation state, bool layerNorm)
{
    NetworkSpec spec{CellKind::gru, 2, 3};
    spec.gateActivation = gate;
    spec.stateActivation = state;
    spec.layerNorm = layerNorm;
    return spec;
}

NetworkSpec attentive()
{
    NetworkSpec spec{CellKind::gru, 2, 3};
    spec.headReads = HeadReads::attention;
    spec.headOutputs = 2;
    return spec;
}

NetworkSpec writer()
{
    NetworkSpec spec{CellKind::lstm, 2, 3, 2};
    spec.headOutputs = 3;
    spec.decoder = true;
    return spec;
}

/// So large that some gates are shut, as a hard sigmoid can be.
void enlarge(RandomNetwork &network)
{
    if (network.spec.gateActivation == hard)
        for (LayerParameters &layer : network.parameters.layers)
            layer.bIn *= 6;
}

} // namespace

int main()
{
    constexpr auto after = ResetPlacement::after;
    constexpr auto before = ResetPlacement::before;
    constexpr auto keeps = UpdateMeaning::keeps;
    constexpr auto overwrites = UpdateMeaning::overwrites;
    const NetworkSpec heldGru{CellKind::gru, 2, 3}, heldLstm{CellKind::lstm, 2, 3};
    const Shape shapes[] = {
        {{CellKind::gru, 2, 3, 2, true, true, after, keeps}, 5, {5, 3}},
        {{CellKind::gru, 2, 3, 1, false, true, before, keeps}, 4, {4, 2}},
        {{CellKind::gru, 2, 3, 1, false, true, after, overwrites, 3}, 4, {4, 2}, LossKind::crossEntropy},
        {{CellKind::lstm, 2, 3, 1, false, true}, 4, {4, 2}},
        {withOptions(hard, StateActivation::relu, false), 4, {4, 2}},
        {withOptions(GateActivation::sigmoid, StateActivation::tanh, true), 4, {4, 2}},
        {writer(), 4, {4, 2}, LossKind::crossEntropy},
        {attentive(), 4, {4, 2}, LossKind::squaredError},
        {{CellKind::gru, 2, 3, 2}, 4, {4, 2}, LossKind::outputSum, WatchedSteps::every, 0, true, {0.4, 0.4, 0.4}},
        {heldGru, 4, {4, 2}, LossKind::outputSum, WatchedSteps::every, 0, true, {}, randomPins(heldGru, {4, 2}, 2, 1)},
        {heldLstm,
         4,
         {4, 2},
         LossKind::outputSum,
         WatchedSteps::every,
         0,
         true,
         {},
         randomPins(heldLstm, {4, 2}, 2, 1)},
    };
    for (const Shape &shape : shapes) {
        RandomNetwork network = randomNetwork(shape, 5);
        enlarge(network);
        const auto report
            = checkGradients(ReferenceBackend(), network.spec, network.parameters, network.batch, network.objective);
        if (!report) {
            std::printf("not checked: %s\n", report.error().english().c_str());
            return 2;
        }
        if (!report->passed()) {
            std::printf("caught at %s of %s: chain rule %g, nudged %g\n", report->worstPlace.c_str(),
                        pytorchConstructor(shape.spec).c_str(), report->worst.chain, report->worst.nudged);
            return 1;
        }
    }
    std::printf("the gradients are right\n");
    return 0;
}
