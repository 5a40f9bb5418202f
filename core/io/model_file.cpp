// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model_file.h"

#include "core/base/file.h"
#include "core/io/safetensors.h"
#include "core/model/options.h"

#include <cmath>

namespace gatescope {

namespace {

/// What a file of another format says to the person who opened it; nothing for one that may be safetensors.
std::optional<Error> recogniseOther(std::string_view bytes)
{
    using namespace std::string_view_literals;
    // A zip (torch.save since 1.6), a pickle (before), and the older pickle that begins with a magic number.
    const bool torchSave = bytes.starts_with("PK\x03\x04") || bytes.starts_with("\x80\x02")
        || bytes.starts_with("\x80\x03") || bytes.starts_with("\x80\x04") || bytes.starts_with("\x80\x05");
    // A header of a length that happens to begin with these bytes is safetensors all the same.
    const bool lengthAndHeader = bytes.size() > 8 && bytes[8] == '{' && bytes.substr(3, 5) == "\0\0\0\0\0"sv;
    if (lengthAndHeader)
        return std::nullopt;
    if (torchSave)
        return error("This is a .pt, pickle or zip file, which can run code when it is read. Save it in Python as "
                     "safetensors: from safetensors.torch import save_file; "
                     "save_file(model.state_dict(), \"model.safetensors\").");
    if (bytes.starts_with("\x89HDF"))
        return error("This is an HDF5 file (.h5), expected safetensors.");
    if (bytes.starts_with("GGUF"))
        return error("This is a GGUF file, expected safetensors.");
    return std::nullopt;
}

/// "encoder.gru.weight_ih_l0", "fc.weight"
std::string nameIn(const ModelForm &form, const std::string &name)
{
    const ModelForm usual;
    if (name.starts_with(usual.headName))
        return form.headName + name.substr(usual.headName.size());
    if (name.starts_with(usual.embeddingName))
        return form.embeddingName + name.substr(usual.embeddingName.size());
    return form.prefix + name;
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

} // namespace

Result<Converted> inPyTorchConvention(const NetworkSpec &spec, const Parameters &parameters)
{
    using enum NetworkOption;
    const bool isRnn = spec.cell == CellKind::rnn; // nn.RNN alone has relu
    if (const auto option = isRnn ? optionBeyond(spec, {paddingRow, relu}) : optionBeyond(spec, {paddingRow}))
        return error("torch.nn.%1 has no %2 and would compute something else from this file: save it as .gatescope.",
                     {std::string(describe(spec.cell).pytorchName), std::string(describe(*option).name)});
    const Converted keeping = withUpdateMeaning(spec, parameters, UpdateMeaning::keeps);
    const Result<Converted> converted = withResetPlacement(keeping.spec, keeping.parameters, ResetPlacement::after);
    if (!converted)
        return error(
            "torch.nn.GRU has its reset after the product and would compute something else from this file; save "
            "it as .gatescope. %1",
            {converted.error()});
    return converted;
}

Result<ModelInventory> readModelFile(const std::filesystem::path &path)
{
    constexpr std::size_t largestFile = 512u << 20;
    const Result<std::string> bytes = readFile(path, largestFile);
    if (!bytes)
        return bytes.error();
    const std::string place = printable(path.string());
    if (const auto other = recogniseOther(*bytes))
        return inPlace(place, *other);
    Result<SafetensorsFile> file = readSafetensors(*bytes);
    if (!file)
        return inPlace(place, file.error());
    Result<ModelInventory> inventory = takeInventory(std::move(file->tensors));
    if (!inventory)
        return inPlace(place, inventory.error());
    return inventory;
}

Result<void> writeModelFile(const std::filesystem::path &path, const NetworkSpec &spec, const Parameters &parameters,
                            const ModelForm &form)
{
    const Result<Converted> converted = inPyTorchConvention(spec, parameters);
    if (!converted)
        return inPlace(printable(path.string()), converted.error());
    SafetensorsFile file;
    file.metadata = {{"format", "pt"}}; // as PyTorch's own writer says
    for (const ConstParameterView &view : views(converted->spec, converted->parameters)) {
        Tensor tensor = toTensor(nameIn(form, view.name), view.values, view.isVector);
        tensor.type = form.type;
        tensor.dtype = dtypeName(form.type);
        const Result<void> fits = checkRange(tensor);
        if (!fits)
            return inPlace(printable(path.string()), fits.error());
        file.tensors.push_back(std::move(tensor));
    }
    return writeFileAtomically(path, writeSafetensors(file));
}

} // namespace gatescope
