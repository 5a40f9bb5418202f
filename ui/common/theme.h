// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/cell.h"

#include <QColor>
#include <QPalette>
#include <QString>

#include <optional>

namespace gatescope {

enum class ThemeName { light, dark, contrast };

/// What a colour means, everywhere: stage, lanes, equations, plots, lesson text.
enum class Role {
    input,     ///< x: sky
    letsBy,    ///< a gate that lets something by (GRU r; LSTM i and o): purple
    keeps,     ///< the gate that keeps the old state (GRU z; LSTM f): orange
    candidate, ///< n, g: green
    state,     ///< h, c: blue
    gradient,  ///< loss and every gradient: vermilion
};

/// The role whose hue a recorded part wears.
Role roleOf(Part part);
/// The role of a part of a step; "inputs" completes no part and wears the input's hue.
Role roleOf(const StepPart &stepPart);

struct RoleColours {
    QColor hue;  ///< fills
    QColor text; ///< letters
    QColor wire; ///< lines, which are thinner than what is filled
};

/// Colours of one theme. One hue per role; negative values are neutral grey in every role.
struct Theme {
    ThemeName name = ThemeName::light;
    QColor paper, panel, line, ink, ink2, ink3, wash, negative;
    RoleColours roles[6];

    const RoleColours &of(Role role) const { return roles[static_cast<int>(role)]; }
    /// Wires, curves and frames: the hue where it stands out from the paper at 3 : 1, else a shade of it that does.
    QColor wire(Role role) const { return of(role).wire; }
    /// Whichever of ink-black and white is better read on a fill of `hue` at `opacity` over paper.
    QColor inkOn(const QColor &hue, double opacity) const;
};

const Theme &theme(ThemeName name);
std::optional<ThemeName> themeNamed(const QString &name);
QString keyOf(ThemeName name); ///< "light", as themeNamed reads it

/// `hue` at `opacity` over `under`, opaque.
QColor blended(const QColor &hue, double opacity, const QColor &under);
/// WCAG 2 contrast ratio, 1 … 21.
double contrastRatio(const QColor &a, const QColor &b);

/// What Qt's own widgets wear.
QPalette widgetPalette(const Theme &theme);
/// Lengths are pixels times `scale` (classroom scale). It leaves fonts to setFont(); the application's
/// own is interfaceFont(widgetFontPixels * scale). What a widget can ask for by a property:
/// primary (button: the one main action), flat (button: no border), secondary (label: quiet text),
/// error (line edit, spin box: the value cannot be).
QString widgetStyleSheet(const Theme &theme, double scale = 1.0);
inline constexpr double widgetFontPixels = 13;

} // namespace gatescope
