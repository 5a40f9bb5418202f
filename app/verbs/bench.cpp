// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/display.h"
#include "app/headless.h"
#include "app/output.h"
#include "app/process_clock.h"
#include "app/sized.h"
#include "app/verbs/bench_engine.h"
#include "app/verbs/train_bench.h"
#include "app/verbs/verb.h"
#include "app/verbs/window_bench.h"

#include "core/base/json.h"
#include "ui/document/edits/edits.h"
#include "ui/window/demos.h"

#include <QApplication>
#include <QStyleFactory>

#include <iomanip>
#include <memory>
#include <optional>
#include <sstream>

namespace gatescope {

namespace {

/// The opening demo, or the same text again and again in a network of another size.
Result<Experiment> benchExperiment(std::optional<int> hidden, std::optional<int> length)
{
    Result<Experiment> demo = openingExperiment();
    if (!demo)
        return demo;
    if (hidden) {
        NetworkSpec spec = demo->spec;
        spec.hiddenSize = *hidden;
        demo = withSpec(*demo, spec, 1);
    }
    if (demo && length) {
        const auto &characters = std::get<CharacterInput>(demo->input.source);
        const QString text = QString::fromStdString(characters.texts.front()) + QLatin1Char(' ');
        demo = withText(*demo, 0, text.repeated(*length / int(text.size()) + 1).left(*length));
    }
    return demo;
}

Json asJson(const TourPhase &phase)
{
    const FrameTimes frames = phase.times(&FrameTime::milliseconds);
    const FrameTimes working = phase.times(&FrameTime::working);
    return {{"frames", frames.count()},
            {"median_ms", frames.percentile(0.5)},
            {"p99_ms", frames.percentile(0.99)},
            {"working_median_ms", working.percentile(0.5)},
            {"working_p99_ms", working.percentile(0.99)}};
}

std::string asJson(const WindowBench &bench)
{
    Json json = asJson(bench.whole());
    json["start_to_first_frame_ms"] = bench.startToFirstFrame;
    json["peak_rss_mib"] = peakMemoryMiB();
    for (const TourPhase &phase : bench.phases)
        json["phases"][phase.name] = asJson(phase);
    return writeJson(json) + "\n";
}

std::string asText(const TourPhase &phase)
{
    const FrameTimes frames = phase.times(&FrameTime::milliseconds);
    const FrameTimes working = phase.times(&FrameTime::working);
    std::ostringstream text;
    text << std::fixed << std::setprecision(1) << phase.name << ": " << frames.count() << " frames, median "
         << frames.percentile(0.5) << " ms, 99 % within " << frames.percentile(0.99) << " ms (at work "
         << working.percentile(0.5) << " and " << working.percentile(0.99) << " ms)\n";
    return text.str();
}

std::string asText(const WindowBench &bench)
{
    std::string text = asText(bench.whole());
    for (const TourPhase &phase : bench.phases)
        text += asText(phase);
    std::ostringstream rest;
    rest << std::fixed << std::setprecision(1) << "first frame " << bench.startToFirstFrame
         << " ms after the start, at most " << peakMemoryMiB() << " MiB of memory\n";
    return text + rest.str();
}

Json asJson(const FrameTimes &times)
{
    return {{"inputs", times.count()},
            {"median_ms", times.percentile(0.5)},
            {"p99_ms", times.percentile(0.99)},
            {"longest_ms", times.percentile(1)}};
}

std::string asJson(const TrainBench &bench)
{
    Json json = asJson(bench.whole().times(&FrameTime::milliseconds));
    json["seconds"] = bench.seconds;
    json["threads"] = bench.threads;
    json["updates"] = bench.updates;
    json["updates_per_s"] = bench.updatesPerSecond;
    json["peak_rss_mib"] = peakMemoryMiB();
    for (const TourPhase &input : bench.inputs)
        json["by_input"][input.name] = asJson(input.times(&FrameTime::milliseconds));
    return writeJson(json) + "\n";
}

std::string asText(const TrainBench &bench)
{
    std::ostringstream text;
    text << std::fixed << std::setprecision(1);
    const auto line = [&](const TourPhase &phase) {
        const FrameTimes times = phase.times(&FrameTime::milliseconds);
        text << phase.name << ": " << times.count() << " inputs, painted after " << times.percentile(0.5)
             << " ms (median), 99 % within " << times.percentile(0.99) << " ms, all within " << times.percentile(1)
             << " ms\n";
    };
    line(bench.whole());
    for (const TourPhase &input : bench.inputs)
        line(input);
    text << bench.seconds << " s, " << bench.updates << " updates by " << bench.threads << " threads, "
         << bench.updatesPerSecond << " a second, at most " << peakMemoryMiB() << " MiB of memory\n";
    return text.str();
}

/// The window while a network learns. On a display, where there is one: what a person would see.
struct BenchTrainUi {
    std::string size = "1920x1080";
    TrainBenchPlan plan;
    bool json = false;
    bool offscreen = false;

    ExitCode run() const
    {
        const Result<QSize> pixels = sizeNamed(size);
        if (!pixels)
            return fail(ExitCode::wrongUsage, pixels.error().english());
        if (offscreen) {
            const HeadlessApplication application;
            return measure(*pixels);
        }
        char name[] = "gatescope";
        char *arguments[] = {name, nullptr};
        int count = 1;
        std::unique_ptr<QApplication> application;
        {
            const DisplayGuard guard;
            application = std::make_unique<QApplication>(count, arguments);
        }
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        return measure(*pixels);
    }

private:
    ExitCode measure(const QSize &pixels) const
    {
        TrainBenchPlan wanted = plan;
        wanted.size = pixels;
        const auto bench = benchTraining(wanted);
        if (!bench)
            return fail(ExitCode::wrongUsage, bench.error().english());
        return writeOutput({}, json ? asJson(*bench) : asText(*bench));
    }
};

struct BenchUi {
    std::string size = "1920x1080";
    std::optional<int> hidden, length;
    bool json = false;

    ExitCode run() const
    {
        const Result<QSize> pixels = sizeNamed(size);
        if (!pixels)
            return fail(ExitCode::wrongUsage, pixels.error().english());
        const Result<Experiment> experiment = benchExperiment(hidden, length);
        if (!experiment)
            return fail(ExitCode::wrongUsage, experiment.error().english());
        const HeadlessApplication application;
        const WindowBench times = benchWindow(*experiment, *pixels);
        return writeOutput({}, json ? asJson(times) : asText(times));
    }
};

} // namespace

std::function<ExitCode()> declareBench(CLI::App &command)
{
    auto bench = std::make_shared<BenchUi>();
    CLI::App *ui = command.add_subcommand(
        "ui", "Draw the window through a tour: parts, zoom, backward pass, a long timeline, what-if");
    ui->add_option("--size", bench->size, "Of the window")->capture_default_str();
    ui->add_option("--hidden", bench->hidden, "Units of the network; the demo's if left out")
        ->check(CLI::Range(1, 4096));
    ui->add_option("--length", bench->length, "Steps of the sequence; the demo's if left out")
        ->check(CLI::Range(1, 10000));
    ui->add_flag("--json", bench->json, "As a JSON object");
    const auto trained = std::make_shared<BenchTrainUi>();
    CLI::App *train = command.add_subcommand(
        "train-ui", "Use the window while a network learns on all cores: from a posted input to the painted frame");
    train->add_option("--seconds", trained->plan.seconds, "For how long")
        ->capture_default_str()
        ->check(CLI::Range(0.1, 3600.0));
    train->add_option("--size", trained->size, "Of the window")->capture_default_str();
    train->add_option("--hidden", trained->plan.hidden, "Units of the GRU that learns")
        ->capture_default_str()
        ->check(CLI::Range(1, 4096));
    train->add_option("--length", trained->plan.length, "Steps of its sequences")
        ->capture_default_str()
        ->check(CLI::Range(2, 5000));
    train->add_option("--threads", trained->plan.threads, "That train; all that the machine has if left out")
        ->check(CLI::Range(1, 1024));
    train->add_flag("--offscreen", trained->offscreen, "Draw into memory instead of on the display");
    train->add_flag("--json", trained->json, "As a JSON object");
    const auto chosen = std::make_shared<std::function<ExitCode()>>();
    train->callback([trained, chosen] { *chosen = [trained] { return trained->run(); }; });
    ui->callback([bench, chosen] { *chosen = [bench] { return bench->run(); }; });
    declareEngineBenches(command, chosen);
    command.require_subcommand(1);
    return [chosen] { return (*chosen)(); };
}

} // namespace gatescope
