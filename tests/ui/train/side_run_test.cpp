// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_train.h"

#include "core/engine/backends.h"
#include "ui/document/training/side_run.h"
#include "ui/plots/loss_plot.h"

#include <QCheckBox>
#include <QScopeGuard>

#include <cmath>
#include <limits>

using namespace gatescope;

namespace {

QCheckBox &sideBySide(QWidget &place)
{
    for (QCheckBox *box : place.findChildren<QCheckBox *>())
        if (box->accessibleName() == QLatin1String("CPU beside CUDA"))
            return *box;
    qFatal("There is no such box");
}

/// A short run as fast as it can.
TrainingPlan shortPlan(const std::string &backend)
{
    TrainingPlan plan = Training::usualPlan();
    plan.network.hiddenSize = 8;
    plan.options.length = 6;
    plan.updates = 40;
    plan.backend = backend;
    return plan;
}

/// The losses of the one beside those of the same updates of the other, which may have begun earlier.
double furthest(const RunHistory &one, const RunHistory &other)
{
    const auto &few = one.records(), &more = other.records();
    if (few.size() > more.size())
        return std::numeric_limits<double>::infinity();
    double apart = 0;
    for (std::size_t i = 0, j = more.size() - few.size(); i < few.size(); ++i, ++j) {
        if (few[i].update != more[j].update)
            return std::numeric_limits<double>::infinity();
        apart = std::max(apart, std::abs(few[i].outcome.loss / more[j].outcome.loss - 1));
    }
    return apart;
}

} // namespace

/// One run on the processor and on a device at once. Beside this program there is a module whose device is this
/// computer.
class SideRunTest : public QObject
{
    Q_OBJECT
private slots:
    void eitherRunHasTheOtherBesideIt_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QString>("beside");
        QTest::newRow("the processor") << "cpu"
                                       << "cuda";
        QTest::newRow("the fastest") << "auto"
                                     << "cuda";
        QTest::newRow("the device") << "cuda"
                                    << "cpu";
        QTest::newRow("the device, shorter factors") << "cuda/tf32"
                                                     << "cpu";
    }
    void eitherRunHasTheOtherBesideIt()
    {
        QFETCH(QString, backend);
        QFETCH(QString, beside);
        QVERIFY(backendNamed("cuda").ok());
        OpenTrain open;
        open.training.setPlan(shortPlan(backend.toStdString()));
        open.training.setStopsWhenSolved(false);
        QCheckBox &box = sideBySide(open.window.train());
        box.click();
        QVERIFY(box.isChecked());
        const SideRun &side = open.window.train().sideRun();
        QVERIFY(!side.hasBegun());
        open.training.start();
        QVERIFY(comes([&] { return open.training.updates() == 40 && side.updates() == 40; }));
        QCOMPARE(side.backend(), beside);
        QCOMPARE(side.history().records().size(), std::size_t(40));
        const double apart = furthest(side.history(), open.training.history());
        QVERIFY2(apart < (backend == QLatin1String("cuda/tf32") ? 2e-2 : 1e-3), QByteArray::number(apart));
        auto *loss = open.window.train().findChild<LossPlot *>();
        const auto words = [&] { return loss->accessibleDescription(); };
        QVERIFY2(comes([&] { return words().count(QLatin1String("updates/s")) == 2; }), qPrintable(words()));
        QVERIFY2(comes([&] { return words().contains(QLatin1String("updates/s, which is at update 40")); }),
                 qPrintable(words()));
        QVERIFY(words().contains(QStringLiteral("; and ") + beside));
        const PlotTable table = loss->table();
        QCOMPARE(table.headings.last(), QStringLiteral("mean of 15 on ") + beside);
        QCOMPARE(table.rows.last().last().toDouble() > 0, true);

        box.click(); // and no longer
        QVERIFY(!side.hasBegun());
        QVERIFY(!loss->table().headings.last().contains(beside));
    }

    void itPausesAndBeginsAnewWithTheRun()
    {
        OpenTrain open;
        TrainingPlan plan = shortPlan("cpu");
        plan.updates = 100'000;
        open.training.setPlan(plan);
        open.training.setStopsWhenSolved(false);
        SideRun &side = open.window.train().sideRun();
        QVERIFY(side.setWanted(true).ok());
        open.training.start();
        QVERIFY(comes([&] { return side.updates() > 3; }));
        open.training.pause();
        const int paused = side.updates();
        QTest::qWait(500);
        QVERIFY(side.updates() <= paused + 1); // one was being made
        open.training.start();
        QVERIFY(comes([&] { return side.updates() > paused + 1; }));
        open.training.reset();
        QVERIFY(!side.hasBegun());
        QCOMPARE(side.updates(), 0);
        QVERIFY(side.isWanted());
    }

    void aRunThatWasKeptGoesOnBesideTheOther()
    {
        OpenTrain open;
        TrainingPlan plan = shortPlan("cpu");
        plan.updates = 100'000;
        open.training.setPlan(plan);
        open.training.setStopsWhenSolved(false);
        QVERIFY(open.runTo(20));
        StoppedTraining kept = open.training.kept();
        const int from = kept.state.training.updates;
        kept.plannedUpdates = from + 30;
        QVERIFY(open.training.resume(kept).ok());
        SideRun &side = open.window.train().sideRun();
        QVERIFY(side.setWanted(true).ok());
        QVERIFY(!side.hasBegun());
        open.training.start();
        QVERIFY(comes([&] { return open.training.updates() == from + 30 && side.updates() == from + 30; }));
        QCOMPARE(side.backend(), QStringLiteral("cuda"));
        QCOMPARE(side.history().records().size(), std::size_t(30));
        QCOMPARE(side.history().records().front().update, from + 1);
        const double apart = furthest(side.history(), open.training.history());
        QVERIFY2(apart < 1e-3, QByteArray::number(apart));
    }

    /// Where the device fails on the way, the processor goes on: the curve wears no name that is not true any more.
    void theLabelSaysWhoTookOver()
    {
        qputenv("GATESCOPE_HOST_DEVICE_FAILS_AT", "1000");
        const auto restored = qScopeGuard([] { qunsetenv("GATESCOPE_HOST_DEVICE_FAILS_AT"); });
        OpenTrain open;
        TrainingPlan plan = shortPlan("cuda");
        plan.updates = 400;
        open.training.setPlan(plan);
        open.training.setStopsWhenSolved(false);
        QCOMPARE(open.training.backend()->name(), std::string_view("cuda"));
        SideRun &side = open.window.train().sideRun();
        QVERIFY(side.setWanted(true).ok());
        open.training.start();
        QVERIFY(comes([&] { return open.training.updates() == 400 && side.updates() == 400; }));
        QCOMPARE(open.training.backend()->name(), std::string_view("cpu"));
        QCOMPARE(side.backend(), QStringLiteral("cpu"));
        QVERIFY2(open.window.train().message().contains("the cpu backend goes on from there"),
                 qPrintable(open.window.train().message()));
        const auto *loss = open.window.train().findChild<LossPlot *>();
        QVERIFY2(comes([&] { return loss->accessibleDescription().contains(QLatin1String("cpu after cuda")); }),
                 qPrintable(loss->accessibleDescription()));
        open.training.reset();
        QCOMPARE(open.training.backend()->name(), std::string_view("cuda"));
    }
};

QTEST_MAIN(SideRunTest)
#include "side_run_test.moc"
