// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/classroom/roster.h"

#include <QString>

#include <optional>

namespace gatescope {

inline constexpr int longestClassName = 24; ///< letters as a person counts them

/// A name as somebody typed it, made fit to be shown to a class: what cannot be seen or turns the direction of writing
/// is left out, letters bear two marks at most, and behind 24 letters it ends. None where no letter or digit is left.
std::optional<ClassName> classNameTyped(const QString &typed);

/// The words that phones are called by, in the language of the window, mixed anew.
std::vector<ClassName> mixedNicknames(quint32 seed);

} // namespace gatescope
