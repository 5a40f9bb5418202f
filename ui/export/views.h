// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"
#include "ui/export/picture.h"

#include <vector>

namespace gatescope {

/// A drawing that can become a picture of its own.
struct ExportedView {
    const char *name;  ///< on the command line: "cell"
    const char *label; ///< for people, to be translated in the context "gatescope"
    HitAreas (*draw)(QPainter &painter, const QSizeF &size, const Scene &scene);
};

const std::vector<ExportedView> &exportedViews();
/// None when there is no view of that name.
const ExportedView *exportedViewNamed(std::string_view name);

/// The view of a scene as a picture. The records are shared, settings are copied: it may outlive the scene.
Picture pictureOf(const ExportedView &view, const Scene &scene, const QSize &size, double scale = 1.0);

} // namespace gatescope
