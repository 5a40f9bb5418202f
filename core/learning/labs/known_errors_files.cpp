// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/error_settings.h"
#include "core/learning/labs/known_errors.h"

namespace gatescope {

// What packing and loading say.

std::vector<KnownError> knownPackingErrors()
{
    constexpr auto pytorch = Framework::pytorch;
    return {
        {"unsorted lengths",
         pytorch,
         "array must be sorted in decreasing order",
         sentence(
             "The batch axis is meant: the longest sequence must come first, or enforce_sorted=False must be said, "
             "which sorts and puts the results back in your order."),
         {},
         "input",
         Axis::batch,
         0},
        {"empty length",
         pytorch,
         "Length of all samples has to be greater than 0",
         sentence("One of the lengths is 0 or less: take that sequence out of the batch before it is packed."),
         {},
         "input",
         Axis::time,
         0},
        {"lengths count",
         pytorch,
         "Expected `len(lengths)` to be equal to batch_size, but got %n (batch_size=%n)",
         sentence("The batch axis is meant: there are %1 lengths for %2 sequences. If %2 is the number of steps, "
                  "pack_padded_sequence was not told batch_first=True."),
         {{putBatch, 2}},
         "input",
         Axis::batch,
         1},
        {"lengths place", pytorch, "'lengths' argument should be a 1D CPU int64 tensor, but got %w %s %w tensor",
         sentence(
             "No axis of the input is meant: the lengths must be whole numbers in one axis on the CPU, and came as "
             "%1 %3 on %2. lengths.cpu() mends the place; the input may stay where it is.")},
        {"total length",
         pytorch,
         "Expected total_length to be at least the length%*total_length=%n and max sequence length being %n",
         sentence("The time axis is meant: the longest sequence has %2 steps and does not fit into total_length=%1. "
                  "Give the length to which the batch was padded."),
         {{putSteps, 2}},
         "output",
         Axis::time,
         1},
    };
}

std::vector<KnownError> knownLoadingErrors()
{
    constexpr auto pytorch = Framework::pytorch;
    const std::string inFile = ": copying a param with shape torch.Size([";
    const std::string inModel = "]) from checkpoint, the shape in current model is torch.Size([";
    const std::string inputWeights = "size mismatch for %.weight_ih_l0" + inFile + "%n, %n" + inModel;
    return {
        {"size mismatch",
         pytorch,
         inputWeights + "%1, %n])",
         sentence("The rows of weight_ih_l0 are meant, three blocks of hidden_size: %1 in the file, %3 in this layer. "
                  "Build it with a third of %1 as hidden_size; a file of an LSTM has four blocks, and fits no GRU."),
         {{putBlockRows, 3}, {putInputSize, 4}},
         "weight_ih_l0",
         Axis::gate,
         1},
        {"size mismatch input",
         pytorch,
         inputWeights + "%n, %n])",
         sentence("The columns of weight_ih_l0 are meant, input_size: %2 in the file, %4 in this layer. Build it with "
                  "input_size=%2."),
         {{putBlockRows, 3}, {putInputSize, 4}},
         "weight_ih_l0",
         Axis::feature,
         2},
        {"size mismatch elsewhere", pytorch, "size mismatch for %p" + inFile + "%l" + inModel + "%l])",
         sentence(
             "%1 is (%2) in the file and (%3) in this layer: build the layer with the sizes, layers and directions "
             "that the file has.")},
        {"missing direction",
         pytorch,
         R"(Missing key(s) in state_dict: "%._reverse")",
         sentence("This layer reads in both directions, the file has only the forward one. Build it with "
                  "bidirectional=False."),
         {{putBidirectional, 0, 1}},
         "weight_ih_l0_reverse",
         {},
         0},
        {"missing layer",
         pytorch,
         R"(Missing key(s) in state_dict: "%._l%N")",
         sentence("The file has nothing for layer %1: it was saved with fewer layers. Build this one with "
                  "num_layers=%1."),
         {{putLastLayer, 1}},
         "h_n",
         Axis::state,
         0},
        {"missing key", pytorch, R"(Missing key(s) in state_dict: "%p")",
         sentence(
             "The file has no %1. Compare the names: a layer that was saved inside another has that one's name and a "
             "point before its own, and with bias=False there are no biases.")},
        {"unexpected key", pytorch, R"(Unexpected key(s) in state_dict: "%p")",
         sentence(
             "The file holds %1, for which this layer has no place. _l1 and higher are more layers, _reverse is the "
             "other direction: build the layer as it was saved.")},
    };
}

} // namespace gatescope
