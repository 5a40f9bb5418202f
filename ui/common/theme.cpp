// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

Theme lightTheme()
{
    Theme light;
    light.name = ThemeName::light;
    light.paper = "#FBFBF9";
    light.panel = "#FFFFFF";
    light.line = "#E2E2DC";
    light.ink = "#1D1F23";
    light.ink2 = "#5A5F69";
    light.ink3 = "#868C97";
    light.wash = "#F3F3EF";
    light.negative = "#5E636B";
    light.roles[0] = {"#56B4E9", "#1C6C9C", "#2E90C8"};
    light.roles[1] = {"#B65FA0", "#8A3A75", "#B65FA0"};
    light.roles[2] = {"#E69F00", "#8A5C00", "#B87D00"};
    light.roles[3] = {"#009E73", "#00694C", "#009E73"};
    light.roles[4] = {"#0072B2", "#005A8E", "#0072B2"};
    light.roles[5] = {"#D55E00", "#A84800", "#D55E00"};
    return light;
}

Theme darkTheme()
{
    Theme dark;
    dark.name = ThemeName::dark;
    dark.paper = "#15171B";
    dark.panel = "#1C1F24";
    dark.line = "#343942";
    dark.ink = "#ECEDEF";
    dark.ink2 = "#A9AFB9";
    dark.ink3 = "#6C727C";
    dark.wash = "#23272D";
    // Darker than the positive hues, so that brightness does not turn the sign round.
    dark.negative = "#6A707A";
    dark.roles[0] = {"#56B4E9", "#8CCBF0", "#8CCBF0"};
    dark.roles[1] = {"#C06BAA", "#DB9ACB", "#DB9ACB"};
    dark.roles[2] = {"#E69F00", "#F4BE4C", "#F4BE4C"};
    dark.roles[3] = {"#00A87B", "#4CC7A2", "#4CC7A2"};
    dark.roles[4] = {"#1E8CD0", "#6DB9E6", "#6DB9E6"};
    dark.roles[5] = {"#E06A10", "#F08A45", "#F08A45"};
    return dark;
}

Theme contrastTheme()
{
    Theme contrast = darkTheme();
    contrast.name = ThemeName::contrast;
    contrast.paper = "#000000";
    contrast.panel = "#000000";
    contrast.line = "#8A8F98";
    contrast.ink = "#FFFFFF";
    contrast.ink2 = "#E4E6EA";
    contrast.ink3 = "#B4B9C2";
    contrast.wash = "#1E2126";
    contrast.negative = "#7A7F88";
    contrast.roles[0].text = "#A9DCFA";
    contrast.roles[1].text = "#F0B8E2";
    contrast.roles[2].text = "#FFD375";
    contrast.roles[3].text = "#6FE3C0";
    contrast.roles[4].text = "#9AD4FA";
    contrast.roles[5].text = "#FFA66B";
    for (RoleColours &role : contrast.roles)
        role.wire = role.text;
    return contrast;
}

double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

Role roleOf(Part part)
{
    switch (part) {
    case Part::reset:
    case Part::inputGate:
    case Part::outputGate:
        return Role::letsBy;
    case Part::update:
    case Part::forgetGate:
        return Role::keeps;
    case Part::candidate:
    case Part::cellCandidate:
        return Role::candidate;
    case Part::recurrentCandidate:
    case Part::cell:
    case Part::state:
        return Role::state;
    }
    return Role::state;
}

Role roleOf(const StepPart &stepPart)
{
    return stepPart.completes ? roleOf(*stepPart.completes) : Role::input;
}

QColor blended(const QColor &hue, double opacity, const QColor &under)
{
    const auto mix = [opacity](double over, double below) { return over * opacity + below * (1.0 - opacity); };
    return QColor::fromRgbF(mix(hue.redF(), under.redF()), mix(hue.greenF(), under.greenF()),
                            mix(hue.blueF(), under.blueF()));
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

QColor Theme::inkOn(const QColor &hue, double opacity) const
{
    static const QColor inkBlack("#1D1F23");
    static const QColor fullBlack("#000000");
    static const QColor white("#FFFFFF");
    const QColor fill = blended(hue, opacity, paper);
    // On middle greys, through which hues pass over dark paper, only full black is left with 4.5 : 1.
    const QColor &black = contrastRatio(fill, inkBlack) >= 4.5 ? inkBlack : fullBlack;
    return contrastRatio(fill, black) >= contrastRatio(fill, white) ? black : white;
}

const Theme &theme(ThemeName name)
{
    static const Theme light = lightTheme();
    static const Theme dark = darkTheme();
    static const Theme contrast = contrastTheme();
    switch (name) {
    case ThemeName::dark:
        return dark;
    case ThemeName::contrast:
        return contrast;
    case ThemeName::light:
        break;
    }
    return light;
}

std::optional<ThemeName> themeNamed(const QString &name)
{
    if (name == "light")
        return ThemeName::light;
    if (name == "dark")
        return ThemeName::dark;
    if (name == "contrast")
        return ThemeName::contrast;
    return std::nullopt;
}

QString keyOf(ThemeName name)
{
    switch (name) {
    case ThemeName::dark:
        return QStringLiteral("dark");
    case ThemeName::contrast:
        return QStringLiteral("contrast");
    case ThemeName::light:
        break;
    }
    return QStringLiteral("light");
}

QPalette widgetPalette(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.panel);
    palette.setColor(QPalette::WindowText, theme.ink);
    palette.setColor(QPalette::Base, theme.paper);
    palette.setColor(QPalette::AlternateBase, theme.wash);
    palette.setColor(QPalette::Text, theme.ink);
    palette.setColor(QPalette::PlaceholderText, theme.ink2);
    palette.setColor(QPalette::Button, theme.panel);
    palette.setColor(QPalette::ButtonText, theme.ink);
    palette.setColor(QPalette::BrightText, theme.ink);
    palette.setColor(QPalette::ToolTipBase, theme.panel);
    palette.setColor(QPalette::ToolTipText, theme.ink);
    palette.setColor(QPalette::Link, theme.of(Role::state).text);
    palette.setColor(QPalette::Highlight, theme.of(Role::state).hue);
    palette.setColor(QPalette::HighlightedText, theme.inkOn(theme.of(Role::state).hue, 1));
    palette.setColor(QPalette::Light, theme.wash);
    palette.setColor(QPalette::Midlight, theme.wash);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Dark, theme.ink3);
    palette.setColor(QPalette::Shadow, theme.ink3);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.ink3);
    return palette;
}

} // namespace gatescope
