// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/foreign/found_network.h"

namespace gatescope {

namespace {

/// A layer's tensors by PyTorch's names.
void addTensors(const FoundLayer &layer, int index, const std::string &prefix, std::vector<Tensor> &tensors)
{
    const Tensor stored{{}, layer.dtype, layer.type, {}, {}};
    for (std::size_t d = 0; d < layer.parameters.size(); ++d) {
        const LayerParameters &parameters = layer.parameters[d];
        const auto add = [&](std::string_view kind, const Matrix &values, bool isVector) {
            const std::string name = tensorName(kind, index, d == 0 ? Direction::forward : Direction::backward);
            tensors.push_back(storedAs(stored, prefix + name, values, isVector));
        };
        add("weight_ih", parameters.W, false);
        add("weight_hh", parameters.U, false);
        if (layer.spec.bias) {
            add("bias_ih", parameters.bIn, true);
            add("bias_hh", parameters.bRec, true);
        }
    }
}

void addHead(FoundHead &head, SaidNetwork &said, std::vector<Tensor> &tensors)
{
    if (head.isUsed) {
        said.headName = head.name + ".";
        said.spec.headOutputs = int(head.weight.dimension(0));
        said.spec.headBias = head.bias.has_value();
    }
    tensors.push_back(named(head.name + ".weight", std::move(head.weight)));
    if (head.bias)
        tensors.push_back(named(head.name + ".bias", std::move(*head.bias)));
}

} // namespace

Result<void> checkAlike(const FoundLayer &first, const FoundLayer &other)
{
    if (first.spec.hiddenSize != other.spec.hiddenSize)
        return error(
            "%1 has %2 units and %3 has %4; expected as many in each recurrent layer.",
            {first.name, std::to_string(first.spec.hiddenSize), other.name, std::to_string(other.spec.hiddenSize)});
    NetworkSpec wanted = first.spec;
    wanted.inputSize = other.spec.inputSize;
    if (wanted != other.spec)
        return error("%1 and %2 differ in their kind, directions, biases, reset or activations; expected recurrent "
                     "layers that are alike.",
                     {first.name, other.name});
    return {};
}

Result<ModelInventory> inventoryOf(FoundNetwork network)
{
    if (network.layers.empty())
        return error("There is no recurrent layer in the file; expected GRU, LSTM or RNN.");
    const FoundLayer &first = network.layers.front();
    SaidNetwork said{first.spec, {}, {}, std::move(network.notes), network.resetInDoubt};
    said.spec.layers = int(network.layers.size());
    const NetworkSpec recurrent = said.spec;
    std::vector<Tensor> tensors;
    for (std::size_t i = 0; i < network.layers.size(); ++i)
        addTensors(network.layers[i], int(i), first.name + ".", tensors);
    if (network.head)
        addHead(*network.head, said, tensors);
    if (network.embedding) {
        const Tensor &rows = *network.embedding;
        if (rows.dimension(1) != recurrent.inputSize)
            return error("The embedding has %1 columns, but %2 reads %3 numbers at each step.",
                         {std::to_string(rows.dimension(1)), first.name, std::to_string(recurrent.inputSize)});
        said.embeddingName = network.embeddingName + ".";
        said.spec.embeddingRows = int(rows.dimension(0));
        tensors.push_back(named(said.embeddingName + "weight", std::move(*network.embedding)));
    }
    Result<ModelInventory> inventory = takeInventory(std::move(tensors));
    if (!inventory)
        return inventory;
    if (inventory->modules.size() != 1)
        return error("The names of the layers cannot be told apart; expected each layer to have a name of its own.");
    if (inventory->modules.front().complete)
        inventory->modules.front().spec = recurrent;
    inventory->said = std::move(said);
    return inventory;
}

Sentence activationLeftOut(const std::string &name, const std::string &activation)
{
    return sentence("%1 ends in %2, which is left out: the head answers with the numbers before it.",
                    {name, activation});
}

Sentence headReadsBothEnds(const std::string &name)
{
    return sentence(
        "%1 is left out: it reads the last step of one direction and the first of the other, and a head here "
        "reads one step.",
        {name});
}

Sentence resetMayBeForgotten(const std::string &name)
{
    return sentence("%1 has linear_before_reset=0, so its reset acts before the product. PyTorch's acts after it, and "
                    "exporters have forgotten to write it: if PyTorch trained this network, the reset may act after "
                    "the product.",
                    {name});
}

Sentence resetIsGuessed(const std::string &name)
{
    return sentence("%1 has no biases, which would tell where its reset acts: it is taken to act after the product "
                    "(reset_after=True), as Keras has it unasked.",
                    {name});
}

bool isAboutReset(const Sentence &note)
{
    return note.text == resetMayBeForgotten({}).text || note.text == resetIsGuessed({}).text;
}

Tensor named(std::string name, Tensor tensor)
{
    tensor.name = std::move(name);
    return tensor;
}

Tensor storedAs(const Tensor &stored, std::string name, const Matrix &values, bool isVector)
{
    Tensor tensor = toTensor(std::move(name), values, isVector);
    tensor.dtype = stored.dtype;
    tensor.type = stored.type;
    return tensor;
}

} // namespace gatescope
