// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace gatescope {

/// Different pixels per pixel. Another program smooths edges otherwise and sets letters up to a pixel elsewhere, so a
/// pixel is different when its colour is not found around its place in the other picture: a fill must be the same.
double difference(const QImage &one, const QImage &other);

} // namespace gatescope
