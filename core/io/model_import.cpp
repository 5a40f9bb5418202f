// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/attachments.h"
#include "core/io/model_file.h"

#include <algorithm>
#include <map>
#include <set>

namespace gatescope {

namespace {

std::string listOfModules(const ModelInventory &inventory)
{
    constexpr std::size_t mostShown = 10;
    std::string list;
    for (std::size_t i = 0; i < std::min(inventory.modules.size(), mostShown); ++i) {
        const std::string &prefix = inventory.modules[i].prefix;
        const std::string module = prefix.ends_with('.') ? prefix.substr(0, prefix.size() - 1) : prefix;
        list += (i > 0 ? ", " : "") + (module.empty() ? std::string("\"\"") : printable(module));
    }
    return list + (inventory.modules.size() > mostShown ? ", …" : "");
}

bool isSamePrefix(std::string_view prefix, std::string_view asked)
{
    return prefix == asked || (prefix.ends_with('.') && prefix.substr(0, prefix.size() - 1) == asked);
}

Result<const RecurrentModule *> chooseModule(const ModelInventory &inventory, const std::optional<std::string> &asked)
{
    if (inventory.modules.empty())
        return error("There is no recurrent module among the %1 tensors: none is named as in PyTorch, such as "
                     "weight_ih_l0 or encoder.gru.weight_ih_l0.",
                     {std::to_string(inventory.tensors.size())});
    if (!asked && inventory.modules.size() > 1)
        return error("There are %1 recurrent modules: %2. Say which with --layer-prefix.",
                     {std::to_string(inventory.modules.size()), listOfModules(inventory)});
    if (!asked)
        return &inventory.modules.front();
    const auto found = std::ranges::find_if(
        inventory.modules, [&](const RecurrentModule &module) { return isSamePrefix(module.prefix, *asked); });
    if (found == inventory.modules.end())
        return error("There is no recurrent module under the prefix \"%1\"; there is: %2.",
                     {printable(*asked), listOfModules(inventory)});
    return &*found;
}

/// The smaller type that holds the numbers of both exactly.
StoredType typeForBoth(StoredType one, StoredType other)
{
    if (one == other)
        return one;
    return one == StoredType::f64 || other == StoredType::f64 ? StoredType::f64 : StoredType::f32;
}

/// Takes tensors out of an inventory and remembers which.
class Taker
{
public:
    explicit Taker(const ModelInventory &inventory) : m_inventory(inventory)
    {
        for (const Tensor &tensor : inventory.tensors)
            m_byName[tensor.name] = &tensor;
    }

    /// A tensor that is known to be there. The first that holds NaN or infinity is kept in mind.
    Matrix take(const std::string &name)
    {
        const Tensor &tensor = *m_byName.at(name);
        type = m_taken.empty() ? tensor.type : typeForBoth(type, tensor.type);
        sameType &= tensor.type == type;
        m_taken.insert(name);
        if (const auto place = notFinite ? std::nullopt : firstNotFinite(tensor))
            notFinite = error("%1 is not a finite number.", {printable(*place)});
        return toMatrix(tensor);
    }

    std::vector<std::string> unused() const
    {
        std::vector<std::string> lines;
        for (const Tensor &tensor : m_inventory.tensors) {
            if (!m_taken.contains(tensor.name))
                lines.push_back(printable(tensor.name) + " " + tensor.dtype + " " + tensor.shapeText());
        }
        return lines;
    }

    std::optional<Error> notFinite;
    StoredType type = StoredType::f64; ///< holds all that was taken exactly
    bool sameType = true;

private:
    const ModelInventory &m_inventory;
    std::map<std::string_view, const Tensor *> m_byName;
    std::set<std::string> m_taken;
};

LayerParameters takeLayer(Taker &taker, const RecurrentModule &module, int layer, Direction direction)
{
    const auto take
        = [&](std::string_view kind) { return taker.take(module.prefix + tensorName(kind, layer, direction)); };
    LayerParameters parameters;
    parameters.W = take("weight_ih");
    parameters.U = take("weight_hh");
    if (module.spec.bias) {
        parameters.bIn = take("bias_ih");
        parameters.bRec = take("bias_hh");
    }
    return parameters;
}

void takeAttachments(Taker &taker, const Attachments &attachments, ImportedModel &model)
{
    const auto moduleName = [](const Tensor &weight) {
        return weight.name.substr(0, weight.name.size() - std::string_view("weight").size());
    };
    if (attachments.embedding) {
        model.embeddingName = moduleName(*attachments.embedding);
        model.parameters.embedding = taker.take(attachments.embedding->name);
        model.spec.embeddingRows = static_cast<int>(model.parameters.embedding->rows());
    }
    if (attachments.headWeight) {
        model.headName = moduleName(*attachments.headWeight);
        model.parameters.head.emplace().weight = taker.take(attachments.headWeight->name);
        model.spec.headOutputs = static_cast<int>(model.parameters.head->weight.rows());
    }
    model.spec.headBias = attachments.headBias || !attachments.headWeight;
    if (attachments.headBias)
        model.parameters.head->bias = taker.take(attachments.headBias->name);
}

/// The embedding and the head that the file names itself.
Attachments attachmentsOf(const ModelInventory &inventory, const SaidNetwork &said)
{
    const auto named = [&](const std::string &module, const char *tensor) -> const Tensor * {
        const auto found = std::ranges::find(inventory.tensors, module + tensor, &Tensor::name);
        return module.empty() || found == inventory.tensors.end() ? nullptr : &*found;
    };
    return {named(said.embeddingName, "weight"), named(said.headName, "weight"), named(said.headName, "bias")};
}

} // namespace

Result<ImportedModel> importModel(const ModelInventory &inventory, const ImportOptions &options)
{
    const Result<const RecurrentModule *> chosen = chooseModule(inventory, options.layerPrefix);
    if (!chosen)
        return chosen.error();
    const RecurrentModule &module = **chosen;
    if (!module.complete)
        return module.complete.error();

    ImportedModel model;
    model.prefix = module.prefix;
    model.spec = module.spec;
    if (module.spec.cell == CellKind::gru && !inventory.said) {
        model.spec.reset = options.reset.value_or(ResetPlacement::after);
        model.spec.update = options.update;
    }
    if (module.spec.cell == CellKind::rnn && module.spec.stateActivation == StateActivation::tanh && !inventory.said)
        model.spec.stateActivation = options.nonlinearity;
    Taker taker(inventory);
    for (int layer = 0; layer < module.spec.layers; ++layer) {
        model.parameters.layers.push_back(takeLayer(taker, module, layer, Direction::forward));
        if (module.spec.bidirectional)
            model.parameters.layers.push_back(takeLayer(taker, module, layer, Direction::backward));
    }
    if (inventory.said && inventory.said->resetInDoubt)
        model.spec.reset = options.reset.value_or(model.spec.reset);
    takeAttachments(
        taker, inventory.said ? attachmentsOf(inventory, *inventory.said) : findAttachments(inventory, module), model);
    if (taker.notFinite)
        return *taker.notFinite;
    const Result<void> sizes = check(model.spec); // the embedding and the head count too
    if (!sizes)
        return sizes.error();
    model.type = taker.type;
    model.sameType = taker.sameType;
    model.unused = taker.unused();
    return model;
}

} // namespace gatescope
