// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/backend/device_backend.h"

#include "core/base/within_memory.h"
#include "core/engine/not_finite.h"
#include "core/engine/upstream.h"
#include "gpu/backend/copy_out.h"
#include "gpu/backend/device_limits.h"
#include "gpu/backend/device_training.h"
#include "gpu/backend/floats.h"

#include <algorithm>

namespace gatescope::gpu {

namespace {

/// A network on a device, ready for one batch.
struct LoadedNetwork {
    std::shared_ptr<Device> device;
    FlatShape shape;
    Device::Floats memory;
    float *weights = nullptr, *gradient = nullptr;
    std::unique_ptr<NetworkPass> pass;
};

Result<std::unique_ptr<LoadedNetwork>> loaded(std::shared_ptr<Device> device, const NetworkSpec &spec,
                                              const Parameters &parameters, const Batch &batch, PassSize::Back back)
{
    auto network
        = std::make_unique<LoadedNetwork>(LoadedNetwork{std::move(device), FlatShape(spec), {}, nullptr, nullptr, {}});
    Arrays arrays;
    arrays.add(network->weights, network->shape.size());
    if (back != PassSize::Back::nothing)
        arrays.add(network->gradient, network->shape.size());
    auto memory = arrays.place(*network->device);
    if (!memory)
        return memory.error();
    network->memory = std::move(*memory);
    auto pass = NetworkPass::make(*network->device, network->shape, sizeOf(batch, back));
    if (!pass)
        return pass.error();
    network->pass = std::move(*pass);
    copyIn(*network->device, network->weights, network->shape.flat(parameters));
    network->pass->read(batch);
    return network;
}

Result<std::shared_ptr<const Trace>> runOn(std::shared_ptr<Device> device, const NetworkSpec &spec,
                                           const Parameters &parameters, std::shared_ptr<const Batch> batch)
{
    auto network = loaded(std::move(device), spec, parameters, *batch, PassSize::Back::nothing);
    if (!network)
        return network.error();
    NetworkPass &pass = *(*network)->pass;
    pass.forward((*network)->weights);
    if (spec.headOutputs > 0)
        pass.head((*network)->weights);
    auto trace = copiedTrace(*(*network)->device, pass, spec, std::move(batch));
    if (!trace)
        return trace.error();
    if (const auto place = firstNotFinite(spec, *(*trace)->batch, (*trace)->layers, Pass::forward))
        return error("%1 is not finite in single precision. Use smaller weights, or the reference backend.", {*place});
    if (!(*trace)->headOutput.allFinite())
        return error(
            "The head's output is not finite in single precision. Use smaller weights, or the reference backend.");
    return std::shared_ptr<const Trace>(std::move(*trace));
}

Result<void> checkFinite(const NetworkSpec &spec, const Batch &batch, const GradientTrace &gradients)
{
    if (const auto place = firstNotFinite(spec, batch, gradients.layers, Pass::backward))
        return error(
            "The gradient at %1 is not finite in single precision. Use smaller weights, a shorter sequence, or the "
            "reference backend.",
            {*place});
    const auto finite = [](const Matrix &state) { return state.allFinite(); };
    if (!gradients.x.allFinite() || !std::ranges::all_of(gradients.h0, finite)
        || !std::ranges::all_of(gradients.c0, finite) || firstNotFinite(spec, gradients.parameters))
        return error("A gradient is not finite in single precision. Use smaller weights, a shorter sequence, or the "
                     "reference backend.");
    return {};
}

Result<std::shared_ptr<const GradientTrace>> backpropagateOn(std::shared_ptr<Device> device,
                                                             const Parameters &parameters, const Trace &trace,
                                                             const Upstream &complete)
{
    const NetworkSpec &spec = trace.spec;
    auto network = loaded(std::move(device), spec, parameters, *trace.batch, PassSize::Back::everything);
    if (!network)
        return network.error();
    LoadedNetwork &on = **network;
    on.pass->forward(on.weights);
    on.device->clear(on.gradient, on.shape.size());
    const PassArrays &arrays = on.pass->arrays();
    for (std::size_t i = 0; i < arrays.layers.size(); ++i) {
        copyIn(*on.device, arrays.layers[i].dhN, floatsOf(complete.hN[i]));
        if (!complete.cN.empty())
            copyIn(*on.device, arrays.layers[i].dcN, floatsOf(complete.cN[i]));
    }
    copyIn(*on.device, arrays.levels.back().dOutput, floatsOf(complete.output));
    if (spec.headOutputs > 0) {
        copyIn(*on.device, arrays.y, floatsOf(complete.headOutput));
        on.pass->headBackward(on.weights, arrays.y, true, on.gradient);
    }
    on.pass->backward(on.weights, on.gradient);
    auto gradients = copiedGradients(*on.device, *on.pass, on.shape, on.gradient);
    if (!gradients)
        return gradients.error();
    if (const auto finite = checkFinite(spec, *trace.batch, **gradients); !finite)
        return finite.error();
    return std::shared_ptr<const GradientTrace>(std::move(*gradients));
}

std::string nameWith(ProductPrecision products)
{
    return products == ProductPrecision::float32 ? "cuda" : "cuda/" + std::string(nameOf(products));
}

} // namespace

DeviceBackend::DeviceBackend(const std::string &description, Open open, ProductPrecision products)
    : m_name(nameWith(products)), m_description(products == ProductPrecision::float32
                                                    ? description
                                                    : description + ", products in " + std::string(nameOf(products))),
      m_open(std::move(open))
{
}

Result<std::shared_ptr<const Trace>> DeviceBackend::run(const NetworkSpec &spec, const Parameters &parameters,
                                                        std::shared_ptr<const Batch> batch) const
{
    if (const auto valid = check(spec); !valid)
        return valid.error();
    if (const auto able = checkForDevice(spec); !able)
        return able.error();
    if (const auto valid = check(spec, parameters); !valid)
        return valid.error();
    if (const auto valid = check(spec, *batch); !valid)
        return valid.error();
    if (const auto able = checkForDevice(*batch); !able)
        return able.error();
    auto device = m_open();
    if (!device)
        return device.error();
    return withinMemory([&] { return runOn(std::move(*device), spec, parameters, std::move(batch)); });
}

Result<std::shared_ptr<const GradientTrace>>
DeviceBackend::backpropagate(const Parameters &parameters, const Trace &trace, const Upstream &upstream) const
{
    if (const auto able = checkForDevice(trace.spec); !able)
        return able.error();
    if (const auto able = checkForDevice(*trace.batch); !able)
        return able.error();
    if (const auto valid = check(trace.spec, parameters); !valid)
        return valid.error();
    if (const auto valid = check(trace, upstream); !valid)
        return valid.error();
    auto device = m_open();
    if (!device)
        return device.error();
    return withinMemory(
        [&] { return backpropagateOn(std::move(*device), parameters, trace, completed(trace, upstream)); });
}

Result<std::unique_ptr<TrainingRun>> DeviceBackend::resumeTraining(const NetworkSpec &spec, const TrainingState &state,
                                                                   const TrainingSettings &settings) const
{
    if (const auto valid = check(spec); !valid)
        return valid.error();
    if (const auto able = checkForDevice(spec); !able)
        return able.error();
    if (const auto valid = check(spec, state); !valid)
        return valid.error();
    if (const auto valid = check(spec, settings); !valid)
        return valid.error();
    auto device = m_open();
    if (!device)
        return device.error();
    auto training = withinMemory([&] { return DeviceTraining::start(std::move(*device), spec, state, settings); });
    if (!training)
        return training.error();
    return std::unique_ptr<TrainingRun>(std::move(*training));
}

} // namespace gatescope::gpu
