// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/inventory.h"
#include "core/model/conversion.h"
#include "core/model/parameters.h"

#include <filesystem>
#include <optional>
#include <stop_token>

namespace gatescope {

/// A network taken out of a file.
struct ImportedModel {
    NetworkSpec spec;
    Parameters parameters;
    std::string prefix;
    std::string headName;              ///< "fc." or "" when none fits
    std::string embeddingName;         ///< "embedding." or ""
    StoredType type = StoredType::f64; ///< the one that holds all its numbers exactly
    bool sameType = true;              ///< whether all its tensors are stored in that type
    std::vector<std::string> unused;   ///< "num_batches_tracked I64 []"
};

struct ImportOptions {
    std::optional<std::string> layerPrefix
        = {}; ///< needed when there are several modules; with or without the last dot
    // What a file of tensors does not say; a file of layers does, and is believed unless its reset is in doubt.
    std::optional<ResetPlacement> reset = {}; ///< nothing: as the file says, or else after
    UpdateMeaning update = UpdateMeaning::keeps;
    StateActivation nonlinearity = StateActivation::tanh; ///< an RNN's, unless the file says it
};

/// The chosen module with the embedding and the linear head whose shapes fit it (names under the
/// same parent win; where several fit equally, none is taken and they are listed as unused).
/// Refuses: no module; several without a prefix (the sentence lists them); an incomplete one;
/// a used value that is not finite (the sentence names tensor and place).
Result<ImportedModel> importModel(const ModelInventory &inventory, const ImportOptions &options = {});

/// Reads safetensors, what torch.save() wrote, and, in a process of its own, what Keras saved (.keras, .h5,
/// .weights.h5) and ONNX. A file of another format gets a sentence that says what was expected. A "nonlinearity" of
/// "relu" among the metadata of safetensors is the RNNs'. Asked to stop, it ends within a moment with goesOn()'s error.
Result<ModelInventory> readModelFile(const std::filesystem::path &path, const std::stop_token &stop = {});

/// Under which names and in which type a network is written.
struct ModelForm {
    StoredType type = StoredType::f64;
    std::string prefix = {};
    std::string headName = "head.";
    std::string embeddingName = "embedding.";
    /// Whether a module of ours computes it, which has attention and a decoder as attributes; torch.nn alone has
    /// neither, and nothing here reads them again.
    bool isOwnModule = false;

    ModelForm() = default;
    ModelForm(StoredType storedType) : type(storedType) { }
    /// As it was read.
    explicit ModelForm(const ImportedModel &model)
        : type(model.type), prefix(model.prefix), headName(model.headName), embeddingName(model.embeddingName)
    {
    }
};

/// The name under which a tensor of Parameters is written: "encoder.gru.weight_ih_l0", "fc.weight".
std::string storedName(const ModelForm &form, const std::string &name);

/// The same network as torch.nn computes it from PyTorch's names: z keeps, and the reset comes after the
/// product. Refused where no weights would do, see withResetPlacement; attention and a decoder too, unless a module of
/// ours computes it.
Result<Converted> inPyTorchConvention(const NetworkSpec &spec, const Parameters &parameters, bool isOwnModule = false);

/// The bytes of a safetensors file with PyTorch's names and convention, in F64 without a prefix unless told.
/// An update gate that overwrites is turned round, which is exact. Refuses a reset before the product
/// unless withResetPlacement can move it, because torch.nn.GRU would compute something else from the
/// file, and a number that is too large for the type. An RNN's relu, which no tensor tells, is said in the metadata.
Result<std::string> modelFile(const NetworkSpec &spec, const Parameters &parameters, const ModelForm &form = {});
Result<void> writeModelFile(const std::filesystem::path &path, const NetworkSpec &spec, const Parameters &parameters,
                            const ModelForm &form = {});

} // namespace gatescope
