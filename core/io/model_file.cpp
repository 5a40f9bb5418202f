// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model_file.h"

#include "core/base/file.h"
#include "core/base/goes_on.h"
#include "core/io/archive/zip_archive.h"
#include "core/io/foreign/importer.h"
#include "core/io/keras/keras_network.h"
#include "core/io/onnx/onnx_network.h"
#include "core/io/safetensors.h"
#include "core/io/torch/torch_file.h"
#include "core/model/options.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gatescope {

namespace {

/// Letters and ends of lines from the first byte on; of a long file the beginning tells.
bool looksLikeText(std::string_view bytes)
{
    constexpr std::size_t beginning = 512;
    const bool isPlain = std::ranges::all_of(bytes.substr(0, beginning), [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        return code >= ' ' ? code != 0x7F : byte == '\t' || byte == '\n' || byte == '\r';
    });
    return isPlain && std::ranges::any_of(bytes.substr(0, beginning), [](char byte) { return byte >= ' '; });
}

/// What a file of another format says to the person who opened it; nothing for one that is read.
std::optional<Error> recogniseOther(std::string_view bytes)
{
    using namespace std::string_view_literals;
    constexpr std::array pickles{"\x80\x02"sv, "\x80\x03"sv, "\x80\x04"sv, "\x80\x05"sv};
    // A header of a length that happens to begin with these bytes is safetensors all the same.
    const bool lengthAndHeader = bytes.size() > 8 && bytes[8] == '{' && bytes.substr(3, 5) == "\0\0\0\0\0"sv;
    if (lengthAndHeader)
        return std::nullopt;
    if (std::ranges::any_of(pickles, [&](std::string_view begins) { return bytes.starts_with(begins); }))
        return error("This is a pickle of Python's, but none that torch.save() wrote. Save the network with "
                     "torch.save(model.state_dict(), \"model.pt\").");
    if (bytes.starts_with("GGUF"))
        return error("This is a GGUF file, expected .safetensors or .pt.");
    if (bytes.empty())
        return error("This file is empty, expected .safetensors or .pt.");
    if (looksLikeText(bytes))
        return error("This is a text, expected .safetensors or .pt.");
    return std::nullopt;
}

/// What nn.RNN calls the argument that no tensor tells; our own files say it beside the tensors.
constexpr const char *nonlinearity = "nonlinearity";

bool hasRelu(const NetworkSpec &spec)
{
    return spec.cell == CellKind::rnn && spec.stateActivation == StateActivation::relu;
}

bool saysRelu(const SafetensorsFile &file)
{
    return std::ranges::find(file.metadata, std::pair<std::string, std::string>(nonlinearity, "relu"))
        != file.metadata.end();
}

/// Refuses a number that the type can only hold as infinity.
Result<void> checkRange(const Tensor &tensor)
{
    const std::vector<double> stored = decodeValues(tensor.type, encodeValues(tensor.type, tensor.values));
    for (std::size_t i = 0; i < stored.size(); ++i) {
        if (!std::isfinite(stored[i]))
            return error("%1%2 is %3, which is too large for %4.",
                         {tensor.name, indexText(tensor.shape, i), std::to_string(tensor.values[i]), tensor.dtype});
    }
    return {};
}

/// Whether the bytes begin as a model in ONNX does that PyTorch, tf2onnx or ONNX' own library wrote: a small number as
/// its version, then a name or another field of the model.
bool looksLikeOnnx(std::string_view bytes)
{
    constexpr char version = 0x08, newestVersion = 0x20;
    constexpr std::string_view fields = "\x12\x1a\x22\x28\x32\x3a\x42";
    return bytes.size() > 4 && bytes[0] == version && bytes[1] > 0 && bytes[1] < newestVersion
        && fields.find(bytes[2]) != std::string_view::npos;
}

/// An HDF5 file, or a zip archive in which one lies beside a description of the layers.
bool looksLikeKerasFile(std::string_view bytes)
{
    if (!bytes.starts_with("PK"))
        return bytes.starts_with("\x89HDF");
    const Result<ZipArchive> archive = ZipArchive::open(bytes);
    return archive && (archive->holds("model.weights.h5") || archive->holds("config.json"));
}

Result<ModelInventory> readInOwnProcess(const std::filesystem::path &path, const std::stop_token &stop)
{
    const Result<ImportAnswer> answer = importInOwnProcess(path, {}, stop);
    if (!answer)
        return answer.error();
    return answer->graph.empty() ? kerasNetwork(*answer) : onnxNetwork(*answer);
}

/// The tensors of a file in whichever format it is, and what is said beside them.
Result<SafetensorsFile> readTensors(std::string_view bytes, const std::stop_token &stop)
{
    if (looksLikeTorchFile(bytes)) {
        Result<std::vector<Tensor>> tensors = readTorchFile(bytes, stop);
        return tensors ? Result<SafetensorsFile>(SafetensorsFile{std::move(*tensors), {}}) : tensors.error();
    }
    if (const auto other = recogniseOther(bytes))
        return *other;
    return readSafetensors(bytes, stop);
}

/// The modules among the tensors of a file; what it says beside them of an RNN is believed.
Result<ModelInventory> inventoryOf(SafetensorsFile file)
{
    const bool isRelu = saysRelu(file);
    Result<ModelInventory> inventory = takeInventory(std::move(file.tensors));
    if (inventory && isRelu) {
        for (RecurrentModule &module : inventory->modules) {
            if (module.spec.cell == CellKind::rnn)
                module.spec.stateActivation = StateActivation::relu;
        }
    }
    return inventory;
}

} // namespace

std::string storedName(const ModelForm &form, const std::string &name)
{
    const ModelForm usual;
    if (name.starts_with(usual.headName))
        return form.headName + name.substr(usual.headName.size());
    if (name.starts_with(usual.embeddingName))
        return form.embeddingName + name.substr(usual.embeddingName.size());
    const bool isOwn = name.starts_with("attention.") || name.starts_with("decoder.");
    return isOwn && form.isOwnModule ? name : form.prefix + name;
}

Result<Converted> inPyTorchConvention(const NetworkSpec &spec, const Parameters &parameters, bool isOwnModule)
{
    using enum NetworkOption;
    std::vector<NetworkOption> known{paddingRow};
    if (spec.cell == CellKind::rnn)
        known.push_back(relu); // nn.RNN alone has it
    if (isOwnModule)
        known.insert(known.end(), {attention, decoder});
    if (const auto option = optionBeyond(spec, known))
        return error("torch.nn.%1 has no %2 and would compute something else from this file: save it as .gatescope.",
                     {std::string(describe(spec.cell).pytorchName), worded(describe(*option).name)});
    const Converted keeping = withUpdateMeaning(spec, parameters, UpdateMeaning::keeps);
    const Result<Converted> converted = withResetPlacement(keeping.spec, keeping.parameters, ResetPlacement::after);
    if (!converted)
        return error(
            "torch.nn.GRU has its reset after the product and would compute something else from this file; save "
            "it as .gatescope. %1",
            {converted.error()});
    return converted;
}

Result<ModelInventory> readModelFile(const std::filesystem::path &path, const std::stop_token &stop)
{
    constexpr std::size_t largestFile = 512u << 20;
    Result<std::string> bytes = readFile(path, largestFile);
    if (!bytes)
        return bytes.error();
    const auto read = [&]() -> Result<ModelInventory> {
        if (const auto on = goesOn(stop); !on)
            return on.error();
        if (looksLikeKerasFile(*bytes) || looksLikeOnnx(*bytes)) {
            bytes = std::string(); // the other process reads the file itself
            return readInOwnProcess(path, stop);
        }
        Result<SafetensorsFile> file = readTensors(*bytes, stop);
        return file ? inventoryOf(std::move(*file)) : file.error();
    };
    Result<ModelInventory> inventory = read();
    if (!inventory)
        return inPlace(printable(path.string()), inventory.error());
    return inventory;
}

Result<std::string> modelFile(const NetworkSpec &spec, const Parameters &parameters, const ModelForm &form)
{
    const Result<Converted> converted = inPyTorchConvention(spec, parameters, form.isOwnModule);
    if (!converted)
        return converted.error();
    SafetensorsFile file;
    file.metadata = {{"format", "pt"}}; // as PyTorch's own writer says
    if (hasRelu(spec))
        file.metadata.emplace_back(nonlinearity, "relu");
    for (const ConstParameterView &view : views(converted->spec, converted->parameters)) {
        Tensor tensor = toTensor(storedName(form, view.name), view.values, view.isVector);
        tensor.type = form.type;
        tensor.dtype = dtypeName(form.type);
        if (const Result<void> fits = checkRange(tensor); !fits)
            return fits.error();
        file.tensors.push_back(std::move(tensor));
    }
    return writeSafetensors(file);
}

Result<void> writeModelFile(const std::filesystem::path &path, const NetworkSpec &spec, const Parameters &parameters,
                            const ModelForm &form)
{
    const Result<std::string> bytes = modelFile(spec, parameters, form);
    if (!bytes)
        return inPlace(printable(path.string()), bytes.error());
    return writeFileAtomically(path, *bytes);
}

} // namespace gatescope
