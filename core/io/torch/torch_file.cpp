// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch/torch_file.h"

#include "core/base/goes_on.h"
#include "core/io/archive/zip_archive.h"
#include "core/io/torch/torch_tensors.h"

#include <algorithm>
#include <map>

namespace gatescope {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t largestPickle = 16u << 20;
/// The pickled number 0x1950a86a20f9469cfc6c, with which files before PyTorch 1.6 begin.
constexpr auto oldBeginning = "\x80\x02\x8a\x0al\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19."sv;

/// The archive: some folder with data.pkl, and the storages in its folder "data".
Result<std::vector<Tensor>> readArchive(std::string_view bytes, const std::stop_token &stop)
{
    const Result<ZipArchive> archive = ZipArchive::open(bytes);
    if (!archive)
        return archive.error();
    const auto found = std::ranges::find_if(archive->names(), [](const std::string &name) {
        return name.ends_with("/data.pkl") && std::ranges::count(name, '/') == 1;
    });
    if (found == archive->names().end())
        return error("The zip archive holds no data.pkl, which torch.save() would have written.");
    const std::string folder = found->substr(0, found->find('/') + 1);
    if (archive->holds(folder + "byteorder")) {
        const Result<std::string> order = archive->read(folder + "byteorder", 16);
        if (order && *order != "little")
            return error("The file has the byte order %1, expected little.", {printable(*order)});
    }
    const Result<std::string> pickled = archive->read(*found, largestPickle);
    if (!pickled)
        return pickled.error();
    const Result<Pickle> pickle = readPickle(*pickled);
    if (!pickle)
        return pickle.error();
    std::map<std::string, std::string> storages;
    std::size_t bytesLeft = bytes.size();
    const TorchStorages storageOf = [&](const std::string &key) -> Result<std::string_view> {
        if (const auto on = goesOn(stop); !on)
            return on.error();
        const auto had = storages.find(key);
        if (had != storages.end())
            return std::string_view(had->second);
        // PyTorch packs no storage, and so all of them together are no longer than the file.
        Result<std::string> read = archive->read(folder + "data/" + key, bytesLeft);
        if (!read)
            return read.error();
        bytesLeft -= read->size();
        return std::string_view(storages.emplace(key, std::move(*read)).first->second);
    };
    return torchTensors(*pickle, storageOf, bytes.size());
}

/// The storages that lie one after the other, each behind the number of its values; in the order of `keys`.
Result<std::map<std::string, std::string_view>> oldStorages(const Pickle &pickle, const Pickle &keys,
                                                            std::string_view bytes)
{
    std::map<std::string, TorchStorage> known;
    for (const PickleNode &node : pickle.nodes) {
        if (auto storage = torchStorage(pickle, node))
            known[storage->key] = *storage;
    }
    std::map<std::string, std::string_view> storages;
    for (const PickleRef ref : keys.node(keys.root).elements) {
        const std::string &key = keys.node(ref).text;
        const auto storage = known.find(key);
        if (storage == known.end() || storage->second.ofOne == 0)
            return error("The file has a storage of a kind that is not read here.");
        constexpr std::size_t countBytes = 8;
        const std::uint64_t ofOne = storage->second.ofOne, count = std::uint64_t(storage->second.count);
        if (bytes.size() < countBytes || (bytes.size() - countBytes) / ofOne < count)
            return error("The file ends before the %1 numbers of a storage: it is cut off.", {std::to_string(count)});
        storages[key] = bytes.substr(countBytes, count * ofOne);
        bytes.remove_prefix(countBytes + count * ofOne);
    }
    return storages;
}

/// A pickle after the other: a number, the version, what the machine was like, the object, and the keys of the storages
/// behind them.
Result<std::vector<Tensor>> readOldFile(std::string_view bytes, const std::stop_token &stop)
{
    std::string_view rest = bytes;
    std::vector<Pickle> pickles;
    for (int i = 0; i < 5; ++i) {
        Result<Pickle> pickle = readPickle(rest.substr(0, largestPickle));
        if (!pickle)
            return pickle.error();
        rest.remove_prefix(pickle->length);
        pickles.push_back(std::move(*pickle));
    }
    const auto storages = oldStorages(pickles[3], pickles[4], rest);
    if (!storages)
        return storages.error();
    const TorchStorages storageOf = [&](const std::string &key) -> Result<std::string_view> {
        if (const auto on = goesOn(stop); !on)
            return on.error();
        const auto found = storages->find(key);
        if (found == storages->end())
            return error("The file has no storage %1.", {printable(key)});
        return found->second;
    };
    return torchTensors(pickles[3], storageOf, bytes.size());
}

} // namespace

bool looksLikeTorchFile(std::string_view bytes)
{
    return bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with(oldBeginning);
}

Result<std::vector<Tensor>> readTorchFile(std::string_view bytes, const std::stop_token &stop)
{
    return bytes.starts_with(oldBeginning) ? readOldFile(bytes, stop) : readArchive(bytes, stop);
}

} // namespace gatescope
