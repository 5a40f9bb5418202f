// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace gatescope {

/// The codes of the languages that --language takes: "en", "de".
std::vector<std::string> languages();
/// "en, de"
std::string languageCodes();

} // namespace gatescope
