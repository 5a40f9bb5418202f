// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/error_reader.h"
#include "core/learning/labs/known_errors.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace gatescope;
using nlohmann::json;

namespace {

/// What PyTorch and Keras really said.
json realMessages()
{
    QFile file(GATESCOPE_SOURCE_DIR "/tests/golden/labs/errors.json");
    return file.open(QIODevice::ReadOnly) ? json::parse(file.readAll().toStdString()) : json();
}

ErrorReading read(const char *text, const LayerArguments &present = {})
{
    const auto reading = readErrorMessage(text, present);
    return reading ? *reading : ErrorReading{};
}

} // namespace

/// What the frameworks say is understood, and the axis that they mean is found.
class ErrorReaderTest : public QObject
{
    Q_OBJECT
private slots:
    void everyRealMessageIsReadAsWhatItIs()
    {
        const json messages = realMessages();
        QVERIFY(messages.size() > 35);
        for (const json &each : messages) {
            const std::string text = each["text"];
            const auto reading = readErrorMessage(text, {});
            QVERIFY2(reading, text.c_str());
            QVERIFY2(reading->name == each["case"], (text + " was read as " + reading->name).c_str());
            QVERIFY(reading->shown.framework == (each["framework"] == "keras" ? Framework::keras : Framework::pytorch));
            QVERIFY2(check(reading->shown).ok(), text.c_str());
            QVERIFY2(reading->says.english().find('%') == std::string::npos, reading->says.english().c_str());
        }
    }

    void everyRowIsHeldAgainstAMessage()
    {
        QSet<QString> held;
        for (const json &each : realMessages())
            held.insert(QString::fromStdString(each["case"]));
        for (const KnownError &known : knownErrors())
            if (known.name != "size mismatch elsewhere") // has its own test
                QVERIFY2(held.contains(QString::fromStdString(known.name)), known.name.c_str());
    }

    /// The mark is on a tensor and an axis that the lab draws.
    void whatIsMarkedIsThere()
    {
        int marked = 0;
        for (const json &each : realMessages()) {
            const auto reading = readErrorMessage(each["text"].get<std::string>(), {});
            if (!reading->mark)
                continue;
            ++marked;
            const auto shapes = shapesOf(reading->shown);
            const auto tensor = std::ranges::find(shapes, reading->mark->tensor, &TensorShape::name);
            QVERIFY2(tensor != shapes.end(), reading->mark->tensor.c_str());
            if (reading->mark->axis)
                QVERIFY2(std::ranges::count(tensor->axes, *reading->mark->axis, &ShapeAxis::axis) == 1,
                         reading->name.c_str());
        }
        QVERIFY(marked > 20);
    }

    void theSizesOfTheMessageAreShown()
    {
        ErrorReading reading = read("input.size(-1) must be equal to input_size. Expected 300, got 128");
        QCOMPARE(reading.shown.inputSize, 300);
        QVERIFY((reading.mark == MarkedAxis{"input", Axis::feature, "128"}));
        QVERIFY(reading.says.english().find("input_size=128") != std::string::npos);

        reading = read("Expected hidden[0] size (2, 3, 5), got [1, 3, 5]");
        QCOMPARE(reading.shown.layers, 2);
        QCOMPARE(reading.shown.batch, 3);
        QCOMPARE(reading.shown.hiddenSize, 5);
        QVERIFY((reading.mark == MarkedAxis{"h_0", Axis::state, "1"}));

        reading = read("Expected hidden size (2, 3, 5), got [2, 7, 5]", {.bidirectional = true});
        QCOMPARE(reading.shown.layers, 1); // both directions stay, as they were
        QVERIFY((reading.mark == MarkedAxis{"h_0", Axis::batch, "7"}));
        QVERIFY((read("Expected hidden size (1, 3, 5), got [1, 3, 10]").mark == MarkedAxis{"h_0", Axis::unit, "10"}));
    }

    void aFileOfAnotherSizeIsTold()
    {
        const ErrorReading rows = read("size mismatch for encoder.weight_ih_l0: copying a param with shape "
                                       "torch.Size([15, 3]) from checkpoint, the shape in current model is "
                                       "torch.Size([18, 3]).");
        QCOMPARE(rows.shown.hiddenSize, 6);
        QVERIFY((rows.mark == MarkedAxis{"weight_ih_l0", Axis::gate, "15"}));
        const ErrorReading other
            = read("size mismatch for fc.weight: copying a param with shape torch.Size([1, 5]) from "
                   "checkpoint, the shape in current model is torch.Size([1, 10]).");
        QCOMPARE(other.name, std::string("size mismatch elsewhere"));
        QVERIFY(other.says.english().starts_with("fc.weight is (1, 5) in the file and (1, 10) in this layer"));
    }

    /// As another version of the frameworks wrote it.
    void olderWordingsAreReadToo()
    {
        QCOMPARE(read("input must have 3 dimensions, got 5").name, std::string("input dimensions"));
        QCOMPARE(read("input must have the type torch.float32, got type torch.float64").mark->given,
                 std::string("float64"));
        const ErrorReading keras
            = read("Input 0 of layer \"gru\" is incompatible with the layer: expected ndim=3, found "
                   "ndim=2. Full shape received: (None, 5)");
        QCOMPARE(keras.name, std::string("keras dimensions"));
        QCOMPARE(keras.shown.hiddenSize, 5);
        QVERIFY(!keras.shown.returnSequences);
        QCOMPARE(read("'lengths' argument should be a 1D CPU int64 tensor, but got 1D cuda:0 Long tensor").name,
                 std::string("lengths place"));
        QCOMPARE(read("GRUCell: Expected input to be 1-D or 2-D but received 3-D tensor").name,
                 std::string("cell dimensions"));
    }

    void linesMayBeBrokenAndATracebackMayStandBefore()
    {
        std::string pasted = "Traceback (most recent call last):\n";
        for (int i = 0; i < 2000; ++i)
            pasted += "  File \"train.py\", line 7, in <module>\n";
        pasted += "RuntimeError: Expected hidden size (2, 3,\n   5), got\t[1, 3, 5]\n";
        QCOMPARE(read(pasted.c_str()).name, std::string("hidden states"));
    }

    void whatIsNotKnownIsNotGuessed()
    {
        QVERIFY(!readErrorMessage("", {}));
        QVERIFY(!readErrorMessage("RuntimeError: CUDA error: device-side assert triggered", {}));
        QVERIFY(!readErrorMessage("ValueError: Input 0 of layer \"dense\" ... expected min_ndim=2, found ndim=1", {}));
        QVERIFY(!unknownMessage().english().empty());
    }

    /// A pasted size of any length gives fields that the lab can draw.
    void absurdSizesAreDrawnAsLargeAsTheLabGoes()
    {
        const ErrorReading reading
            = read("input.size(-1) must be equal to input_size. Expected 99999999999999999999999, got 3");
        QCOMPARE(reading.shown.inputSize, largestLayerSize);
    }
};

QTEST_GUILESS_MAIN(ErrorReaderTest)
#include "error_reader_test.moc"
