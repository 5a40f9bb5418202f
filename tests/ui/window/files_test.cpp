// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/boxes.h"
#include "tests/ui/window/open_window.h"

#include "core/experiment/files/open_file.h"
#include "ui/common/settings.h"
#include "ui/compare/compare_place.h"
#include "ui/compare/race_strip.h"
#include "ui/compare/races.h"
#include "ui/document/edits/edits.h"
#include "ui/document/training/training.h"
#include "ui/explore/bars/message_bar.h"
#include "ui/learn/learn_place.h"
#include "ui/train/train_place.h"
#include "ui/window/picture_export.h"
#include "ui/window/recent_files.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDate>
#include <QDialogButtonBox>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace gatescope;

/// What happens to files and to unsaved work.
class FilesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void brokenFileLeavesTheExperimentAsItWas_data();
    void brokenFileLeavesTheExperimentAsItWas();
    void modelOpensWithItsNetwork();
    void aModelAloneSaysThatItsInputIsMadeUp();
    void aNetworkOfKerasSaysWhatOfItIsLeftOut();
    void theTitleNamesTheFile();
    void theTitleNamesWhatIsStudiedInThePlace();
    void anExportSaysWhereItWent();
    void severalModulesAreAskedFor();
    void textBecomesTheInput();
    void whatDoesNotFitGetsANetworkIfWanted_data();
    void whatDoesNotFitGetsANetworkIfWanted();
    void aTableWithDatesIsLearnedInTrain();
    void shorterTextIsReadWhereverThePlayheadStands();
    void networkThatFailsShowsNoOldNumbersAndSaysWhy();
    void demoOfTheBuilderLeavesThePersonsFileAlone();
    void droppedFileOpens();
    void closingAsksWhenUnsaved_data();
    void closingAsksWhenUnsaved();
    void closingAsksNothingWhenSaved();
    void missingRecentFilesAreGreyed();

private:
    QString write(const QString &name, const QByteArray &bytes) const;
    static void changeSomething(OpenWindow &open);

    QTemporaryDir m_folder;
    const QString m_golden = GATESCOPE_SOURCE_DIR "/tests/golden/safetensors/";
};

void FilesTest::init()
{
    QVERIFY(m_folder.isValid());
}

QString FilesTest::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The test cannot write its files.");
    return file.fileName();
}

void FilesTest::changeSomething(OpenWindow &open)
{
    const auto changed = withParameter(open.document.experiment(), {"weight_hh_l0", 0, 0}, 2.5);
    QVERIFY(changed.ok());
    QVERIFY(open.document.edit("Change a weight", *changed).ok());
    open.document.waitForRecord();
}

void FilesTest::brokenFileLeavesTheExperimentAsItWas_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("missing") << m_folder.filePath("nowhere.gatescope");
    QTest::newRow("no experiment") << write("lie.gatescope", "{}");
    QTest::newRow("no model") << write("lie.safetensors", "????????{");
    QTest::newRow("ragged numbers") << write("ragged.csv", "1,2,3\n4,5\n");
    QTest::newRow("bytes") << write("noise.bin", QByteArray("\x00\x01\xff", 3));
}

void FilesTest::brokenFileLeavesTheExperimentAsItWas()
{
    QFETCH(QString, path);
    OpenWindow open;
    const auto before = open.document.sharedExperiment();
    const PlayheadState looked = open.at();
    QSignalSpy refused(&open.window.files(), &ExperimentFiles::refused);
    QVERIFY(!open.opens(path));
    QCOMPARE(refused.count(), 1);
    QVERIFY(refused[0][0].toString().contains(QFileInfo(path).fileName()));
    QCOMPARE(open.document.sharedExperiment(), before);
    QCOMPARE(open.at(), looked);
    QVERIFY(open.window.recentFiles().paths().isEmpty());
}

void FilesTest::modelOpensWithItsNetwork()
{
    OpenWindow open;
    QVERIFY(open.opens(m_golden + "classifier.safetensors"));
    QCOMPARE(open.document.experiment().spec.layers, 2);
    QVERIFY(open.document.path().isEmpty()); // saving does not overwrite the model
    QVERIFY(open.document.isRecordCurrent());
    QCOMPARE(open.window.recentFiles().paths(),
             QStringList{QFileInfo(m_golden + "classifier.safetensors").absoluteFilePath()});
}

void FilesTest::aModelAloneSaysThatItsInputIsMadeUp()
{
    OpenWindow open;
    auto *message = open.window.findChild<MessageBar *>();
    QVERIFY(open.opens(m_golden + "classifier.safetensors"));
    QTest::qWait(50); // what is still under way does not take it away
    QVERIFY2(message->message().contains("made up 12 steps"), qPrintable(message->message()));
    QVERIFY(open.opens(GATESCOPE_SOURCE_DIR "/resources/experiments/latch.gatescope"));
    QVERIFY(message->message().isEmpty());
}

void FilesTest::aNetworkOfKerasSaysWhatOfItIsLeftOut()
{
    qputenv("GATESCOPE_IMPORT", GATESCOPE_IMPORT_PROGRAM);
    OpenWindow open;
    auto *message = open.window.findChild<MessageBar *>();
    QVERIFY(open.opens(GATESCOPE_SOURCE_DIR "/tests/golden/keras_files/stacked_gru.keras"));
    QCOMPARE(open.document.experiment().spec.embeddingRows, 7);
    QTest::qWait(50);
    QVERIFY2(message->message().contains("dense ends in softmax, which is left out"), qPrintable(message->message()));
    QVERIFY2(message->message().contains("made up 12 steps"), qPrintable(message->message()));
    QSignalSpy refused(&open.window.files(), &ExperimentFiles::refused);
    QVERIFY(!open.opens(GATESCOPE_SOURCE_DIR "/tests/golden/keras_files/hostile/soft_link.h5"));
    QVERIFY(refused[0][0].toString().contains("is a link to another place or file"));
}

void FilesTest::theTitleNamesTheFile()
{
    OpenWindow open;
    QCOMPARE(open.window.windowTitle(), QStringLiteral("Next letter: hello world[*] – Gatescope"));
    QVERIFY(open.document.save(m_folder.filePath("my.gatescope"), {}).ok());
    QCOMPARE(open.window.windowTitle(), QStringLiteral("my.gatescope[*] – Next letter: hello world – Gatescope"));
}

/// A demo that is open in Explore is not what is looked at elsewhere.
void FilesTest::theTitleNamesWhatIsStudiedInThePlace()
{
    OpenWindow open;
    const auto title = [&] { return open.window.windowTitle(); };
    Experiment changed = open.document.experiment();
    changed.parameters.layers[0].bIn[0] += 1;
    QVERIFY(open.document.edit("x", changed).ok());
    QVERIFY(open.window.isWindowModified());
    open.press(Qt::Key_2, Qt::AltModifier);
    QCOMPARE(title(), open.window.train().title() + QStringLiteral(" – Train – Gatescope"));
    QVERIFY(!open.window.isWindowModified());
    TrainingPlan plan = open.window.train().training().planned().plan();
    plan.task = "parity";
    plan.options = {};
    open.window.train().training().setPlan(plan);
    QVERIFY2(title().startsWith("Parity"), qPrintable(title()));

    open.press(Qt::Key_3, Qt::AltModifier);
    QVERIFY2(title().contains("GRU, LSTM, RNN – Compare"), qPrintable(title()));
    RacePlan race = open.window.compare().strip().plan();
    race.options.length = 8;
    race.updates = 3;
    race.seeds = 1;
    Races &races = open.window.compare().races();
    QVERIFY(races.begin(race, true).ok());
    QTRY_VERIFY_WITH_TIMEOUT(!races.isRunning(), 30'000);
    QVERIFY(races.rename(0, "my [*] race").ok());
    QCOMPARE(title(), QStringLiteral("my [*][*] race: GRU, LSTM, RNN – Compare – Gatescope"));

    open.press(Qt::Key_4, Qt::AltModifier);
    QCOMPARE(title(), QStringLiteral("Learn – Gatescope"));
    open.window.learn().openLesson(0, 0);
    QCOMPARE(title(), open.window.learn().title() + QStringLiteral(" – Learn – Gatescope"));
    open.press(Qt::Key_5, Qt::AltModifier);
    QCOMPARE(title(), QStringLiteral("Quiz – Gatescope"));
    open.press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(title(), QStringLiteral("Next letter: hello world[*] – Gatescope"));
    QVERIFY(open.window.isWindowModified());
}

void FilesTest::anExportSaysWhereItWent()
{
    OpenWindow open;
    const QString out = m_folder.filePath("cell.svg");
    whenDialogOpens(&open.window, [&](QDialog &dialog) {
        const auto spinOf = [&](const QString &name) {
            for (QSpinBox *spin : dialog.findChildren<QSpinBox *>()) {
                if (spin->accessibleName() == name)
                    return spin->value();
            }
            return -1;
        };
        QCOMPARE(spinOf("First step"), 0);
        QCOMPARE(spinOf("Last step"), 10); // the whole sequence
        whenDialogOpens(&dialog, [&](QDialog &chooser) {
            chooser.findChild<QLineEdit *>()->setText(out);
            QMetaObject::invokeMethod(&chooser, "accept");
        });
        dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
    });
    open.window.pictures().exportPicture();
    QVERIFY(QDir(m_folder.path()).entryList({"cell.*"}).size() == 1);
    QVERIFY(open.window.findChild<MessageBar *>()->message().contains(m_folder.filePath("cell.")));
}

void FilesTest::severalModulesAreAskedFor()
{
    OpenWindow open;
    whenDialogOpens(&open.window, [](QDialog &dialog) {
        auto *modules = dialog.findChild<QComboBox *>();
        QCOMPARE(modules->count(), 2);
        modules->setCurrentIndex(modules->findText("encoder", Qt::MatchContains));
        dialog.accept();
    });
    QVERIFY(open.opens(m_golden + "two_modules.safetensors"));
    const auto encoder
        = openNetwork((m_golden + "two_modules.safetensors").toStdString(), {.layerPrefix = "encoder.gru"});
    QVERIFY(encoder.ok());
    QCOMPARE(open.document.experiment().parameters, encoder->parameters);

    const auto before = open.document.sharedExperiment();
    whenDialogOpens(&open.window, [](QDialog &dialog) { dialog.reject(); });
    QVERIFY(!open.opens(m_golden + "two_modules.safetensors"));
    QCOMPARE(open.document.sharedExperiment(), before);
}

void FilesTest::textBecomesTheInput()
{
    OpenWindow open;
    QVERIFY(open.opens(write("word.txt", "low\n")));
    QCOMPARE(open.document.experiment().input.length(0), 3);
    QVERIFY(open.window.isWindowModified());
    open.document.waitForRecord();
    QVERIFY(open.at().step < 3);
    open.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(open.document.experiment().input.length(0), 11);
}

void FilesTest::whatDoesNotFitGetsANetworkIfWanted_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("inputs");
    QTest::addColumn<int>("steps");
    QTest::newRow("numbers") << write("wide.csv", "1,2,3\n4,5,6\n") << 3 << 2;
    QTest::newRow("text") << write("loud.txt", "HELLO\n") << 4 << 5;
}

void FilesTest::whatDoesNotFitGetsANetworkIfWanted()
{
    QFETCH(QString, path);
    QFETCH(int, inputs);
    QFETCH(int, steps);
    OpenWindow open;
    const auto before = open.document.sharedExperiment();
    QSignalSpy refused(&open.window.files(), &ExperimentFiles::refused);
    whenDialogOpens(&open.window, [](QDialog &dialog) { dialog.reject(); });
    QVERIFY(!open.opens(path));
    QCOMPARE(open.document.sharedExperiment(), before);
    QCOMPARE(refused.count(), 1);

    whenDialogOpens(&open.window, [](QDialog &dialog) { buttonOf(dialog, QStringLiteral("New network"))->click(); });
    QVERIFY(open.opens(path));
    QCOMPARE(open.document.experiment().spec.inputSize, inputs);
    QCOMPARE(open.document.experiment().input.length(0), steps);
    QVERIFY(open.document.isRecordCurrent());
    QCOMPARE(open.document.experiment().title, QFileInfo(path).baseName().toStdString());
}

void FilesTest::aTableWithDatesIsLearnedInTrain()
{
    QByteArray rows("date,level\n");
    for (int day = 0; day < 150; ++day)
        rows
            += QDate(2024, 2, 1).addDays(day).toString(Qt::ISODate).toUtf8() + ',' + QByteArray::number(day % 5) + '\n';
    const QString path = write("level.csv", rows);
    OpenWindow open;
    const auto before = open.document.sharedExperiment();
    const TrainingPlan usual = open.window.train().training().planned().plan();
    whenDialogOpens(&open.window, [this](QDialog &dialog) {
        whenDialogOpens(this, [](QDialog &columns) { columns.reject(); });
        buttonOf(dialog, QStringLiteral("Learn in Train"))->click();
    });
    QVERIFY(!open.opens(path));
    QVERIFY(open.window.train().training().planned().plan() == usual); // who thinks better of it keeps what was planned

    whenDialogOpens(&open.window, [this](QDialog &dialog) {
        QVERIFY(static_cast<QMessageBox &>(dialog).text().contains("2024-02-01"));
        whenDialogOpens(this, [](QDialog &columns) { columns.accept(); });
        buttonOf(dialog, QStringLiteral("Learn in Train"))->click();
    });
    QVERIFY(!open.opens(path));
    QCOMPARE(open.document.sharedExperiment(), before);
    QVERIFY(open.window.train().isVisible());
    const TrainingPlan &plan = open.window.train().training().planned().plan();
    QCOMPARE(plan.task, std::string("table"));
    QCOMPARE(QString::fromStdString(plan.options.file), path);

    const QString text = write("loud.txt", QByteArray("HELLO THERE. ").repeated(40));
    whenDialogOpens(&open.window, [](QDialog &dialog) { buttonOf(dialog, QStringLiteral("Learn in Train"))->click(); });
    QVERIFY(!open.opens(text));
    QCOMPARE(open.window.train().training().planned().plan().task, std::string("text"));
    QCOMPARE(QString::fromStdString(open.window.train().training().planned().plan().options.file), text);
}

void FilesTest::shorterTextIsReadWhereverThePlayheadStands()
{
    OpenWindow open;
    auto *field = open.named<QLineEdit>("Type your own text");
    field->setText("he");
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(open.document.experiment().input.length(0), 2);
    open.document.waitForRecord();
    QVERIFY(open.at().step < 2);
}

void FilesTest::networkThatFailsShowsNoOldNumbersAndSaysWhy()
{
    OpenWindow open;
    auto *exporting = open.window.findChild<QAction *>("exportPicture");
    QVERIFY(exporting->isEnabled());
    Experiment broken = *openingExperiment();
    broken.parameters.head->weight.setConstant(1e308);
    QVERIFY(open.window.files().show(broken));
    QVERIFY(!open.document.record());
    const auto labels = open.window.explore().findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(
        labels, [](QLabel *label) { return label->isVisible() && label->text().contains("not finite"); }));
    QVERIFY(!exporting->isEnabled());
    open.window.pictures().exportPicture(); // opens nothing
    open.window.grab();
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Right, Qt::Key_P, Qt::Key_B, Qt::Key_End, Qt::Key_Down})
        open.press(key);

    QVERIFY(open.window.files().show(*openingExperiment()));
    QVERIFY(open.document.isRecordCurrent());
    QVERIFY(exporting->isEnabled());
    QVERIFY(std::ranges::none_of(labels, [](QLabel *label) { return label->text().contains("not finite"); }));
}

void FilesTest::demoOfTheBuilderLeavesThePersonsFileAlone()
{
    OpenWindow open;
    const QString own = m_folder.filePath("own.gatescope");
    QVERIFY(open.document.save(own, {}));
    auto *presets = open.named<QComboBox>("Begin with");
    const QString before = QString::fromStdString(open.document.experiment().title);
    QVERIFY(presets->count() > 0 && presets->itemText(0) != before);
    emit presets->activated(0);
    QCOMPARE(QString::fromStdString(open.document.experiment().title), presets->itemText(0));
    QVERIFY(open.document.path().isEmpty());
    QVERIFY(!open.document.isModified());
}

void FilesTest::droppedFileOpens()
{
    OpenWindow open;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_golden + "lstm.safetensors")});
    QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&open.window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&open.window, &drop);
    QTRY_VERIFY(!open.window.files().reading().isBusy());
    QCOMPARE(open.document.experiment().spec.cell, CellKind::lstm);
}

void FilesTest::closingAsksWhenUnsaved_data()
{
    QTest::addColumn<int>("answer");
    QTest::addColumn<bool>("closes");
    QTest::newRow("cancel") << int(QMessageBox::Cancel) << false;
    QTest::newRow("discard") << int(QMessageBox::Discard) << true;
}

void FilesTest::closingAsksWhenUnsaved()
{
    QFETCH(int, answer);
    QFETCH(bool, closes);
    OpenWindow open;
    changeSomething(open);
    whenDialogOpens(&open.window, [answer](QDialog &dialog) {
        static_cast<QMessageBox &>(dialog).button(QMessageBox::StandardButton(answer))->click();
    });
    QCOMPARE(open.window.close(), closes);
    QCOMPARE(open.window.isVisible(), !closes);
}

void FilesTest::closingAsksNothingWhenSaved()
{
    OpenWindow open;
    changeSomething(open);
    QVERIFY(open.document.save(m_folder.filePath("saved.gatescope"), {}).ok());
    QVERIFY(open.window.close());
}

void FilesTest::missingRecentFilesAreGreyed()
{
    Settings settings(m_folder.filePath("settings.ini"));
    RecentFiles recent(&settings);
    const QString here = write("here.gatescope", "{}");
    recent.add(m_folder.filePath("gone.gatescope"));
    recent.add(here);
    QMenu menu;
    recent.addTo(menu);
    QCOMPARE(menu.actions()[0]->text(), QStringLiteral("here.gatescope"));
    QVERIFY(menu.actions()[0]->isEnabled());
    QVERIFY(!menu.actions()[1]->isEnabled());
    QCOMPARE(RecentFiles(&settings).paths().size(), 2);
    menu.actions().constLast()->trigger(); // Clear the list
    QVERIFY(recent.paths().isEmpty());
    QVERIFY(RecentFiles(&settings).paths().isEmpty());
}

int main(int argc, char **argv)
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    FilesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "files_test.moc"
