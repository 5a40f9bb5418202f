// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/repeated_trace.h"

#include <algorithm>

namespace gatescope {

namespace {

struct Copies {
    int sequence;
    const std::vector<int> &lengths;

    int count() const { return static_cast<int>(lengths.size()); }

    /// Past each length all is 0.
    TimeArray operator()(const TimeArray &array) const
    {
        if (array.empty())
            return {};
        TimeArray made(*std::ranges::max_element(lengths), count(), array.units());
        for (int t = 0; t < made.steps(); ++t) {
            const Vector values = array.at(t, sequence);
            for (int i = 0; i < count(); ++i)
                if (t < lengths[i])
                    made.step(t).row(i) = values.transpose();
        }
        return made;
    }

    std::vector<Matrix> operator()(const std::vector<Matrix> &rows) const
    {
        std::vector<Matrix> made;
        for (const Matrix &matrix : rows)
            made.push_back(matrix.row(sequence).replicate(count(), 1));
        return made;
    }

    std::vector<TimeArray> operator()(const std::vector<TimeArray> &arrays) const
    {
        std::vector<TimeArray> made;
        for (const TimeArray &array : arrays)
            made.push_back((*this)(array));
        return made;
    }

    Batch operator()(const Batch &batch) const
    {
        Batch made = batch;
        made.x = (*this)(batch.x);
        made.lengths = lengths;
        made.h0 = (*this)(batch.h0);
        made.c0 = (*this)(batch.c0);
        if (!batch.embeddingRows.empty())
            made.embeddingRows.assign(lengths.size(), batch.embeddingRows[sequence]);
        made.pins.clear();
        for (Pin pin : batch.pins) {
            if (pin.sequence.value_or(sequence) != sequence)
                continue;
            pin.sequence.reset(); // it holds in every copy, as far as each goes
            made.pins.push_back(pin);
        }
        made.dropout
            = {(*this)(batch.dropout.betweenLayers), (*this)(batch.dropout.input), (*this)(batch.dropout.recurrent)};
        return made;
    }
};

} // namespace

Trace repeated(const Trace &trace, int sequence, const std::vector<int> &lengths)
{
    const Copies copies{sequence, lengths};
    Trace made;
    made.spec = trace.spec;
    made.batch = std::make_shared<const Batch>(copies(*trace.batch));
    for (const LayerTrace &layer : trace.layers) {
        LayerTrace &copy = made.layers.emplace_back();
        for (const auto &[part, values] : layer.parts)
            copy[part] = copies(values);
    }
    made.output = copies(trace.output);
    made.hN = copies(trace.hN);
    made.cN = copies(trace.cN);
    made.headOutput = copies(trace.headOutput);
    made.attention = copies(trace.attention);
    return made;
}

Batch repeated(const Batch &batch, int sequence, const std::vector<int> &lengths)
{
    return Copies{sequence, lengths}(batch);
}

} // namespace gatescope
