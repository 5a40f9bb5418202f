// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/learn/labs/merging_settings.h"

#include <QSizeF>
#include <QString>

#include <vector>

namespace gatescope {

// Times the text's pixels: what stands between and around the matrices.
inline constexpr double blockGap = 0.9, stepGap = 0.45, signRoom = 2.4, headingRoom = 1.9, captionRoom = 1.7,
                        rowGap = 0.8, loopRoom = 2.6, loopAside = 1.6;

/// One line of the picture: what is read times the matrices of some gates.
struct ProductLine {
    Multiplied by;
    std::vector<int> gates; ///< as they stand in the stack
    int inner;
};

/// The input's line, or those of the state.
std::vector<ProductLine> linesOf(const MergingSettings &settings, bool isInput);

/// Measures of one line at a scale, with its gates as far apart as they ever are.
struct LineMeasures {
    const MergingSettings &settings;
    const ProductLine &line;
    double scale, pixels;

    bool isPytorch() const { return settings.convention == StackingConvention::pytorch; }
    int count() const { return int(line.gates.size()); }
    double length(int numbers) const;
    QString readSays() const;
    QString matrixSays() const;
    QString sumsSay() const;
    double readWidth() const;
    double matrixWidth() const;
    double sumsWidth() const;
    double width() const;
    double height() const;

private:
    double spread(int numbers) const;
    double atLeast(double width, const QString &caption) const;
};

/// How the halves of the input and of the state stand in a room: beside each other, or one over the other where the
/// numbers get larger by it.
struct StackArrangement {
    bool isOver = false;
    double scale = 1;    ///< pixels a number
    QSizeF input, state; ///< what the halves take
    double height(double pixels) const;
};

StackArrangement arrangedIn(const QSizeF &room, const MergingSettings &settings, double pixels);

/// Between the halves, beside each other or one over the other.
double gapOfHalves(double pixels);

} // namespace gatescope
