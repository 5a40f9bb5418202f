// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/builder/parameter_counts.h"

#include <QStringList>

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

ParameterCount counted(const QString &name, const QString &formula, qint64 tensors, const QList<qint64> &sizes)
{
    qint64 each = 1;
    QStringList shape;
    for (const qint64 size : sizes) {
        each *= size;
        shape << QString::number(size);
    }
    const QString times = tensors > 1 ? QStringLiteral("%1 · ").arg(tensors) : QString();
    return {name, formula, times + shape.join(QStringLiteral(" × ")), tensors * each};
}

void addLayers(QList<ParameterCount> &counts, const NetworkSpec &spec, const LayerRange &range)
{
    const auto blocks = describe(spec.cell).blocks.size();
    const QString rows = blocks == 1 ? QStringLiteral("H") : QStringLiteral("%1H").arg(blocks);
    const QString inputs = range.first == 0 ? "I" : spec.bidirectional ? "2H" : "H";
    const qint64 tensors = qint64(spec.directions()) * range.layers();
    counts << counted("weight_ih" + range.suffix(), rows + QStringLiteral(" × ") + inputs, tensors,
                      {spec.blockRows(), spec.layerInputSize(range.first)})
           << counted("weight_hh" + range.suffix(), rows + QStringLiteral(" × H"), tensors,
                      {spec.blockRows(), spec.hiddenSize});
    if (spec.bias)
        counts << counted("bias_ih, bias_hh" + range.suffix(), rows, 2 * tensors, {spec.blockRows()});
}

} // namespace

QList<ParameterCount> parameterCounts(const NetworkSpec &spec)
{
    QList<ParameterCount> counts;
    addLayers(counts, spec, {0, 0});
    if (spec.layers > 1)
        addLayers(counts, spec, {1, spec.layers - 1});
    if (spec.embeddingRows > 0)
        counts << counted("embedding.weight", QStringLiteral("rows × I"), 1, {spec.embeddingRows, spec.inputSize});
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
