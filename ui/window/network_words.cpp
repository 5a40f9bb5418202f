// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/network_words.h"

#include "core/model/options.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"

namespace gatescope {

namespace {

QString layersInWords(const NetworkSpec &spec)
{
    const QString layers = spec.layers == 1 ? Words::tr("1 layer") : Words::tr("%1 layers").arg(spec.layers);
    return spec.bidirectional ? Words::tr("%1, both directions").arg(layers) : layers;
}

QString conventionInWords(const NetworkSpec &spec)
{
    const bool before = spec.reset == ResetPlacement::before;
    const bool overwrites = spec.update == UpdateMeaning::overwrites;
    if (before && overwrites)
        return Words::tr("reset before U, update overwrites");
    if (before)
        return Words::tr("reset before U");
    return overwrites ? Words::tr("update overwrites") : Words::tr("PyTorch convention");
}

} // namespace

QStringList networkInWords(const NetworkSpec &spec)
{
    QStringList words{Words::tr("%1 %2 → %3, %4, %5 parameters")
                          .arg(written(describe(spec.cell).pytorchName))
                          .arg(spec.inputSize)
                          .arg(spec.hiddenSize)
                          .arg(layersInWords(spec), wholeNumber(recurrentParameterCount(spec)))};
    if (spec.headOutputs > 0) {
        // Weights and one bias per output.
        const std::int64_t headParameters
            = parameterCount(spec) - recurrentParameterCount(spec) - std::int64_t(spec.embeddingRows) * spec.inputSize;
        words.append(Words::tr("head %1 → %2, %3")
                         .arg(spec.outputSize())
                         .arg(spec.headOutputs)
                         .arg(wholeNumber(headParameters)));
    }
    if (spec.embeddingRows > 0)
        words.append(Words::tr("embedding %1 × %2").arg(spec.embeddingRows).arg(spec.inputSize));
    if (spec.cell == CellKind::gru)
        words.append(conventionInWords(spec));
    for (const OptionDescription &option : networkOptions())
        if (option.isUsed(spec))
            words.append(translated(option.name));
    return words;
}

} // namespace gatescope
