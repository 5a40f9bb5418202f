// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fstream>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace gatescope;
namespace fs = std::filesystem;

namespace {

/// Files may not grow past a size while this lives: writing more fails as on a full disk.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, SIG_DFL);
    }

private:
    rlimit m_before{};
};

std::string contentOf(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::size_t filesIn(const fs::path &folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

bool says(const Error &error, const std::string &what)
{
    return error.english().find(what) != std::string::npos;
}

} // namespace

class FileTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_temporary;
    fs::path m_folder;
    fs::path m_file;

private slots:
    void init()
    {
        m_folder = fs::path(m_temporary.path().toStdString()) / QTest::currentTestFunction();
        fs::create_directory(m_folder);
        m_file = m_folder / "file";
    }

    void whatIsWrittenIsRead()
    {
        const std::string bytes("a\0b\r\n\xFF", 6);
        QVERIFY(writeFileAtomically(m_file, bytes).ok());
        QCOMPARE(readFile(m_file, 6).value(), bytes);
        QVERIFY(writeFileAtomically(m_file, "").ok());
        QCOMPARE(readFile(m_file, 0).value(), std::string());
        QCOMPARE(filesIn(m_folder), std::size_t(1));
    }

    void aFileLargerThanTheLimitIsRefused()
    {
        QVERIFY(writeFileAtomically(m_file, "12345").ok());
        const Result<std::string> read = readFile(m_file, 4);
        QVERIFY(!read);
        QVERIFY2(says(read.error(), "larger than 4 bytes"), read.error().english().c_str());
        QVERIFY(says(read.error(), m_file.string()));
    }

    void aFileThatHidesItsSizeIsReadWhole()
    {
        QVERIFY(readFile("/proc/self/status", 1 << 20)->find("Pid:") != std::string::npos);
    }

    void whatIsNoRegularFileIsNotRead()
    {
        QVERIFY(says(readFile(m_folder, 10).error(), "Is a directory"));
        QVERIFY(says(readFile(m_folder / "missing", 10).error(), "No such file or directory"));
        QVERIFY(says(readFile("/dev/zero", 10).error(), "not a regular file"));
        QCOMPARE(mkfifo(m_file.c_str(), 0600), 0);
        QVERIFY(says(readFile(m_file, 10).error(), "not a regular file"));
    }

    void aSymbolicLinkIsFollowedAndKept()
    {
        fs::create_directory(m_folder / "elsewhere");
        const fs::path target = m_folder / "elsewhere" / "target";
        QVERIFY(writeFileAtomically(target, "old").ok());
        fs::create_symlink("elsewhere/target", m_folder / "second");
        fs::create_symlink("second", m_file);
        QVERIFY(writeFileAtomically(m_file, "new").ok());
        QVERIFY(fs::is_symlink(m_file));
        QVERIFY(fs::is_symlink(m_folder / "second"));
        QCOMPARE(contentOf(target), std::string("new"));
    }

    void aLinkToNothingMakesItsTarget()
    {
        fs::create_symlink("target", m_file);
        QVERIFY(writeFileAtomically(m_file, "new").ok());
        QVERIFY(fs::is_symlink(m_file));
        QCOMPARE(contentOf(m_folder / "target"), std::string("new"));
    }

    void aRingOfLinksIsRefused()
    {
        fs::create_symlink("other", m_file);
        fs::create_symlink("file", m_folder / "other");
        const Result<void> written = writeFileAtomically(m_file, "x");
        QVERIFY(!written);
        QVERIFY2(says(written.error(), "Too many levels of symbolic links"), written.error().english().c_str());
    }

    void permissionsStayAsTheyWere()
    {
        QVERIFY(writeFileAtomically(m_file, "old").ok());
        fs::permissions(m_file, fs::perms(0640));
        QVERIFY(writeFileAtomically(m_file, "new").ok());
        QCOMPARE(static_cast<int>(fs::status(m_file).permissions()), 0640);
    }

    void aNewFileFollowsTheUmask()
    {
        const mode_t before = umask(0027);
        QVERIFY(writeFileAtomically(m_file, "new").ok());
        umask(before);
        QCOMPARE(static_cast<int>(fs::status(m_file).permissions()), 0640);
    }

    void aFailingWriteKeepsTheOldFileAndLeavesNothingBehind()
    {
        QVERIFY(writeFileAtomically(m_file, "old").ok());
        const FileSizeLimit limit(1000);
        const Result<void> written = writeFileAtomically(m_file, std::string(100'000, 'x'));
        QVERIFY(!written);
        QVERIFY2(says(written.error(), "File too large"), written.error().english().c_str());
        QVERIFY(says(written.error(), m_file.string()));
        QCOMPARE(contentOf(m_file), std::string("old"));
        QCOMPARE(filesIn(m_folder), std::size_t(1));
    }

    void aFailingWriteOfANewFileLeavesNoFile()
    {
        const FileSizeLimit limit(1000);
        QVERIFY(!writeFileAtomically(m_file, std::string(100'000, 'x')));
        QCOMPARE(filesIn(m_folder), std::size_t(0));
    }

    void aFolderIsNotReplaced()
    {
        fs::create_directory(m_file);
        QVERIFY(says(writeFileAtomically(m_file, "x").error(), "Is a directory"));
        QVERIFY(fs::is_directory(m_file));
        QCOMPARE(filesIn(m_folder), std::size_t(1));
    }

    void aMissingFolderIsNamed()
    {
        const Result<void> written = writeFileAtomically(m_folder / "no" / "file", "x");
        QVERIFY(!written);
        QVERIFY2(says(written.error(), "no/file: No such file or directory"), written.error().english().c_str());
    }

    void aDeviceIsWrittenToAndNotReplaced()
    {
        QVERIFY(writeFileAtomically("/dev/null", "x").ok());
        QVERIFY(fs::is_character_file("/dev/null"));
        const Result<void> full = writeFileAtomically("/dev/full", "x");
        QVERIFY(!full);
        QVERIFY2(says(full.error(), "/dev/full: No space left on device"), full.error().english().c_str());
    }

    void aProtectedFileIsNotReplaced()
    {
        QVERIFY(writeFileAtomically(m_file, "old").ok());
        fs::permissions(m_file, fs::perms(0444));
        fs::permissions(m_folder, fs::perms(0777));
        fs::permissions(m_folder.parent_path(), fs::perms(0755));
        const pid_t child = fork();
        if (child == 0) {
            if (geteuid() == 0 && setuid(65534) != 0) // root may write everything
                _exit(2);
            const Result<void> written = writeFileAtomically(m_file, "new");
            _exit(!written && says(written.error(), "Permission denied") ? 0 : 1);
        }
        int status = 0;
        waitpid(child, &status, 0);
        QCOMPARE(status, 0);
        QCOMPARE(contentOf(m_file), std::string("old"));
        QCOMPARE(filesIn(m_folder), std::size_t(1));
    }

    void aNameInTheCurrentFolderNeedsNoFolder()
    {
        const fs::path before = fs::current_path();
        fs::current_path(m_folder);
        const Result<void> written = writeFileAtomically("file", "x");
        fs::current_path(before);
        QVERIFY(written.ok());
        QCOMPARE(contentOf(m_file), std::string("x"));
    }

    void theLongestNameCanBeWritten()
    {
        const fs::path longest = m_folder / std::string(255, 'n');
        QVERIFY(writeFileAtomically(longest, "x").ok());
        QCOMPARE(contentOf(longest), std::string("x"));
    }

    void aKilledWriterLeavesTheOldFileOrTheNew()
    {
        const std::string old(1 << 20, 'o');
        const std::string fresh(1 << 20, 'n');
        QVERIFY(writeFileAtomically(m_file, old).ok());
        for (int trial = 0; trial < 20; ++trial) {
            const pid_t child = fork();
            if (child == 0) {
                while (true)
                    (void)(writeFileAtomically(m_file, fresh).ok() && writeFileAtomically(m_file, old).ok());
            }
            QTest::qSleep(3 + trial);
            QCOMPARE(kill(child, SIGKILL), 0);
            waitpid(child, nullptr, 0);
            const std::string found = contentOf(m_file);
            QVERIFY(found == old || found == fresh);
        }
    }
};

QTEST_GUILESS_MAIN(FileTest)
#include "file_test.moc"
