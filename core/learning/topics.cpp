// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/topics.h"

#include <algorithm>

namespace gatescope {

const std::vector<Topic> &topics()
{
    static const std::vector<Topic> table{
        {"order", "Sequences, and why order matters"},
        {"loop", "The loop, and how it forgets"},
        {"gates", "What each gate does"},
        {"update-gate", "The update gate: keep or overwrite"},
        {"step", "One step, number by number"},
        {"memory", "How long a state lasts"},
        {"gradient", "How the gradient flows back"},
        {"convention", "Conventions that differ"},
        {"layer", "nn.GRU: parameters and constructor"},
        {"outputs", "output and h_n"},
        {"batch-axis", "Where the batch axis goes"},
        {"padding", "Padding, packing, lengths"},
        {"directions", "Reading both ways"},
        {"stacking", "Layers on layers"},
        {"race", "RNN, GRU and LSTM"},
        {"size", "How many units"},
        {"dropout", "Dropout and its relatives"},
        {"keras", "Keras' cell and what it answers"},
        {"states", "States across batches"},
        {"merging", "One matrix instead of six"},
        {"activations", "Activations and layer norm"},
        {"words", "From words to numbers"},
        {"letters", "The next character"},
        {"forecasts", "Streams and forecasts"},
        {"smaller", "Smaller nets, or attention"},
    };
    return table;
}

const Topic *topicNamed(std::string_view name)
{
    const auto found = std::ranges::find(topics(), name, &Topic::name);
    return found == topics().end() ? nullptr : &*found;
}

} // namespace gatescope
