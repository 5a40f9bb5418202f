// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/questions/topics.h"

#include "core/base/marked.h"

#include <algorithm>

namespace gatescope {

const std::vector<Topic> &topics()
{
    static const std::vector<Topic> table{
        {"order", marked("Sequences, and why order matters")},
        {"loop", marked("The loop, and how it forgets")},
        {"gates", marked("What each gate does")},
        {"update-gate", marked("The update gate: keep or overwrite")},
        {"step", marked("One step, number by number")},
        {"memory", marked("How long a state lasts")},
        {"gradient", marked("How the gradient flows back")},
        {"convention", marked("Conventions that differ")},
        {"layer", marked("nn.GRU: parameters and constructor")},
        {"outputs", marked("output and h_n")},
        {"batch-axis", marked("Where the batch axis goes")},
        {"padding", marked("Padding, packing, lengths")},
        {"directions", marked("Reading both ways")},
        {"stacking", marked("Layers on layers")},
        {"race", marked("RNN, GRU and LSTM")},
        {"size", marked("How many units")},
        {"dropout", marked("Dropout and its relatives")},
        {"keras", marked("Keras' cell and what it answers")},
        {"states", marked("States across batches")},
        {"merging", marked("One matrix instead of six")},
        {"activations", marked("Activations and layer norm")},
        {"words", marked("From words to numbers")},
        {"letters", marked("The next character")},
        {"forecasts", marked("Streams and forecasts")},
        {"smaller", marked("Smaller nets, or attention")},
    };
    return table;
}

const Topic *topicNamed(std::string_view name)
{
    const auto found = std::ranges::find(topics(), name, &Topic::name);
    return found == topics().end() ? nullptr : &*found;
}

} // namespace gatescope
