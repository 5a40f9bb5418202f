// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/open_file.h"

#include "core/base/file.h"
#include "core/base/marked.h"
#include "core/experiment/example_input.h"
#include "core/experiment/files/experiment_file.h"
#include "core/io/foreign/found_network.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace gatescope {

namespace {

constexpr std::size_t textSizeLimit = 16u << 20;

std::string shown(const std::filesystem::path &path)
{
    return printable(path.string());
}

/// A column of whole numbers as rows of an embedding; nothing if it is something else.
std::optional<TokenInput> tokensOf(const NumberInput &numbers)
{
    TokenInput tokens;
    for (const Matrix &values : numbers.sequences) {
        std::vector<int> rows;
        for (Eigen::Index t = 0; t < values.rows(); ++t) {
            const double value = values(t, 0);
            if (values.cols() != 1 || value != std::floor(value) || std::abs(value) > 1e9)
                return std::nullopt;
            rows.push_back(static_cast<int>(value));
        }
        tokens.sequences.push_back(std::move(rows));
    }
    return tokens;
}

Result<Input> numbersFrom(const std::filesystem::path &path, const NetworkSpec &spec)
{
    const auto tables = readNumberFile(path);
    if (!tables)
        return tables.error();
    NumberInput numbers = toNumberInput(*tables);
    Input input;
    if (auto tokens = tokensOf(numbers); tokens && spec.embeddingRows > 0) {
        input.source = std::move(*tokens);
        return input;
    }
    for (const Matrix &values : numbers.sequences)
        if (values.cols() != spec.inputSize && spec.embeddingRows > 0)
            return error("%1 has %2 columns, but the network reads rows 0 to %3 of its embedding, one column of whole "
                         "numbers, or the %4 numbers of such a row.",
                         {shown(path), std::to_string(values.cols()), std::to_string(spec.embeddingRows - 1),
                          std::to_string(spec.inputSize)});
        else if (values.cols() != spec.inputSize)
            return error("%1 has %2 columns, but the network reads %3 numbers at each step.",
                         {shown(path), std::to_string(values.cols()), std::to_string(spec.inputSize)});
    input.source = std::move(numbers);
    return input;
}

/// A text without byte order mark, with \n at the end of a line, without the last of them.
std::string plainText(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (bytes[i] != '\r' || i + 1 == bytes.size() || bytes[i + 1] != '\n')
            text += bytes[i];
    if (text.ends_with('\n'))
        text.pop_back();
    return text;
}

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0)
            lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Result<Input> textFrom(const std::filesystem::path &path, const CharacterInput &previous)
{
    const auto bytes = readFile(path, textSizeLimit);
    if (!bytes)
        return bytes.error();
    const std::string text = plainText(*bytes);
    const bool readsNewLines = std::ranges::find(previous.alphabet, "\n") != previous.alphabet.end();
    CharacterInput characters{previous.alphabet, readsNewLines ? std::vector{text} : linesOf(text)};
    if (text.empty() || characters.texts.empty())
        return error("%1 holds no letters; the network needs at least one to read.", {shown(path)});
    if (const auto rows = letterRows(characters.alphabet, characters.texts); !rows)
        return inPlace(shown(path), rows.error());
    Input input;
    input.source = std::move(characters);
    return input;
}

Result<Input> inputFrom(const std::filesystem::path &path, const Experiment &experiment)
{
    const FileKind kind = recogniseFile(path);
    const auto *characters = std::get_if<CharacterInput>(&experiment.input.source);
    const bool isText = kind == FileKind::text || (kind == FileKind::numbers && path.extension() == ".txt");
    if (characters && isText)
        return textFrom(path, *characters);
    if (kind == FileKind::numbers)
        return numbersFrom(path, experiment.spec);
    if (kind == FileKind::text)
        return error("%1 is a text, but this network has no alphabet: it reads %2 numbers at each step.",
                     {shown(path), std::to_string(experiment.spec.inputSize)});
    if (kind == FileKind::unknown) {
        if (const auto bytes = readFile(path, textSizeLimit); !bytes)
            return bytes.error();
        return error("%1 is no input that Gatescope knows; expected a text in UTF-8, or numbers as CSV, JSON or .npy.",
                     {shown(path)});
    }
    return error("%1 holds a network, not an input: open it instead.", {shown(path)});
}

} // namespace

Experiment experimentOf(const ImportedModel &model, const std::string &title)
{
    Experiment experiment;
    experiment.title = title;
    experiment.spec = model.spec;
    experiment.parameters = model.parameters;
    experiment.input = exampleInput(model.spec, {exampleLength});
    experiment.objective = naturalObjective(experiment.spec, experiment.input);
    return experiment;
}

Result<NetworkFile> readNetworkFile(const std::filesystem::path &path, const KnownNetworks &known,
                                    const std::stop_token &stop)
{
    const FileKind kind = recogniseFile(path);
    if (kind == FileKind::experiment) {
        auto experiment = readExperimentFile(path, known);
        return experiment ? Result<NetworkFile>(NetworkFile{path, std::move(*experiment)}) : experiment.error();
    }
    if (kind == FileKind::model) {
        auto inventory = readModelFile(path, stop);
        return inventory ? Result<NetworkFile>(NetworkFile{path, std::move(*inventory)}) : inventory.error();
    }
    if (kind == FileKind::unknown) {
        if (const auto bytes = readFile(path, experimentSizeLimit); !bytes)
            return bytes.error();
        return error("%1 is no file that Gatescope knows; expected an experiment (.gatescope) or a network "
                     "(.safetensors, .pt, .keras, .h5, .onnx).",
                     {shown(path)});
    }
    return error(
        kind == FileKind::text
            ? marked("%1 holds a text, not a network; "
                     "expected an experiment (.gatescope) or a network (.safetensors, .pt, .keras, .h5, .onnx).")
            : marked("%1 holds numbers, not a network; "
                     "expected an experiment (.gatescope) or a network (.safetensors, .pt, .keras, .h5, .onnx)."),
        {shown(path)});
}

Result<Experiment> networkIn(const NetworkFile &file, const ImportOptions &options, std::vector<Sentence> *notes)
{
    const ModelInventory *inventory = file.model();
    if (!inventory)
        return std::get<Experiment>(file.holds);
    const auto isAnswered = [&](const Sentence &note) { return options.reset && isAboutReset(note); };
    const auto model = importModel(*inventory, options);
    if (!model)
        return inPlace(shown(file.path), model.error());
    Experiment experiment = experimentOf(*model, printable(file.path.stem().string()));
    if (const auto sound = check(experiment); !sound)
        return inPlace(shown(file.path), sound.error());
    if (notes && inventory->said)
        std::ranges::remove_copy_if(inventory->said->notes, std::back_inserter(*notes), isAnswered);
    return experiment;
}

Result<Experiment> openNetwork(const std::filesystem::path &path, const ImportOptions &options,
                               const KnownNetworks &known, std::vector<Sentence> *notes)
{
    const auto file = readNetworkFile(path, known);
    return file ? networkIn(*file, options, notes) : file.error();
}

Result<Experiment> withInputFrom(const Experiment &experiment, const std::filesystem::path &path)
{
    auto read = inputFrom(path, experiment);
    if (!read)
        return read.error();
    Experiment changed = experiment;
    read->h0 = experiment.input.h0;
    read->c0 = experiment.input.c0;
    changed.input = withFittingStates(experiment.spec, std::move(*read));
    changed.objective = adaptedObjective(experiment.objective, changed.spec, changed.input);
    changed.pins = fittingPins(experiment.pins, changed.spec, changed.input);
    changed.view.sequence = 0;
    changed.view.step = 0;
    if (const auto sound = check(changed); !sound)
        return inPlace(shown(path), sound.error());
    return changed;
}

} // namespace gatescope
