// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/learning/generators/draft.h"
#include "core/learning/generators/generator_rows.h"
#include "core/learning/generators/practice.h"

#include <algorithm>
#include <numeric>

namespace gatescope {

namespace {

std::int64_t countIf(NetworkSpec spec, void (*change)(NetworkSpec &))
{
    change(spec);
    return recurrentParameterCount(spec);
}

std::optional<Question> parameters(const Studied &studied, Random &)
{
    const NetworkSpec &spec = studied.spec();
    if (spec.layerNorm || spec.decoder)
        return std::nullopt;
    const int blocks = spec.blockRows() / spec.hiddenSize, biases = spec.bias ? 2 : 0;
    const double right = double(recurrentParameterCount(spec));
    Draft draft = Draft::counted(
        sentence("How many parameters has %1?", {pytorchConstructor(spec)}), right,
        sentence("A GRU has 3 blocks of H rows, an LSTM 4, an RNN 1. Each row reads the input, the state, "
                 "and has its biases."));
    draft.question.check = checkOf("parameters", spec);
    for (int layer = 0; layer < spec.layers; ++layer) {
        const int reads = spec.layerInputSize(layer) + spec.hiddenSize + biases;
        const std::vector<Argument> numbers{std::to_string(layer),           std::to_string(blocks),
                                            std::to_string(spec.hiddenSize), std::to_string(spec.layerInputSize(layer)),
                                            std::to_string(biases),          std::to_string(spec.blockRows() * reads)};
        draft.step(spec.bidirectional ? sentence("Layer %1, each direction: %2 · %3 · (%4 + %3 + %5) = %6.", numbers)
                                      : sentence("Layer %1: %2 · %3 · (%4 + %3 + %5) = %6.", numbers));
    }
    draft.step(spec.layers > 1 && spec.bidirectional ? sentence("Over %1 layers and both directions together: %2.",
                                                                {std::to_string(spec.layers), numberText(right)})
                   : spec.layers > 1
                   ? sentence("Over %1 layers together: %2.", {std::to_string(spec.layers), numberText(right)})
                   : spec.bidirectional ? sentence("Both directions together: %1.", {numberText(right)})
                                        : sentence("It has no other layer, so that is all: %1.", {numberText(right)}));
    if (spec.bias) {
        draft.mistake(double(countIf(spec, [](NetworkSpec &s) { s.bias = false; })),
                      sentence("You left the biases out."));
        draft.mistake(right - double(spec.layers * spec.directions() * spec.blockRows()),
                      sentence("You counted one bias a row. PyTorch has two: bias_ih and bias_hh."));
    } else {
        draft.mistake(double(countIf(spec, [](NetworkSpec &s) { s.bias = true; })),
                      sentence("bias=False: there are no biases."));
    }
    draft.mistake(double(countIf(spec, [](NetworkSpec &s) { s.bidirectional = false; })),
                  sentence("That is one direction. The other has its own weights, and a higher layer reads both."));
    draft.mistake(double(countIf(spec, [](NetworkSpec &s) { s.layers = 1; })),
                  sentence("That is the first layer alone."));
    draft.mistake(double(countIf(spec, [](NetworkSpec &s) { s.cell = CellKind::lstm; })),
                  sentence("That is an LSTM, with 4 blocks of rows."));
    draft.mistake(double(countIf(spec, [](NetworkSpec &s) { s.cell = CellKind::rnn; })),
                  sentence("That is a plain RNN, with 1 block of rows."));
    return draft.question;
}

std::optional<Question> tensorShape(const Studied &studied, Random &random)
{
    const NetworkSpec &spec = studied.spec();
    const int layer = random.below(spec.layers), H = spec.hiddenSize, rows = spec.blockRows(),
              I = spec.layerInputSize(layer);
    const std::string name = "weight_ih_l" + std::to_string(layer);
    const auto &W = studied.experiment.parameters.layers[spec.layerIndex(layer, Direction::forward)].W;
    Draft draft
        = Draft::of(QuestionKind::shape, sentence("%1. What is the shape of %2?", {pytorchConstructor(spec), name}),
                    std::vector{int(W.rows()), int(W.cols())},
                    sentence("One row for each sum that the layer makes, one column for each number that it reads."));
    draft.question.check = checkOf("tensor-shape", spec);
    draft.question.check["tensor"] = name;
    draft.step(rows == H ? sentence("Rows: one block of %1 units.", {std::to_string(H)})
                         : sentence("Rows: %1 blocks of %2 units are %3.",
                                    {std::to_string(rows / H), std::to_string(H), std::to_string(rows)}));
    draft.step(layer == 0 ? sentence("Columns: layer 0 reads the input, %1 numbers.", {std::to_string(I)})
                          : sentence("Columns: layer %1 reads the output of the layer below, %2 numbers.",
                                     {std::to_string(layer), std::to_string(I)}));
    draft.step(sentence("%1 is %2.", {name, answerText(draft.question, draft.question.answer)}));
    draft.mistake(std::vector{I, rows},
                  sentence("That is the transpose, as Keras stores its kernel. PyTorch has rows for the sums."));
    draft.mistake(std::vector{H, I}, sentence("That is one block. All blocks of the cell stand on top of each other."));
    draft.mistake(std::vector{rows, H},
                  sentence("That is weight_hh, which reads the state, or a layer below of one direction."));
    draft.mistake(std::vector{rows, spec.inputSize},
                  sentence("Only layer 0 reads the input. A higher layer reads the layer below."));
    return draft.question;
}

std::optional<Question> hNIndex(const Studied &studied, Random &random)
{
    const NetworkSpec &spec = studied.spec();
    const int layer = random.below(spec.layers);
    const Direction direction = random.below(2) == 0 ? Direction::forward : Direction::backward;
    if (!spec.bidirectional)
        return std::nullopt;
    const int right = spec.layerIndex(layer, direction), way = direction == Direction::forward ? 0 : 1;
    Draft draft = Draft::counted(
        sentence(
            "%1. At which index of h_n is the last state of layer %2, %3?",
            {pytorchConstructor(spec), std::to_string(layer), way == 0 ? sentence("forwards") : sentence("backwards")}),
        right, sentence("h_n goes layer by layer, and within a layer forwards before backwards. Both count from 0."));
    draft.question.check = checkOf("h_n-index", spec);
    draft.question.check["layer"] = layer;
    draft.question.check["direction"] = way == 0 ? "forward" : "backward";
    draft.step(sentence("Each layer below has two entries: 2 × %1 come before.", {std::to_string(layer)}));
    draft.step(sentence("Within the layer: forwards 0, backwards 1. Index 2 × %1 + %2 = %3.",
                        {std::to_string(layer), std::to_string(way), std::to_string(right)}));
    draft.mistake(double(way * spec.layers + layer),
                  sentence("That is all layers forwards, then all backwards. h_n goes layer by layer."));
    draft.mistake(double(right + 1), sentence("Indices count from 0."));
    draft.mistake(double(layer), sentence("You forgot that each layer has two entries."));
    return draft.question;
}

std::optional<Question> outputShape(const Studied &studied, Random &random)
{
    const NetworkSpec &spec = studied.spec();
    const Trace &trace = *studied.trace;
    const bool batchFirst = random.below(2) == 0, state = random.below(2) == 0;
    const int L = trace.output.steps(), N = trace.output.batch(), I = spec.inputSize, H = spec.hiddenSize;
    const int all = int(trace.hN.size());
    const std::vector<int> input = batchFirst ? std::vector{N, L, I} : std::vector{L, N, I};
    const std::vector<int> output
        = batchFirst ? std::vector{N, L, trace.output.units()} : std::vector{L, N, trace.output.units()};
    const std::vector<int> hN{all, int(trace.hN[0].rows()), int(trace.hN[0].cols())};

    Draft draft = Draft::of(
        QuestionKind::shape,
        sentence("%1 reads an input of shape %2. What is the shape of %3?",
                 {constructorText(spec, batchFirst), shapeText(input), state ? "h_n" : "output"}),
        state ? hN : output,
        state ? sentence("One state for each layer and direction. batch_first does not move its axes.")
              : sentence("The output is the top layer's state at every step, both directions side by side."));
    draft.question.check = checkOf(state ? "h_n-shape" : "output-shape", spec);
    draft.question.check["batch"] = N;
    draft.question.check["steps"] = L;
    draft.question.check["batch_first"] = batchFirst;
    draft.step(sentence("The input has %1 sequences of %2 steps.", {std::to_string(N), std::to_string(L)}));
    draft.step(state ? sentence("Layers × directions: %1 × %2 = %3, each with a state of %4 units.",
                                {std::to_string(spec.layers), std::to_string(spec.directions()), std::to_string(all),
                                 std::to_string(H)})
                   : spec.bidirectional
                   ? sentence("Two directions of %1 units stand side by side: %2.",
                              {std::to_string(H), std::to_string(spec.outputSize())})
                   : sentence("One direction of %1 units makes %1 numbers at each step.", {std::to_string(H)}));
    draft.step(sentence("The shape is %1.", {shapeText(state ? hN : output)}));
    if (state) {
        draft.mistake(std::vector{N, all, H}, sentence("batch_first moves input and output, never h_n."));
        draft.mistake(std::vector{1, N, H}, sentence("Every layer and direction has its own last state."));
        draft.mistake(std::vector{spec.layers, N, spec.outputSize()},
                      sentence("The directions are separate entries of h_n, not side by side."));
        draft.mistake(output, sentence("That is output, which has every step."));
    } else {
        draft.mistake(std::vector{output[1], output[0], output[2]},
                      sentence("Batch and time are swapped. Look at batch_first."));
        draft.mistake(std::vector{output[0], output[1], H},
                      sentence("Both directions stand side by side in the output."));
        draft.mistake(hN, sentence("That is h_n, which has only the last states."));
        draft.mistake(input, sentence("That is the input. The last axis becomes the units of the state."));
    }
    return draft.question;
}

std::string listed(const std::vector<int> &values)
{
    std::string text;
    for (const int value : values)
        text += (text.empty() ? "" : ", ") + std::to_string(value);
    return text;
}

std::optional<Question> lastRealStep(const Studied &studied, Random &random)
{
    const std::vector<int> &lengths = studied.trace->batch->lengths;
    const int sequence = random.below(int(lengths.size())), longest = std::ranges::max(lengths);
    if (studied.spec().bidirectional || lengths[std::size_t(sequence)] == longest)
        return std::nullopt;
    const int right = lengths[std::size_t(sequence)] - 1;
    Draft draft = Draft::counted(
        sentence("Sequences of lengths %1 are padded to %2 steps and packed. At which step of output is the last "
                 "real output of sequence %3, the one that h_n holds?",
                 {listed(lengths), std::to_string(longest), std::to_string(sequence)}),
        right, sentence("Steps count from 0, and padding is not read."));
    draft.question.check = {{"is", "last-real-step"}, {"lengths", lengths}, {"sequence", sequence}};
    draft.step(
        sentence("Sequence %1 has this many real steps: %2.", {std::to_string(sequence), std::to_string(right + 1)}));
    draft.step(sentence("Counted from 0, the last of them is step %1.", {std::to_string(right)}));
    draft.mistake(double(longest - 1), sentence("That is output[-1], which is padding for this sequence: all zeros."));
    draft.mistake(double(right + 1), sentence("Steps count from 0. This one is padding already."));
    draft.mistake(double(lengths.size()) - 1, sentence("That counts sequences, not steps."));
    return draft.question;
}

std::optional<Question> batchSizes(const Studied &studied, Random &)
{
    std::vector<int> lengths = studied.trace->batch->lengths, sizes;
    if (lengths.size() < 2)
        return std::nullopt;
    const int longest = std::ranges::max(lengths);
    for (int t = 0; t < longest; ++t)
        sizes.push_back(int(std::ranges::count_if(lengths, [t](int length) { return length > t; })));
    Draft draft = Draft::of(
        QuestionKind::shape,
        sentence("Sequences of lengths %1 are packed. What is batch_sizes of the PackedSequence?", {listed(lengths)}),
        sizes, sentence("One number for each step: how many sequences are still running there."));
    draft.question.check = {{"is", "batch-sizes"}, {"lengths", lengths}};
    draft.step(sentence("One number for each step of the longest sequence: %1.", {std::to_string(longest)}));
    draft.step(sentence("Count at each step the sequences that still have it: %1.", {shapeText(sizes)}));
    std::vector<int> sorted = lengths;
    std::ranges::sort(sorted, std::greater{});
    draft.mistake(sorted, sentence("Those are the lengths, sorted. batch_sizes goes by steps, not by sequences."));
    draft.mistake(lengths, sentence("Those are the lengths. batch_sizes goes by steps, not by sequences."));
    draft.mistake(std::vector<int>(std::size_t(longest), int(lengths.size())),
                  sentence("That counts the padding too. Packing leaves it out."));
    return draft.question;
}

std::optional<Question> packedRows(const Studied &studied, Random &)
{
    const std::vector<int> &lengths = studied.trace->batch->lengths;
    const int longest = std::ranges::max(lengths), count = int(lengths.size());
    const double right = std::accumulate(lengths.begin(), lengths.end(), 0);
    Draft draft = Draft::counted(
        sentence("Sequences of lengths %1 are packed. How many rows has the data of the PackedSequence?",
                 {listed(lengths)}),
        right, sentence("Packing keeps every real step once, and no padding."));
    draft.question.check = {{"is", "packed-rows"}, {"lengths", lengths}};
    draft.step(sentence("Every real step is one row, so add the lengths."));
    draft.step(sentence("Together %1.", {numberText(right)}));
    draft.mistake(double(longest * count), sentence("That is the padded batch. The padding is left out."));
    draft.mistake(double(longest), sentence("That is the number of steps; each step may have several rows."));
    draft.mistake(double(count), sentence("That is the number of sequences."));
    return draft.question;
}

std::optional<Question> stepsRead(const Studied &studied, Random &random)
{
    const NetworkSpec &spec = studied.spec();
    const int L = studied.trace->length(0), position = random.below(L);
    if (!spec.bidirectional || spec.layers != 1)
        return std::nullopt;
    const bool backward = random.below(3) > 0;
    const double right = backward ? L - position : position + 1;
    const std::string slice = backward ? "output[" + std::to_string(position) + ", :, H:]"
                                       : "output[" + std::to_string(position) + ", :, :H]";
    Draft draft = Draft::counted(
        sentence("%1 reads %2 steps, time first. How many of the steps has %3 read?",
                 {pytorchConstructor(spec), std::to_string(L), slice}),
        right, sentence(":H is the forward half, H: the backward half. The backward one starts at the end."));
    draft.question.check = {{"is", "steps-read"},
                            {"spec", checkOf("", spec)["spec"]},
                            {"steps", L},
                            {"position", position},
                            {"half", backward ? "backward" : "forward"}};
    StagePlace place
        = placeOf({.direction = backward ? Direction::backward : Direction::forward, .step = position}, "inputs");
    draft.step(backward
                   ? sentence("H: is the backward half. It begins at step %1 and goes down.", {std::to_string(L - 1)})
                   : sentence(":H is the forward half. It begins at step 0 and goes up."),
               place);
    draft.step(sentence("At step %1 it has read this many steps: %2.", {std::to_string(position), numberText(right)}),
               place);
    draft.mistake(double(backward ? position + 1 : L - position), sentence("That is the other half."));
    draft.mistake(
        double(L),
        sentence("Only at its own end has a half read all; both halves together have read all at every step."));
    draft.mistake(right - 1, sentence("The step itself is read too."));
    return draft.question;
}

} // namespace

std::vector<Generator> layerQuestions()
{
    return {
        {"parameters", marked("Count the weights"), "layer", "building-nn-gru", Level::medium, anyShape, false,
         parameters},
        {"tensor-shape", marked("Shape of the weights"), "layer", "building-nn-gru", Level::medium, anyShape, false,
         tensorShape},
        {"output-shape", marked("Shape of output and h_n"), "batch-axis", "where-the-batch-axis-goes", Level::medium,
         anyShape, false, outputShape},
        {"last-real-step", marked("The last real step"), "padding", "padding-packing-masks", Level::easy,
         paddedSequences, false, lastRealStep},
        {"batch-sizes", marked("Pack by steps"), "padding", "padding-packing-masks", Level::medium, paddedSequences,
         false, batchSizes},
        {"packed-rows", marked("Rows of a packed batch"), "padding", "padding-packing-masks", Level::easy,
         paddedSequences, false, packedRows},
        {"steps-read", marked("What each half has read"), "directions", "reading-both-ways", Level::medium, anyBothWays,
         false, stepsRead},
        {"h_n-index", marked("Find a state in h_n"), "stacking", "layers-on-layers", Level::medium, anyBothWays, false,
         hNIndex},
    };
}

} // namespace gatescope
