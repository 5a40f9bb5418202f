// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/class/class_words.h"

#include "ui/classroom/class_phones.h"
#include "ui/common/translate.h"
#include "ui/quiz/asking/question_shelf.h"
#include "ui/quiz/class/class_round.h"
#include "ui/quiz/class/class_view.h"

#include <algorithm>

namespace gatescope {

QString classTopicLine(const ClassRound &round)
{
    const QString title = rungTitle(round.question());
    switch (round.mode()) {
    case QuizMode::ladder:
        return title;
    case QuizMode::recall:
        return ClassView::tr("Recall  ·  %1").arg(title);
    case QuizMode::challenge:
        break;
    }
    return ClassView::tr("Challenge  ·  %1").arg(title);
}

QString classNumberLine(const ClassRound &round, const ClassPhones &phones, int classSize)
{
    QString line = ClassView::tr("Question %1 of %2").arg(round.number() + 1).arg(round.count());
    if (classSize > 0)
        line = ClassView::tr("%1  ·  hands: %2 of %3").arg(line).arg(round.allHands()).arg(classSize);
    if (phones.isOpen())
        line = ClassView::tr("%1  ·  phones: %2 of %3  ·  %4")
                   .arg(line)
                   .arg(round.phones().answered())
                   .arg(phones.present())
                   .arg(phones.address().mid(qsizetype(sizeof "http://") - 1));
    return line;
}

QString otherNumbersLine(const ClassRound &round)
{
    const auto others = round.phones().otherNumbers();
    if (others.empty())
        return {};
    int all = 0;
    for (const auto &[number, count] : others)
        all += count;
    const auto commonest = std::ranges::max_element(others, {}, [](const auto &one) { return one.second; });
    return ClassView::tr("Other numbers typed: %1, most often %2.")
        .arg(all)
        .arg(written(commonest->first))
        .toHtmlEscaped();
}

QString classOverLine(const ClassRound &round)
{
    return round.mode() == QuizMode::challenge ? ClassView::tr("That was all. Right in a row: %1.").arg(round.right())
                                               : ClassView::tr("That was all.");
}

} // namespace gatescope
