// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>

namespace gatescope {

/// Eyes that lack one kind of cones.
enum class Vision { protan, deutan, tritan };

/// A colour as such eyes see it. The matrices are those of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A
/// Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and
/// Computer Graphics 15(6), 2009, table of severity 1.0; they apply to linear RGB.
QColor seenBy(Vision vision, const QColor &colour);
QImage seenBy(Vision vision, QImage picture);

/// How far apart two colours are: the Euclidean distance in CIE L*a*b* (1976, D65); 2 or 3 can just be told side by
/// side.
double colourDistance(const QColor &a, const QColor &b);

} // namespace gatescope
