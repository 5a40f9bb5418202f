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

/// By a NetworkPass::Way or by a RecurrencePlan.
template<typename Way>
Result<std::unique_ptr<LoadedLayer>> loaded(const std::shared_ptr<Device> &device, const DrawnCase &drawn,
                                            const Way &way)
{
    auto layer = std::make_unique<LoadedLayer>(LoadedLayer{device, FlatShape(drawn.spec), {}, nullptr, nullptr, {}});
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

Result<OwnTime> timeOf(const std::shared_ptr<Device> &device, const DrawnCase &drawn, NetworkPass::Way way,
                       double seconds)
{
    const auto layer = loaded(device, drawn, way);
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

Result<PlanTime> timeOf(const std::shared_ptr<Device> &device, const DrawnCase &drawn, const RecurrencePlan &plan,
                        double seconds)
{
    const auto layer = loaded(device, drawn, plan);
    if (!layer)
        return layer.error();
    const auto step = medianOfGraph(
        *device, [&] { (*layer)->step(); }, seconds);
    if (!step)
        return step.error();
    const auto forward = medianOfGraph(
        *device, [&] { (*layer)->forward(); }, seconds);
    if (!forward)
        return forward.error();
    return PlanTime{describe(plan).english() + ", " + std::to_string(plan.chunks) + " chunks", false, *step, *forward};
}

} // namespace

Result<std::vector<OwnTime>> ownTimes(ProductPrecision precision, const TimedLayer &layer, double seconds)
{
    const DrawnCase drawn = timedCase(layer);
    const auto device = CudaDevice::open(precision);
    if (!device)
        return device.error();
    const auto plain = timeOf(*device, drawn, NetworkPass::Way::plain, seconds);
    if (!plain)
        return plain.error();
    std::vector<OwnTime> times{*plain};
    const auto planned = timeOf(*device, drawn, NetworkPass::Way::asPlanned, seconds);
    if (!planned)
        return planned.error();
    if (planned->way != plain->way)
        times.push_back(*planned);
    else
        times.front().note = planned->note;
    return times;
}

Result<std::vector<PlanTime>> planTimes(ProductPrecision precision, const TimedLayer &layer, double seconds)
{
    const DrawnCase drawn = timedCase(layer);
    const auto device = CudaDevice::open(precision);
    if (!device)
        return device.error();
    const RecurrenceShape shape{RecurrentCell::gru, layer.units, layer.sequences};
    const auto taken = (*device)->plan(shape);
    std::vector<PlanTime> times;
    const auto plain = timeOf(*device, drawn, NetworkPass::Way::plain, seconds);
    if (!plain)
        return plain.error();
    times.push_back({"step by step", !taken, plain->graph, plain->forward});
    for (const RecurrencePlan &plan : static_cast<CudaDevice &>(**device).plans(shape)) {
        auto time = timeOf(*device, drawn, plan, seconds);
        if (!time)
            return time.error();
        time->isTaken = taken && plan == *taken;
        times.push_back(*time);
    }
    return times;
}

} // namespace gatescope::trial
