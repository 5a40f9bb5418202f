// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importer/onnx_file.h"

#include "core/base/json.h"
#include "core/io/foreign/import_answer.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <onnx/onnx_pb.h>

namespace gatescope {

namespace {

constexpr int mostNodes = 10'000;

struct TypeName {
    onnx::TensorProto::DataType type;
    const char *dtype;
    std::size_t bytes;
};
constexpr TypeName types[]{{onnx::TensorProto::FLOAT, "F32", 4},
                           {onnx::TensorProto::DOUBLE, "F64", 8},
                           {onnx::TensorProto::FLOAT16, "F16", 2},
                           {onnx::TensorProto::BFLOAT16, "BF16", 2}};

/// The numbers where they are not raw bytes already: each type has its field, one of half the size the low bits of
/// whole numbers.
std::string fieldBytes(const onnx::TensorProto &tensor, std::size_t ofOne)
{
    std::string bytes;
    const auto append = [&](const auto &values) {
        for (const auto value : values)
            bytes.append(reinterpret_cast<const char *>(&value), std::min(ofOne, sizeof value));
    };
    if (tensor.data_type() == onnx::TensorProto::FLOAT)
        append(tensor.float_data());
    else if (tensor.data_type() == onnx::TensorProto::DOUBLE)
        append(tensor.double_data());
    else
        append(tensor.int32_data());
    return bytes;
}

/// Takes the file apart.
class OnnxReader
{
public:
    explicit OnnxReader(std::size_t fileSize) : m_fileSize(fileSize) { }

    Result<StoredModel> read(const onnx::ModelProto &file)
    {
        const onnx::GraphProto &graph = file.graph();
        if (file.functions_size() > 0 || graph.sparse_initializer_size() > 0)
            return error("The file has functions of its own or sparse tensors, which are not read.");
        if (graph.node_size() > mostNodes || graph.initializer_size() > mostNodes)
            return error("The file has more than %1 nodes or tensors, the most that are read.",
                         {std::to_string(mostNodes)});
        Json described = {{"nodes", Json::array()}};
        for (const onnx::TensorProto &tensor : graph.initializer()) {
            if (const Result<void> taken = take(tensor.name(), tensor); !taken)
                return taken.error();
        }
        for (const onnx::NodeProto &node : graph.node()) {
            Result<Json> one = describeNode(node);
            if (!one)
                return one.error();
            described["nodes"].push_back(std::move(*one));
        }
        m_model.graph = writeJson(described);
        m_model.version = file.producer_name();
        if (m_model.graph.size() > longestConfig)
            return error("What the file says of its nodes has more than %1 bytes, the most that is read here.",
                         {std::to_string(longestConfig)});
        return std::move(m_model);
    }

private:
    /// Keeps a tensor of floating-point numbers; others are indices and shapes.
    Result<void> take(const std::string &name, const onnx::TensorProto &tensor)
    {
        if (tensor.data_location() == onnx::TensorProto::EXTERNAL || tensor.external_data_size() > 0)
            return error("%1 keeps its numbers in another file, which is not followed; export the network with "
                         "external_data=False.",
                         {printable(name)});
        const auto *type
            = std::ranges::find_if(types, [&](const TypeName &known) { return known.type == tensor.data_type(); });
        if (type == std::end(types))
            return {};
        StoredWeights weights{name, type->dtype, {tensor.dims().begin(), tensor.dims().end()}, {}};
        weights.bytes = tensor.has_raw_data() ? tensor.raw_data() : fieldBytes(tensor, type->bytes);
        m_taken += weights.bytes.size();
        if (valueCount(weights.shape) != std::int64_t(weights.bytes.size() / type->bytes)
            || weights.bytes.size() % type->bytes != 0 || m_taken > m_fileSize)
            return error("%1 is said to have the shape %2, for which the file has too few bytes.",
                         {printable(name), Tensor{{}, {}, {}, weights.shape, {}}.shapeText()});
        m_model.weights.push_back(std::move(weights));
        return {};
    }

    Result<Json> describeNode(const onnx::NodeProto &node)
    {
        Json json = {{"op", node.op_type()}, {"name", node.name()}, {"in", Json::array()}, {"out", Json::array()}};
        if (!node.domain().empty() && node.domain() != "ai.onnx")
            json["domain"] = node.domain();
        for (const std::string &input : node.input())
            json["in"].push_back(input);
        for (const std::string &output : node.output())
            json["out"].push_back(output);
        for (const onnx::AttributeProto &attribute : node.attribute()) {
            if (attribute.has_g() || attribute.graphs_size() > 0)
                return error("%1 (%2) has a graph within it, which is not read.",
                             {printable(node.name()), printable(node.op_type())});
            if (attribute.has_t() && node.output_size() > 0) {
                if (const Result<void> taken = take(node.output(0), attribute.t()); !taken)
                    return taken.error();
            }
            if (auto value = plainValue(attribute))
                json["attributes"][attribute.name()] = std::move(*value);
        }
        return json;
    }

    /// A number, a text, or a list of either; nothing for the rest, and for a number that JSON does not have.
    static std::optional<Json> plainValue(const onnx::AttributeProto &attribute)
    {
        constexpr int longest = 64;
        const auto allFinite = [](const auto &values) {
            return std::ranges::all_of(values, [](float value) { return std::isfinite(value); });
        };
        switch (attribute.type()) {
        case onnx::AttributeProto::INT:
            return Json(attribute.i());
        case onnx::AttributeProto::FLOAT:
            return std::isfinite(attribute.f()) ? std::optional(Json(attribute.f())) : std::nullopt;
        case onnx::AttributeProto::STRING:
            return Json(printable(attribute.s()));
        case onnx::AttributeProto::FLOATS: {
            if (attribute.floats_size() > longest || !allFinite(attribute.floats()))
                return std::nullopt;
            return Json(std::vector<float>(attribute.floats().begin(), attribute.floats().end()));
        }
        case onnx::AttributeProto::STRINGS: {
            Json texts = Json::array();
            for (int i = 0; i < std::min(attribute.strings_size(), longest); ++i)
                texts.push_back(printable(attribute.strings(i)));
            return texts;
        }
        default:
            return std::nullopt;
        }
    }

    StoredModel m_model;
    std::size_t m_fileSize;
    std::size_t m_taken = 0;
};

} // namespace

Result<StoredModel> readOnnx(std::string bytes)
{
    const std::size_t size = bytes.size();
    google::protobuf::SetLogHandler(nullptr);
    onnx::ModelProto file;
    if (!file.ParseFromString(bytes) || !file.has_graph() || file.opset_import_size() == 0)
        return error("The file is no network in ONNX, or it is damaged or cut off.");
    bytes = std::string(); // its place in memory is needed for the answer
    return OnnxReader(size).read(file);
}

} // namespace gatescope
