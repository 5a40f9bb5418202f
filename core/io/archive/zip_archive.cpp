// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/archive/zip_archive.h"

#include <algorithm>

#include <zip.h>

namespace gatescope {

namespace {

constexpr zip_int64_t mostFiles = 20'000;
constexpr zip_uint64_t mostUnpacked = 100; ///< times the packed bytes
constexpr std::size_t readAtOnce = 1u << 20;

struct CloseFile {
    void operator()(zip_file_t *file) const { static_cast<void>(zip_fclose(file)); }
};

Error damaged()
{
    return error("The zip archive is damaged or cut off.");
}

Error unreadable(const std::string &name)
{
    return error("%1 in the zip archive is damaged.", {printable(name)});
}

} // namespace

void ZipArchive::Close::operator()(zip *archive) const
{
    zip_discard(archive); // nothing in it was changed
}

Result<ZipArchive> ZipArchive::open(std::string_view bytes)
{
    zip_source_t *source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    if (!source)
        return damaged();
    std::unique_ptr<zip, Close> opened(zip_open_from_source(source, ZIP_RDONLY, nullptr));
    if (!opened) {
        zip_source_free(source);
        return damaged();
    }
    ZipArchive archive(std::move(opened));
    const zip_int64_t count = zip_get_num_entries(archive.m_archive.get(), 0);
    if (count > mostFiles)
        return error("The zip archive holds %1 files; at most %2 are read.",
                     {std::to_string(count), std::to_string(mostFiles)});
    for (zip_int64_t i = 0; i < count; ++i) {
        const char *name = zip_get_name(archive.m_archive.get(), zip_uint64_t(i), ZIP_FL_ENC_RAW);
        archive.m_names.emplace_back(name ? name : "");
    }
    return archive;
}

bool ZipArchive::holds(std::string_view name) const
{
    return std::ranges::find(m_names, name) != m_names.end();
}

Result<std::string> ZipArchive::read(const std::string &name, std::size_t limit) const
{
    const auto found = std::ranges::find(m_names, name);
    if (found == m_names.end())
        return error("The zip archive holds no %1.", {printable(name)});
    const auto index = zip_uint64_t(found - m_names.begin());
    zip_stat_t about;
    if (zip_stat_index(m_archive.get(), index, 0, &about) != 0)
        return unreadable(name);
    constexpr zip_uint64_t wanted = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if ((about.valid & wanted) != wanted) // its sizes are not said
        return unreadable(name);
    if (about.size > limit)
        return error("%1 in the zip archive has %2 bytes; at most %3 are read.",
                     {printable(name), std::to_string(about.size), std::to_string(limit)});
    if (about.size / mostUnpacked > about.comp_size)
        return error("%1 in the zip archive would grow from %2 bytes to %3, which no network does.",
                     {printable(name), std::to_string(about.comp_size), std::to_string(about.size)});
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(m_archive.get(), index, 0));
    if (!file)
        return unreadable(name);
    std::string bytes;
    while (bytes.size() < about.size) { // what it says of its size is believed as far as there are bytes
        const std::size_t had = bytes.size();
        bytes.resize(std::min<std::size_t>(about.size, had + readAtOnce));
        const zip_int64_t got = zip_fread(file.get(), bytes.data() + had, bytes.size() - had);
        if (got <= 0)
            return unreadable(name);
        bytes.resize(had + std::size_t(got));
    }
    char beyond = 0; // at the end libzip compares the checksum
    if (zip_fread(file.get(), &beyond, 1) != 0)
        return unreadable(name);
    return bytes;
}

} // namespace gatescope
