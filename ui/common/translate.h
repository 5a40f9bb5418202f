// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"

#include <QString>

#include <string_view>

namespace gatescope {

/// A sentence of the engine in the language of the window, its arguments in their places.
QString said(const Sentence &sentence);

/// A word or sentence of a table, marked there for the context "gatescope", in the language of the window.
QString translated(std::string_view text);

} // namespace gatescope
