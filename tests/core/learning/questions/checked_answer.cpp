// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/learning/questions/checked_answer.h"

#include "core/engine/reference_backend.h"
#include "core/experiment/files/experiment_file.h"
#include "core/io/trace_json.h"
#include "core/learning/questions/marking.h"
#include "core/model/conversion.h"
#include "tests/core/learning/questions/plain_gru.h"
#include "tests/core/learning/questions/stated_numbers.h"

#include <algorithm>

namespace gatescope {

namespace {

/// The index of the option that says this.
int optionSaying(const Question &question, const std::string &words)
{
    for (int i = 0; i < std::ssize(question.options); ++i)
        if (question.options[std::size_t(i)].english().find(words) != std::string::npos)
            return i;
    return -1;
}

int extreme(const std::vector<double> &values, bool largest)
{
    return int((largest ? std::ranges::max_element(values) : std::ranges::min_element(values)) - values.begin());
}

std::optional<Answer> ofSteps(const Question &question, const Json &check)
{
    const Experiment experiment = readExperiment(writeJson(question.experiment)).value();
    PlainGru plain{experiment};
    if (check.contains("hold")) // held at this step alone: what came before stays
        plain.heldState.clear();
    const auto steps = plain.run();
    const std::size_t t = check["step"], j = check["unit"];
    const auto &step = steps[t];
    const bool keeps = experiment.spec.update == UpdateMeaning::keeps;
    const std::string is = check["is"];
    if (is == "part" && check.contains("hold")) {
        PlainGru held{experiment, check["hold"]["value"].get<double>()};
        if (t > 0)
            held.heldState[int(t) - 1] = steps[t - 1].h;
        return held.run()[t].n[j];
    }
    if (is == "part") {
        const std::string part = check["part"];
        return part == "reset" ? step.r[j] : part == "update" ? step.z[j] : part == "candidate" ? step.n[j] : step.h[j];
    }
    if (is == "misread-state") { // the same z, n and old state, blended by the other rule
        const double h = t > 0 ? steps[t - 1].h[j] : 0;
        return keeps ? (1 - step.z[j]) * h + step.z[j] * step.n[j] : step.z[j] * h + (1 - step.z[j]) * step.n[j];
    }
    if (is == "past")
        return step.past[j];
    if (is == "kept-term")
        return optionSaying(question, ((step.z[j] > 0.5) == keeps) ? "old state" : "candidate");
    if (is == "blend-rule") {
        const double h = t > 0 ? steps[t - 1].h[j] : 0, z = step.z[j], n = step.n[j];
        const bool keeping = std::abs((1 - z) * n + z * h - step.h[j]) < 1e-12;
        return optionSaying(question, keeping ? "z keeps" : "z overwrites");
    }
    std::vector<double> z;
    for (const auto &one : steps)
        z.push_back(one.z[j]);
    if (is == "overwritten-step")
        return PointAnswer{{}, extreme(z, !keeps), {}};
    if (is == "keeping-unit")
        return PointAnswer{{}, {}, extreme(step.z, keeps)};
    if (is == "conveyor")
        return (keeps ? step.z[j] : 1 - step.z[j]) * plain.stateGradient(int(t))[j];
    std::vector<double> lengths;
    for (int s = 0; s < std::ssize(steps); ++s) {
        double sum = 0;
        for (const double value : plain.stateGradient(s))
            sum += value * value;
        lengths.push_back(std::sqrt(sum));
    }
    if (is == "gradient-factor")
        return std::pow(lengths.front() / lengths.back(), 1.0 / double(lengths.size() - 1));
    if (is == "gradient-halved") {
        int s = int(lengths.size()) - 1;
        while (lengths[std::size_t(s)] >= 0.5 * lengths.back())
            --s;
        return PointAnswer{{}, s, {}};
    }
    if (is == "smallest-gradient-step")
        return PointAnswer{{}, extreme(lengths, false), {}};
    if (is == "steps-without-gradient") {
        std::vector<int> none;
        for (int s = 0; s < std::ssize(lengths); ++s)
            if (lengths[std::size_t(s)] == 0)
                none.push_back(s);
        return none;
    }
    return std::nullopt;
}

std::shared_ptr<const Trace> runOf(const NetworkSpec &spec, int sequences, int steps)
{
    const Batch batch = fullLengthBatch(TimeArray(steps, sequences, spec.inputSize));
    return ReferenceBackend().run(spec, initialParameters(spec, 1), std::make_shared<const Batch>(batch)).value();
}

/// How many inputs move one half of the output at a position: the input is changed step by step.
double stepsThatMove(const NetworkSpec &spec, int steps, int position, bool backward)
{
    const Parameters parameters = initialParameters(spec, 1);
    const auto halfWith = [&](int changed) {
        Batch batch = fullLengthBatch(TimeArray(steps, 1, spec.inputSize));
        if (changed >= 0)
            batch.x.set(changed, 0, 0, 1.0);
        const auto trace = ReferenceBackend().run(spec, parameters, std::make_shared<const Batch>(batch)).value();
        const Vector all = trace->output.at(position, 0);
        return Vector(backward ? all.tail(spec.hiddenSize) : all.head(spec.hiddenSize));
    };
    const Vector before = halfWith(-1);
    int moving = 0;
    for (int t = 0; t < steps; ++t)
        moving += halfWith(t) != before;
    return moving;
}

std::optional<Answer> ofNetwork(const Json &check)
{
    const std::string is = check["is"];
    const NetworkSpec spec = specFromJson(check["spec"]).value();
    const Parameters parameters = zeroParameters(spec);
    if (is == "parameters") {
        double count = 0;
        for (const auto &tensor : views(spec, parameters))
            count += double(tensor.values.size());
        return count;
    }
    if (is == "units-nearest") { // of all sizes
        const auto missedBy = [&](int units) {
            NetworkSpec tried = spec;
            tried.hiddenSize = units;
            const Parameters all = zeroParameters(tried);
            double count = 0;
            for (const auto &tensor : views(tried, all))
                count += double(tensor.values.size());
            return std::abs(count - check["parameters"].get<double>());
        };
        int best = 1;
        for (int units = 2; units < 200; ++units)
            best = missedBy(units) < missedBy(best) ? units : best;
        return double(best);
    }
    if (is == "tensor-shape") {
        for (const auto &tensor : views(spec, parameters))
            if (tensor.name == check["tensor"].get<std::string>())
                return tensor.isVector ? std::vector{int(tensor.values.rows())}
                                       : std::vector{int(tensor.values.rows()), int(tensor.values.cols())};
        return std::nullopt;
    }
    if (is == "keras-kernel") {
        const Matrix kernel = toKeras(parameters.layers.front(), spec.reset).kernel;
        return std::vector{int(kernel.rows()), int(kernel.cols())};
    }
    if (is == "h_n-index") { // the place in PyTorch's order of registration
        const std::string name = "weight_ih_l" + std::to_string(check["layer"].get<int>())
            + (check["direction"] == "backward" ? "_reverse" : "");
        double place = 0;
        for (const auto &tensor : views(spec, parameters)) {
            if (tensor.name == name)
                return place;
            place += tensor.name.starts_with("weight_ih");
        }
        return std::nullopt;
    }
    if (is == "steps-read")
        return stepsThatMove(spec, check["steps"], check["position"], check["half"] == "backward");
    if (is == "output-shape" || is == "h_n-shape") {
        const auto trace = runOf(spec, check["batch"], check["steps"]);
        if (is == "h_n-shape")
            return std::vector{int(trace->hN.size()), int(trace->hN[0].rows()), int(trace->hN[0].cols())};
        std::vector sizes{trace->output.steps(), trace->output.batch(), trace->output.units()};
        if (check["batch_first"].get<bool>())
            std::swap(sizes[0], sizes[1]);
        return sizes;
    }
    return std::nullopt;
}

std::optional<Answer> ofLengths(const Json &check)
{
    const std::string is = check["is"];
    const std::vector<int> lengths = check["lengths"];
    NetworkSpec spec;
    Batch batch = fullLengthBatch(TimeArray(std::ranges::max(lengths), int(lengths.size()), 1));
    batch.lengths = lengths;
    const auto trace
        = ReferenceBackend().run(spec, initialParameters(spec, 3), std::make_shared<const Batch>(batch)).value();
    const auto isReal = [&](int t, int n) { return trace->output(t, n, 0) != 0; }; // 0 past a length
    if (is == "last-real-step") {
        const int n = check["sequence"];
        for (int t = 0; t < trace->output.steps(); ++t)
            if (trace->output(t, n, 0) == trace->hN[0](n, 0))
                return double(t);
        return std::nullopt;
    }
    std::vector<int> sizes(std::size_t(trace->output.steps()), 0);
    double rows = 0;
    for (int t = 0; t < trace->output.steps(); ++t)
        for (int n = 0; n < trace->output.batch(); ++n)
            if (isReal(t, n)) {
                ++sizes[std::size_t(t)];
                ++rows;
            }
    return is == "batch-sizes" ? Answer(sizes) : Answer(rows);
}

double drawnScale(double p)
{
    NetworkSpec spec;
    spec.layers = 2;
    const DropoutMasks masks = drawMasks(spec, {.betweenLayers = p}, 200, 1, 1);
    double most = 0;
    for (int t = 0; t < 200; ++t)
        most = std::max(most, masks.betweenLayers[0](t, 0, 0));
    return most;
}

} // namespace

std::optional<Answer> checkedAnswer(const Question &question)
{
    const Json &check = question.check;
    const std::string is = check["is"];
    if (check.contains("spec"))
        return ofNetwork(check);
    if (check.contains("lengths"))
        return ofLengths(check);
    if (is == "order") {
        std::vector<int> order;
        for (const Json &words : check["right"])
            order.push_back(optionSaying(question, words));
        return order;
    }
    if (is == "power") {
        double left = 1;
        for (int k = 0; k < check["steps"].get<int>(); ++k)
            left *= check["z"].get<double>();
        return left;
    }
    if (is == "steps-until-under") {
        double left = 1, steps = 0;
        for (; left >= check["share"].get<double>(); ++steps)
            left *= check["z"].get<double>();
        return steps;
    }
    if (is == "sigmoid")
        return 1 / (1 + std::exp(-check["of"].get<double>()));
    if (is == "tanh")
        return std::tanh(check["of"].get<double>());
    if (is == "dropout-scale") // what the masks that are drawn have beside zeros
        return drawnScale(check["p"]);
    if (is == "blend") { // PyTorch's
        const double z = check["z"], h = check["h"], n = check["n"];
        return z * h + (1 - z) * n;
    }
    if (const auto stated = answerOfStatedNumbers(check))
        return stated;
    return question.experiment.is_null() ? std::nullopt : ofSteps(question, check);
}

std::vector<int> optionsMarkedRight(const Question &question)
{
    std::vector<int> right;
    const int options = int(question.options.size());
    if (question.kind == QuestionKind::choice)
        for (int option = 0; option < options; ++option)
            if (mark(question, option).verdict == MarkingVerdict::right)
                right.push_back(option);
    int sets = 0;
    for (unsigned set = 0; question.kind == QuestionKind::choices && set < 1u << options; ++set) {
        std::vector<int> given;
        for (int option = 0; option < options; ++option)
            if (set >> option & 1u)
                given.push_back(option);
        if (mark(question, given).verdict == MarkingVerdict::right && ++sets == 1)
            right = given;
    }
    return sets > 1 ? std::vector<int>() : right;
}

} // namespace gatescope
