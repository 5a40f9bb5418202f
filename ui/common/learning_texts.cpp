// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/learning_texts.h"

#include "core/learning/lessons/translation.h"
#include "ui/common/languages.h"

#include <algorithm>

namespace gatescope {

namespace {

template<typename Rows>
void addTranslations(Rows &rows, std::vector<Error> &refused, const std::filesystem::path &resources)
{
    const QString language = spokenLanguage();
    if (language == u"en")
        return;
    const Translations from{language.toStdString(), {resources, ownResources().toStdString()}, resources};
    std::ranges::move(translate(rows, from), std::back_inserter(refused));
}

} // namespace

ReadLessons lessonsAsSpoken(const std::filesystem::path &resources)
{
    ReadLessons read = readLessonFolder(resources);
    addTranslations(read.lessons, read.refused, resources);
    return read;
}

ReadQuestions questionsAsSpoken(const std::filesystem::path &resources, const std::vector<Lesson> &lessons)
{
    ReadQuestions read = readQuestionFolder(resources, lessons);
    addTranslations(read.questions, read.refused, resources);
    return read;
}

ReadSources sourcesAsSpoken(const std::filesystem::path &resources)
{
    ReadSources read = readSourceFile(resources);
    addTranslations(read.sources, read.refused, resources);
    return read;
}

ReadMyths mythsAsSpoken(const std::filesystem::path &resources, const std::vector<Lesson> &lessons)
{
    ReadMyths read = readMythFile(resources, lessons);
    addTranslations(read.myths, read.refused, resources);
    return read;
}

ReadPitfalls pitfallsAsSpoken(const std::filesystem::path &resources)
{
    ReadPitfalls read = readPitfallFile(resources, readLessonFolder(resources).lessons);
    addTranslations(read.pitfalls, read.refused, resources);
    return read;
}

} // namespace gatescope
