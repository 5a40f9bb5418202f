// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/own/own_questions_window.h"

#include "core/base/file.h"
#include "core/learning/exchange/same_question.h"
#include "core/learning/lessons/question_file.h"
#include "core/learning/questions/question_json.h"
#include "ui/common/translate.h"
#include "ui/quiz/asking/question_shelf.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::size_t largestForeignFile = 16u << 20;

} // namespace

OwnQuestionsWindow::Imported OwnQuestionsWindow::readForeign(const std::filesystem::path &file,
                                                             const std::vector<Lesson> &lessons,
                                                             const ImportDefaults &defaults)
{
    Imported imported;
    imported.name = file.stem().string();
    const auto text = readFile(file, largestForeignFile);
    if (!text) {
        imported.failure = text.error();
        return imported;
    }
    if (file.extension() == ".json") { // ours: copied as it is, so that nothing in it is lost
        ReadQuestions read = readQuestions(*text, file.filename().string(), lessons);
        imported.questions = std::move(read.questions);
        imported.refused = std::move(read.refused);
        imported.copy = *text;
        return imported;
    }
    auto read = recogniseQuestionFormat(*text).read(*text, defaults);
    if (!read) {
        imported.failure = inPlace(printable(file.filename().string()), read.error());
        return imported;
    }
    imported.questions = std::move(read->questions);
    for (UnfinishedQuestion &one : read->unfinished)
        imported.unfinished.push_back(std::move(one.question));
    imported.refused = std::move(read->refused);
    return imported;
}

void OwnQuestionsWindow::importFrom(const QString &path)
{
    if (m_import.isBusy())
        return;
    m_importButton->setEnabled(false);
    tell(tr("Reading %1…").arg(QFileInfo(path).fileName()));
    std::string lesson = lessonForNew();
    if (lesson.empty() && !m_shelf.lessons().empty())
        lesson = m_shelf.lessons().front().name; // so that none of many is incomplete for want of a lesson
    const ImportDefaults defaults{"gates", lesson, Level::medium};
    m_import.start([file = std::filesystem::path(path.toStdString()), lessons = m_shelf.lessons(),
                    defaults](std::stop_token) { return readForeign(file, lessons, defaults); });
}

/// Those that one has, or that come with the program, are not taken a second time; says how many they are.
int OwnQuestionsWindow::takeKnownAway(Imported &imported) const
{
    std::vector<Question> there = m_shelf.shipped();
    for (const OwnQuestion &own : m_shelf.own().all)
        if (own.canBeWritten)
            there.push_back(own.question);
    NewAndKnown finished = partKnown(std::move(imported.questions), there);
    NewAndKnown others = partKnown(std::move(imported.unfinished), there);
    imported.questions = std::move(finished.fresh);
    imported.unfinished = std::move(others.fresh);
    if (finished.known > 0)
        imported.copy.clear(); // its file would bring them along
    return finished.known + others.known;
}

/// Into the folder's own file, with ids that nobody has; a file of ours beside it, unless it has ids of others.
Result<void> OwnQuestionsWindow::keep(Imported &imported)
{
    std::vector<std::string> taken = takenIds();
    std::vector<Question> all = imported.questions;
    all.insert(all.end(), imported.unfinished.begin(), imported.unfinished.end());
    const bool takesIds = std::ranges::any_of(
        all, [&](const Question &question) { return std::ranges::find(taken, question.id) != taken.end(); });
    if (imported.copy.empty() || takesIds) {
        for (Question &question : all) {
            question.id = freeOwnId(question.id, taken);
            taken.push_back(question.id);
        }
        return addOwnQuestions(m_shelf.ownFolder(), all);
    }
    std::error_code problem;
    std::filesystem::create_directories(m_shelf.ownFolder(), problem);
    std::filesystem::path file = m_shelf.ownFolder() / (imported.name + ".json");
    for (int number = 2; std::filesystem::exists(file, problem); ++number)
        file = m_shelf.ownFolder() / (imported.name + "-" + std::to_string(number) + ".json");
    return writeFileAtomically(file, imported.copy);
}

void OwnQuestionsWindow::takeImported(Imported imported)
{
    m_importButton->setEnabled(true);
    if (imported.failure)
        return tell(said(imported.failure->sentence));
    const std::optional<WrittenThing> written
        = shown() < 0 ? std::nullopt : std::optional(things()[std::size_t(shown())]);
    const int known = takeKnownAway(imported);
    if (const auto kept = keep(imported); !kept)
        return tell(said(kept.error().sentence));
    m_shelf.readOwn();
    if (isChanged()) { // what is being written stays in the form
        fillRows();
        setShown(written ? rowOf(*written) : -1);
    } else {
        fillList(m_shelf.own().all.empty() ? -1 : 0);
    }
    QString words = tr("Imported: %1 new that can be asked, %2 new to be completed; %3 were there already, "
                       "%4 were not read.")
                        .arg(imported.questions.size())
                        .arg(imported.unfinished.size())
                        .arg(known)
                        .arg(imported.refused.size());
    if (!imported.refused.empty())
        words += u' ' + said(imported.refused.front().sentence);
    tell(words);
    emit ownChanged();
}

void OwnQuestionsWindow::exportTo(const QString &path)
{
    std::vector<Question> questions;
    for (const OwnQuestion &own : m_shelf.own().all)
        if (own.canBeWritten && !own.trouble)
            questions.push_back(own.question);
    if (questions.empty())
        return tell(tr("There is no question yet that is complete."));
    const QString ending = QFileInfo(path).suffix().toLower();
    std::string text;
    QString loss;
    if (ending == u"json") {
        Json json = Json::array();
        for (const Question &question : questions)
            json.push_back(toJson(question));
        text = writeJson(json, 1) + "\n";
    } else {
        const auto format = std::ranges::find(questionFormats(), ending.toStdString(), &QuestionFormat::extension);
        if (format == questionFormats().end())
            return tell(tr("Give the file the ending .txt for GIFT, .xml for Moodle XML, .csv or .json."));
        const ExportedQuestions exported = format->write(questions);
        text = exported.text;
        if (!exported.notes.empty())
            loss = u' ' + said(exported.notes.front().sentence);
    }
    const auto done = writeFileAtomically(path.toStdString(), text);
    tell(done ? tr("Exported as %1.").arg(QFileInfo(path).fileName()) + loss : said(done.error().sentence));
}

void OwnQuestionsWindow::chooseImport()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Import questions"), {},
                                                      tr("Questions (*.txt *.gift *.xml *.csv *.json);;All files (*)"));
    if (!path.isEmpty())
        importFrom(path);
}

void OwnQuestionsWindow::chooseExport()
{
    const QString path
        = QFileDialog::getSaveFileName(this, tr("Export questions"), QStringLiteral("my-questions.xml"),
                                       tr("Moodle XML (*.xml);;GIFT (*.txt);;CSV (*.csv);;Gatescope (*.json)"));
    if (!path.isEmpty())
        exportTo(path);
}

} // namespace gatescope
