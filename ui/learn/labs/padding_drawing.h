// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/packed_order.h"
#include "core/learning/labs/padding_drift.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QString>

namespace gatescope {

/// A batch of sequences of different length, padded and packed, and what each way leaves in h_n.
struct PaddingPicture {
    PaddingReading reading;
    Result<PackedOrder> order;               ///< or why PyTorch does not pack it
    std::vector<std::vector<double>> curves; ///< of each sequence: how far off h_n is after 0, 1, … zeros
};

/// Zeros that are read with that sequence.
int zerosOf(const PaddingPicture &picture, int sequence);

/// What is to be seen in it, in a sentence or two.
QString findingOf(const PaddingPicture &picture);
/// All that is drawn, for those who do not see it.
QString inWords(const PaddingPicture &picture);

/// The padded batch and the packed one side by side; below, h_n of both and how far off it is by the number of zeros.
void drawPadding(QPainter &painter, const QRectF &where, const PaddingPicture &picture, const Theme &theme,
                 double pixels);

/// The padded batch alone, or below it the packed one with its batch_sizes and data; as large as there is room, from
/// `pixels` on.
void drawPaddedBatch(QPainter &painter, const QRectF &where, const PaddingPicture &picture, bool isPacked,
                     const Theme &theme, double pixels);

} // namespace gatescope
