// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verbs/bench_engine.h"

#include "app/output.h"
#include "app/verbs/layer_bench.h"

#include "core/base/json.h"
#include "core/base/random.h"
#include "core/base/within_memory.h"
#include "core/engine/backends.h"
#include "core/engine/cpu/cpu_backend.h"
#include "core/engine/cpu/cpu_stepper.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <iomanip>
#include <sstream>

namespace gatescope {

namespace {

constexpr int outputs = 8;
constexpr int fewestRuns = 7, mostRuns = 20000;

enum class Measured { train, forward, step };

/// What is measured, and how long each run of it took.
struct EngineBench {
    NetworkSpec spec;
    std::string cell = "gru", backend, precision, kernels;
    int batch = 32, length = 100, threads = 1;
    double seconds = 1; ///< what is measured, after the warm-up
    bool layerOnly = false, json = false;

    /// What is to be timed, with all that it works on.
    using Work = std::function<Result<void>()>;

    Result<std::unique_ptr<Backend>> engine() const
    {
        const auto products = productPrecisionNamed(precision);
        if (products && *products != ProductPrecision::float32)
            return backendNamed(withProducts(backend.empty() ? "auto" : backend, *products));
        const std::string wanted = products ? "f32" : precision;
        auto found = backendFor(backend.empty() && wanted.empty() ? "cpu" : backend, wanted);
        if (!found || kernels.empty())
            return found;
        if ((*found)->name() != "cpu")
            return error("--kernels are the cpu backend's, not %1's.", {std::string((*found)->name())});
        std::string names;
        for (const Kernels *each : availableKernels()) {
            if (kernels == each->name)
                return std::unique_ptr<Backend>(std::make_unique<CpuBackend>(*each));
            names += (names.empty() ? "" : ", ") + std::string(each->name);
        }
        return error("There are no kernels \"%1\" here: choose one of %2.", {kernels, names});
    }

    Result<void> checkChoices(const Backend &engine) const;
    Result<NetworkSpec> network(Measured measured) const;
    Result<Work> training(const NetworkSpec &network, Measured measured, const Backend &engine) const;
    Result<Work> work(const NetworkSpec &network, Measured measured, const Backend &engine) const;
    ExitCode run(Measured measured) const;
    std::string report(const NetworkSpec &network, Measured measured, const Backend &engine,
                       const std::vector<double> &times) const;
};

TimeArray randomArray(int steps, int sequences, int units, std::uint64_t seed)
{
    Random random(seed);
    TimeArray array(steps, sequences, units, TimeArray::Precision::f32);
    std::generate_n(array.floats(), array.size(), [&] { return float(random.normal()); });
    return array;
}

/// Seconds of each run, sorted; runs of less than 20 µs are timed together in rounds of some.
template<typename Run>
std::vector<double> secondsOf(Run run, double leastSeconds)
{
    using Clock = std::chrono::steady_clock;
    const auto seconds
        = [](Clock::time_point since) { return std::chrono::duration<double>(Clock::now() - since).count(); };
    const Clock::time_point warm = Clock::now();
    int runs = 0;
    for (; runs < 3 || seconds(warm) < 0.2; ++runs)
        run();
    const double each = seconds(warm) / runs;
    const int together = std::max(1, int(20e-6 / each));

    std::vector<double> times;
    const Clock::time_point start = Clock::now();
    while (int(times.size()) < fewestRuns || (seconds(start) < leastSeconds && int(times.size()) < mostRuns)) {
        const Clock::time_point begin = Clock::now();
        for (int i = 0; i < together; ++i)
            run();
        times.push_back(seconds(begin) / together);
    }
    std::ranges::sort(times);
    return times;
}

Result<void> EngineBench::checkChoices(const Backend &engine) const
{
    if (layerOnly && engine.name() != "cpu")
        return error("--layer-only times the cpu backend, not %1.", {std::string(engine.name())});
    return {};
}

Result<NetworkSpec> EngineBench::network(Measured measured) const
{
    NetworkSpec network = spec;
    network.headOutputs = measured == Measured::train && layerOnly ? 0 : outputs;
    const std::optional<CellKind> kind = cellNamed(cell);
    if (!kind)
        return error("There is no cell \"%1\": choose gru, lstm or rnn.", {cell});
    network.cell = *kind;
    if (const auto valid = check(network); !valid)
        return valid.error();
    return network;
}

/// A step of training, or the part of it that goes forwards.
Result<EngineBench::Work> EngineBench::training(const NetworkSpec &network, Measured measured,
                                                const Backend &engine) const
{
    const int steps = measured == Measured::step ? 1 : length, sequences = measured == Measured::step ? 1 : batch;
    const auto read = std::make_shared<Batch>(fullLengthBatch(randomArray(steps, sequences, network.inputSize, 1)));
    const auto objective = std::make_shared<Objective>();
    objective->kind = LossKind::squaredError;
    objective->values = randomArray(steps, sequences, outputs, 2);
    auto started = engine.startTraining(network, initialParameters(network, 1), {{}, threads});
    if (!started)
        return started.error();
    const std::shared_ptr<TrainingRun> training = std::move(*started);
    return Work([=]() -> Result<void> {
        const auto report
            = measured == Measured::train ? training->update(*read, *objective) : training->measure(*read, *objective);
        if (!report)
            return report.error();
        return report->notFinite ? Result<void>(*report->notFinite) : Result<void>();
    });
}

Result<EngineBench::Work> EngineBench::work(const NetworkSpec &network, Measured measured, const Backend &engine) const
{
    const auto *cpu = dynamic_cast<const CpuBackend *>(&engine);
    if (layerOnly) {
        Batch read = fullLengthBatch(randomArray(length, batch, network.inputSize, 1));
        if (const auto fits = check(network, read); !fits)
            return fits.error();
        const auto layer = std::make_shared<LayerBench>(network, initialParameters(network, 1), std::move(read),
                                                        threads, cpu->kernels());
        return Work([layer] {
            layer->run();
            return Result<void>();
        });
    }
    if (measured == Measured::step && cpu) {
        const auto stepper = std::make_shared<CpuStepper>(network, initialParameters(network, 1), cpu->kernels());
        const TimeArray x = randomArray(1, 1, network.inputSize, 1);
        return Work([=] {
            stepper->step({x.floats(), x.size()});
            return Result<void>();
        });
    }
    return training(network, measured, engine);
}

ExitCode EngineBench::run(Measured measured) const
{
    const auto engine = this->engine();
    if (!engine)
        return fail(ExitCode::notAvailable, engine.error().english());
    if (const auto fits = checkChoices(**engine); !fits)
        return fail(ExitCode::wrongUsage, fits.error().english());
    const Result<NetworkSpec> network = this->network(measured);
    if (!network)
        return fail(ExitCode::wrongUsage, network.error().english());
    const Result<Work> work = withinMemory([&]() -> Result<Work> {
        Result<Work> made = this->work(*network, measured, **engine);
        if (!made)
            return made;
        const Result<void> once = (*made)(); // the first time takes what memory it needs
        return once ? made : once.error();
    });
    if (!work)
        return fail(ExitCode::wrongInput, work.error().english());
    Result<void> last;
    const std::vector<double> times = secondsOf([&] { last = (*work)(); }, seconds);
    if (!last)
        return fail(ExitCode::wrongInput, last.error().english());
    return writeOutput({}, report(*network, measured, **engine, times));
}

std::string EngineBench::report(const NetworkSpec &network, Measured measured, const Backend &engine,
                                const std::vector<double> &times) const
{
    const double median = times[times.size() / 2], fast = times[times.size() / 10];
    const double tokens = measured == Measured::step ? 1 : double(length) * batch;
    double flops = 0; // of a forward pass
    for (int layer = 0; layer < network.layers; ++layer)
        flops += 2.0 * double(network.blockRows()) * (network.layerInputSize(layer) + network.hiddenSize) * tokens;
    if (measured == Measured::train)
        flops *= 3;
    const auto *cpu = dynamic_cast<const CpuBackend *>(&engine);
    const int used = cpu && measured != Measured::step ? std::min(threads, batch) : 1;
    const std::string set = cpu             ? std::string(cpu->kernels().name)
        : engine.name().starts_with("cuda") ? "cublas"
                                            : "eigen";
    if (json)
        return writeJson({{"median_ms", median * 1e3},
                          {"p10_ms", fast * 1e3},
                          {"runs", times.size()},
                          {"tokens_per_s", tokens / median},
                          {"gflops", flops / median * 1e-9},
                          {"backend", std::string(engine.name())},
                          {"threads", used},
                          {"kernels", set}})
            + "\n";
    std::ostringstream text;
    text << std::setprecision(4) << "median " << median * 1e3 << " ms, 10 % within " << fast * 1e3 << " ms, "
         << times.size() << " runs; " << tokens / median << " tokens/s, " << flops / median * 1e-9 << " GFLOP/s; "
         << engine.name() << ", " << set << ", " << used << (used == 1 ? " thread\n" : " threads\n");
    return text.str();
}

} // namespace

void declareEngineBenches(CLI::App &bench, const std::shared_ptr<std::function<ExitCode()>> &chosen)
{
    const auto declare = [&](const char *name, const char *description, Measured measured) {
        auto options = std::make_shared<EngineBench>();
        CLI::App *verb = bench.add_subcommand(name, description);
        options->spec.inputSize = 64;
        options->spec.hiddenSize = 128;
        verb->add_option("--input", options->spec.inputSize, "Numbers read at each step")
            ->capture_default_str()
            ->check(CLI::Range(1, 4096));
        verb->add_option("--hidden", options->spec.hiddenSize, "Units")
            ->capture_default_str()
            ->check(CLI::Range(1, 4096));
        verb->add_option("--layers", options->spec.layers, "Layers")->capture_default_str()->check(CLI::Range(1, 16));
        verb->add_option("--cell", options->cell, "gru, lstm or rnn")->capture_default_str();
        verb->add_option("--backend", options->backend,
                         "As `gatescope list backends` names them; cpu, or the first of the precision");
        verb->add_option("--kernels", options->kernels,
                         "Of the cpu backend: avx512, avx2 or portable; the fastest if left out");
        verb->add_option("--threads", options->threads, "Threads that share the batch")
            ->capture_default_str()
            ->check(CLI::Range(1, 256));
        if (measured != Measured::step) {
            verb->add_option("--batch", options->batch, "Sequences")
                ->capture_default_str()
                ->check(CLI::Range(1, 65536));
            verb->add_option("--length", options->length, "Steps of each")
                ->capture_default_str()
                ->check(CLI::Range(1, 100000));
        }
        verb->add_option(
                "--precision", options->precision,
                "f32 or f64, as the backend has it; float32 is f32; tf32 or bf16: of the cuda backend's products")
            ->check(CLI::IsMember({"f32", "f64", "float32", "tf32", "bf16"}));
        if (measured == Measured::train)
            verb->add_flag("--layer-only", options->layerOnly, "Without head, loss and optimizer, with dL/dx");
        verb->add_option("--seconds", options->seconds, "How long it is timed, at least")
            ->capture_default_str()
            ->check(CLI::Range(0.01, 600.0));
        verb->add_flag("--json", options->json, "As a JSON object");
        verb->callback(
            [options, measured, chosen] { *chosen = [options, measured] { return options->run(measured); }; });
    };
    declare("train", "Time a training step: forwards, a head of 8 outputs, squared error, backwards, Adam",
            Measured::train);
    declare("forward", "Time the forward pass with the head and the loss", Measured::forward);
    declare("step", "Time one step of one sequence, with the head", Measured::step);
}

} // namespace gatescope
