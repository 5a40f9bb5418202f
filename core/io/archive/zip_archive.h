// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace gatescope {

/// The files of a zip archive that lies in memory, which has to outlive it.
class ZipArchive
{
public:
    /// Refuses what is damaged, and more than 20,000 files.
    static Result<ZipArchive> open(std::string_view bytes);

    const std::vector<std::string> &names() const { return m_names; }
    bool holds(std::string_view name) const;
    /// A file of at most `limit` bytes. One that is packed is at most a hundred times as long as its packed bytes.
    Result<std::string> read(const std::string &name, std::size_t limit) const;

private:
    struct Close {
        void operator()(zip *archive) const;
    };
    explicit ZipArchive(std::unique_ptr<zip, Close> archive) : m_archive(std::move(archive)) { }

    std::unique_ptr<zip, Close> m_archive;
    std::vector<std::string> m_names;
};

} // namespace gatescope
