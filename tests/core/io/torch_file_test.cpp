// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch/torch_file.h"

#include "core/base/file.h"
#include "core/io/model_file.h"
#include "core/io/safetensors.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace gatescope;

namespace {

const QDir golden(GATESCOPE_SOURCE_DIR "/tests/golden/torch_files");

std::string bytesOf(const QString &file)
{
    const auto bytes = readFile(golden.filePath(file).toStdString(), 1 << 20);
    return bytes ? *bytes : std::string();
}

const Tensor *named(const std::vector<Tensor> &tensors, const std::string &name)
{
    const auto found = std::ranges::find(tensors, name, &Tensor::name);
    return found == tensors.end() ? nullptr : &*found;
}

/// The bytes with one text in the place of another of its length.
std::string with(std::string bytes, std::string_view old, std::string_view other)
{
    const std::size_t at = bytes.find(old);
    return at == std::string::npos ? std::string() : bytes.replace(at, old.size(), other);
}

std::string refusal(std::string_view bytes)
{
    const auto tensors = readTorchFile(bytes);
    return tensors ? "" : tensors.error().english();
}

} // namespace

class TorchFileTest : public QObject
{
    Q_OBJECT
private slots:
    void tensorsAreThoseOfPyTorchBitForBit_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList files = golden.entryList({"*.pt"});
        QVERIFY(files.size() >= 10);
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << file.chopped(3);
    }
    void tensorsAreThoseOfPyTorchBitForBit()
    {
        QFETCH(QString, name);
        const std::string bytes = bytesOf(name + ".pt");
        QVERIFY(looksLikeTorchFile(bytes));
        const auto tensors = readTorchFile(bytes);
        QVERIFY2(tensors, tensors ? "" : tensors.error().english().c_str());
        const auto expected = readSafetensors(bytesOf(name + ".safetensors"));
        QVERIFY(expected);
        QVERIFY(!expected->tensors.empty());
        for (const Tensor &wanted : expected->tensors) {
            const Tensor *found = named(*tensors, wanted.name);
            QVERIFY2(found, wanted.name.c_str());
            QCOMPARE(found->dtype, wanted.dtype);
            QVERIFY2(found->shape == wanted.shape, wanted.name.c_str());
            QVERIFY2(found->values == wanted.values, wanted.name.c_str());
        }
        QCOMPARE(tensors->size(), expected->tensors.size());
    }

    void aNetworkIsOpenedFromEachOfThem_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("prefix");
        QTest::newRow("state_dict") << "state_dict.pt"
                                    << "gru.";
        QTest::newRow("checkpoint") << "checkpoint.pt"
                                    << "state_dict.gru.";
        QTest::newRow("whole module") << "whole_module.pt"
                                      << "gru.";
        QTest::newRow("script") << "script.pt"
                                << "gru.";
        QTest::newRow("before 1.6") << "old.pt"
                                    << "gru.";
    }
    void aNetworkIsOpenedFromEachOfThem()
    {
        QFETCH(QString, file);
        QFETCH(QString, prefix);
        const auto inventory = readModelFile(golden.filePath(file).toStdString());
        QVERIFY2(inventory, inventory ? "" : inventory.error().english().c_str());
        const auto model = importModel(*inventory);
        QVERIFY2(model, model ? "" : model.error().english().c_str());
        QCOMPARE(QString::fromStdString(model->prefix), prefix);
        QCOMPARE(model->spec.hiddenSize, 3);
        QVERIFY(model->spec.bidirectional);
        QCOMPARE(model->spec.headOutputs, 2);
        QCOMPARE(model->spec.embeddingRows, 7);
    }

    void aTensorOutsideItsStorageIsRefused()
    {
        const std::string bytes = bytesOf("old.pt");
        // weight_ih_l0: offset 0, sizes (9, 4), strides (4, 1)
        using namespace std::string_literals;
        const std::string place = "K\0K\x09K\x04\x86"s;
        QVERIFY(bytes.find(place) != std::string::npos);
        QVERIFY(refusal(with(bytes, place, "K\1K\x09K\x04\x86"s)).find("beyond the 36 numbers") != std::string::npos);
        QVERIFY(refusal(with(bytes, place, "K\0K\x0aK\x04\x86"s)).find("gru.weight_ih_l0") != std::string::npos);
        QVERIFY(refusal(with(bytes, place, "K\0K\xffK\xff\x86"s)).find("beyond") != std::string::npos);
        QVERIFY(refusal(with(bytes, place, "K\xffK\0K\x04\x86"s)).find("beyond") != std::string::npos);
    }

    void anOffsetBeyondAllNumbersIsRefused()
    {
        using namespace std::string_literals;
        // 2⁶³ − 1, in as many bytes as what it takes the place of: the offset, one size, and no other
        const std::string bytes = bytesOf("old.pt"), place = "K\0K\x09K\x04\x86"s;
        std::string scalar = bytes;
        scalar.replace(scalar.find(place), place.size(), "\x8a\x08\xff\xff\xff\xff\xff\xff\xff\x7f)"s);
        QVERIFY(!refusal(scalar).empty());
        std::string nothing = bytes;
        nothing.replace(nothing.find(place), place.size(), "M\xe8\x03K\0K\x04\x86"s);
        QVERIFY(refusal(nothing).find("beyond") != std::string::npos);
    }

    void aFileThatIsCutIsRefusedWherever_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("archive") << "state_dict.pt";
        QTest::newRow("before 1.6") << "old.pt";
    }
    void aFileThatIsCutIsRefusedWherever()
    {
        QFETCH(QString, file);
        const std::string bytes = bytesOf(file);
        for (std::size_t length = 0; length < bytes.size(); ++length)
            QVERIFY2(!refusal(bytes.substr(0, length)).empty(), qPrintable(QString::number(length)));
    }

    void bytesThatChangedNeverDoHarm_data() { aFileThatIsCutIsRefusedWherever_data(); }
    void bytesThatChangedNeverDoHarm()
    {
        QFETCH(QString, file);
        const std::string good = bytesOf(file);
        std::mt19937 random(11);
        int refused = 0;
        for (int i = 0; i < 4000; ++i) {
            std::string bytes = good;
            for (int changes = 1 + int(random() % 3); changes > 0; --changes)
                bytes[random() % bytes.size()] = char(random());
            refused += !refusal(bytes).empty();
        }
        QVERIFY(refused > 400); // the others changed a number, or what nobody reads
    }

    void otherArchivesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("no archive") << QByteArray("PK\x03\x04 and so on") << "damaged or cut off";
        QByteArray other = QByteArray::fromStdString(bytesOf("state_dict.pt"));
        other.replace("/data.pkl", "/else.pkl");
        QTest::newRow("without data.pkl") << other << "no data.pkl";
    }
    void otherArchivesAreNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const QTemporaryDir folder;
        const std::string path = folder.filePath("a.pt").toStdString();
        QVERIFY(writeFileAtomically(path, bytes.toStdString()).ok());
        const auto inventory = readModelFile(path);
        QVERIFY(!inventory);
        const QString said = QString::fromStdString(inventory.error().english());
        QVERIFY2(said.contains(says), qPrintable(said));
        QVERIFY2(said.startsWith(QString::fromStdString(path)), qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(TorchFileTest)
#include "torch_file_test.moc"
