// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace gatescope {

/// As short as DEFLATE (RFC 1951) makes the bytes. What stands in the dictionary too costs nearly nothing; whoever
/// reads the result needs the same one. Refused where there is too little memory.
Result<std::string> deflated(std::string_view bytes, std::string_view dictionary);
/// Refuses what is damaged, and what would become longer than `limit`.
Result<std::string> inflated(std::string_view bytes, std::size_t limit, std::string_view dictionary);

/// CRC-32 (ISO 3309): two texts that differ in one place, however many bits of up to four bytes there, never share it.
std::uint32_t checksum(std::string_view bytes);

} // namespace gatescope
