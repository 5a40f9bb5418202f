// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/builder/number_source.h"

#include "core/base/marked.h"
#include "ui/common/translate.h"
#include "ui/document/edits/edits.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatescope {

namespace {

QString text(const char *english)
{
    return QCoreApplication::translate("gatescope", english);
}

const Matrix *initialState(const Experiment &experiment, const NumberSource &source)
{
    const auto &all = source.kind == NumberSource::Kind::c0 ? experiment.input.c0 : experiment.input.h0;
    return all.empty() ? nullptr : &all[std::size_t(source.layerIndex)];
}

/// The tensor in place; views stay valid while the experiment lives.
ConstParameterView tensorOf(const Experiment &experiment, const NumberSource &source)
{
    for (const ConstParameterView &view : views(experiment.spec, experiment.parameters)) {
        if (view.name == source.name.toStdString())
            return view;
    }
    return {source.name.toStdString(), {nullptr, 0, 0}, false};
}

bool isOf(const NumberSource &source, const char *kind)
{
    return source.kind == NumberSource::Kind::tensor && source.name.startsWith(QLatin1String(kind));
}

/// "l", a feature's name, or "x 3".
QString inputName(const Experiment &experiment, int column)
{
    const auto place = std::size_t(column);
    if (const auto *characters = std::get_if<CharacterInput>(&experiment.input.source)) {
        if (experiment.spec.embeddingRows == 0 && place < characters->alphabet.size())
            return QString::fromStdString(visibleLetter(characters->alphabet[place]));
    }
    if (const auto *numbers = std::get_if<NumberInput>(&experiment.input.source)) {
        if (place < numbers->features.size())
            return QString::fromStdString(numbers->features[place]);
    }
    return QStringLiteral("x %1").arg(column);
}

} // namespace

QList<NumberSource> numberSources(const Experiment &experiment)
{
    using Kind = NumberSource::Kind;
    QList<NumberSource> sources;
    const NetworkSpec &spec = experiment.spec;
    if (experiment.parameters.layers.empty())
        return sources;
    for (const ConstParameterView &view : views(spec, experiment.parameters)) {
        int layerIndex = -1;
        for (int layer = 0; layer < spec.layers; ++layer) {
            for (const Direction direction : {Direction::forward, Direction::backward}) {
                for (const char *kind : {"weight_ih", "weight_hh", "bias_ih", "bias_hh"}) {
                    if (view.name == tensorName(kind, layer, direction))
                        layerIndex = spec.layerIndex(layer, direction);
                }
            }
        }
        sources.append({Kind::tensor, QString::fromStdString(view.name), layerIndex, 0});
    }
    if (std::holds_alternative<NumberInput>(experiment.input.source)) {
        for (int sequence = 0; sequence < experiment.input.sequences(); ++sequence)
            sources.append({Kind::input, text(marked("input x, sequence %1")).arg(sequence), -1, sequence});
    }
    for (int layer = 0; layer < spec.layers; ++layer) {
        for (int direction = 0; direction < spec.directions(); ++direction) {
            const QString where = text(marked("layer %1")).arg(layer)
                + (direction == 1 ? ", " + text(marked("reads backwards")) : QString());
            const int index = layer * spec.directions() + direction;
            sources.append({Kind::h0, text(marked("initial state h0, %1")).arg(where), index, 0});
            if (describe(spec.cell).hasCellState)
                sources.append({Kind::c0, text(marked("initial cell state c0, %1")).arg(where), index, 0});
        }
    }
    return sources;
}

int rowsOf(const Experiment &experiment, const NumberSource &source)
{
    switch (source.kind) {
    case NumberSource::Kind::tensor:
        return int(tensorOf(experiment, source).values.rows());
    case NumberSource::Kind::input:
        return experiment.input.length(source.sequence);
    case NumberSource::Kind::h0:
    case NumberSource::Kind::c0:
        break;
    }
    return experiment.input.sequences();
}

int columnsOf(const Experiment &experiment, const NumberSource &source)
{
    if (source.kind == NumberSource::Kind::tensor)
        return int(tensorOf(experiment, source).values.cols());
    return source.kind == NumberSource::Kind::input ? experiment.spec.inputSize : experiment.spec.hiddenSize;
}

double numberAt(const Experiment &experiment, const NumberSource &source, int row, int column)
{
    if (source.kind == NumberSource::Kind::tensor)
        return tensorOf(experiment, source).values(row, column);
    if (source.kind == NumberSource::Kind::input)
        return std::get<NumberInput>(experiment.input.source).sequences[std::size_t(source.sequence)](row, column);
    const Matrix *state = initialState(experiment, source);
    return state ? (*state)(row, column) : 0.0;
}

QString rowName(const Experiment &experiment, const NumberSource &source, int row)
{
    if (source.kind == NumberSource::Kind::input)
        return text(marked("step %1")).arg(row);
    if (source.kind != NumberSource::Kind::tensor)
        return text(marked("sequence %1")).arg(row);
    if (source.layerIndex >= 0) {
        const int H = experiment.spec.hiddenSize;
        const Block &block = describe(experiment.spec.cell).blocks[std::size_t(row / H)];
        return QStringLiteral("%1 %2").arg(written(block.letter)).arg(row % H);
    }
    // The head says the letters that the input has, and the embedding has a row for each.
    const auto *characters = std::get_if<CharacterInput>(&experiment.input.source);
    if (characters && std::size_t(row) < characters->alphabet.size())
        return QString::fromStdString(visibleLetter(characters->alphabet[std::size_t(row)]));
    return QString::number(row);
}

QString columnName(const Experiment &experiment, const NumberSource &source, int column)
{
    if (source.kind == NumberSource::Kind::input)
        return inputName(experiment, column);
    if (source.kind != NumberSource::Kind::tensor)
        return text(marked("unit %1")).arg(column);
    if (source.name.contains("bias"))
        return QStringLiteral("b");
    if (isOf(source, "weight_ih_l0"))
        return inputName(experiment, column);
    if (isOf(source, "embedding"))
        return QStringLiteral("x %1").arg(column);
    return QStringLiteral("h %1").arg(column);
}

Role roleOfRow(const Experiment &experiment, const NumberSource &source, int row)
{
    if (source.kind == NumberSource::Kind::input)
        return Role::input;
    if (source.kind == NumberSource::Kind::tensor && source.layerIndex >= 0)
        return roleOf(describe(experiment.spec.cell).blocks[std::size_t(row / experiment.spec.hiddenSize)].part);
    return isOf(source, "embedding") ? Role::input : Role::state;
}

Result<Experiment> withNumber(const Experiment &experiment, const NumberSource &source, int row, int column,
                              double value)
{
    switch (source.kind) {
    case NumberSource::Kind::tensor:
        return withParameter(experiment, {source.name.toStdString(), row, column}, value);
    case NumberSource::Kind::input:
        return withInputValue(experiment, source.sequence, row, column, value);
    case NumberSource::Kind::h0:
    case NumberSource::Kind::c0:
        break;
    }
    return withInitialState(experiment, source.layerIndex, row, column, value, source.kind == NumberSource::Kind::c0);
}

std::optional<NumberPlace> placeOf(const Experiment &experiment, const NumberSource &source, const PlayheadState &state)
{
    const NetworkSpec &spec = experiment.spec;
    const auto &parts = describe(spec.cell).stepParts;
    const bool exists = state.sequence < experiment.input.sequences()
        && state.step < experiment.input.length(state.sequence) && std::size_t(state.part) < parts.size();
    if (!exists) // the playhead still stands in the record of an older experiment
        return std::nullopt;
    if (source.kind == NumberSource::Kind::input)
        return source.sequence == state.sequence ? std::optional(NumberPlace{state.step, 0}) : std::nullopt;
    if (source.kind != NumberSource::Kind::tensor)
        return NumberPlace{state.sequence, state.unit};
    if (source.layerIndex != spec.layerIndex(state.layer, state.direction))
        return std::nullopt;
    const auto &blocks = describe(spec.cell).blocks;
    const auto &completes = parts[std::size_t(state.part)].completes;
    const auto block = completes ? std::ranges::find(blocks, *completes, &Block::part) : blocks.end();
    if (block == blocks.end())
        return std::nullopt;
    int column = isOf(source, "weight_hh") ? state.unit : 0;
    const auto *characters = std::get_if<CharacterInput>(&experiment.input.source);
    if (characters && isOf(source, "weight_ih_l0") && spec.embeddingRows == 0) {
        const std::string_view letter = characterAt(characters->texts[std::size_t(state.sequence)], state.step);
        column = int(std::ranges::find(characters->alphabet, letter) - characters->alphabet.begin());
    }
    return NumberPlace{int(block - blocks.begin()) * spec.hiddenSize + state.unit, column};
}

} // namespace gatescope
