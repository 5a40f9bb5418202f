// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/lessons/figure.h"

#include "core/learning/study/studied.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

constexpr std::array figureKindNames{"shapes", "padded", "packed", "masked", "matrices", "states"};
constexpr std::array frameworkNames{"pytorch", "keras"};
constexpr std::array wayNames{"separate", "stacked", "all-steps"};
constexpr std::array handedNames{"carried", "reordered", "reset", "left-over"};
constexpr std::array figureFields{"draws",       "framework", "batch_first", "return_sequences", "return_state",
                                  "reset_after", "marks",     "way",         "handed",           "waits"};

/// Enumerators stand in the order of their names.
template<typename Enum, std::size_t n>
void readName(const JsonReader &json, const char *field, const std::array<const char *, n> &names, Enum &value)
{
    if (!json.has(field))
        return;
    const std::string name = json[field].text();
    const auto found = std::ranges::find(names, name);
    if (found != names.end()) {
        value = Enum(found - names.begin());
        return;
    }
    std::string others = names.front();
    for (std::size_t i = 1; i + 1 < n; ++i)
        others += ", " + std::string(names[i]);
    json[field].refuse(sentence("%1 or %2", {others, names.back()}));
}

void readFlag(const JsonReader &json, const char *field, bool &value)
{
    if (json.has(field))
        value = json[field].truth();
}

bool isGruWithoutNorm(const NetworkSpec &spec)
{
    return spec.cell == CellKind::gru && !spec.layerNorm;
}

} // namespace

LayerArguments argumentsOf(const Figure &figure, const Experiment &shown)
{
    const NetworkSpec &spec = shown.spec;
    LayerArguments arguments;
    arguments.framework = figure.framework;
    arguments.inputSize = spec.inputSize;
    arguments.hiddenSize = spec.hiddenSize;
    arguments.layers = spec.layers;
    arguments.bias = spec.bias;
    arguments.bidirectional = spec.bidirectional;
    arguments.batchFirst = figure.batchFirst;
    arguments.returnSequences = figure.returnSequences;
    arguments.returnState = figure.returnState;
    arguments.resetAfter = figure.resetAfter;
    if (const auto studied = study(shown)) {
        arguments.batch = studied->trace->batch->sequences();
        arguments.steps = studied->trace->batch->steps();
    }
    return arguments;
}

Result<void> check(const Figure &figure, const Experiment &shown)
{
    const NetworkSpec &spec = shown.spec;
    const bool isOneLayer = spec.layers == 1 && !spec.bidirectional;
    if (!isGruWithoutNorm(spec) || (figure.kind != FigureKind::shapes && !isOneLayer))
        return error(".figure cannot be drawn of this network.");
    if (figure.marked.empty())
        return {};
    if (figure.kind != FigureKind::shapes)
        return error(".figure.marks is of shapes alone.");
    const auto shapes = shapesOf(argumentsOf(figure, shown));
    if (std::ranges::find(shapes, figure.marked, &TensorShape::name) == shapes.end())
        return error(".figure: this layer has no tensor \"%1\".", {printable(figure.marked)});
    return {};
}

Figure readFigure(const JsonReader &json)
{
    Figure figure;
    if (json.isObject())
        for (const auto &[field, value] : json.json().items())
            if (std::ranges::find(figureFields, field) == figureFields.end())
                json.refuse(error("%1.%2: a figure has no such field.", {json.place(), printable(field)}));
    (void)json["draws"].text();
    readName(json, "draws", figureKindNames, figure.kind);
    readName(json, "framework", frameworkNames, figure.framework);
    readFlag(json, "batch_first", figure.batchFirst);
    readFlag(json, "return_sequences", figure.returnSequences);
    readFlag(json, "return_state", figure.returnState);
    readFlag(json, "reset_after", figure.resetAfter);
    if (json.has("marks"))
        figure.marked = json["marks"].text();
    readName(json, "way", wayNames, figure.way);
    readName(json, "handed", handedNames, figure.handed);
    readFlag(json, "waits", figure.waits);
    return figure;
}

} // namespace gatescope
