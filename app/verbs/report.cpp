// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model_options.h"
#include "app/output.h"
#include "app/verbs/verb.h"

#include "core/base/json.h"
#include "core/base/within_memory.h"
#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"
#include "core/experiment/input/input_names.h"
#include "core/experiment/remembering.h"
#include "core/trace/health_report.h"

#include <cmath>

namespace gatescope {

namespace {

struct ReportCommand {
    std::string model, input, out;
    bool json = false;
    ModelOptions modelOptions;

    ExitCode run() const;
};

const char *directionName(Direction direction)
{
    return direction == Direction::forward ? "forward" : "backward";
}

/// "layer 0, forward, step 3 of sequence 0, update gate (z)": where the window would show it.
std::string placeText(const Finding &finding)
{
    std::string text = "layer " + std::to_string(finding.place.layer) + ", " + directionName(finding.place.direction)
        + ", step " + std::to_string(finding.place.step) + " of sequence " + std::to_string(finding.place.sequence);
    if (finding.part)
        text += ", " + std::string(describe(*finding.part).label) + " (" + std::string(describe(*finding.part).symbol)
            + ")";
    if (finding.part && !finding.units.empty())
        text += ", unit " + std::to_string(finding.units.front());
    return text;
}

std::string asLines(const std::vector<Finding> &findings)
{
    std::string lines;
    for (const Finding &finding : findings)
        lines += std::string(severityName(finding.severity)) + ": " + finding.sentence.english() + "\n  see "
            + placeText(finding) + "\n";
    return lines;
}

Json toJson(const Finding &finding)
{
    Json json{{"kind", findingName(finding.kind)},
              {"severity", severityName(finding.severity)},
              {"sentence", finding.sentence.english()},
              {"layer", finding.place.layer},
              {"direction", directionName(finding.place.direction)},
              {"step", finding.place.step},
              {"sequence", finding.place.sequence},
              {"part", finding.part ? Json(describe(*finding.part).key) : Json()},
              {finding.kind == FindingKind::unusedInput ? "inputs" : "units", finding.units},
              {"numbers", Json::object()}};
    for (const FindingNumber &number : finding.numbers)
        json["numbers"][number.name] = std::isfinite(number.value) ? Json(number.value) : Json();
    return json;
}

std::string asJson(const std::vector<Finding> &findings)
{
    Json json = Json::array();
    for (const Finding &finding : findings)
        json.push_back(toJson(finding));
    return writeJson(json, 1) + "\n";
}

ExitCode ReportCommand::run() const
{
    Result<Experiment> experiment = modelOptions.open(model);
    if (!experiment)
        return fail(ExitCode::wrongInput, model, experiment.error());
    if (!input.empty()) {
        experiment = withInputFrom(*experiment, input);
        if (!experiment)
            return fail(ExitCode::wrongInput, input, experiment.error());
    } else if (recogniseFile(model) == FileKind::model) {
        note("The model has no input of its own, so it read a made-up example; --input FILE gives it yours.");
    }
    const auto batch = batchOf(*experiment);
    if (!batch)
        return fail(ExitCode::wrongInput, input.empty() ? model : input, batch.error());
    const auto done = evaluate(ReferenceBackend(), experiment->spec, experiment->parameters,
                               std::make_shared<const Batch>(*batch), experiment->objective);
    if (!done)
        return fail(ExitCode::wrongInput, model, done.error());
    auto findings
        = healthReport(*done->trace, done->gradients.get(), experiment->parameters, inputNames(experiment->input));
    if (auto remembered = firstOneRemembered(ReferenceBackend(), *experiment, *done->trace))
        addInOrder(findings, std::move(*remembered));
    return writeOutput(out, json ? asJson(findings) : asLines(findings));
}

} // namespace

std::function<ExitCode()> declareReport(CLI::App &command)
{
    auto report = std::make_shared<ReportCommand>();
    command.add_option("--model", report->model, "An experiment, or any file with a network")->required();
    command.add_option("--input", report->input,
                       "What it reads: CSV, .npy, JSON or a text; an experiment's own if left out");
    command.add_flag("--json", report->json, "As a JSON array of findings, with the numbers that they rest on");
    report->modelOptions.addTo(command);
    command.add_option("--out", report->out, "Where to write; standard output if left out");
    return [report] {
        const auto done = withinMemory([&]() -> Result<ExitCode> { return report->run(); });
        return done ? *done : fail(ExitCode::wrongInput, report->model, done.error());
    };
}

} // namespace gatescope
