// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verbs/bench_engine.h"

#include "app/output.h"

#include "core/base/json.h"
#include "core/base/random.h"
#include "core/engine/backends.h"
#include "core/engine/cpu/cpu_backend.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iomanip>
#include <sstream>
#include <thread>

namespace gatescope {

namespace {

constexpr int outputs = 8;
constexpr double leastSeconds = 1.0; ///< what is measured, after the warm-up
constexpr int fewestRuns = 7, mostRuns = 20000;

enum class Measured { train, forward, step };

/// What is measured, and how long each run of it took.
struct EngineBench {
    NetworkSpec spec;
    std::string cell = "gru", backend = "cpu", kernels;
    int batch = 32, length = 100, threads = 1;
    bool json = false;

    Result<std::unique_ptr<Backend>> engine() const
    {
        if (kernels.empty())
            return backendNamed(backend);
        std::string names;
        for (const Kernels *each : availableKernels()) {
            if (each->name == kernels)
                return std::unique_ptr<Backend>(std::make_unique<CpuBackend>(*each));
            names += (names.empty() ? "" : ", ") + std::string(each->name);
        }
        return error("There are no kernels \"%1\" here: choose one of %2.", {kernels, names});
    }

    ExitCode run(Measured measured) const;
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
std::vector<double> secondsOf(Run run)
{
    using Clock = std::chrono::steady_clock;
    const auto seconds = [](Clock::time_point since) { return std::chrono::duration<double>(Clock::now() - since).count(); };
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

ExitCode EngineBench::run(Measured measured) const
{
    NetworkSpec network = spec;
    network.headOutputs = outputs;
    const std::optional<CellKind> kind = cellNamed(cell);
    if (!kind)
        return fail(ExitCode::wrongUsage, "There is no cell \"" + cell + "\": choose gru, lstm or rnn.");
    network.cell = *kind;
    if (const auto valid = check(network); !valid)
        return fail(ExitCode::wrongUsage, valid.error().english());
    const auto engine = this->engine();
    if (!engine)
        return fail(ExitCode::notAvailable, engine.error().english());

    const bool step = measured == Measured::step;
    const int steps = step ? 1 : length, sequences = step ? 1 : batch;
    const Batch read = fullLengthBatch(randomArray(steps, sequences, network.inputSize, 1));
    Objective objective{.kind = LossKind::squaredError, .watched = WatchedSteps::every};
    objective.values = randomArray(steps, sequences, outputs, 2);
    auto training = (*engine)->startTraining(network, initialParameters(network, 1), {{}, threads});
    if (!training)
        return fail(ExitCode::wrongInput, training.error().english());
    const std::vector<double> times = secondsOf([&] {
        const auto loss = measured == Measured::train ? (*training)->update(read, objective) : (*training)->loss(read, objective);
        if (!loss)
            std::abort(); // random numbers of this size cannot overflow
    });

    const double median = times[times.size() / 2], fast = times[times.size() / 10];
    const double tokens = double(steps) * sequences;
    const double perToken = 2.0 * double(network.blockRows()) * (network.inputSize + network.hiddenSize) * network.layers;
    const double flops = perToken * tokens * (measured == Measured::train ? 3 : 1);
    const auto *cpu = dynamic_cast<const CpuBackend *>(engine->get());
    const std::string set = cpu ? std::string(cpu->kernels()) : "eigen";
    if (json)
        return writeOutput({}, writeJson({{"median_ms", median * 1e3},
                                          {"p10_ms", fast * 1e3},
                                          {"runs", times.size()},
                                          {"tokens_per_s", tokens / median},
                                          {"gflops", flops / median * 1e-9},
                                          {"backend", std::string((*engine)->name())},
                                          {"threads", threads},
                                          {"kernels", set}})
                                   + "\n");
    std::ostringstream text;
    text << std::setprecision(4) << "median " << median * 1e3 << " ms, 10 % within " << fast * 1e3 << " ms, " << times.size()
         << " runs; " << tokens / median << " tokens/s, " << flops / median * 1e-9 << " GFLOP/s; " << (*engine)->name() << ", "
         << set << ", " << threads << (threads == 1 ? " thread\n" : " threads\n");
    return writeOutput({}, text.str());
}

} // namespace

void declareEngineBenches(CLI::App &bench, const std::shared_ptr<std::function<ExitCode()>> &chosen)
{
    const auto declare = [&](const char *name, const char *description, Measured measured) {
        auto options = std::make_shared<EngineBench>();
        CLI::App *verb = bench.add_subcommand(name, description);
        options->spec.inputSize = 64;
        options->spec.hiddenSize = 128;
        verb->add_option("--input", options->spec.inputSize, "Numbers read at each step")->capture_default_str()->check(CLI::Range(1, 4096));
        verb->add_option("--hidden", options->spec.hiddenSize, "Units")->capture_default_str()->check(CLI::Range(1, 4096));
        verb->add_option("--layers", options->spec.layers, "Layers")->capture_default_str()->check(CLI::Range(1, 16));
        verb->add_option("--cell", options->cell, "gru, lstm or rnn")->capture_default_str();
        verb->add_option("--backend", options->backend, "As `gatescope list backends` names them")->capture_default_str();
        verb->add_option("--kernels", options->kernels, "Of the cpu backend: avx512, avx2 or portable; the fastest if left out");
        verb->add_option("--threads", options->threads, "Threads that share the batch")->capture_default_str()->check(CLI::Range(1, 256));
        if (measured != Measured::step) {
            verb->add_option("--batch", options->batch, "Sequences")->capture_default_str()->check(CLI::Range(1, 65536));
            verb->add_option("--length", options->length, "Steps of each")->capture_default_str()->check(CLI::Range(1, 100000));
        }
        verb->add_flag("--json", options->json, "As a JSON object");
        verb->callback([options, measured, chosen] { *chosen = [options, measured] { return options->run(measured); }; });
    };
    declare("train", "Time a training step: forwards, a head of 8 outputs, squared error, backwards, Adam", Measured::train);
    declare("forward", "Time the forward pass with the head and the loss", Measured::forward);
    declare("step", "Time one step of one sequence, with the head", Measured::step);
}

} // namespace gatescope
