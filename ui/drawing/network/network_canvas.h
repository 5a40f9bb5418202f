// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell/cell_canvas.h"
#include "ui/drawing/network/network_layout.h"
#include "ui/drawing/network/network_progress.h"
#include "ui/drawing/scene/gradient_decades.h"

#include <cmath>

namespace gatescope {

/// The canvas on which a network is drawn: where everything stands, how much of it is computed, and what is where.
struct NetworkCanvas {
    QPainter &painter;
    const Scene &scene;
    NetworkLayout layout;
    NetworkProgress progress;
    GradientScale gradients; ///< of its backward pass
    HitAreas areas;

    NetworkCanvas(QPainter &onto, const QSizeF &size, const Scene &of)
        : painter(onto), scene(of), layout(networkLayout(size, of)), progress(of), gradients(gradientScale(of))
    {
    }

    int decades() const { return gradients.decades(); }
    /// What is drawn of a gradient, a share of the largest that the scale has; anything else as it is.
    double onScale(double value) const { return backward() ? value * std::pow(10, -gradients.top) : value; }

    const Theme &theme() const { return scene.theme; }
    const NetworkSpec &spec() const { return scene.spec(); }
    /// Whether gradients are shown.
    bool backward() const { return scene.playhead.pass == Pass::backward && scene.record.gradients; }
    /// Dimmed while nothing of it is computed; not there at all for somebody who is to predict it.
    double opacityOf(double computed) const { return scene.predicting ? computed : dimmed + (1 - dimmed) * computed; }
    /// Whether words may tell what it is.
    bool mayTell(double computed) const { return !scene.predicting || computed >= 1; }
    /// A colour as it looks when it is computed so far, opaque.
    QColor faded(const QColor &colour, double computed) const
    {
        return blended(colour, opacityOf(computed), theme().paper);
    }

    /// The playhead at another step, layer and direction.
    PlayheadState at(int step, int layer, Direction direction) const
    {
        PlayheadState there = scene.playhead;
        there.row = there.output = PlayheadState::none;
        there.step = step;
        there.layer = layer;
        there.direction = direction;
        there.progress = 1;
        return there;
    }
    PlayheadState at(int step) const { return at(step, scene.playhead.layer, scene.playhead.direction); }
    void area(const QRectF &where, const PlayheadState &leadsTo, const QString &says)
    {
        areas.push_back({where, leadsTo, says, {}});
    }
};

} // namespace gatescope
