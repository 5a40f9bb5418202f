// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_experiments.h"

#include "core/engine/reference_backend.h"

namespace gatescope {

namespace {

Record recordOf(Experiment experiment)
{
    experiment.objective = naturalObjective(experiment.spec, experiment.input);
    return computeRecord(ReferenceBackend(), std::make_shared<Experiment>(std::move(experiment))).value();
}

} // namespace

Record numbersRecord(const NumberNetwork &network)
{
    Experiment experiment;
    experiment.spec.cell = network.cell;
    experiment.spec.inputSize = network.inputSize;
    experiment.spec.hiddenSize = network.hiddenSize;
    experiment.spec.layers = network.layers;
    experiment.spec.bidirectional = network.bidirectional;
    experiment.parameters = initialParameters(experiment.spec, 7);
    NumberInput numbers;
    Random random(3);
    for (const int length : network.lengths)
        numbers.sequences.push_back(
            Matrix::NullaryExpr(length, network.inputSize, [&random] { return random.uniform(-1, 1); }));
    experiment.input.source = numbers;
    return recordOf(experiment);
}

Record lettersRecord(const std::string &text)
{
    CharacterInput letters;
    for (const char letter : text) {
        if (std::ranges::find(letters.alphabet, std::string(1, letter)) == letters.alphabet.end())
            letters.alphabet.emplace_back(1, letter);
    }
    letters.texts = {text};
    Experiment experiment;
    experiment.spec.inputSize = static_cast<int>(letters.alphabet.size());
    experiment.spec.headOutputs = experiment.spec.inputSize;
    experiment.spec.hiddenSize = 4;
    experiment.parameters = initialParameters(experiment.spec, 5);
    experiment.input.source = letters;
    return recordOf(experiment);
}

QImage pictureOf(const Drawing &drawing, const QSizeF &size, const Scene &scene)
{
    QImage image(size.toSize(), QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    drawing(painter, size, scene);
    return image;
}

Scene sceneOf(const Record &record, const PlayheadState &playhead)
{
    return Scene{record, playhead, theme(ThemeName::light)};
}

} // namespace gatescope
