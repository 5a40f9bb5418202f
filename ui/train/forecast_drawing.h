// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/sample_drawing.h"

namespace gatescope {

/// A number of the data's own unit, with as many decimals as show a tenth of `size`.
QString ownNumber(double value, double size);

/// A stretch of a series under the network, in the unit of its data: what is read, and the forecast of the next value
/// beside the truth and beside persistence, which says that nothing will change.
class ForecastDrawing
{
public:
    /// As SampleDrawing.
    ForecastDrawing(const TrainingSample &sample, const SampleWords &words, const TrainLook &look,
                    const TrainingSample *beside = nullptr)
        : m_sample(sample), m_words(words), m_look(look), m_beside(beside)
    {
    }

    /// A lane for each number that is read, the one that is forecast last.
    void drawInputs(QPainter &painter, const QRectF &area) const;
    void drawForecast(QPainter &painter, const QRectF &area) const;

private:
    static constexpr int mostLanes = 4;

    int steps() const { return m_sample.trace->length(0); }
    double placeOf(const QRectF &area, int step) const { return area.left() + area.width() * (step + 0.5) / steps(); }
    void drawLane(QPainter &painter, const QRectF &lane, int input) const;
    Scale inputScale(int input) const;

    const TrainingSample &m_sample;
    const SampleWords &m_words;
    const TrainLook &m_look;
    const TrainingSample *m_beside;
};

} // namespace gatescope
