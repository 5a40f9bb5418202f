// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/controls/view_settings.h"

#include "ui/document/document.h"

#include <QLayout>
#include <QMargins>
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

namespace {

/// What the window has under this name; the first time `first`, which stays there.
QVariant kept(QWidget &window, const char *name, const QVariant &first)
{
    if (const QVariant known = window.property(name); known.isValid())
        return known;
    window.setProperty(name, first);
    return first;
}

} // namespace

void growWith(QWidget &window, const ViewSettings &settings)
{
    const double before = kept(window, "gatescopeScale", 1.0).toDouble();
    if (before == settings.scale)
        return;
    window.setProperty("gatescopeScale", settings.scale);
    if (QLayout *layout = window.layout()) {
        const auto margins
            = kept(window, "gatescopeMargins", QVariant::fromValue(layout->contentsMargins())).value<QMargins>();
        const int spacing = kept(window, "gatescopeSpacing", layout->spacing()).toInt();
        layout->setContentsMargins((QMarginsF(margins) * settings.scale).toMargins());
        if (spacing > 0)
            layout->setSpacing(qRound(spacing * settings.scale));
        // What was the least size with the larger words does not hold the window up; the layout finds the new one.
        window.setMinimumSize(0, 0);
        layout->invalidate();
    }
    window.resize(window.size() * (settings.scale / before));
}

} // namespace gatescope
