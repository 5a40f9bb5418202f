// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/learning/lessons/lesson.h"

#include <filesystem>

namespace gatescope {

/// What lessons of one's own stand beside.
struct LessonSurroundings {
    std::filesystem::path resources; ///< with the demos and the formulas
    std::vector<Lesson> lessons;     ///< of the program
    std::vector<Question> questions; ///< that a card may ask
    std::size_t ownQuestions = 0;    ///< how many of them, at the beginning, are one's own
};

/// A lesson of a teacher's own, a file each, with what there is to say of it.
struct OwnLesson {
    std::filesystem::path file;
    std::string text;             ///< of the file, byte for byte
    Json json;                    ///< null where the file is none
    std::optional<Lesson> lesson; ///< none: there is trouble
    std::optional<Error> trouble; ///< why it cannot be shown, with its line; none: it is shown
};

struct OwnLessons {
    std::vector<OwnLesson> all; ///< by their numbers, those without one behind them, and by the names of their files

    /// Those that can be shown, numbered on behind the program's.
    std::vector<Lesson> shown() const;
    /// What is wrong with the others, each with the name of its file.
    std::vector<Error> refused() const;
};

/// All *.json of a teacher's folder; without such a folder none. A lesson without a name takes its file's. One that has
/// the name of another, or that asks what nobody has written, is refused.
OwnLessons readOwnLessons(const std::filesystem::path &folder, const LessonSurroundings &around);

/// The lesson that the JSON is, as Learn would show it; the sentence of a refusal begins with the place of the field.
Result<Lesson> ownLesson(const Json &json, const std::filesystem::path &folder, const LessonSurroundings &around);

/// The network that a lesson's "experiment" names.
Result<Experiment> experimentOfLesson(const Json &experiment, const std::filesystem::path &folder,
                                      const LessonSurroundings &around);

// Each writes the file whole or leaves it as it is; refused where the file is no longer as it was read.

/// Into a file of its own, which is made of the lesson's name; says which.
Result<std::filesystem::path> addOwnLesson(const std::filesystem::path &folder, const std::string &name,
                                           const Json &json);
Result<void> replaceOwnLesson(const OwnLesson &old, const Json &json);
/// With the network beside it that no other lesson of the folder is about.
Result<void> removeOwnLesson(const OwnLesson &old);

/// Takes the experiment of this name out of the folder, unless one of its lessons speaks of it; what lies elsewhere
/// stays, whatever the name.
Result<void> removeUnusedNetwork(const std::string &name, const std::filesystem::path &folder);

/// A network that a lesson can be about, as its JSON names it.
struct OfferedNetwork {
    std::string title;
    Json experiment; ///< {"demo": name} or {"file": name}
};
/// The demos, and the experiments that lie in the folder.
std::vector<OfferedNetwork> offeredNetworks(const std::filesystem::path &folder,
                                            const std::filesystem::path &resources);
/// Writes an experiment into a file of the folder that is called so, or like it; says under which name.
Result<std::string> addExperiment(const Experiment &experiment, const std::string &name,
                                  const std::filesystem::path &folder);
/// Copies an experiment's file into the folder, so that lessons can be about it; says under which name.
Result<std::string> takeExperiment(const std::filesystem::path &file, const std::filesystem::path &folder);
/// The same of one that is open, in a file that is called as it is; where the very same one lies there already, that
/// file is meant.
Result<std::string> takeOpenExperiment(const Experiment &experiment, const std::filesystem::path &folder);

} // namespace gatescope
