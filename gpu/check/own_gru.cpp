// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/backend/floats.h"
#include "gpu/backend/network_pass.h"
#include "gpu/check/times.h"
#include "gpu/device/cuda_device.h"

namespace gatescope::trial {

namespace {

using namespace gpu;

/// One layer on the device, with all that it works on.
struct LoadedLayer {
    std::shared_ptr<Device> device;
    FlatShape shape;
    Device::Floats memory;
    float *weights = nullptr, *gradient = nullptr;
    std::unique_ptr<NetworkPass> pass;

    void forward() { pass->forward(weights); }
    void step()
    {
        device->clear(gradient, shape.size());
        pass->forward(weights);
        pass->backward(weights, gradient);
    }
};

Result<std::unique_ptr<LoadedLayer>> loaded(ProductPrecision precision, const DrawnCase &drawn, NetworkPass::Way way)
{
    auto device = CudaDevice::open(precision);
    if (!device)
        return device.error();
    auto layer = std::make_unique<LoadedLayer>(
        LoadedLayer{std::move(*device), FlatShape(drawn.spec), {}, nullptr, nullptr, {}});
    Arrays arrays;
    arrays.add(layer->weights, layer->shape.size());
    arrays.add(layer->gradient, layer->shape.size());
    auto memory = arrays.place(*layer->device);
    if (!memory)
        return memory.error();
    layer->memory = std::move(*memory);
    auto pass = NetworkPass::make(*layer->device, layer->shape, sizeOf(*drawn.batch, PassSize::Back::parameters), way);
    if (!pass)
        return pass.error();
    layer->pass = std::move(*pass);
    copyIn(*layer->device, layer->weights, layer->shape.flat(drawn.parameters));
    layer->pass->read(*drawn.batch);
    const std::size_t outputs = layer->pass->size().tokens() * std::size_t(drawn.spec.outputSize());
    copyIn(*layer->device, layer->pass->arrays().levels.back().dOutput, std::vector<float>(outputs, 1e-3f));
    return layer;
}

Result<double> median(Device &device, const std::function<void()> &enqueue, double seconds)
{
    Result<void> last;
    const double milliseconds = medianMilliseconds(
        enqueue, [&] { last = device.finish(); }, seconds);
    return last ? Result<double>(milliseconds) : last.error();
}

Result<double> medianOfGraph(Device &device, const std::function<void()> &requests, double seconds)
{
    device.beginRecording();
    requests();
    const auto recording = device.endRecording();
    if (!recording)
        return recording.error();
    return median(
        device, [&] { device.replay(**recording); }, seconds);
}

Result<OwnTime> timeOf(ProductPrecision precision, const DrawnCase &drawn, NetworkPass::Way way, double seconds)
{
    const auto layer = loaded(precision, drawn, way);
    if (!layer)
        return layer.error();
    LoadedLayer &on = **layer;
    const auto launched = median(
        *on.device, [&] { on.step(); }, seconds);
    if (!launched)
        return launched.error();
    const auto graph = medianOfGraph(
        *on.device, [&] { on.step(); }, seconds);
    if (!graph)
        return graph.error();
    const auto forward = medianOfGraph(
        *on.device, [&] { on.forward(); }, seconds);
    if (!forward)
        return forward.error();
    return OwnTime{on.pass->isPlain() ? "plain" : "one kernel", *launched, *graph, *forward, on.pass->way().english()};
}

} // namespace

Result<std::vector<OwnTime>> ownTimes(ProductPrecision precision, int units, int sequences, int steps, double seconds)
{
    const DrawnCase drawn = timedCase(units, sequences, steps);
    const auto plain = timeOf(precision, drawn, NetworkPass::Way::plain, seconds);
    if (!plain)
        return plain.error();
    std::vector<OwnTime> times{*plain};
    const auto planned = timeOf(precision, drawn, NetworkPass::Way::asPlanned, seconds);
    if (!planned)
        return planned.error();
    if (planned->way != plain->way)
        times.push_back(*planned);
    else
        times.front().note = planned->note;
    return times;
}

} // namespace gatescope::trial
