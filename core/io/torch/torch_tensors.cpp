// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch/torch_tensors.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

constexpr std::size_t mostTensors = 10'000, mostVisits = 1'000'000;
constexpr int deepest = 100;
constexpr std::size_t mostDimensions = 64;
constexpr std::size_t longestName = 1000; ///< each level of a hostile file could double it

/// PyTorch's classes of storages, what safetensors calls their numbers, and the bytes of one.
struct StorageClass {
    std::string_view name;
    std::string_view dtype;
    std::uint64_t ofOne;
};
constexpr std::array storageClasses{
    StorageClass{"torch.DoubleStorage", "F64", 8},       StorageClass{"torch.FloatStorage", "F32", 4},
    StorageClass{"torch.HalfStorage", "F16", 2},         StorageClass{"torch.BFloat16Storage", "BF16", 2},
    StorageClass{"torch.LongStorage", "I64", 8},         StorageClass{"torch.IntStorage", "I32", 4},
    StorageClass{"torch.ShortStorage", "I16", 2},        StorageClass{"torch.CharStorage", "I8", 1},
    StorageClass{"torch.ByteStorage", "U8", 1},          StorageClass{"torch.BoolStorage", "BOOL", 1},
    StorageClass{"torch.ComplexFloatStorage", "C64", 8},
};

/// Where a tensor's numbers lie in its storage.
struct Strided {
    std::int64_t offset = 0;
    std::vector<std::int64_t> shape, strides;
};

/// Whether every number of the tensor, and the place where it begins, lies in a storage of so many.
bool fits(const Strided &place, std::int64_t count)
{
    if (place.offset > count)
        return false;
    std::int64_t last = place.offset;
    for (std::size_t axis = 0; axis < place.shape.size(); ++axis) {
        std::int64_t way = 0;
        if (place.shape[axis] == 0)
            return true; // there is none
        if (__builtin_mul_overflow(place.shape[axis] - 1, place.strides[axis], &way)
            || __builtin_add_overflow(last, way, &last))
            return false;
    }
    return last < count;
}

/// The number behind the last one that the tensor reads.
std::int64_t endOf(const Strided &place)
{
    std::int64_t last = place.offset;
    for (std::size_t axis = 0; axis < place.shape.size(); ++axis)
        last += (place.shape[axis] - 1) * place.strides[axis];
    return last + 1;
}

/// The tensor's numbers, its last index running fastest.
std::vector<double> gathered(const std::vector<double> &storage, const Strided &place, std::int64_t count)
{
    std::vector<double> values;
    values.reserve(std::size_t(count));
    std::vector<std::int64_t> index(place.shape.size());
    std::int64_t at = place.offset;
    for (std::int64_t i = 0; i < count; ++i) {
        values.push_back(storage[std::size_t(at)]);
        for (std::size_t axis = index.size(); axis > 0; --axis) {
            const std::size_t a = axis - 1;
            at += place.strides[a];
            if (++index[a] < place.shape[a])
                break;
            at -= index[a] * place.strides[a];
            index[a] = 0;
        }
    }
    return values;
}

class TensorFinder
{
public:
    TensorFinder(const Pickle &pickle, const TorchStorages &storages, std::size_t mostValues)
        : m_pickle(pickle), m_storages(storages), m_valuesLeft(mostValues)
    {
    }

    Result<std::vector<Tensor>> find()
    {
        if (const auto found = visit(m_pickle.root, {}, 0); !found)
            return found.error();
        return std::move(m_tensors);
    }

private:
    const PickleNode &node(PickleRef ref) const { return m_pickle.node(ref); }
    /// The name of the class or function of an object.
    std::string_view maker(const PickleNode &object) const
    {
        return object.elements.empty() ? std::string_view() : std::string_view(node(object.elements[0]).text);
    }
    /// An object's i-th argument; None where it has fewer.
    const PickleNode &argument(const PickleNode &object, std::size_t i) const
    {
        static const PickleNode nothing;
        if (object.elements.size() < 2 || node(object.elements[1]).elements.size() <= i)
            return nothing;
        return node(node(object.elements[1]).elements[i]);
    }

    Result<void> visit(PickleRef ref, const std::string &name, int depth);
    Result<void> visitEntries(const PickleNode &of, const std::string &name, int depth);
    Result<void> add(const PickleNode &rebuilt, const std::string &name);
    std::optional<std::vector<std::int64_t>> sizes(const PickleNode &tuple) const;
    Result<void> readValues(Tensor &tensor, const TorchStorage &storage, const Strided &place);

    const Pickle &m_pickle;
    const TorchStorages &m_storages;
    std::size_t m_valuesLeft;
    std::size_t m_visits = 0;
    std::vector<Tensor> m_tensors;
};

/// The name of what stands under a key. A module keeps its weights under "_parameters" and its parts under "_modules",
/// which state_dict() leaves out.
std::string under(const std::string &name, const PickleNode &key)
{
    const std::string own
        = key.kind == PickleKind::integer ? std::to_string(key.integer) : key.text.substr(0, longestName + 1);
    if (own == "_parameters" || own == "_modules" || own == "_buffers")
        return name;
    return name.empty() ? own : name + "." + own;
}

Result<void> TensorFinder::visit(PickleRef ref, const std::string &name, int depth)
{
    if (++m_visits > mostVisits || depth > deepest || name.size() > longestName)
        return error("%1 lies deeper, or holds more, than is read here.", {printable(name)});
    const PickleNode &here = node(ref);
    switch (here.kind) {
    case PickleKind::dict:
        return visitEntries(here, name, depth);
    case PickleKind::list:
    case PickleKind::tuple:
        for (std::size_t i = 0; i < here.elements.size(); ++i) {
            const PickleNode key{.kind = PickleKind::integer, .integer = std::int64_t(i)};
            if (const auto visited = visit(here.elements[i], under(name, key), depth + 1); !visited)
                return visited;
        }
        return {};
    case PickleKind::object:
        break;
    default:
        return {};
    }
    const std::string_view by = maker(here);
    if (by == "torch._utils._rebuild_tensor_v2" || by == "torch._utils._rebuild_tensor")
        return add(here, name);
    if (by.starts_with("torch._utils._rebuild_parameter")) // of a tensor, its first argument
        return here.elements.size() < 2 || node(here.elements[1]).elements.empty()
            ? Result<void>()
            : visit(node(here.elements[1]).elements[0], name, depth + 1);
    if (const auto visited = visitEntries(here, name, depth); !visited || !here.state)
        return visited;
    return visit(*here.state, name, depth + 1);
}

Result<void> TensorFinder::visitEntries(const PickleNode &of, const std::string &name, int depth)
{
    for (const auto &[key, value] : of.entries) {
        if (node(key).text == "_flat_weights") // of a recurrent module: its parameters once more
            continue;
        if (const auto visited = visit(value, under(name, node(key)), depth + 1); !visited)
            return visited;
    }
    return {};
}

std::optional<std::vector<std::int64_t>> TensorFinder::sizes(const PickleNode &tuple) const
{
    std::vector<std::int64_t> numbers;
    for (const PickleRef element : tuple.elements) {
        const PickleNode &size = node(element);
        if (size.kind != PickleKind::integer || size.integer < 0)
            return std::nullopt;
        numbers.push_back(size.integer);
    }
    return numbers.size() > mostDimensions ? std::nullopt : std::optional(numbers);
}

/// _rebuild_tensor_v2(storage, offset, size, stride, …)
Result<void> TensorFinder::add(const PickleNode &rebuilt, const std::string &name)
{
    const std::optional<TorchStorage> storage = torchStorage(m_pickle, argument(rebuilt, 0));
    const std::int64_t offset = argument(rebuilt, 1).integer;
    const auto shape = sizes(argument(rebuilt, 2)), strides = sizes(argument(rebuilt, 3));
    if (!storage || !shape || !strides || shape->size() != strides->size() || offset < 0 || storage->count < 0)
        return error("%1 is no tensor as PyTorch writes it: expected a storage, an offset, sizes and strides.",
                     {printable(name)});
    if (m_tensors.size() == mostTensors)
        return error("The file holds more than %1 tensors.", {std::to_string(mostTensors)});
    Tensor tensor{name, storage->dtype, storedTypeNamed(storage->dtype).value_or(StoredType::other), *shape, {}};
    if (tensor.type != StoredType::other) {
        if (const auto read = readValues(tensor, *storage, {offset, *shape, *strides}); !read)
            return read;
    }
    m_tensors.push_back(std::move(tensor));
    return {};
}

Result<void> TensorFinder::readValues(Tensor &tensor, const TorchStorage &storage, const Strided &place)
{
    const std::optional<std::int64_t> count = valueCount(place.shape);
    if (!count || !fits(place, storage.count))
        return error("%1: the shape %2 reaches beyond the %3 numbers of its storage.",
                     {printable(tensor.name), tensor.shapeText(), std::to_string(storage.count)});
    if (std::size_t(*count) > m_valuesLeft)
        return error("%1: with its shape %2 the tensors have more numbers than the file has bytes.",
                     {printable(tensor.name), tensor.shapeText()});
    if (*count == 0)
        return {};
    m_valuesLeft -= std::size_t(*count);
    const Result<std::string_view> bytes = m_storages(storage.key);
    if (!bytes)
        return inPlace(printable(tensor.name), bytes.error());
    if (bytes->size() / storage.ofOne < std::size_t(storage.count))
        return error("%1: its storage should have %2 numbers, but the file has only %3 bytes of it.",
                     {printable(tensor.name), std::to_string(storage.count), std::to_string(bytes->size())});
    // Only the stretch that the tensor reads is widened.
    const auto first = std::size_t(place.offset), end = std::size_t(endOf(place));
    const std::vector<double> stretch
        = decodeValues(tensor.type, bytes->substr(first * storage.ofOne, (end - first) * storage.ofOne));
    tensor.values = gathered(stretch, {0, place.shape, place.strides}, *count);
    return {};
}

} // namespace

/// ("storage", class, key, device, count)
std::optional<TorchStorage> torchStorage(const Pickle &pickle, const PickleNode &node)
{
    if (node.kind != PickleKind::stored || node.elements.size() != 1)
        return std::nullopt;
    const std::vector<PickleRef> &says = pickle.node(node.elements[0]).elements;
    if (says.size() < 5 || pickle.node(says[0]).text != "storage")
        return std::nullopt;
    const std::string &key = pickle.node(says[2]).text, &name = pickle.node(says[1]).text;
    if (key.size() > longestName || name.size() > longestName)
        return std::nullopt;
    const std::int64_t count = pickle.node(says[4]).integer;
    const auto *known = std::ranges::find(storageClasses, name, &StorageClass::name);
    if (known == storageClasses.end())
        return TorchStorage{key, name, count, 0};
    return TorchStorage{key, std::string(known->dtype), count, known->ofOne};
}

Result<std::vector<Tensor>> torchTensors(const Pickle &pickle, const TorchStorages &storages, std::size_t mostValues)
{
    return TensorFinder(pickle, storages, mostValues).find();
}

} // namespace gatescope
