// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

#include <QImage>
#include <QPainter>

#include <functional>
#include <string>

namespace gatescope {

/// What a network with PyTorch's initialisation makes of sequences of random numbers.
struct NumberNetwork {
    CellKind cell = CellKind::gru;
    int hiddenSize = 3;
    int inputSize = 2;
    int layers = 1;
    bool bidirectional = false;
    std::vector<int> lengths{5};
};
Record numbersRecord(const NumberNetwork &network);

/// A GRU that reads a text letter by letter and names the next one.
Record lettersRecord(const std::string &text);

/// In the light theme, of what one sees from here.
Scene sceneOf(const Record &record, const PlayheadState &playhead);

using Drawing = std::function<HitAreas(QPainter &, const QSizeF &, const Scene &)>;
QImage pictureOf(const Drawing &drawing, const QSizeF &size, const Scene &scene);

} // namespace gatescope
