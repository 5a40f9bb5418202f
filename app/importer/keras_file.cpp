// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importer/keras_file.h"

#include "app/importer/hdf5_weights.h"
#include "core/base/json.h"
#include "core/io/archive/zip_archive.h"
#include "core/io/foreign/import_answer.h"

namespace gatescope {

namespace {

constexpr std::size_t largestWeights = 256u << 20;

/// "keras_version" of metadata.json; "" where it is not there.
std::string versionIn(const ZipArchive &archive)
{
    const Result<std::string> text = archive.read("metadata.json", 1u << 16);
    const Result<Json> json = text ? parseJson(*text, {.bytes = 1u << 16, .depth = 8, .values = 1000}) : text.error();
    const bool saysIt = json && json->is_object() && json->contains("keras_version");
    return saysIt && (*json)["keras_version"].is_string() ? (*json)["keras_version"].get<std::string>() : "";
}

struct Unpacked {
    std::string config;
    std::string weights; ///< an HDF5 file
    std::string version;
};

/// The files within the archive, which is gone afterwards.
Result<Unpacked> unpack(std::string bytes)
{
    const Result<ZipArchive> archive = ZipArchive::open(bytes);
    if (!archive)
        return archive.error();
    Result<std::string> config = archive->read("config.json", longestConfig);
    if (!config)
        return config.error();
    Result<std::string> weights = archive->read("model.weights.h5", largestWeights);
    if (!weights)
        return weights.error();
    return Unpacked{std::move(*config), std::move(*weights), versionIn(*archive)};
}

} // namespace

Result<StoredModel> readKerasArchive(std::string bytes)
{
    Result<Unpacked> unpacked = unpack(std::move(bytes));
    if (!unpacked)
        return unpacked.error();
    Result<StoredModel> read = readHdf5(std::move(unpacked->weights));
    if (!read)
        return read;
    read->config = std::move(unpacked->config);
    read->version = std::move(unpacked->version);
    return read;
}

} // namespace gatescope
