// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/backends.h"
#include "core/engine/load_backend.h"
#include "core/training/training_backends.h"

#include <QTest>

namespace gatescope {

namespace {

const std::filesystem::path modules = GATESCOPE_TEST_MODULES;

QByteArray refusalOf(const char *file)
{
    const auto loaded = loadBackend({modules / file});
    return loaded ? QByteArray("loaded") : QByteArray::fromStdString(loaded.error().english());
}

} // namespace

class LoadBackendTest : public QObject
{
    Q_OBJECT
private slots:
    void aFileThatIsNotThereIsASentence()
    {
        QCOMPARE(refusalOf("gatescope_absent.so"),
                 QByteArray("Its file gatescope_absent.so is neither beside the program nor in lib/gatescope."));
        QVERIFY(!loadBackend({}).ok());
    }

    void whatIsNoModuleIsRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no library") << QByteArray("no_library.so") << QByteArray("no_library.so cannot be loaded: ");
        QTest::newRow("no entry point")
            << QByteArray("gatescope_no_entry_point.so")
            << QByteArray("is no backend of Gatescope: it has no function gatescope_backend_module.");
        QTest::newRow("another number") << QByteArray("gatescope_other_api.so")
                                        << "speaks number " + QByteArray::number(backendApi + 1)
                + " of the interface, this program number " + QByteArray::number(backendApi) + ": build both";
        QTest::newRow("another source") << QByteArray("gatescope_other_layout.so")
                                        << QByteArray(
                                               "was compiled from another source than this program: build both anew.");
        QTest::newRow("lacks something") << QByteArray("gatescope_lacking.so")
                                         << QByteArray("There is no abacus here.");
    }
    void whatIsNoModuleIsRefused()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, says);
        const QByteArray refusal = refusalOf(file);
        QVERIFY2(refusal.contains(says), refusal.constData());
    }

    void theFirstFileThatIsThereIsLoaded()
    {
        const auto loaded = loadBackend({modules / "gatescope_absent.so", modules / "gatescope_lacking.so"});
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().english(), std::string("There is no abacus here."));
    }

    void aModuleIsLookedForBesideTheProgramAndWhereItIsInstalled()
    {
        const auto places = modulePlaces("cuda");
        QCOMPARE(places.size(), std::size_t(2));
        const std::filesystem::path folder = QCoreApplication::applicationDirPath().toStdString();
        QCOMPARE(places[0], folder / "gatescope_cuda.so");
        QCOMPARE(places[1], folder.parent_path() / "lib" / "gatescope" / "gatescope_cuda.so");
    }

    void whatCannotBeUsedIsListedWithItsReason()
    {
        const auto known = knownBackends(); // beside this test there is no module
        QCOMPARE(known.size(), std::size_t(3));
        QVERIFY(known[0].backend && known[1].backend && !known[2].backend);
        QCOMPARE(known[2].name, std::string_view("cuda"));
        QCOMPARE(availableBackends().size(), std::size_t(2));
        QCOMPARE(backendNamed("cuda").error().english(),
                 "The cuda backend cannot be used here. " + known[2].backend.error().english());
        const auto training = trainingBackends("cuda", NetworkSpec(), {});
        QVERIFY(!training);
        QVERIFY(training.error().english().starts_with("The cuda backend cannot be used here."));
    }

    void aNameMayHaveThePrecisionOfItsProducts()
    {
        QCOMPARE(withProducts("cuda", ProductPrecision::float32), std::string("cuda"));
        QCOMPARE(withProducts("cuda", ProductPrecision::tf32), std::string("cuda/tf32"));
        QCOMPARE(withProducts("auto", ProductPrecision::bf16), std::string("cuda/bf16"));
        QVERIFY(backendNamed("cpu/float32").ok());
        QCOMPARE(backendNamed("cpu/tf32").error().english(),
                 std::string("The cpu backend has no products in tf32: only the cuda backend has."));
        QCOMPARE(trainingBackends("reference/bf16", NetworkSpec(), {}).error().english(),
                 std::string("The reference backend has no products in bf16: only the cuda backend has."));
        QVERIFY(backendNamed("cpu/f8").error().english().starts_with("There is no backend \"cpu/f8\" here"));
        QVERIFY(backendNamed("cuda/tf32").error().english().starts_with("The cuda backend cannot be used here."));
    }

    /// Where the toolkit is, the module is built; it loads with or without a device, and says which of them.
    void theModuleLoadsAndSaysWhatItFound()
    {
        const std::filesystem::path module = GATESCOPE_CUDA_MODULE;
        if (module.empty())
            QSKIP("There is no CUDA toolkit here, and so no module.");
        const auto loaded = loadBackend({module});
        if (loaded) {
            QCOMPARE((*loaded)->name(), std::string_view("cuda"));
            QVERIFY((*loaded)->description().starts_with("single precision on a device of NVIDIA: "));
            return;
        }
        const std::string why = loaded.error().english();
        QVERIFY2(why.starts_with("There is no driver of NVIDIA") || why.starts_with("There is no device of NVIDIA")
                     || why.starts_with("A library of the CUDA toolkit is missing"),
                 why.c_str());
    }
};

} // namespace gatescope

using gatescope::LoadBackendTest;
QTEST_GUILESS_MAIN(LoadBackendTest)
#include "load_backend_test.moc"
