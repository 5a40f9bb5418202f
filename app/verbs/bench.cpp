// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"
#include "app/output.h"
#include "app/process_clock.h"
#include "app/render/drawn_window.h"
#include "app/sized.h"
#include "app/verbs/bench_engine.h"
#include "app/verbs/verb.h"

#include "core/base/json.h"
#include "ui/document/edits.h"
#include "ui/export/tour.h"
#include "ui/window/demos.h"

#include <QElapsedTimer>

#include <cmath>
#include <iomanip>
#include <optional>
#include <sstream>

namespace gatescope {

namespace {

/// What drawing the tour took.
struct DrawingTimes {
    std::vector<double> frames; ///< milliseconds, sorted
    double startToFirstFrame = 0;

    /// Nearest rank.
    double percentile(double share) const
    {
        const auto rank = std::size_t(std::ceil(share * double(frames.size())));
        return frames[std::max<std::size_t>(rank, 1) - 1];
    }
};

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

/// Every part of every step, forwards and then backwards: each once half-way and once done.
std::vector<TourFrame> canonicalTour(const Trace &trace)
{
    const TourPace pace{.moves = 2};
    std::vector<TourFrame> frames = tour({}, trace, 0, trace.length(0) - 1, pace);
    const PlayheadState backwards{.pass = Pass::backward};
    const std::vector<TourFrame> back = tour(backwards, trace, 0, trace.length(0) - 1, pace);
    frames.insert(frames.end(), back.begin(), back.end());
    return frames;
}

DrawingTimes measure(const Experiment &experiment, const QSize &size)
{
    DrawingTimes times;
    DrawnWindow drawn(experiment, size);
    times.startToFirstFrame = millisecondsSinceProcessStart();
    for (const TourFrame &frame : canonicalTour(drawn.trace())) {
        QElapsedTimer timer;
        timer.start();
        drawn.goTo(frame.state); // the widgets that changed are painted into the window's memory
        times.frames.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times.frames);
    return times;
}

std::string asJson(const DrawingTimes &times)
{
    return writeJson({{"frames", times.frames.size()},
                      {"median_ms", times.percentile(0.5)},
                      {"p99_ms", times.percentile(0.99)},
                      {"start_to_first_frame_ms", times.startToFirstFrame},
                      {"peak_rss_mib", peakMemoryMiB()}})
        + "\n";
}

std::string asText(const DrawingTimes &times)
{
    std::ostringstream text;
    text << std::fixed << std::setprecision(1) << times.frames.size() << " frames, median " << times.percentile(0.5)
         << " ms, 99 % within " << times.percentile(0.99) << " ms\nfirst frame " << times.startToFirstFrame
         << " ms after the start, at most " << peakMemoryMiB() << " MiB of memory\n";
    return text.str();
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
        const DrawingTimes times = measure(*experiment, *pixels);
        return writeOutput({}, json ? asJson(times) : asText(times));
    }
};

} // namespace

std::function<ExitCode()> declareBench(CLI::App &command)
{
    auto bench = std::make_shared<BenchUi>();
    CLI::App *ui = command.add_subcommand("ui", "Draw the window through every part of every step, forwards and backwards");
    ui->add_option("--size", bench->size, "Of the window")->capture_default_str();
    ui->add_option("--hidden", bench->hidden, "Units of the network; the demo's if left out")->check(CLI::Range(1, 4096));
    ui->add_option("--length", bench->length, "Steps of the sequence; the demo's if left out")->check(CLI::Range(1, 10000));
    ui->add_flag("--json", bench->json, "As a JSON object");
    const auto chosen = std::make_shared<std::function<ExitCode()>>();
    ui->callback([bench, chosen] { *chosen = [bench] { return bench->run(); }; });
    declareEngineBenches(command, chosen);
    command.require_subcommand(1);
    return [chosen] { return (*chosen)(); };
}

} // namespace gatescope
