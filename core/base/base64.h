// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace gatescope {

/// RFC 4648 with padding.
std::string toBase64(std::string_view bytes);
/// Strict: no characters outside the alphabet, right padding; the sentence names the place.
Result<std::string> fromBase64(std::string_view text);

/// The alphabet of RFC 4648 section 5, without padding: nothing in it means anything to a URL, a shell or a chat.
std::string toBase64Url(std::string_view bytes);
/// As strict.
Result<std::string> fromBase64Url(std::string_view text);

} // namespace gatescope
