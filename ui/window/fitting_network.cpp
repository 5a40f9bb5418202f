// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/fitting_network.h"

#include "core/base/file.h"
#include "core/experiment/files/open_file.h"

#include <QFileInfo>

#include <set>

namespace gatescope {

namespace {

constexpr int units = 8;
constexpr std::uint64_t seed = 1;

/// Every letter of a text but the ends of its lines.
Result<std::vector<std::string>> alphabetOf(const std::filesystem::path &path)
{
    constexpr std::size_t largestText = 16u << 20;
    constexpr std::size_t mostLetters = 500;
    const Result<std::string> text = readFile(path, largestText);
    if (!text)
        return text.error();
    const auto characters = charactersOf(*text);
    if (!characters)
        return characters.error();
    std::set<std::string> letters(characters->begin(), characters->end());
    for (const char *unread : {"\r", "\n", "\xEF\xBB\xBF"})
        letters.erase(unread);
    if (letters.empty() || letters.size() > mostLetters)
        return error("%1 has %2 different letters; expected 1 … %3.",
                     {path.string(), std::to_string(letters.size()), std::to_string(mostLetters)});
    return std::vector<std::string>(letters.begin(), letters.end());
}

Result<Experiment> networkForText(const std::filesystem::path &path)
{
    const auto alphabet = alphabetOf(path);
    if (!alphabet)
        return alphabet.error();
    Experiment experiment;
    experiment.spec.inputSize = int(alphabet->size());
    experiment.spec.hiddenSize = units;
    experiment.spec.headOutputs = int(alphabet->size());
    experiment.parameters = initialParameters(experiment.spec, seed);
    experiment.input.source = CharacterInput{*alphabet, {alphabet->front()}};
    experiment.objective = naturalObjective(experiment.spec, experiment.input);
    return experiment;
}

Result<Experiment> networkForNumbers(const std::filesystem::path &path)
{
    const auto tables = readNumberFile(path);
    if (!tables)
        return tables.error();
    if (tables->empty())
        return error("%1 holds no numbers.", {path.string()});
    NetworkSpec spec;
    spec.inputSize = int(tables->front().values.cols());
    spec.hiddenSize = units;
    if (const Result<void> sound = check(spec); !sound)
        return sound.error();
    return experimentFor(spec, Experiment(), seed);
}

} // namespace

Result<Experiment> networkThatReads(const QString &path)
{
    const std::filesystem::path file = path.toStdString();
    Result<Experiment> network = recogniseFile(file) == FileKind::text ? networkForText(file) : networkForNumbers(file);
    if (!network)
        return network;
    network->title = QFileInfo(path).completeBaseName().toStdString();
    return withInputFrom(*network, file);
}

} // namespace gatescope
