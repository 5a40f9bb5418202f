// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/classroom/phone_answers.h"

namespace gatescope {

/// What all phones of a class are shown at one moment; its texts are in the language of the class already.
struct PhonePage {
    enum class Kind {
        waiting,  ///< nothing is asked
        thinking, ///< asked, but the answers are not shown yet
        asking,
        shown, ///< what is right
        over
    };
    struct Row {
        std::string key; ///< the digit before it on the projector
        std::string text;
        bool isRight = false;
    };
    Kind kind = Kind::waiting;
    int ask = 0; ///< tells one asking from another
    std::string number;
    std::string given, asks, how;
    std::vector<Row> rows; ///< in the order of the projector, on every phone the same
    bool takesSeveral = false, takesNumbers = false;
};

/// What one of the phones is shown beside that.
struct PhoneOwn {
    std::optional<PhoneAnswer> answer; ///< that it has given
    bool isRight = false;
    std::string why;     ///< it is wrong
    std::string problem; ///< with what it just sent
    std::string words;   ///< how it did, when all is over
};

/// As the page on the phone reads it. Before the answers are shown nothing in it tells which is right.
std::string writePhonePage(const PhonePage &page, const PhoneOwn &own);

} // namespace gatescope
