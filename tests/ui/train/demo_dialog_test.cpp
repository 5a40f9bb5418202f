// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_train.h"

#include "core/model/parameters.h"
#include "ui/document/training/side_run.h"
#include "ui/train/demo_dialog.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>

using namespace gatescope;

namespace {

bool tells(const DemoDialog &dialog, const QString &words)
{
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        if (label->text().contains(words))
            return true;
    return false;
}

const Error noDevice = error("There is no device: it was taken out.");

} // namespace

/// The larger demo: offered where a device can train it, told of where none can.
class DemoDialogTest : public QObject
{
    Q_OBJECT
private slots:
    void withoutADeviceItSaysWhyAndTheSmallOneIsSetUp()
    {
        DemoDialog dialog(PlannedTraining(Training::usualPlan()), noDevice, nullptr);
        QVERIFY(tells(dialog, QStringLiteral("it was taken out")));
        QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("large")));
        dialog.findChild<QPushButton *>(QStringLiteral("small"))->click();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.plan().options.length, 1);
        QCOMPARE(dialog.plan().backend, std::string("auto"));
        const PlannedTraining planned(dialog.plan());
        QVERIFY(planned.beginning());
        QCOMPARE(planned.beginning()->spec.hiddenSize, 64);
    }

    void withADeviceTheLargeOneComesFirst()
    {
        DemoDialog dialog(PlannedTraining(Training::usualPlan()), std::nullopt, nullptr);
        auto *large = dialog.findChild<QPushButton *>(QStringLiteral("large"));
        QVERIFY(large && large->isDefault());
        large->click();
        QCOMPARE(dialog.plan().backend, std::string("cuda"));
        QCOMPARE(dialog.plan().network.hiddenSize, 1024);
        QCOMPARE(dialog.plan().network.layers, 2);
    }

    /// GRU layers of 13 and 1,024 inputs with two biases, and a head of 13: 3·1024·(13 + 1024 + 2 + 1024 + 1024 + 2) +
    /// 13·1025 numbers; 64 sequences of 52 letters.
    void whatItNeedsIsReckoned()
    {
        const LargerDemo demo = largerDemo(Training::usualPlan());
        const auto task = makeTask(demo.large.task, demo.large.options).value();
        const PlanNeeds needs = needsOf(demo.large, *task);
        QCOMPARE(needs.parameters, std::int64_t(3) * 1024 * (13 + 1024 + 2 + 1024 + 1024 + 2) + 13 * 1025);
        QCOMPARE(needs.letters, std::int64_t(64) * 52);
        DemoDialog dialog(PlannedTraining(Training::usualPlan()), noDevice, nullptr);
        QVERIFY(tells(dialog, QString::fromUtf8("9\u2009502\u2009733")));
        QVERIFY(tells(dialog, QString::fromUtf8("3\u2009328")));
        QVERIFY(tells(dialog, QStringLiteral("190 billion"))); // 6 · 9,502,733 · 3,328
    }

    void aTextOfOnesOwnIsWhatIsLearned()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("sea.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int line = 0; line < 40; ++line)
            file.write("the sea was angry that day, my friends\n");
        file.close();
        TrainingPlan plan = Training::usualPlan();
        plan.task = "text";
        plan.options = {.length = 40, .file = file.fileName().toStdString()};
        DemoDialog dialog(PlannedTraining(plan), noDevice, nullptr);
        QVERIFY(tells(dialog, QStringLiteral("sea.txt")));
        QCOMPARE(dialog.plan().options.file, plan.options.file);
        plan.options.file = "/nowhere/else.txt"; // the form says what is wrong with it
        DemoDialog other(PlannedTraining(plan), noDevice, nullptr);
        QCOMPARE(other.plan().task, std::string("sums"));
    }

    void aRunOnADeviceBesideTheOneHereNeedsThatDevice()
    {
        if (!whyNoDevice())
            QSKIP("There is a device.");
        OpenTrain open;
        QCheckBox *box = nullptr;
        for (QCheckBox *each : open.window.train().findChildren<QCheckBox *>())
            if (each->accessibleName() == QLatin1String("CPU beside CUDA"))
                box = each;
        QVERIFY(box);
        box->click();
        QVERIFY(!box->isChecked());
        QVERIFY(!open.window.train().sideRun().isWanted());
        auto *why = open.window.train().findChild<QLabel *>(QStringLiteral("needsDevice"));
        QVERIFY(!why->isHidden());
        QVERIFY2(why->text().startsWith(QLatin1String("It needs a device of NVIDIA. The cuda backend cannot be used")),
                 qPrintable(why->text()));
    }

    void theFormOpensItAndTakesWhatIsChosen()
    {
        OpenTrain open;
        QPushButton *button = nullptr;
        for (QPushButton *each : open.window.train().findChildren<QPushButton *>())
            if (each->accessibleName() == QLatin1String("Larger demo"))
                button = each;
        QVERIFY(button);
        bool seen = false;
        QTimer::singleShot(0, &open.window, [&] {
            auto *dialog = open.window.train().findChild<DemoDialog *>();
            seen = dialog != nullptr;
            if (dialog)
                dialog->findChild<QPushButton *>(QStringLiteral("small"))->click();
        });
        button->click();
        QVERIFY(seen);
        QCOMPARE(open.training.planned().plan().task, std::string("sums"));
        QCOMPARE(boxNamed(open.window.train(), QStringLiteral("Task")).currentText(),
                 QStringLiteral("Sums written out"));
    }
};

QTEST_MAIN(DemoDialogTest)
#include "demo_dialog_test.moc"
