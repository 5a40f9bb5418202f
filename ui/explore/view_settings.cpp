// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/view_settings.h"

#include "ui/document/document.h"

#include <QVariant>
#include <QWidget>

namespace gatescope {

std::optional<Scene> currentScene(const Document &document, const Playhead &playhead, const ViewSettings &settings)
{
    const Record &record = document.record();
    if (!record)
        return std::nullopt;
    Scene scene{record, clamped(playhead.state(), *record.trace), *settings.theme, settings.classroom};
    scene.ghost = document.ghost();
    scene.predicting = settings.predicting;
    return scene;
}

void setTextColour(QWidget &label, const QColor &colour)
{
    QPalette palette = label.palette();
    palette.setColor(QPalette::WindowText, colour);
    label.setPalette(palette);
}

void growWith(QWidget &window, const ViewSettings &settings)
{
    constexpr const char *property = "gatescopeScale";
    const QVariant known = window.property(property);
    const double before = known.isValid() ? known.toDouble() : 1;
    if (before == settings.scale)
        return;
    window.setProperty(property, settings.scale);
    window.resize(window.size() * (settings.scale / before));
}

} // namespace gatescope
