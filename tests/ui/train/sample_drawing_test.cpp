// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"
#include "tests/ui/common/drawn_texts.h"
#include "ui/train/sample_drawing.h"

#include <QTest>

#include <algorithm>

using namespace gatescope;

/// One row with a network at work, as the place Train draws it.
class SampleDrawingTest : public QObject
{
    Q_OBJECT

private slots:
    void theAnswersNameStandsClearOfItsDot_data();
    void theAnswersNameStandsClearOfItsDot();
};

void SampleDrawingTest::theAnswersNameStandsClearOfItsDot_data()
{
    QTest::addColumn<double>("bias");
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(190, 220), QSize(330, 260), QSize(520, 330)})
        for (const double bias : {-0.3, 0.0, 0.5, 0.7, 1.2, 2.4})
            QTest::addRow("bias %.1f, %d wide", bias, size.width()) << bias << size;
}

void SampleDrawingTest::theAnswersNameStandsClearOfItsDot()
{
    QFETCH(double, bias);
    QFETCH(QSize, size);
    const auto task = makeTask("adding", {}).value();
    NetworkSpec spec;
    spec.inputSize = 2;
    spec.hiddenSize = 4;
    spec.headOutputs = 1;
    Parameters parameters = initialParameters(spec, 0);
    parameters.head->bias[0] = bias;
    const auto sample = takeSample(ReferenceBackend(), spec, 0, std::make_shared<const Parameters>(parameters),
                                   sampleData(*task), {});
    QVERIFY(sample.ok());
    TrainLook look;
    SampleWords words;
    for (const std::string &name : task->inputSymbols())
        words.inputs.append(QString::fromStdString(name));
    TextRecorder recorder(size);
    QPainter painter(&recorder);
    painter.fillRect(QRect({}, size), look.theme->paper);
    SampleDrawing(*sample, words, look).draw(painter, QRect({}, size));
    painter.end();

    // The dot: at the last step, the longest stretch of its colour from above to below.
    const QRgb hue = look.theme->wire(Role::gradient).rgb();
    const double left = look.scaled(30), width = size.width() - 2 - left, steps = sample->trace->length(0);
    const int x = int(left + width * (steps - 0.5) / steps);
    int top = -1, bottom = -1;
    for (int y = 0, begin = -1; y < size.height(); ++y) {
        const bool isHue = recorder.picture().pixel(x, y) == hue;
        begin = !isHue ? -1 : begin < 0 ? y : begin;
        if (isHue && (top < 0 || y - begin > bottom - top)) {
            top = begin;
            bottom = y;
        }
    }
    QVERIFY2(bottom - top >= 6, "The dot is not whole.");
    const QRect dot(x - 4, top, 9, bottom - top + 1);

    const auto named = [&](const QString &word) {
        return std::ranges::find_if(recorder.texts(),
                                    [&](const DrawnText &each) { return each.text.startsWith(word); });
    };
    const auto answer = named("answer "), truth = named("truth ");
    QVERIFY2(answer != recorder.texts().end(), "The answer has no name.");
    QVERIFY2(truth != recorder.texts().end(), "The truth has no name.");
    const QRect said = answer->where.adjusted(0, 2, 0, -2); // its letters
    QVERIFY(!said.intersects(dot));
    QVERIFY(!said.intersects(truth->where.adjusted(0, 2, 0, -2)));
    QVERIFY(QRect({}, size).contains(said));
}

QTEST_MAIN(SampleDrawingTest)
#include "sample_drawing_test.moc"
