// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"
#include "app/languages.h"
#include "app/output.h"
#include "app/render/picture_source.h"
#include "app/render/place_options.h"
#include "app/sized.h"
#include "app/terminal_line.h"
#include "app/verbs/verb.h"

#include "core/engine/reference_backend.h"
#include "core/experiment/files/open_file.h"
#include "ui/common/languages.h"
#include "ui/drawing/unit/unit_stops.h"
#include "ui/export/tour.h"
#include "ui/export/video.h"
#include "ui/window/demos.h"

#include <csignal>
#include <optional>

namespace gatescope {

namespace {

/// The sentence that refuses what is no term; empty for one.
std::string goodTerm(const std::string &text)
{
    const std::size_t colon = text.find(':');
    const std::string unit = colon == std::string::npos ? "0" : text.substr(colon + 1);
    const bool isNumber = !unit.empty() && unit.size() < 9 && unit.find_first_not_of("0123456789") == std::string::npos;
    return colon != 0 && !text.empty() && isNumber ? ""
                                                   : "expected a letter of the equations, as z, or z:2 for its unit 2.";
}

volatile std::sig_atomic_t givesUp = 0;

/// Says on a terminal how much of an animation is drawn; Ctrl+C gives it up.
class DrawingProgress
{
public:
    DrawingProgress()
    {
        std::signal(SIGINT, [](int) { givesUp = 1; });
    }

    bool goesOn(double done)
    {
        if (m_line.isDue())
            m_line.show("drawing the animation: " + std::to_string(int(100 * done)) + " %   (Ctrl+C gives it up)");
        return !givesUp;
    }

private:
    TerminalLine m_line;
};

struct RenderCommand {
    std::string experiment;
    std::string demo;
    std::string view;
    PlaceOptions place;
    std::string size = "1920x1080";
    double scale = 1.0;
    std::string theme = "light";
    bool classroom = false;
    std::string language = "en";
    std::string lit;
    std::optional<int> from, to;
    std::string out;

    ExitCode run() const;

private:
    /// None: one picture.
    const AnimationFormat *animationFormat() const { return animationFormatOf(QString::fromStdString(out)); }
    Term litTerm() const;
    Result<void> check() const;
    Result<void> checkRow(const Record &record, const PlayheadState &at) const;
    Result<std::pair<int, int>> steps(const PlayheadState &at, const Trace &trace) const;
    Result<QByteArray> drawAnimation(PictureSource &source, const std::vector<TourFrame> &frames,
                                     const QString &program) const;
};

Result<void> RenderCommand::check() const
{
    if (experiment.empty() == demo.empty())
        return error("render draws one experiment: give either --experiment FILE or --demo NAME.");
    if (!animationFormat() && (from || to))
        return error(
            "--from and --to belong to an animation, so --out must end in .gif or .mp4; one picture takes --step.");
    if (!animationFormat() && !pictureFormatOf(QString::fromStdString(out)))
        return error("--out %1: what is to be drawn is told by the ending; expected .png, .svg, .pdf, .gif or .mp4.",
                     {out});
    return {};
}

/// "z:2" is unit 2 of z, "z" all of it.
Term RenderCommand::litTerm() const
{
    const QStringList parts = QString::fromStdString(lit).split(':');
    return {parts[0], parts.size() > 1 ? parts[1].toInt() : -1};
}

/// The rows that may be chosen are told by the unit's picture itself.
Result<void> RenderCommand::checkRow(const Record &record, const PlayheadState &at) const
{
    if (at.row == PlayheadState::none)
        return {};
    const auto rows = static_cast<int>(unitStops({record, at, gatescope::theme(ThemeName::light)}).size());
    if (rows == 0)
        return error("--row %1: in this part of the step the unit's picture has no rows.", {std::to_string(at.row)});
    return checkIndex("--row", at.row, rows);
}

Result<std::pair<int, int>> RenderCommand::steps(const PlayheadState &at, const Trace &trace) const
{
    const std::pair<int, int> range{from.value_or(0), to.value_or(trace.length(at.sequence) - 1)};
    if (const auto good = checkIndex("--from", range.first, trace.length(at.sequence)); !good)
        return good.error();
    if (const auto good = checkIndex("--to", range.second, trace.length(at.sequence)); !good)
        return good.error();
    if (range.first > range.second)
        return error("--from %1 comes after --to %2; an animation runs from the earlier step to the later.",
                     {std::to_string(range.first), std::to_string(range.second)});
    return range;
}

Result<QByteArray> RenderCommand::drawAnimation(PictureSource &source, const std::vector<TourFrame> &frames,
                                                const QString &program) const
{
    DrawingProgress progress;
    Animation animation;
    for (const TourFrame &frame : frames)
        animation.milliseconds.push_back(frame.milliseconds);
    animation.frame = [&](std::size_t i) { return imageOf(source.at(frames[i].state)); };
    animation.goesOn = [&](double done) { return progress.goesOn(done); };
    return animationFormat()->bytes(animation, program);
}

ExitCode RenderCommand::run() const
{
    if (const Result<void> good = check(); !good)
        return fail(ExitCode::wrongUsage, good.error().english());
    const Result<QString> program = animationFormat() ? programFor(*animationFormat()) : QString();
    if (!program)
        return fail(ExitCode::notAvailable, program.error().english());
    const Result<QSize> pixels = sizeNamed(size);
    if (!pixels)
        return fail(ExitCode::wrongUsage, pixels.error().english());
    const Result<Experiment> opened
        = demo.empty() ? openNetwork(experiment, {}, demoNetworks()) : openDemo(QString::fromStdString(demo));
    if (!opened && !demo.empty())
        return fail(ExitCode::wrongUsage, opened.error().english());
    if (!opened)
        return fail(ExitCode::wrongInput, experiment, opened.error());

    const auto record = computeRecord(ReferenceBackend(), std::make_shared<const Experiment>(*opened));
    if (!record)
        return fail(ExitCode::wrongInput, experiment.empty() ? demo : experiment, record.error());
    const Result<PlayheadState> at = place.placeIn(*opened, *record->trace);
    if (!at)
        return fail(ExitCode::wrongUsage, at.error().english());
    if (const auto good = checkRow(*record, *at); !good)
        return fail(ExitCode::wrongUsage, good.error().english());
    const auto range = steps(*at, *record->trace);
    if (!range)
        return fail(ExitCode::wrongUsage, range.error().english());

    const HeadlessApplication application;
    const SpokenLanguage spoken(QString::fromStdString(language));
    const PictureStyle style{*pixels, scale, *themeNamed(QString::fromStdString(theme)), classroom, litTerm()};
    const std::unique_ptr<PictureSource> source = pictureSource(view, *record, style);
    const Result<QByteArray> bytes = animationFormat()
        ? drawAnimation(*source, tour(*at, *record->trace, range->first, range->second), *program)
        : pictureFormatOf(QString::fromStdString(out))->bytes(source->at(*at));
    if (givesUp)
        return fail(ExitCode::answerIsNo, bytes.ok() ? givenUp().english() : bytes.error().english());
    if (!bytes)
        return fail(ExitCode::cannotWrite, out, bytes.error());
    return writeOutput(out, std::string_view(bytes->constData(), std::size_t(bytes->size())));
}

} // namespace

std::function<ExitCode()> declareRender(CLI::App &command)
{
    auto render = std::make_shared<RenderCommand>();
    command.add_option("--experiment", render->experiment, "The experiment or model to draw");
    command.add_option("--demo", render->demo, "Or a demo, as `gatescope list demos` names it");
    command.add_option("--view", render->view, "What to draw")->required()->check(CLI::IsMember(viewNames()));
    command.add_option("--out", render->out, "The file to write: .png, .svg, .pdf, or .gif or .mp4 for an animation")
        ->required();
    render->place.addTo(command);
    command.add_option("--from", render->from, "The first step of an animation; 0 if left out");
    command.add_option("--to", render->to, "Its last step; the end of the sequence if left out");
    command.add_option("--size", render->size, "Width and height in pixels")->capture_default_str();
    command.add_option("--scale", render->scale, "Pixels of the file to one of --size")
        ->check(CLI::Range(0.1, 8.0))
        ->capture_default_str();
    command.add_option("--theme", render->theme, "light, dark or contrast")
        ->check(CLI::IsMember({"light", "dark", "contrast"}))
        ->capture_default_str();
    command.add_option("--language", render->language, "Of the words in the picture: " + languageCodes())
        ->check(CLI::IsMember(languages()))
        ->capture_default_str();
    command.add_option("--lit", render->lit, "What is lit with its inputs and consumers: z, or z:2 for unit 2 of it")
        ->check(CLI::Validator(goodTerm, "TERM"));
    command.add_flag("--classroom", render->classroom, "Digits big enough for the last row");
    return [render] { return render->run(); };
}

} // namespace gatescope
