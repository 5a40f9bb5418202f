// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/sample_words.h"
#include "ui/train/train_look.h"

#include <QPainter>

namespace gatescope {

/// The steps of the picture's first sequence that are marked by an input of that name, as in the adding task.
std::vector<int> markedSteps(const TrainingSample &sample, const SampleWords &words);

/// One sequence under the network: its input, the top layer's gates step by step, and the answer that the network would
/// give if it were asked now, beside the truth. Step t stands at the same x in all of them.
class SampleDrawing
{
public:
    /// `beside` is a sample of the same sequence that is drawn on the same scales, or null.
    SampleDrawing(const TrainingSample &sample, const SampleWords &words, const TrainLook &look,
                  const TrainingSample *beside = nullptr)
        : m_sample(sample), m_words(words), m_look(look), m_beside(beside)
    {
    }

    void draw(QPainter &painter, const QRectF &area) const;

private:
    int steps() const { return m_sample.trace->length(0); }
    double placeOf(const QRectF &area, int step) const { return area.left() + area.width() * (step + 0.5) / steps(); }

    void drawInput(QPainter &painter, const QRectF &area) const;
    void drawBars(QPainter &painter, const QRectF &area) const;
    void drawSymbols(QPainter &painter, const QRectF &area, const QStringList &symbols,
                     const std::vector<int> &truth) const;
    void drawGates(QPainter &painter, const QRectF &area) const;
    void drawAnswer(QPainter &painter, const QRectF &area) const;
    void drawNumbers(QPainter &painter, const QRectF &area) const;
    void drawChances(QPainter &painter, const QRectF &area) const;
    /// The probability that the network gives to what is right at a step; none where nothing is asked.
    std::optional<double> chanceOf(int step) const;
    std::vector<int> inputSymbols() const;

    const TrainingSample &m_sample;
    const SampleWords &m_words;
    const TrainLook &m_look;
    const TrainingSample *m_beside;
};

} // namespace gatescope
