// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/builder/parameter_counts.h"

#include "core/model/halves.h"

#include <QStringList>

#include <functional>
#include <numeric>

namespace gatescope {

namespace {

/// Layers that have the same shapes.
struct LayerRange {
    int first, last;

    int layers() const { return last - first + 1; }
    QString suffix() const
    {
        return first == last ? QStringLiteral("_l%1").arg(first) : QStringLiteral("_l%1 … l%2").arg(first).arg(last);
    }
};

/// How many tensors have the same shape: "2 · 2" for two biases in two directions.
struct Times {
    QList<qint64> factors;

    Times(int only) : Times({qint64(only)}) { }
    Times(std::initializer_list<qint64> given)
    {
        for (const qint64 factor : given) {
            if (factor > 1)
                factors << factor;
        }
    }
    QString text() const
    {
        QString text;
        for (const qint64 factor : factors)
            text += QStringLiteral("%1 · ").arg(factor);
        return text;
    }
    qint64 product() const { return std::accumulate(factors.begin(), factors.end(), qint64{1}, std::multiplies()); }
};

ParameterCount counted(const QString &name, const QString &formula, const Times &tensors, const QList<qint64> &sizes)
{
    qint64 each = 1;
    QStringList shape;
    for (const qint64 size : sizes) {
        each *= size;
        shape << QString::number(size);
    }
    return {name, tensors.text() + formula, tensors.text() + shape.join(QStringLiteral(" × ")),
            tensors.product() * each};
}

void addLayers(QList<ParameterCount> &counts, const NetworkSpec &spec, const LayerRange &range)
{
    const auto blocks = describe(spec.cell).blocks.size();
    const QString rows = blocks == 1 ? QStringLiteral("H") : QStringLiteral("%1H").arg(blocks);
    const QString inputs = range.first == 0 ? "I" : spec.bidirectional ? "2H" : "H";
    const Times tensors{spec.directions(), range.layers()};
    const auto pair = [&](const QString &one, const QString &other) {
        return one + range.suffix() + ", " + other + range.suffix();
    };
    counts << counted("weight_ih" + range.suffix(), rows + QStringLiteral(" × ") + inputs, tensors,
                      {spec.blockRows(), spec.layerInputSize(range.first)})
           << counted("weight_hh" + range.suffix(), rows + QStringLiteral(" × H"), tensors,
                      {spec.blockRows(), spec.hiddenSize});
    if (spec.bias)
        counts << counted(pair("bias_ih", "bias_hh"), rows, {2, spec.directions(), range.layers()}, {spec.blockRows()});
    if (spec.layerNorm)
        counts << counted(pair("norm_ih", "norm_hh"), rows, {2, spec.directions(), range.layers()}, {spec.blockRows()});
}

/// The decoder is a network of its own whose inputs are the head's outputs.
void addDecoder(QList<ParameterCount> &counts, const NetworkSpec &spec)
{
    QList<ParameterCount> own = parameterCounts(encoderOf(decoderOf(spec)));
    for (ParameterCount &count : own)
        count.name.prepend(QStringLiteral("decoder."));
    counts << own;
}

} // namespace

QList<ParameterCount> parameterCounts(const NetworkSpec &spec)
{
    QList<ParameterCount> counts;
    addLayers(counts, spec, {0, 0});
    if (spec.layers > 1)
        addLayers(counts, spec, {1, spec.layers - 1});
    if (spec.decoder)
        addDecoder(counts, spec);
    if (spec.embeddingRows > 0)
        counts << counted("embedding.weight", QStringLiteral("rows × I"), 1, {spec.embeddingRows, spec.inputSize});
    if (spec.headReads == HeadReads::attention)
        counts << counted("attention.weight", spec.bidirectional ? QStringLiteral("2H × 2H") : QStringLiteral("H × H"),
                          1, {spec.outputSize(), spec.outputSize()})
               << counted("attention.bias, attention.score",
                          spec.bidirectional ? QStringLiteral("2H") : QStringLiteral("H"), 2, {spec.outputSize()});
    if (spec.headOutputs > 0) {
        counts << counted("head.weight",
                          spec.bidirectional ? QStringLiteral("outputs × 2H") : QStringLiteral("outputs × H"), 1,
                          {spec.headOutputs, spec.outputSize()});
        if (spec.headBias)
            counts << counted("head.bias", QStringLiteral("outputs"), 1, {spec.headOutputs});
    }
    return counts;
}

} // namespace gatescope
