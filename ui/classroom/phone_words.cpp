// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/phone_words.h"

#include "ui/classroom/class_name.h"
#include "ui/common/translate.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace gatescope {

QString phoneLanguage()
{
    return Words::tr("en", "the code of this language");
}

QString phoneTitle()
{
    return Words::tr("Gatescope: the class");
}

QString phoneWords()
{
    const QJsonObject words{
        {"connecting", Words::tr("Looking for the class …")},
        {"lost", Words::tr("No connection. It is tried again by itself.")},
        {"you", Words::tr("You are %1")},
        {"nameAsk", Words::tr("What are you called here?")},
        {"nameHow", Words::tr("At most %1 letters; the class sees it.").arg(longestClassName)},
        {"nameTaken", Words::tr("Somebody is called that already.")},
        {"join", Words::tr("Join")},
        {"waiting", Words::tr("You are in. The question comes in a moment.")},
        {"thinking", Words::tr("Think of an answer. The answers come in a moment.")},
        {"several", Words::tr("Choose all that apply, then send.")},
        {"one", Words::tr("Tap an answer.")},
        {"number", Words::tr("or type a number")},
        {"send", Words::tr("Send")},
        {"sending", Words::tr("Sending …")},
        {"kept", Words::tr("Your answer has arrived: %1. You can change it until all are shown.")},
        {"unsent", Words::tr("Not sent yet.")},
        {"right", Words::tr("Right")},
        {"wrong", Words::tr("Not right")},
        {"none", Words::tr("You gave no answer")},
        {"mine", Words::tr("your answer")},
        {"rightOne", Words::tr("right")},
        {"yours", Words::tr("Your answer: %1")},
        {"locked", Words::tr("Nobody else can join just now.")},
        {"full", Words::tr("The class is full.")},
        {"removed", Words::tr("Your teacher has taken you out of the class.")},
        {"ended", Words::tr("The class is over. Nothing of you is kept.")},
        {"again", Words::tr("Try again")},
    };
    return QString::fromUtf8(QJsonDocument(words).toJson(QJsonDocument::Compact));
}

} // namespace gatescope
