// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/classroom/phone_answers.h"

namespace gatescope {

/// What a phone says over its line, as JSON.
///     {"t": "hello", "token": "32 hexadecimal digits", "name": "Ada"}   the name may be missing
///     {"t": "answer", "ask": 7, "rows": [1]}                            or "typed": "0,25"
///     {"t": "here"}                                                     it is still there
struct PhoneMessage {
    enum class Kind { hello, answer, here };
    Kind kind = Kind::here;
    std::string token;
    std::optional<std::string> name;
    int ask = 0; ///< which asking it answers
    PhoneAnswer answer;
};

inline constexpr std::size_t longestPhoneMessage = 4096; ///< bytes

/// Refuses whatever is not one of these to the letter: anybody in the room may have sent it.
Result<PhoneMessage> readPhoneMessage(std::string_view text);

} // namespace gatescope
