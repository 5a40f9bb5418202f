// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/inventory.h"
#include "core/io/recurrent_name.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace gatescope {

namespace {

/// The tensors under one prefix whose names are those of a recurrent module.
struct Group {
    std::string prefix;
    std::map<std::string, const Tensor *> tensors; ///< by name without prefix
    int layers = 0;
    bool bidirectional = false;
    bool bias = false;
    bool projections = false;

    void add(const RecurrentName &name, const Tensor &tensor)
    {
        tensors[tensorName(name.kind, name.layer, name.direction)] = &tensor;
        layers = std::max(layers, name.layer + 1);
        bidirectional |= name.direction == Direction::backward;
        bias |= name.kind.starts_with("bias");
        projections |= name.kind == "weight_hr";
    }

    const Tensor *find(const std::string &name) const
    {
        const auto found = tensors.find(name);
        return found == tensors.end() ? nullptr : found->second;
    }

    /// The first tensor of this kind that there is.
    const Tensor *firstOf(std::string_view kind, int layerCount) const
    {
        for (int layer = 0; layer < layerCount; ++layer) {
            for (const Direction direction : {Direction::forward, Direction::backward}) {
                if (const Tensor *tensor = find(tensorName(kind, layer, direction)))
                    return tensor;
            }
        }
        return nullptr;
    }
};

bool isMatrix(const Tensor &tensor)
{
    constexpr std::int64_t largest = std::numeric_limits<int>::max();
    return tensor.shape.size() == 2 && tensor.dimension(0) > 0 && tensor.dimension(1) > 0
        && tensor.dimension(0) <= largest && tensor.dimension(1) <= largest;
}

std::optional<CellKind> cellWithBlocks(std::int64_t blocks)
{
    const auto found = std::ranges::find_if(
        cells(), [&](const CellDescription &cell) { return static_cast<std::int64_t>(cell.blocks.size()) == blocks; });
    return found == cells().end() ? std::nullopt : std::optional(found->kind);
}

std::string shown(const Tensor &tensor)
{
    return printable(tensor.name);
}

Error missing(const Group &group, const std::string &name)
{
    return error("%1 is missing beside the other tensors of this module.", {printable(group.prefix + name)});
}

/// Cell and hidden size from a weight_hh, [blocks·H, H]; the input size from layer 0's weight_ih.
Result<NetworkSpec> readSpec(const Group &group)
{
    const Tensor *hh = group.firstOf("weight_hh", group.layers);
    if (!hh)
        return missing(group, "weight_hh_l0");
    if (!isMatrix(*hh))
        return error("%1 has the shape %2, expected [3H, H] for a GRU, [4H, H] for an LSTM, [H, H] for an RNN.",
                     {shown(*hh), hh->shapeText()});
    const std::int64_t H = hh->dimension(1);
    const auto cell = hh->dimension(0) % H == 0 ? cellWithBlocks(hh->dimension(0) / H) : std::nullopt;
    if (!cell)
        return error("%1 has the shape %2: its rows are not 3, 4 or 1 times its columns, as a GRU's, an LSTM's and an "
                     "RNN's are.",
                     {shown(*hh), hh->shapeText()});
    const Tensor *ih = group.firstOf("weight_ih", 1);
    if (!ih)
        return missing(group, "weight_ih_l0");
    if (!isMatrix(*ih))
        return error("%1 has the shape %2, expected [rows, inputs], at least one of each.",
                     {shown(*ih), ih->shapeText()});
    NetworkSpec spec;
    spec.cell = *cell;
    spec.inputSize = static_cast<int>(ih->dimension(1));
    spec.hiddenSize = static_cast<int>(H);
    spec.layers = group.layers;
    spec.bidirectional = group.bidirectional;
    spec.bias = group.bias;
    return spec;
}

Result<void> checkTensor(const Group &group, const std::string &name, const std::vector<std::int64_t> &shape)
{
    const Tensor *tensor = group.find(name);
    if (!tensor)
        return missing(group, name);
    if (tensor->shape != shape)
        return error("%1 has the shape %2, expected %3.",
                     {shown(*tensor), tensor->shapeText(), Tensor{{}, {}, {}, shape, {}}.shapeText()});
    if (tensor->type == StoredType::other)
        return error("%1 is stored as %2, expected F64, F32, F16 or BF16.", {shown(*tensor), tensor->dtype});
    return {};
}

Result<void> checkComplete(const Group &group, const NetworkSpec &spec)
{
    if (group.projections)
        return error("%1 is an LSTM with projections (proj_size), which Gatescope does not compute.",
                     {printable(group.prefix + "weight_hr_l0")});
    const Result<void> sizes = check(spec);
    if (!sizes)
        return sizes;
    const std::int64_t rows = spec.blockRows();
    for (int layer = 0; layer < spec.layers; ++layer) {
        for (int d = 0; d < spec.directions(); ++d) {
            const Direction direction = d == 0 ? Direction::forward : Direction::backward;
            const auto checkKind = [&](std::string_view kind, const std::vector<std::int64_t> &shape) {
                return checkTensor(group, tensorName(kind, layer, direction), shape);
            };
            if (const auto W = checkKind("weight_ih", {rows, spec.layerInputSize(layer)}); !W)
                return W;
            if (const auto U = checkKind("weight_hh", {rows, spec.hiddenSize}); !U)
                return U;
            for (const std::string_view kind : {"bias_ih", "bias_hh"}) {
                if (const auto bias = spec.bias ? checkKind(kind, {rows}) : Result<void>(); !bias)
                    return bias;
            }
        }
    }
    return {};
}

RecurrentModule toModule(const Group &group)
{
    RecurrentModule module;
    module.prefix = group.prefix;
    const Tensor *first = group.firstOf("weight_hh", group.layers);
    module.dtype = (first ? first : group.tensors.begin()->second)->dtype;
    const Result<NetworkSpec> spec = readSpec(group);
    if (spec) {
        module.spec = *spec;
        module.complete = checkComplete(group, *spec);
    } else {
        module.complete = spec.error();
    }
    return module;
}

} // namespace

Result<ModelInventory> takeInventory(std::vector<Tensor> tensors)
{
    ModelInventory inventory;
    inventory.tensors = std::move(tensors);
    std::vector<Group> groups;
    std::map<std::string, std::size_t> groupAt;
    std::set<std::string> names;
    for (const Tensor &tensor : inventory.tensors) {
        if (!names.insert(tensor.name).second)
            return error("The name %1 stands twice.", {shown(tensor)});
        const std::optional<RecurrentName> name = recurrentNameOf(tensor.name);
        if (!name)
            continue;
        const auto [place, isNew] = groupAt.try_emplace(name->prefix, groups.size());
        if (isNew)
            groups.push_back({name->prefix, {}});
        groups[place->second].add(*name, tensor);
    }
    for (const Group &group : groups)
        inventory.modules.push_back(toModule(group));
    return inventory;
}

} // namespace gatescope
