// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace gatescope {

/// The folder of the program that runs; empty where that is not to be found out.
std::filesystem::path programFolder();

/// What comes with the program: lessons, questions, texts, translations. Beside an installed program, in
/// ../share/gatescope; for one that stands where it was built, the folder resources of its source.
std::filesystem::path resourceFolder();

} // namespace gatescope
