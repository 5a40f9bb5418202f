// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"

#include <optional>

namespace gatescope {

/// A sentence as an argument of another one: in another language it is translated too, with its own arguments in their
/// places.
std::string asArgument(const Sentence &inner);

/// The sentence that such an argument is; none where it is something else.
std::optional<Sentence> innerSentence(std::string_view argument);

/// Each of them in its language, with `between` between them: "z → n → h".
Sentence joined(const std::vector<Sentence> &sentences, const std::string &between);

} // namespace gatescope
