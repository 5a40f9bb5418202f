// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output.h"
#include "app/verbs/verb.h"

#include "core/base/file.h"
#include "core/base/program_files.h"
#include "core/learning/exchange/exchange.h"
#include "core/learning/lessons/question_file.h"
#include "core/learning/questions/question_json.h"
#include "core/learning/questions/topics.h"
#include "core/learning/quiz/quiz.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr int mostVariants = 1'000;

std::vector<std::string> formatNames()
{
    std::vector<std::string> names;
    for (const QuestionFormat &format : questionFormats())
        names.emplace_back(format.name);
    return names;
}

std::vector<std::string> topicNames()
{
    std::vector<std::string> names;
    for (const Topic &topic : topics())
        names.emplace_back(topic.name);
    return names;
}

/// Those of the program or of a file of ours, and generated ones beside.
struct ExportQuestions {
    std::string format;
    std::filesystem::path file;
    std::filesystem::path out;
    QuizChoice choice;
    std::string lesson;
    std::string level;
    std::vector<std::string> ids;
    int variants = 0;

    ExitCode run()
    {
        choice.level = levelNamed(level);
        if (!lesson.empty())
            choice.lessons = {lesson};
        auto read = readWritten();
        if (!read)
            return fail(ExitCode::wrongInput, file, read.error());
        for (const Error &refused : read->refused)
            note(refused.english());
        std::vector<Question> questions = std::move(read->questions);
        std::erase_if(questions, [&](const Question &question) { return !isChosen(question); });
        if (variants > 0)
            addVariants(questions);
        if (const std::string missing = missingId(questions); !missing.empty())
            return fail(ExitCode::wrongUsage,
                        "There is no question \"" + printable(missing) + "\" among those chosen.");
        if (questions.empty())
            return fail(ExitCode::answerIsNo, "No question is of this topic, lesson and level.");
        const ExportedQuestions exported = questionFormatNamed(format)->write(questions);
        for (const Error &one : exported.notes)
            note(one.english());
        if (exported.count == 0)
            return fail(ExitCode::answerIsNo, "None of these questions can be held by the format " + format + ".");
        return writeOutput(out, exported.text);
    }

    Result<ReadQuestions> readWritten() const
    {
        const std::vector<Lesson> lessons = readLessonFolder(resourceFolder()).lessons;
        if (file.empty())
            return readQuestionFolder(resourceFolder(), lessons);
        const auto text = readFile(file, largestExchangeFile);
        if (!text)
            return text.error();
        return readQuestions(*text, file.filename().string(), lessons);
    }

    bool isChosen(const Question &question) const
    {
        return isWanted(choice, question) && (ids.empty() || std::ranges::find(ids, question.id) != ids.end());
    }

    void addVariants(std::vector<Question> &questions) const
    {
        for (const Generator &generator : generators()) {
            const bool named = ids.empty() || std::ranges::find(ids, generator.name) != ids.end();
            Question like;
            like.topic = generator.topic;
            like.lesson = generator.lesson;
            like.level = generator.level;
            if (!named || !isWanted(choice, like))
                continue;
            std::vector<Question> made = variantsOf(generator, choice.seed, variants);
            if (std::ssize(made) < variants)
                note(std::string(generator.name) + " has only " + std::to_string(made.size()) + " that differ.");
            std::ranges::move(made, std::back_inserter(questions));
        }
    }

    /// The first name that no chosen question, and no generator of one, has.
    std::string missingId(const std::vector<Question> &questions) const
    {
        for (const std::string &id : ids)
            if (std::ranges::none_of(questions, [&](const Question &question) {
                    return question.id == id || question.id.starts_with(id + ":");
                }))
                return id;
        return {};
    }
};

struct ImportQuestions {
    std::string format;
    std::filesystem::path file;
    std::filesystem::path out;
    ImportDefaults defaults;
    std::string level;

    ExitCode run()
    {
        defaults.level = levelNamed(level).value_or(defaults.level);
        const auto text = readFile(file, largestExchangeFile);
        if (!text)
            return fail(ExitCode::wrongInput, file, text.error());
        const QuestionFormat &chosen = format.empty() ? recogniseQuestionFormat(*text) : *questionFormatNamed(format);
        const auto imported = chosen.read(*text, defaults);
        if (!imported)
            return fail(ExitCode::wrongInput, file, imported.error());
        for (const auto *list : {&imported->refused, &imported->notes})
            for (const Error &one : *list)
                note(inPlace(file.filename().string(), one).english());
        Json json = Json::array();
        for (const Question &question : imported->questions)
            json.push_back(toJson(question));
        for (const UnfinishedQuestion &unfinished : imported->unfinished) {
            note(inPlace(file.filename().string(), unfinished.missing).english());
            json.push_back(toJson(unfinished.question));
        }
        if (json.empty())
            return fail(ExitCode::wrongInput, file, error("it holds no question that Gatescope can ask."));
        note(std::to_string(imported->questions.size()) + " questions can be asked, "
             + std::to_string(imported->unfinished.size()) + " are to be completed, "
             + std::to_string(imported->refused.size()) + " were not read.");
        return writeOutput(out, writeJson(json, 1) + "\n");
    }
};

std::shared_ptr<ExportQuestions> declareQuestionExport(CLI::App &command)
{
    auto wanted = std::make_shared<ExportQuestions>();
    command.add_option("--format", wanted->format, "gift, moodle or csv")
        ->required()
        ->check(CLI::IsMember(formatNames()));
    command.add_option("--file", wanted->file, "Of this file of questions (JSON), in place of those of the program");
    command.add_option("--topic", wanted->choice.topic, "Only this topic")->check(CLI::IsMember(topicNames()));
    command.add_option("--lesson", wanted->lesson, "Only those of this lesson");
    command.add_option("--level", wanted->level, "easy, medium or hard")
        ->check(CLI::IsMember({"easy", "medium", "hard"}));
    command.add_option("--id", wanted->ids, "Only these, by their ids or the names of generators");
    command.add_option("--variants", wanted->variants, "So many of each kind of generated question beside the written")
        ->check(CLI::Range(0, mostVariants));
    command.add_option("--seed", wanted->choice.seed, "The seed of the first variant; the next has the next");
    command.add_option("--out", wanted->out, "The file to write; standard output without it");
    return wanted;
}

std::shared_ptr<ImportQuestions> declareQuestionImport(CLI::App &command)
{
    auto wanted = std::make_shared<ImportQuestions>();
    command.add_option("FILE", wanted->file, "GIFT, Moodle XML or CSV")->required();
    command.add_option("--format", wanted->format, "gift, moodle or csv; recognised without it")
        ->check(CLI::IsMember(formatNames()));
    command.add_option("--topic", wanted->defaults.topic, "The topic of questions that name none")
        ->check(CLI::IsMember(topicNames()));
    command.add_option("--lesson", wanted->defaults.lesson, "The lesson of questions that name none");
    command.add_option("--level", wanted->level, "The level of questions that name none; medium without it")
        ->check(CLI::IsMember({"easy", "medium", "hard"}));
    command.add_option("--out", wanted->out, "The file of questions (JSON) to write; standard output without it");
    return wanted;
}

} // namespace

std::function<ExitCode()> declareQuestions(CLI::App &command)
{
    CLI::App *out = command.add_subcommand("export", "Write questions as GIFT, Moodle XML or CSV");
    CLI::App *in = command.add_subcommand("import", "Read questions from GIFT, Moodle XML or CSV");
    command.require_subcommand(1);
    const auto exporting = declareQuestionExport(*out);
    const auto importing = declareQuestionImport(*in);
    return [=] { return out->parsed() ? exporting->run() : importing->run(); };
}

} // namespace gatescope
