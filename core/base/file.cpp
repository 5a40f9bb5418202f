// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"

#include "core/base/descriptor.h"
#include "core/base/marked.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gatescope {

namespace fs = std::filesystem;

namespace {

/// A file that is removed unless it is kept: nothing half-written stays behind.
class TemporaryFile
{
public:
    explicit TemporaryFile(fs::path path) : m_path(std::move(path)) { }
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;
    ~TemporaryFile()
    {
        if (!m_path.empty())
            ::unlink(m_path.c_str());
    }

    const fs::path &path() const { return m_path; }
    void keep() { m_path.clear(); }

private:
    fs::path m_path;
};

std::string shown(const fs::path &path)
{
    return printable(path.string());
}

/// What the system says of a failure that a person may meet.
constexpr std::array reasons{marked("No such file or directory"),
                             marked("Permission denied"),
                             marked("Not a directory"),
                             marked("Is a directory"),
                             marked("File exists"),
                             marked("File name too long"),
                             marked("File too large"),
                             marked("No space left on device"),
                             marked("Read-only file system"),
                             marked("Disk quota exceeded"),
                             marked("Input/output error"),
                             marked("Too many open files"),
                             marked("Too many levels of symbolic links"),
                             marked("Operation not permitted"),
                             marked("Device or resource busy")};

Error cannotRead(const fs::path &path, int number)
{
    return error("Cannot read %1: %2.", {shown(path), systemReason(number)});
}

Error cannotWrite(const fs::path &path, int number)
{
    return error("Cannot write %1: %2.", {shown(path), systemReason(number)});
}

bool writeAll(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// False only when the disk failed; a file system that knows no flushing is none of our business.
bool flush(int file)
{
    return ::fsync(file) == 0 || errno == EINVAL || errno == ENOSYS || errno == ENOTSUP;
}

/// Where a chain of symbolic links ends, also when nothing is there yet.
Result<fs::path> followLinks(fs::path path)
{
    constexpr int longestChain = 40; // as Linux allows
    for (int i = 0; i < longestChain; ++i) {
        std::error_code failure;
        if (!fs::is_symlink(fs::symlink_status(path, failure)))
            return path;
        const fs::path target = fs::read_symlink(path, failure);
        if (failure)
            return cannotWrite(path, failure.value());
        path = path.parent_path() / target;
    }
    return cannotWrite(path, ELOOP);
}

/// Creates a file of a new name beside `target`. The name is short, because the target's own may
/// already be as long as a name can be.
int createBeside(const fs::path &target, fs::path &created)
{
    for (int attempt = 0; attempt < 1000; ++attempt) {
        created = target.parent_path()
            / (".gatescope-" + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".tmp");
        const int file = ::open(created.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file >= 0 || errno != EEXIST)
            return file;
    }
    return -1;
}

/// Makes the rename itself survive a power cut. When that fails the file is saved all the same.
void flushFolderOf(const fs::path &path)
{
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.isOpen())
        flush(opened.number());
}

/// A device or a pipe has no old content to protect and must not be replaced by a file.
Result<void> writeToDevice(const fs::path &path, std::string_view bytes)
{
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file.isOpen() || !writeAll(file.number(), bytes) || !file.close())
        return cannotWrite(path, errno);
    return {};
}

} // namespace

Argument systemReason(int number)
{
    const std::string words = std::generic_category().message(number);
    if (std::ranges::find(reasons, std::string_view(words)) != reasons.end())
        return worded(words);
    return words;
}

Result<std::string> readFile(const fs::path &path, std::size_t limit)
{
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write into it.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status = {};
    if (!file.isOpen() || ::fstat(file.number(), &status) != 0)
        return cannotRead(path, errno);
    if (S_ISDIR(status.st_mode))
        return cannotRead(path, EISDIR);
    if (!S_ISREG(status.st_mode))
        return error("Cannot read %1: it is not a regular file.", {shown(path)});

    const auto tooLarge = [&] {
        return error("%1 is larger than %2 bytes, the most that is read here.", {shown(path), std::to_string(limit)});
    };
    if (static_cast<std::size_t>(status.st_size) > limit)
        return tooLarge();
    std::string bytes;
    bytes.resize(std::min(static_cast<std::size_t>(status.st_size), limit) + 1);
    std::size_t filled = 0;
    while (filled <= limit) {
        if (filled == bytes.size()) // it grows while we read, or never told its size, as in /proc
            bytes.resize(std::min(2 * filled, limit + 1));
        const ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return cannotRead(path, errno);
        if (got == 0)
            break;
        filled += static_cast<std::size_t>(got);
    }
    if (filled > limit)
        return tooLarge();
    bytes.resize(filled);
    return bytes;
}

Result<void> writeFileAtomically(const fs::path &path, std::string_view bytes)
{
    struct stat old = {};
    const bool exists = ::stat(path.c_str(), &old) == 0;
    if (exists && S_ISDIR(old.st_mode))
        return cannotWrite(path, EISDIR);
    if (exists && !S_ISREG(old.st_mode))
        return writeToDevice(path, bytes);
    // Renaming asks only for a writable folder, so a file that is protected itself is asked here.
    if (exists && ::access(path.c_str(), W_OK) != 0)
        return cannotWrite(path, errno);

    const Result<fs::path> target = followLinks(path);
    if (!target)
        return target.error();
    fs::path created;
    Descriptor file(createBeside(*target, created));
    if (!file.isOpen())
        return cannotWrite(path, errno);
    TemporaryFile temporary(created);

    if (exists && ::fchmod(file.number(), old.st_mode & 07777) != 0)
        return cannotWrite(path, errno);
    if (!writeAll(file.number(), bytes) || !flush(file.number()) || !file.close())
        return cannotWrite(path, errno);
    if (::rename(temporary.path().c_str(), target->c_str()) != 0)
        return cannotWrite(path, errno);
    temporary.keep();
    flushFolderOf(*target);
    return {};
}

} // namespace gatescope
