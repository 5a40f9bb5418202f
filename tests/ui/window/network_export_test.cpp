// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/network_export.h"

#include "core/experiment/files/open_file.h"
#include "core/experiment/files/torch_project.h"
#include "tests/ui/window/open_window.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

/// What the window writes for other programs, and what it says of it.
class NetworkExportTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        connect(&networks(), &NetworkExport::told, this, [this](const QString &sentence) { m_told << sentence; });
        connect(&networks(), &NetworkExport::refused, this, [this](const QString &sentence) { m_refused << sentence; });
    }

    void weightsAloneAreOpenedAgain()
    {
        const QString path = m_folder.filePath("weights.safetensors");
        exportTo(path);
        QVERIFY2(m_refused.isEmpty(), qPrintable(m_refused.value(0)));
        QCOMPARE(m_told.size(), 1);
        QVERIFY(m_told.first().contains(path));
        const auto opened = openNetwork(path.toStdString());
        QVERIFY(opened);
        QVERIFY(opened->parameters == m_window.document.experiment().parameters);
    }

    void aProjectIsAFolderOfItsOwn()
    {
        const QString path = m_folder.filePath("project");
        exportTo(path);
        QVERIFY2(m_refused.isEmpty(), qPrintable(m_refused.value(0)));
        QVERIFY(m_told.value(0).contains("check.py"));
        const auto project = torchProject(m_window.document.experiment());
        QVERIFY(project);
        for (const FileToWrite &file : *project)
            QVERIFY(QFile::exists(QDir(path).filePath(QString::fromStdString(file.path.string()))));
    }

    void whatCannotBeWrittenIsSaid()
    {
        const QString path = m_folder.filePath("full");
        QVERIFY(QDir().mkpath(path + "/something"));
        exportTo(path);
        QVERIFY(m_told.isEmpty());
        QVERIFY2(m_refused.value(0).contains("is there already"), qPrintable(m_refused.value(0)));
    }

private:
    void exportTo(const QString &path)
    {
        m_told.clear();
        m_refused.clear();
        networks().exportTo(path);
        QVERIFY(networks().isBusy());
        QTRY_VERIFY(!networks().isBusy());
    }
    NetworkExport &networks() { return m_window.window.networks(); }

    QTemporaryDir m_folder;
    OpenWindow m_window;
    QStringList m_told, m_refused;
};

QTEST_MAIN(NetworkExportTest)
#include "network_export_test.moc"
