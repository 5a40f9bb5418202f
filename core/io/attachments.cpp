// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/attachments.h"

#include "core/io/recurrent_name.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

namespace gatescope {

namespace {

constexpr std::string_view weightEnding = ".weight";
constexpr std::array<std::string_view, 7> headTensors{"fc", "head", "linear", "out", "decoder", "proj", "classifier"};

/// "encoder." of "encoder.gru" and of "encoder.gru."; "" at the top.
std::string parentOf(std::string_view module)
{
    while (module.ends_with('.'))
        module.remove_suffix(1);
    return std::string(module.substr(0, module.rfind('.') + 1));
}

std::string moduleOf(const Tensor &weight)
{
    return weight.name.substr(0, weight.name.size() - weightEnding.size());
}

/// What the module itself is called, in lower case: "fc" of "decoder.FC", and of "decoder.fc.0",
/// because a place in a Sequential is no name.
std::string ownName(std::string_view module)
{
    const auto isNumber = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    std::string_view last = module.substr(module.rfind('.') + 1);
    while (isNumber(last) && last.size() < module.size()) {
        module.remove_suffix(last.size() + 1);
        last = module.substr(module.rfind('.') + 1);
    }
    std::string name(last);
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return name;
}

bool suggestsEmbedding(const Tensor *weight)
{
    return ownName(moduleOf(*weight)).find("emb") != std::string::npos;
}

bool isCalledHead(const Tensor *weight)
{
    return std::ranges::find(headTensors, ownName(moduleOf(*weight))) != headTensors.end();
}

bool suggestsHead(const Tensor *weight)
{
    const std::string name = ownName(moduleOf(*weight));
    return std::ranges::any_of(headTensors,
                               [&](std::string_view head) { return name.find(head) != std::string::npos; });
}

bool isReadableMatrix(const Tensor &tensor, std::int64_t columns)
{
    constexpr std::int64_t mostRows = 10'000'000;
    return tensor.type != StoredType::other && tensor.shape.size() == 2 && tensor.dimension(0) > 0
        && tensor.dimension(0) <= mostRows && tensor.dimension(1) == columns;
}

/// Keeps those that pass, unless none does.
template<typename Predicate>
void prefer(std::vector<const Tensor *> &candidates, Predicate passes)
{
    if (std::ranges::any_of(candidates, passes))
        std::erase_if(candidates, [&](const Tensor *candidate) { return !passes(candidate); });
}

const Tensor *onlyOne(const std::vector<const Tensor *> &candidates)
{
    return candidates.size() == 1 ? candidates.front() : nullptr;
}

} // namespace

Attachments findAttachments(const ModelInventory &inventory, const RecurrentModule &module)
{
    std::map<std::string_view, const Tensor *> byName;
    for (const Tensor &tensor : inventory.tensors)
        byName[tensor.name] = &tensor;
    const auto biasOf = [&](const Tensor *weight) {
        const auto found = byName.find(moduleOf(*weight) + ".bias");
        return found == byName.end() ? nullptr : found->second;
    };
    const auto biasFits = [&](const Tensor *weight) {
        const Tensor *bias = biasOf(weight);
        return !bias || (bias->type != StoredType::other && bias->shape == std::vector{weight->dimension(0)});
    };

    std::vector<const Tensor *> embeddings;
    std::vector<const Tensor *> heads;
    for (const Tensor &tensor : inventory.tensors) {
        if (!tensor.name.ends_with(weightEnding))
            continue;
        if (isReadableMatrix(tensor, module.spec.inputSize) && suggestsEmbedding(&tensor))
            embeddings.push_back(&tensor);
        if (isReadableMatrix(tensor, module.spec.outputSize()) && !suggestsEmbedding(&tensor) && biasFits(&tensor))
            heads.push_back(&tensor);
    }

    const auto isBeside = [&](const Tensor *weight) { return parentOf(moduleOf(*weight)) == parentOf(module.prefix); };
    prefer(embeddings, isBeside);
    prefer(heads, isBeside);
    prefer(heads, isCalledHead);
    prefer(heads, suggestsHead);

    Attachments found{onlyOne(embeddings), onlyOne(heads), nullptr};
    found.headBias = found.headWeight ? biasOf(found.headWeight) : nullptr;
    return found;
}

} // namespace gatescope
