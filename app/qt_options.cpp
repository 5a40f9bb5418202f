// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/qt_options.h"

#include <algorithm>
#include <optional>

namespace gatescope {

namespace {

struct QtOption {
    const char *name;
    bool takesValue;
};

/// From the documentation of QGuiApplication and QApplication, and of the xcb platform.
constexpr QtOption qtOptions[]{
    {"platform", true},        {"platformpluginpath", true},
    {"platformtheme", true},   {"plugin", true},
    {"style", true},           {"stylesheet", true},
    {"qwindowgeometry", true}, {"qwindowicon", true},
    {"qwindowtitle", true},    {"session", true},
    {"display", true},         {"geometry", true},
    {"fontengine", true},      {"reverse", false},
    {"dialogs", true},         {"widgetcount", false},
    {"nograb", false},         {"dograb", false},
    {"sync", false},           {"qmljsdebugger", true},
};

/// How many arguments the Qt option at this place takes up; none when it is not Qt's. Qt reads one
/// dash or two, and a value after a space or after "=".
std::optional<int> lengthOfQtOption(const std::string &argument)
{
    if (argument.size() < 2 || argument.front() != '-')
        return std::nullopt;
    std::string name = argument.substr(argument[1] == '-' ? 2 : 1);
    const std::size_t equals = name.find('=');
    name = name.substr(0, equals);
    const auto *found = std::ranges::find(qtOptions, name, &QtOption::name);
    if (found == std::end(qtOptions))
        return std::nullopt;
    return found->takesValue && equals == std::string::npos ? 2 : 1;
}

} // namespace

SplitArguments splitQtOptions(const std::vector<std::string> &arguments, const std::vector<std::string> &verbs)
{
    SplitArguments split;
    for (auto at = arguments.begin(); at != arguments.end();) {
        const bool verbFollows = std::ranges::find(verbs, *at) != verbs.end();
        if (verbFollows || *at == "--") {
            split.ours.insert(split.ours.end(), at, arguments.end());
            break;
        }
        const std::optional<int> length = lengthOfQtOption(*at);
        const auto end = at + std::min<std::ptrdiff_t>(length.value_or(1), arguments.end() - at);
        auto &side = length ? split.qts : split.ours;
        side.insert(side.end(), at, end);
        at = end;
    }
    return split;
}

} // namespace gatescope
