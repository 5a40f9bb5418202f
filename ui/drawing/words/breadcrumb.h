// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

#include <QPainter>

namespace gatescope {

/// "network › cell › unit 2" with its left end and baseline at `at`, the crumb of `level` (0 … 2) strong and
/// underlined. Each crumb is an area that leads to its level. Returns the width drawn.
double drawBreadcrumb(QPainter &painter, const QPointF &at, double pixels, const Scene &scene, int level,
                      HitAreas &areas);

/// Words at the right of a header; the letter among them has the face of the data.
struct HeaderLine {
    QString before, letter, after;
};
/// The first of `choices` that is not wider than `room`, ending at `at`.
void drawHeaderLine(QPainter &painter, const QPointF &at, double pixels, const std::vector<HeaderLine> &choices,
                    double room, const Theme &theme);

/// "layer 1, forward" where there is a choice, otherwise nothing.
QString layerWords(const Scene &scene);
/// What a layer reads at the playhead's step, in a word or two; a letter of the data stands apart.
HeaderLine readingLine(const Scene &scene);

} // namespace gatescope
