// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/view_settings.h"

#include "ui/document/document.h"

#include <QLayout>
#include <QMarginsF>
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
    const double larger = settings.scale / before;
    if (QLayout *layout = window.layout()) {
        layout->setContentsMargins((QMarginsF(layout->contentsMargins()) * larger).toMargins());
        if (layout->spacing() > 0)
            layout->setSpacing(qRound(layout->spacing() * larger));
        // What was the least size with the larger words does not hold the window up; the layout finds the new one.
        window.setMinimumSize(0, 0);
        layout->invalidate();
    }
    window.resize(window.size() * larger);
}

} // namespace gatescope
