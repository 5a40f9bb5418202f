// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output.h"
#include "app/verbs/verb.h"

#include "core/learning/quiz/results_csv.h"

#include <QByteArray>

namespace gatescope {

namespace {

/// A profile's file is named after the learner, in the letters that a file's name may have.
std::string learnerOf(const std::filesystem::path &file)
{
    return QByteArray::fromPercentEncoding(QByteArray::fromStdString(file.stem().string())).toStdString();
}

struct ResultsCommand {
    std::vector<std::filesystem::path> files;
    std::filesystem::path out;

    ExitCode run() const
    {
        std::vector<TopicScore> scores;
        for (const std::filesystem::path &file : files) {
            std::error_code problem;
            if (!std::filesystem::exists(file, problem))
                return fail(ExitCode::wrongInput, file, error("there is no such file."));
            const auto progress = readProgress(file);
            if (!progress)
                return fail(ExitCode::wrongInput, file, progress.error());
            const std::vector<TopicScore> one = scoresOf(learnerOf(file), *progress);
            if (one.empty())
                note(printable(file.string()) + ": nothing was answered yet.");
            scores.insert(scores.end(), one.begin(), one.end());
        }
        return writeOutput(out, writeResultsCsv(scores));
    }
};

} // namespace

std::function<ExitCode()> declareResults(CLI::App &command)
{
    auto results = std::make_shared<ResultsCommand>();
    command
        .add_option("FILE", results->files, "Learners' files, as the folder profiles of the program's data has them")
        ->required();
    command.add_option("--out", results->out, "The CSV to write; standard output without it");
    return [results] { return results->run(); };
}

} // namespace gatescope
