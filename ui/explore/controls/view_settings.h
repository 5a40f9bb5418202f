// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

#include <optional>

class QWidget;

namespace gatescope {

class Document;
class Playhead;

/// How a person wants to see things; the same for all panels of a place.
struct ViewSettings {
    const Theme *theme = &gatescope::theme(ThemeName::light);
    bool classroom = false;  ///< readable from the last row
    bool compact = false;    ///< the window is small: 1280 × 800 or less
    bool predicting = false; ///< what is not computed yet is hidden
    double scale = 1;        ///< of lengths and type: above 1 where the window is much larger than 1920 × 1080

    /// A length that is given for 1920 × 1080.
    double px(double length) const { return length * scale; }

    bool operator==(const ViewSettings &) const = default;
};

/// What there is to draw now; none before the first record.
std::optional<Scene> currentScene(const Document &document, const Playhead &playhead, const ViewSettings &settings);

/// The colour of a label's letters; said outright, because style sheets do not hand palettes down.
void setTextColour(QWidget &label, const QColor &colour);

/// A window beside the main one is as much larger as that one's lengths are; how large somebody made it is kept in
/// proportion. Its layout's margins and spacing grow too, and no least size of its own holds it up.
void growWith(QWidget &window, const ViewSettings &settings);

} // namespace gatescope
