// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"
#include "app/languages.h"
#include "app/output.h"
#include "app/verbs/verb.h"

#include "core/base/file.h"
#include "core/base/files_together.h"
#include "core/base/program_files.h"
#include "core/learning/lessons/question_file.h"
#include "core/learning/own/own_questions.h"
#include "core/learning/questions/topics.h"
#include "core/learning/quiz/class_list.h"
#include "core/learning/quiz/worksheet.h"
#include "ui/common/languages.h"
#include "ui/common/translate.h"
#include "ui/export/worksheet_pages.h"
#include "ui/quiz/asking/question_shelf.h"

#include <algorithm>

namespace gatescope {

namespace {

bool isSameFile(const std::filesystem::path &one, const std::filesystem::path &other)
{
    std::error_code problem;
    const auto plain = [&](const std::filesystem::path &path) {
        return std::filesystem::weakly_canonical(std::filesystem::absolute(path, problem), problem);
    };
    return plain(one) == plain(other) || std::filesystem::equivalent(one, other, problem);
}

struct WorksheetCommand {
    WorksheetWish wish;
    std::string title;
    std::string level;
    std::string language = "en";
    int students = 1;
    std::filesystem::path names, file, out, key, solutions;

    ExitCode run()
    {
        if (const auto fine = checkPaths(); !fine)
            return fail(ExitCode::wrongUsage, fine.error().english());
        const HeadlessApplication application;
        const SpokenLanguage spoken(QString::fromStdString(language));
        wish.choice.level = levelNamed(level);
        wish.students = numberedStudents(students, Words::tr("Student").toStdString());
        if (!names.empty()) {
            const auto text = readFile(names, largestClassList);
            const auto listed = text ? studentsIn(*text) : Result<std::vector<std::string>>(text.error());
            if (!listed)
                return fail(ExitCode::wrongInput, names, listed.error());
            wish.students = *listed;
        }
        const QuestionShelf shelf(resourceFolder());
        for (const Error &refused : shelf.refused())
            note(refused.english());
        for (const std::string &lesson : wish.choice.lessons)
            if (shelf.titleOfLesson(lesson).isEmpty())
                return fail(ExitCode::wrongUsage,
                            "There is no lesson \"" + printable(lesson) + "\"; `gatescope list lessons` tells them.");
        std::vector<Question> written = shelf.written();
        if (!file.empty())
            if (const ExitCode code = readOwn(shelf, written); code != ExitCode::done)
                return code;
        const auto made = makeWorksheets(written, wish);
        if (!made)
            return fail(wish.ids.empty() ? ExitCode::answerIsNo : ExitCode::wrongUsage, made.error().english());
        for (const Error &one : made->notes)
            note(one.english());
        if (const int count = int(made->sheets.front().questions.size()); wish.ids.empty() && count < wish.choice.count)
            note("There are only " + std::to_string(count) + " such questions.");
        return print(made->sheets, shelf);
    }

    Result<void> checkPaths() const
    {
        const std::vector<std::pair<const char *, const std::filesystem::path *>> paths{
            {"--out", &out}, {"--key", &key}, {"--solutions", &solutions}, {"--file", &file}, {"--names", &names}};
        for (std::size_t i = 0; i < paths.size(); ++i)
            for (std::size_t j = i + 1; j < paths.size(); ++j)
                if (i < 3 && !paths[i].second->empty() && !paths[j].second->empty()
                    && isSameFile(*paths[i].second, *paths[j].second))
                    return error("%1 and %2 name the same file, %3.",
                                 {paths[i].first, paths[j].first, printable(paths[i].second->string())});
        return {};
    }

    /// A file of one's own takes the place of the program's questions; what generators make is asked by name only.
    ExitCode readOwn(const QuestionShelf &shelf, std::vector<Question> &written)
    {
        const auto text = readFile(file, largestExchangeFile);
        if (!text)
            return fail(ExitCode::wrongInput, file, text.error());
        ReadQuestions read = readQuestions(*text, file.filename().string(), shelf.lessons());
        for (const Error &refused : read.refused)
            note(refused.english());
        for (const Question &question : read.questions)
            if (const auto fine = checkOwnId(question.id); !fine)
                return fail(ExitCode::wrongInput, file, fine.error());
        written = std::move(read.questions);
        wish.choice.mayGenerate = false;
        return ExitCode::done;
    }

    ExitCode print(const std::vector<Worksheet> &sheets, const QuestionShelf &shelf) const
    {
        const QString over = title.empty() ? Words::tr("Worksheet") : QString::fromStdString(title);
        const WorksheetHead head{over, wish.choice.seed, !names.empty()};
        const NetworkOf networkOf = [&](const Question &question) { return shelf.networkOf(question); };
        std::vector<FileToWrite> files;
        const auto add = [&](const std::filesystem::path &path, const std::vector<PaperPage> &pages) {
            const auto bytes = pdfOf(pages, head.title);
            if (bytes)
                files.push_back({path, bytes->toStdString()});
            return bytes ? Result<void>() : Result<void>(bytes.error());
        };
        Result<void> done = add(out, worksheetPages(sheets, head, networkOf));
        if (done && !key.empty())
            done = add(key, keyPages(sheets, head));
        if (done && !solutions.empty())
            done = add(solutions, solutionPages(sheets, head, networkOf));
        if (done)
            done = writeFilesTogether(files);
        return done ? ExitCode::done : fail(ExitCode::cannotWrite, done.error().english());
    }
};

} // namespace

std::function<ExitCode()> declareWorksheet(CLI::App &command)
{
    auto sheet = std::make_shared<WorksheetCommand>();
    std::vector<std::string> topicNames;
    for (const Topic &topic : topics())
        topicNames.emplace_back(topic.name);
    command.add_option("--title", sheet->title, "What stands over each page; \"Worksheet\" without it");
    command.add_option("--language", sheet->language, "Of everything on the sheets: " + languageCodes())
        ->check(CLI::IsMember(languages()))
        ->capture_default_str();
    command.add_option("--topic", sheet->wish.choice.topic, "Only this topic; `gatescope list topics` tells them")
        ->check(CLI::IsMember(topicNames));
    command.add_option("--lesson", sheet->wish.choice.lessons, "Only those of these lessons");
    command.add_option("--level", sheet->level, "easy, medium or hard")
        ->check(CLI::IsMember({"easy", "medium", "hard"}));
    auto *count = command.add_option("--count", sheet->wish.choice.count, "How many questions; 10 without it")
                      ->check(CLI::Range(1, mostSheetQuestions));
    command.add_option("--id", sheet->wish.ids, "Just these, by their ids or the names of generators, in this order")
        ->excludes(count);
    command.add_option("--file", sheet->file, "Of this file of questions (JSON), in place of those of the program");
    auto *students = command.add_option("--students", sheet->students, "A sheet for each of so many, without names")
                         ->check(CLI::Range(1, mostStudents));
    command
        .add_option("--names", sheet->names,
                    "A sheet for each of these: a text file with a name on each line, or a CSV with a column Name")
        ->excludes(students);
    command.add_flag("--same", sheet->wish.sameForAll, "Everybody gets the same written questions");
    command.add_option("--seed", sheet->wish.choice.seed, "The same seed gives the same questions and numbers");
    command.add_option("--out", sheet->out, "The sheets to hand out, PDF")->required();
    command.add_option("--key", sheet->key, "Every student's answers, PDF");
    command.add_option("--solutions", sheet->solutions, "The sheets with worked solutions, PDF");
    return [sheet] { return sheet->run(); };
}

} // namespace gatescope
