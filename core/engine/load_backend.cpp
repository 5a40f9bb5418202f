// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/load_backend.h"

#include "core/base/program_files.h"
#include "core/engine/backend_module.h"

#include <algorithm>

#include <dlfcn.h>

namespace gatescope {

namespace {

Error loaderError(const std::string &file)
{
    const char *said = dlerror();
    return error("%1 cannot be loaded: %2.",
                 {file, said ? Argument(printable(said)) : sentence("the reason is not known")});
}

/// What the file hands over, if it was made for this program.
Result<const BackendModule *> moduleIn(const std::filesystem::path &path)
{
    const std::string file = path.filename().string();
    void *library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!library)
        return loaderError(file);
    using EntryPoint = const BackendModule *();
    const auto entryPoint = reinterpret_cast<EntryPoint *>(dlsym(library, backendEntryPoint));
    if (!entryPoint)
        return error("%1 is no backend of Gatescope: it has no function %2.", {file, backendEntryPoint});
    const BackendModule *module = entryPoint();
    if (!module || module->api != backendApi)
        return error("%1 speaks number %2 of the interface, this program number %3: build both from the same source.",
                     {file, module ? std::to_string(module->api) : "?", std::to_string(backendApi)});
    if (module->layout != backendLayout() || !module->open)
        return error("%1 was compiled from another source than this program: build both anew.", {file});
    return module;
}

} // namespace

std::vector<std::filesystem::path> modulePlaces(std::string_view name)
{
    const std::filesystem::path folder = programFolder();
    if (folder.empty())
        return {};
    const std::string file = "gatescope_" + std::string(name) + ".so";
    return {folder / file, folder.parent_path() / "lib" / "gatescope" / file};
}

Result<std::unique_ptr<Backend>> loadBackend(const std::vector<std::filesystem::path> &places,
                                             const BackendOptions &options)
{
    const auto isThere = [](const std::filesystem::path &path) {
        std::error_code failed;
        return std::filesystem::exists(path, failed);
    };
    const auto found = std::ranges::find_if(places, isThere);
    if (found == places.end())
        return error("Its file %1 is neither beside the program nor in lib/gatescope.",
                     {places.empty() ? "" : places.front().filename().string()});
    const auto module = moduleIn(*found);
    if (!module)
        return module.error();
    return (*module)->open(options);
}

} // namespace gatescope
