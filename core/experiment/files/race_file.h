// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/verdict.h"

#include <filesystem>
#include <stop_token>
#include <string>

namespace gatescope {

/// A race that is over, or was stopped: what was planned, and its runs as far as they came.
struct KeptRace {
    std::string name;
    std::string begun; ///< when, "2026-11-29T14:05:00Z"
    RacePlan plan;
    std::vector<RaceRun> runs;
};

/// Writes the whole file or leaves what was there. What is no number, a point or a reach that overflowed, is left out,
/// so that what was written can be read.
Result<void> writeRaceFile(const std::filesystem::path &path, const KeptRace &race);
/// Refuses what is no such file, and runs that do not fit the plan; the sentence names the file and the place in it.
Result<KeptRace> readRaceFile(const std::filesystem::path &path);
/// Nothing of it stays.
Result<void> eraseRaceFile(const std::filesystem::path &path);

/// What a folder of race files holds.
struct RaceFiles {
    struct File {
        std::filesystem::path path;
        KeptRace race;
    };
    std::vector<File> races;   ///< the newest first
    std::vector<Error> broken; ///< a sentence for each file that could not be read
};

/// All files that end in .race; none where there is no such folder. Asked to stop, it reads no further file.
RaceFiles readRaceFiles(const std::filesystem::path &folder, const std::stop_token &stop = {});

/// Two races as one, so that a chart draws both: the networks of the first are called "A: …", those of the second
/// "B: …". Refuses races of different tasks, whose losses cannot be compared, and a race with a sweep.
Result<KeptRace> laidOver(const KeptRace &a, const KeptRace &b);
/// The rows of two races that can be laid over each other, named as there, each judged by its own race's updates.
/// Nothing is concluded from both.
std::vector<VerdictRow> rowsOfBoth(const KeptRace &a, const KeptRace &b);

} // namespace gatescope
