// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/recurrence_problem.h"

#include "gpu/backend/floats.h"
#include "tests/core/engine/random_network.h"

#include <cmath>

namespace gatescope::gpu {

namespace {

double apart(const std::vector<float> &a, const std::vector<float> &b)
{
    double largest = 0, difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (std::isnan(a[i]) || std::isnan(b[i]))
            return NAN;
        difference = std::max(difference, std::abs(double(a[i]) - double(b[i])));
        largest = std::max(largest, std::abs(double(b[i])));
    }
    return a.size() != b.size() ? NAN : largest == 0 ? difference : difference / largest;
}

/// By a NetworkPass::Way or by a RecurrencePlan.
template<typename Way>
std::optional<Left> triedBy(const Problem &problem, Device &device, const Way &way)
{
    Shape shape;
    const Kind &kind = problem.kind;
    shape.spec = {.cell = kind.cell, .inputSize = 5, .hiddenSize = problem.H};
    shape.spec.bidirectional = kind.bidirectional;
    shape.spec.reset = kind.reset;
    shape.spec.update = kind.update;
    shape.spec.stateActivation = kind.activation;
    shape.spec.bias = kind.bias;
    shape.dropout.recurrent = kind.recurrentDropout;
    shape.steps = problem.steps;
    shape.initialStates = true;
    for (int n = 0; n < problem.sequences; ++n)
        shape.lengths.push_back(n % 3 == 2 ? 1 + n % problem.steps : problem.steps);
    const RandomNetwork network = initialNetwork(shape, std::uint64_t(problem.H + problem.sequences));
    const FlatShape flat(network.spec);
    const PassSize size = sizeOf(*network.batch, PassSize::Back::parameters);
    auto memory = device.allocate(2 * flat.size()).value();
    float *weights = memory.get(), *gradient = weights + flat.size();
    copyIn(device, weights, flat.flat(network.parameters));
    device.clear(gradient, flat.size());
    auto pass = NetworkPass::make(device, flat, size, way).value();
    const PassArrays &arrays = pass->arrays();
    pass->read(*network.batch);
    if (problem.beginsWithout && device.finish()) {
        arrays.layers[0].states[3] = NAN;
        arrays.layers[0].states[problem.H + 5] = INFINITY;
    }
    pass->forward(weights);
    const std::size_t slab = std::size_t(problem.sequences) * std::size_t(problem.H),
                      all = size.tokens() * std::size_t(problem.H);
    const std::size_t outputs = size.tokens() * std::size_t(network.spec.outputSize());
    std::vector<float> dOutput(outputs);
    for (std::size_t i = 0; i < outputs; ++i)
        dOutput[i] = std::sin(float(i)) / float(problem.sequences);
    copyIn(device, arrays.levels.back().dOutput, dOutput);
    if (!device.finish())
        return std::nullopt;
    Left left{{}, {}, {}, {}, {}, {}, {}, pass->isPlain()};
    const auto append = [](std::vector<float> &to, const float *from, std::size_t count) {
        if (from)
            to.insert(to.end(), from, from + count);
    };
    for (std::size_t i = 0; i < arrays.layers.size(); ++i) {
        append(left.states, arrays.layers[i].states, all + slab);
        append(left.cells, arrays.layers[i].cells, all + slab);
        append(left.parts, arrays.layers[i].rh, all);
        for (const float *part : arrays.layers[i].parts)
            append(left.parts, part, all);
    }
    append(left.output, arrays.levels.back().output, outputs);
    pass->backward(weights, gradient);
    if (!device.finish())
        return std::nullopt;
    append(left.gradient, gradient, flat.size());
    append(left.dh, pass->arrays().dh, slab);
    append(left.dc, pass->arrays().dc, slab);
    return left;
}
} // namespace

std::optional<Left> tried(const Problem &problem, Device &device, NetworkPass::Way way)
{
    return triedBy(problem, device, way);
}

std::optional<Left> tried(const Problem &problem, Device &device, const RecurrencePlan &plan)
{
    return triedBy(problem, device, plan);
}

std::string farApart(const Left &one, const Left &other, double tolerance)
{
    std::string found;
    const auto compare = [&](const char *name, const std::vector<float> &a, const std::vector<float> &b) {
        if (!(apart(a, b) <= tolerance))
            found += std::string(name) + " " + std::to_string(apart(a, b)) + "; ";
    };
    compare("states", one.states, other.states);
    compare("cells", one.cells, other.cells);
    compare("parts", one.parts, other.parts);
    compare("output", one.output, other.output);
    compare("gradient", one.gradient, other.gradient);
    compare("dL/dh before the first step", one.dh, other.dh);
    compare("dL/dc before the first step", one.dc, other.dc);
    return found;
}

double toleranceOf(ProductPrecision products)
{
    switch (products) {
    case ProductPrecision::float32:
        return 2e-6;
    case ProductPrecision::tf32:
        return 3e-4;
    case ProductPrecision::bf16:
        break;
    }
    return 3e-3;
}

} // namespace gatescope::gpu
