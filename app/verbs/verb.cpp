// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verbs/verb.h"

namespace gatescope {

const std::vector<Verb> &verbs()
{
    static const std::vector<Verb> table{
        {"trace", "Run a model over an input and write everything it computed, and the gradients, as JSON",
         declareTrace},
        {"train", "Teach a network a task, or your own text or table", declareTrain},
        {"race", "Let networks learn one task from the same batches, and say what came of it", declareRace},
        {"generate", "Let a network that learned a text write on", declareGenerate},
        {"check", "Say what a file is, or what is wrong with it", declareCheck},
        {"report", "Say what stands out in a network on an input: stuck gates, still units, lost gradients",
         declareReport},
        {"compress", "Keep a model's weights in eight bits, or fewer of them, and say what that costs",
         declareCompress},
        {"export", "Write a model in another format", declareExport},
        {"render", "Draw a view of an experiment into a picture or an animation", declareRender},
        {"quiz", "Ask questions, with answers, hints and worked solutions", declareQuiz},
        {"questions", "Exchange questions with Moodle and spreadsheets: GIFT, Moodle XML, CSV", declareQuestions},
        {"worksheet", "Print sheets of questions as PDF, for each student with other numbers, and the key",
         declareWorksheet},
        {"results", "Write learners' results as a table for a spreadsheet", declareResults},
        {"bench", "Measure speed", declareBench},
        {"list", "List demos, tasks, lessons, backends or topics", declareList},
    };
    return table;
}

} // namespace gatescope
