// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/io/chosen_table.h"
#include "core/model/objective.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// What a person may choose about a task.
struct TaskOptions {
    int length = 0;             ///< in the task's own measure, see TaskDescription::lengthMeans; 0: its usual one
    std::string file = {};      ///< a text or table of one's own; empty: the one that is shipped
    std::string resources = {}; ///< the folder that holds what is shipped; empty: resourceFolder()
    bool carryState = false;    ///< text and words: each batch goes on where the last one ended
    TableChoice table = {};     ///< what is read of a table; its last column is what is forecast

    bool operator==(const TaskOptions &) const = default;
};

/// The sizes that a network needs for a task.
struct TaskShape {
    int inputSize = 1;      ///< numbers read at each step; with an embedding the width that is usual
    int embeddingRows = 0;  ///< 0: the task gives numbers or one-hot vectors
    int paddingRow = -1;    ///< the row that stands for nothing; −1: none
    int outputs = 1;        ///< of the head
    bool forecasts = false; ///< asks at each step for what comes later: a network may not read that before it answers
    bool decoder = false;   ///< the answer is a sequence of its own, written by a decoder: Objective::classes holds it
};

/// A guess that needs no memory, and how well it does: what a network has to beat.
struct Baseline {
    std::string name;
    double loss = 0;
    double score = 0;
};

/// How a score is to be read.
struct ScoreMeaning {
    std::string_view name; ///< "accuracy", "bits per character"
    bool lowerIsBetter = false;
};

/// How a number that a network reads or says is read back in the unit that its data have.
struct Scale {
    double mean = 0, spread = 1;

    double whole(double number) const { return mean + spread * number; }
};

struct TaskDescription;

/// Something to learn. A plain value in disguise: it never changes, and its batches follow from their seeds alone.
class Task
{
public:
    virtual ~Task() = default;

    virtual TaskShape shape() const = 0;

    /// The batch of one update, which count from 1: the same seed and update give the same batch on every machine.
    virtual TrainingBatch batch(int sequences, std::uint64_t seed, int update) const = 0;

    /// Data of a fixed set that no batch ever holds; empty where every batch is fresh.
    virtual std::vector<TrainingBatch> heldOut() const { return {}; }

    virtual std::vector<Baseline> baselines() const = 0;

    virtual ScoreMeaning scoreMeaning() const { return {"accuracy", false}; }
    /// The score of steps with this mean loss, of which this share was right.
    virtual double score(double loss, double right) const { return static_cast<void>(loss), right; }
    /// Judged on means over the last 20 updates, and, where data are held out, on these as well.
    virtual bool isSolved(double loss, double score) const = 0;
    /// "accuracy above 0.97"
    virtual std::string solvedRule() const = 0;

    /// What the outputs of the head are called, one for each; empty where they are numbers.
    virtual std::vector<std::string> symbols() const { return {}; }
    /// What each place of a one-hot input or each row of the embedding stands for; empty where they are numbers.
    virtual std::vector<std::string> inputSymbols() const { return symbols(); }

    /// Of each number that is read; empty where they are what they are.
    virtual std::vector<Scale> inputScales() const { return {}; }
    /// Of the numbers that are asked.
    virtual Scale outputScale() const { return {}; }
    /// Where changes are asked, [step, sequence] of the first batch that is held out: the known value, in the unit of
    /// the data, that a change is counted from. Empty where values are asked.
    virtual Matrix countedFrom() const { return {}; }

    /// The same data in sequences of another length, where that spares reading them again; null where it does not.
    virtual Result<std::unique_ptr<Task>> ofLength(int length) const
    {
        return static_cast<void>(length), std::unique_ptr<Task>();
    }
};

/// A row in the table of tasks.
struct TaskDescription {
    std::string_view name;        ///< "temporal-order", on the command line and in files
    std::string_view title;       ///< "Temporal order"
    std::string_view description; ///< a sentence or two: what is read, what is asked, what it shows
    int usualLength;
    std::string_view lengthMeans; ///< "steps"
    int fewest, most;             ///< lengths that it takes
    /// Fails when a file cannot be read. `options.length` is within its limits, `options.resources` is not empty.
    Result<std::unique_ptr<Task>> (*make)(const TaskOptions &options);
};

/// Every task, in the order in which they are listed.
const std::vector<TaskDescription> &tasks();

/// Makes the task of that name. Refuses names that are not in the table and lengths that the task does not take.
Result<std::unique_ptr<Task>> makeTask(std::string_view name, const TaskOptions &options);

/// A seed for one update, mixed so that neighbouring updates and seeds have nothing in common.
std::uint64_t batchSeed(std::uint64_t seed, int update);

} // namespace gatescope
