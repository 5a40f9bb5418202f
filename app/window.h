// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_code.h"
#include "app/model_options.h"

#include <string>
#include <vector>

namespace gatescope {

/// What the window is opened with.
struct WindowOptions {
    std::string file; ///< empty: the opening demo
    ModelOptions modelOptions;
    bool classroom = false;
    std::string theme;        ///< empty: as set in the window
    std::string language;     ///< its code; empty: as chosen in the window, or the system's
    bool fromDesktop = false; ///< nobody reads standard error: a broken file is explained in the window
};

/// Opens the window and stays until it is closed. Without a display it says so and comes back at
/// once, where Qt itself would abort. `arguments` are the program's name and Qt's own options.
ExitCode openWindow(const WindowOptions &options, std::vector<std::string> arguments);

} // namespace gatescope
