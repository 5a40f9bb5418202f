// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"
#include "app/output.h"
#include "app/process_clock.h"
#include "app/sized.h"
#include "app/verbs/bench_engine.h"
#include "app/verbs/verb.h"
#include "app/verbs/window_bench.h"

#include "core/base/json.h"
#include "ui/document/edits.h"
#include "ui/window/demos.h"

#include <iomanip>
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
    CLI::App *ui = command.add_subcommand("ui", "Draw the window through a tour: parts, zoom, backward pass, what-if");
    ui->add_option("--size", bench->size, "Of the window")->capture_default_str();
    ui->add_option("--hidden", bench->hidden, "Units of the network; the demo's if left out")
        ->check(CLI::Range(1, 4096));
    ui->add_option("--length", bench->length, "Steps of the sequence; the demo's if left out")
        ->check(CLI::Range(1, 10000));
    ui->add_flag("--json", bench->json, "As a JSON object");
    const auto chosen = std::make_shared<std::function<ExitCode()>>();
    ui->callback([bench, chosen] { *chosen = [bench] { return bench->run(); }; });
    declareEngineBenches(command, chosen);
    command.require_subcommand(1);
    return [chosen] { return (*chosen)(); };
}

} // namespace gatescope
