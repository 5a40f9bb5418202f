// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/sample_words.h"
#include "ui/train/train_look.h"

#include <QPainter>

namespace gatescope {

/// What came of all rows of a sample: how many are right, or how far a forecast is off, with the answers beside their
/// truth; of a text, how the network goes on with it.
class SampleResult
{
public:
    SampleResult(const TrainingSample &sample, const SampleWords &words, const TrainLook &look)
        : m_sample(sample), m_words(words), m_look(look)
    {
    }

    void draw(QPainter &painter, const QRectF &area) const;
    /// "120 of 128 answers within 0.1 of the truth".
    QString inWords() const { return countInWords() + u' ' + countMeans(); }

private:
    struct Line {
        QString text, inShort; ///< in short: where the whole has no room
        QFont font;
        QColor colour;
    };
    std::vector<Line> lines() const;
    void drawRows(QPainter &painter, const QRectF &area) const;
    void drawScatter(QPainter &painter, const QRectF &box) const;
    void drawWritten(QPainter &painter, const QRectF &area) const;
    QString countInWords() const;
    QString countMeans() const;

    const TrainingSample &m_sample;
    const SampleWords &m_words;
    const TrainLook &m_look;
};

} // namespace gatescope
