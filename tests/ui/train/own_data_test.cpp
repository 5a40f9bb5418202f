// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_train.h"

#include "ui/document/training/training_sample.h"
#include "ui/train/sample_panel.h"
#include "ui/train/table_dialog.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeWidget>

#include <algorithm>
#include <cmath>

using namespace gatescope;

/// Tables and texts of one's own in the place Train, in the real window.
class OwnDataTest : public QObject
{
    Q_OBJECT

private slots:
    void aTableWithGapsIsLearnedOnceItIsSaidWhatBecomesOfThem();
    void aTableOfOnesOwnIsChosenColumnByColumnAndForecastInItsOwnUnit();
    void aTablesChangesAreTickedByKeyAndForecastInItsOwnUnit();
    void aLengthThatFitsIsSetInTheDialog();
    void aTextOfOnesOwnIsGoneOnWith();
};

namespace {

/// Days, rain with gaps, a word, and a level that rises by 40 four times and then falls by 160.
QString writeRiver(const QTemporaryDir &folder)
{
    QFile file(folder.filePath(QStringLiteral("river.csv")));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write the table");
    file.write("day;rain;station;level in cm\n");
    for (int row = 0; row < 150; ++row)
        file.write(QStringLiteral("2024-%1-%2;%3;A;%4\n")
                       .arg(1 + row / 28, 2, 10, QLatin1Char('0'))
                       .arg(1 + row % 28, 2, 10, QLatin1Char('0'))
                       .arg(row % 11 == 3 ? QString() : QString::number(row % 7))
                       .arg(500 + 40 * (row % 5))
                       .toUtf8());
    return file.fileName();
}

/// Rows of ten steps of a table that is yet to be chosen.
void askForATable(OpenTrain &open)
{
    TrainingPlan plan = open.training.planned().plan();
    plan.task = "table";
    plan.options.length = 10;
    open.training.setPlan(plan);
}

} // namespace

void OwnDataTest::aTableWithGapsIsLearnedOnceItIsSaidWhatBecomesOfThem()
{
    const QTemporaryDir folder;
    QFile table(folder.filePath(QStringLiteral("gaps.csv")));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("day,level\n");
    for (int row = 0; row < 200; ++row)
        table.write(
            QStringLiteral("2024-01-01,%1\n").arg(row % 9 == 4 ? QString() : QString::number(row % 7)).toUtf8());
    table.close();
    OpenTrain open;
    TrainingPlan plan = open.training.planned().plan();
    plan.task = "table";
    plan.options = {.file = table.fileName().toStdString()};
    open.training.setPlan(plan);
    QVERIFY(open.training.planned().problem());
    QComboBox &gaps = boxNamed(open.window.train(), QStringLiteral("Empty cells"));
    QVERIFY(gaps.isVisible());
    gaps.setCurrentIndex(1);
    emit gaps.activated(1);
    QVERIFY(!open.training.planned().problem());
    QVERIFY(open.runTo(3));
    const TrainPlace &place = open.window.train();
    QVERIFY(comes([&] { return place.sample() && place.sample()->update >= 3; }));
    QVERIFY(place.sample()->forecast && place.sample()->written.empty()); // the only column is no alphabet
}

void OwnDataTest::aTableOfOnesOwnIsChosenColumnByColumnAndForecastInItsOwnUnit()
{
    const QTemporaryDir folder;
    const QString path = writeRiver(folder);
    OpenTrain open;
    TrainPlace &place = open.window.train();
    askForATable(open);
    whenDialogOpens(&open.window, [&](QDialog &dialog) {
        auto &table = dynamic_cast<TableDialog &>(dialog);
        QComboBox &missing = boxNamed(table, QStringLiteral("Missing values"));
        auto *problem = table.findChild<QLabel *>(QStringLiteral("tableProblem"));
        QVERIFY(problem->text().contains(QStringLiteral("empty"))); // the gaps in the rain
        auto *columns = table.findChild<QTreeWidget *>();
        QVERIFY(columns->topLevelItem(0)->isDisabled()); // dates
        QVERIFY(columns->topLevelItem(2)->isDisabled()); // words
        missing.setCurrentIndex(2);
        emit missing.activated(2);
        QVERIFY(problem->text().isEmpty());
        QCOMPARE(table.choice().columns, (std::vector<std::string>{"rain", "level in cm"}));
        table.accept();
    });
    place.openTable(path);
    const TaskOptions &options = open.training.planned().plan().options;
    QCOMPARE(options.file, path.toStdString());
    QVERIFY(options.table.missing == MissingValues::lastValue);
    QVERIFY(!open.training.planned().problem());
    QVERIFY(open.runTo(5));
    QVERIFY(comes([&] { return place.sample() && place.sample()->update >= 5; }));
    // In centimetres, √((4 · 40² + 160²) / 5).
    const auto &forecast = place.sample()->forecast;
    QVERIFY(forecast.has_value());
    QVERIFY(std::abs(forecast->persistence - 80) < 2);
    QVERIFY(forecast->error > 1); // centimetres, not parts of a spread
}

void OwnDataTest::aTablesChangesAreTickedByKeyAndForecastInItsOwnUnit()
{
    const QTemporaryDir folder;
    const QString path = writeRiver(folder);
    OpenTrain open;
    TrainPlace &place = open.window.train();
    askForATable(open);
    whenDialogOpens(&open.window, [&](QDialog &dialog) {
        QComboBox &missing = boxNamed(dialog, QStringLiteral("Missing values"));
        missing.setCurrentIndex(2);
        emit missing.activated(2);
        QCheckBox *tick = nullptr;
        for (int tabs = 0; tabs < 12 && !tick; ++tabs) {
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
            tick = qobject_cast<QCheckBox *>(dialog.focusWidget());
        }
        QVERIFY(tick);
        QVERIFY(!tick->isChecked() && !tick->accessibleDescription().isEmpty());
        QTest::keyClick(tick, Qt::Key_Space);
        QVERIFY(tick->isChecked());
        QTest::keyClick(tick, Qt::Key_Return);
    });
    place.openTable(path);
    QVERIFY(open.training.planned().plan().options.table.differences);
    QVERIFY(!open.training.planned().problem());
    QVERIFY(open.runTo(5));
    QVERIFY(comes([&] { return place.sample() && place.sample()->update >= 5; }));
    const auto &forecast = place.sample()->forecast;
    QVERIFY(forecast.has_value());
    QVERIFY(std::abs(forecast->persistence - 80) < 2); // as where values are learned: centimetres
}

void OwnDataTest::aLengthThatFitsIsSetInTheDialog()
{
    const QTemporaryDir folder;
    QFile table(folder.filePath(QStringLiteral("short.csv")));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("level,rain\n");
    for (int row = 0; row < 60; ++row)
        table.write(
            QStringLiteral("%1,%2\n").arg(row % 20 == 4 ? QString() : QString::number(row % 7)).arg(row % 5).toUtf8());
    table.close();
    OpenTrain open;
    askForATable(open);
    TrainingPlan plan = open.training.planned().plan();
    plan.options.length = 20;
    open.training.setPlan(plan);
    whenDialogOpens(&open.window, [&](QDialog &dialog) {
        auto &shown = dynamic_cast<TableDialog &>(dialog);
        auto *problem = shown.findChild<QLabel *>(QStringLiteral("tableProblem"));
        auto *fit = shown.findChild<QPushButton *>(QStringLiteral("fittingLength"));
        QComboBox &missing = boxNamed(shown, QStringLiteral("Missing values"));
        missing.setCurrentIndex(1); // leaves 57 rows
        emit missing.activated(1);
        QVERIFY2(problem->text().contains("Length") && problem->text().contains("under Task"),
                 qPrintable(problem->text()));
        QVERIFY(fit->isVisible());
        QCOMPARE(fit->text(), QStringLiteral("&Set Length to 12"));
        fit->click();
        QVERIFY2(problem->text().isEmpty() && !fit->isVisible(), qPrintable(problem->text()));
        shown.accept();
        QVERIFY2(problem->text().contains("57 rows"), qPrintable(problem->text())); // some were left out
        QCOMPARE(fit->text(), QStringLiteral("&Set Length to 11"));
        fit->click();
        shown.accept();
        QCOMPARE(shown.result(), int(QDialog::Accepted));
    });
    open.window.train().openTable(table.fileName());
    QCOMPARE(open.training.planned().plan().options.length, 11);
    QVERIFY(!open.training.planned().problem());
}

void OwnDataTest::aTextOfOnesOwnIsGoneOnWith()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("own.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("gate and state, ").repeated(60));
    file.close();
    OpenTrain open;
    TrainingPlan plan = open.training.planned().plan();
    plan.task = "text";
    plan.options = {.length = 16, .file = file.fileName().toStdString()};
    open.training.setPlan(plan);
    QVERIFY(open.runTo(3));
    TrainPlace &place = open.window.train();
    QVERIFY(comes([&] { return place.sample() && place.sample()->update >= 3; }));
    QCOMPARE(place.sample()->prompt.size(), std::size_t(16));
    QVERIFY(QByteArray("gate and state, ").repeated(3).contains(QByteArray::fromStdString(place.sample()->prompt)));
    QVERIFY(place.sample()->written.size() > 100);
    for (const char letter : place.sample()->written)
        QVERIFY(QByteArray("gate and state, ").contains(letter));
}

QTEST_MAIN(OwnDataTest)
#include "own_data_test.moc"
