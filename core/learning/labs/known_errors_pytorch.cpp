// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/error_settings.h"
#include "core/learning/labs/known_errors.h"

namespace gatescope {

namespace {

constexpr auto pytorch = Framework::pytorch;

std::vector<KnownError> inputErrors()
{
    return {
        {"input size",
         pytorch,
         "input.size(-1) must be equal to input_size. Expected %n, got %n",
         sentence("The last axis of the input is meant, the features: the layer reads %1 numbers at each step and was "
                  "given %2. Build it with input_size=%2, or see whether two axes have changed places: features stand "
                  "last, whatever batch_first says."),
         {{putInputSize, 1}},
         "input",
         Axis::feature,
         2},
        {"input dimensions",
         pytorch,
         "GRU: Expected input to be 2D or 3D, got %w instead",
         sentence(
             "The number of the input's axes is meant: a GRU reads three, time, batch and features, or two without "
             "a batch, and was given %1. unsqueeze adds an axis, flatten or a slice takes one away."),
         {},
         "input",
         {},
         1},
        {"input dimensions",
         pytorch,
         "input must have %* dimensions, got %n",
         sentence(
             "The number of the input's axes is meant: a GRU reads three, time, batch and features, or two without "
             "a batch, and was given %1. unsqueeze adds an axis, flatten or a slice takes one away."),
         {},
         "input",
         {},
         1},
        {"input type",
         pytorch,
         "input dtype (torch.%w) does not match weight dtype (torch.%w)",
         sentence("No axis is meant, but the kind of number: the input holds %1, the weights %2. x.to(torch.%2) mends "
                  "it."),
         {},
         "input",
         {},
         1},
        {"input type",
         pytorch,
         "input must have the type torch.%w, got type torch.%w",
         sentence("No axis is meant, but the kind of number: the weights hold %1, the input %2. x.to(torch.%1) mends "
                  "it."),
         {},
         "input",
         {},
         2},
        {"no steps",
         pytorch,
         "Expected sequence length to be larger than %n in RNN",
         sentence("The time axis of the input is meant: it has length 0. Leave out sequences of which nothing is left, "
                  "and see whether time stands where batch_first says."),
         {},
         "input",
         Axis::time,
         1},
    };
}

std::vector<KnownError> hiddenErrors()
{
    const std::string expected = "Expected hidden%* size (%n, %n, %n), got ";
    const std::vector<ErrorSetting> settings{{putStates, 1}, {putBatch, 2}, {putHiddenSize, 3}};
    return {
        {"hidden states", pytorch, expected + "%(%1, %n, %n%)",
         sentence("The first axis of h_0 is meant, the states: one for each layer and direction, %1, and %4 came. Make "
                  "h_0 (%1, %2, %3), or leave it out and it is zero."),
         settings, "h_0", Axis::state, 4},
        {"hidden batch", pytorch, expected + "%(%n, %2, %n%)",
         sentence(
             "The middle axis of h_0 is meant, the batch: the input has %2 sequences as the layer reads it, h_0 has "
             "%5. In h_0 the batch stands second also with batch_first=True; if the input really has %5, its axes "
             "lie otherwise than batch_first says."),
         settings, "h_0", Axis::batch, 5},
        {"hidden units", pytorch, expected + "%(%n, %n, %3%)",
         sentence("The last axis of h_0 is meant, the units: hidden_size is %3, and %6 came. Make h_0 (%1, %2, %3)."),
         settings, "h_0", Axis::unit, 6},
        {"hidden dimensions",
         pytorch,
         "For batched 3-D input, hx should also be 3-D but got %s tensor",
         sentence(
             "The number of axes of h_0 is meant: with a batch it has three, states, batch and units, and %1 came. "
             "h_0.unsqueeze(0) adds the axis of the states."),
         {},
         "h_0",
         {},
         1},
        {"hidden dimensions unbatched",
         pytorch,
         "For unbatched 2-D input, hx should also be 2-D but got %s tensor",
         sentence("The input has two axes, so it is read as one sequence without a batch, and h_0 must have no batch "
                  "either, but is %1. Give the input its batch axis with x.unsqueeze, or take that axis from h_0."),
         {},
         "input",
         {},
         0},
        {"cell batch",
         pytorch,
         "Input batch size %n doesn't match hidden0 batch size %n",
         sentence("The batch axis is meant: this step's input has %1 sequences, the state has %2. Begin the state "
                  "afresh for a batch of another size."),
         {{putBatch, 1}},
         "h_0",
         Axis::batch,
         2},
        {"cell dimensions",
         pytorch,
         "GRUCell: Expected input to be 1D or 2D, got %w|GRUCell: Expected input to be 1-D or 2-D but received %s",
         sentence(
             "A GRUCell takes one step, (batch, features), and was given %1, a sequence. Use nn.GRU, or go over the "
             "time axis in a loop."),
         {},
         "input",
         Axis::time,
         0},
    };
}

std::vector<KnownError> constructorErrors()
{
    return {
        {"dropout range", pytorch, "dropout should be a number in range [0, 1]",
         sentence("No axis is meant: dropout is a probability, between 0 and 1.")},
        {"dropout one layer",
         pytorch,
         "dropout option adds dropout after all but last%*got dropout=%s",
         sentence("Only a warning: dropout acts between layers, and with num_layers=1 there is no between, so %1 does "
                  "nothing. Use two layers, or an nn.Dropout behind the GRU."),
         {{putDropout, 1}, {putLayers, 0, 1}}},
        {"proj_size", pytorch, "proj_size argument is only supported for LSTM",
         sentence("A GRU has no proj_size, only an LSTM has. An nn.Linear behind the GRU makes its output smaller.")},
        {"hidden_size zero",
         pytorch,
         "hidden_size must be greater than zero",
         sentence("hidden_size is the number of units, the last axis of h_n: there must be at least one."),
         {},
         "h_n",
         Axis::unit,
         0},
        {"num_layers zero",
         pytorch,
         "num_layers must be greater than zero",
         sentence("num_layers makes the first axis of h_n: there must be at least one layer."),
         {},
         "h_n",
         Axis::state,
         0},
        {"hidden_size type",
         pytorch,
         "hidden_size should be of type int, got: %w",
         sentence("hidden_size counts units and came as %1: make it an int, with // in place of /."),
         {},
         "h_n",
         Axis::unit,
         1},
        {"missing hidden_size",
         pytorch,
         "missing 1 required positional argument: 'hidden_size'",
         sentence(
             "nn.GRU needs two sizes: first input_size, how many numbers are read at a step, then hidden_size, how "
             "many units there are."),
         {},
         "h_n",
         Axis::unit,
         0},
    };
}

std::vector<KnownError> usageErrors()
{
    return {
        {"tuple",
         pytorch,
         "argument '%w' (position %n) must be Tensor, not tuple",
         sentence("A GRU answers with two tensors, output and h_n, and both were given on as one. Write output, h_n = "
                  "gru(x), and give on the one that is wanted."),
         {},
         "output",
         {},
         0},
        {"linear",
         pytorch,
         "mat1 and mat2 shapes cannot be multiplied (%nx%n and %nx%n)",
         sentence("The last axis of what a linear layer reads is meant: it has %2 numbers, the layer was built for %3. "
                  "Behind a GRU it needs hidden_size, and twice that with bidirectional=True."),
         {},
         "output",
         Axis::unit,
         2},
        {"unpack",
         pytorch,
         "not enough values to unpack (expected 2|too many values to unpack (expected 2",
         sentence("A GRU's result was taken apart like an LSTM's, out, (h, c): a GRU has no c, so h_n itself is split "
                  "along its first axis. Write output, h_n = gru(x)."),
         {},
         "h_n",
         Axis::state,
         0},
        {"backward twice", pytorch, "Trying to backward through the graph a second time",
         sentence("No axis is meant: the state still hangs on the steps of an earlier batch. h_n.detach() between the "
                  "batches keeps its numbers and cuts its history.")},
    };
}

} // namespace

std::vector<KnownError> knownPytorchErrors()
{
    std::vector<KnownError> rows;
    for (const auto &part : {inputErrors(), hiddenErrors(), constructorErrors(), usageErrors()})
        rows.insert(rows.end(), part.begin(), part.end());
    return rows;
}

} // namespace gatescope
