// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatescope {

class ClassPhones;
class ClassRound;

/// How it is asked, and what the question is about.
QString classTopicLine(const ClassRound &round);
/// Which question it is, of a class with names (`classSize` of them; 0: nobody has said) how many hands there are, and
/// how many phones have answered; late ones read here where they get in.
QString classNumberLine(const ClassRound &round, const ClassPhones &phones, int classSize);
/// What phones typed that is none of the answers, with the commonest; empty: nothing.
QString otherNumbersLine(const ClassRound &round);
QString classOverLine(const ClassRound &round);

} // namespace gatescope
