// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/training/generation.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace gatescope;

namespace {

/// After a comes b, after b comes c, after c comes a: a network without a memory that says so firmly.
struct Circle {
    NetworkSpec spec;
    Parameters parameters;
    std::vector<std::string> alphabet{"a", "b", "c"};

    Circle()
    {
        spec.cell = CellKind::rnn;
        spec.inputSize = spec.hiddenSize = spec.headOutputs = 3;
        parameters = zeroParameters(spec);
        parameters.layers[0].W = 3 * Matrix::Identity(3, 3);
        for (int letter = 0; letter < 3; ++letter)
            parameters.head->weight((letter + 1) % 3, letter) = 10;
    }
};

} // namespace

class GenerationTest : public QObject
{
    Q_OBJECT
private slots:
    void aNetworkWritesWhatItPredicts()
    {
        const Circle circle;
        const auto text
            = generateText(circle.spec, circle.parameters, circle.alphabet, {2, 0}, {.length = 7, .temperature = 0});
        QVERIFY(text.ok());
        QCOMPARE(*text, std::string("bcabcab"));
    }

    void aNetworkThatOnlyTheReferenceKnowsWritesToo()
    {
        Circle circle;
        circle.spec.stateActivation = StateActivation::relu;
        const auto text
            = generateText(circle.spec, circle.parameters, circle.alphabet, {2, 0}, {.length = 7, .temperature = 0});
        QVERIFY2(text.ok(), text.ok() ? "" : text.error().english().c_str());
        QCOMPARE(*text, std::string("bcabcab"));
    }

    void theSameSeedWritesTheSameText()
    {
        const Circle circle;
        const auto write = [&](std::uint64_t seed) {
            return generateText(circle.spec, circle.parameters, circle.alphabet, {0},
                                {.length = 200, .temperature = 5, .seed = seed})
                .value();
        };
        QCOMPARE(write(1), write(1));
        QVERIFY(write(1) != write(2));
    }

    void lettersAreDrawnAsOftenAsTheirProbabilitySays_data()
    {
        QTest::addColumn<double>("temperature");
        QTest::newRow("cold") << 0.5;
        QTest::newRow("as predicted") << 1.0;
        QTest::newRow("hot") << 2.0;
    }
    void lettersAreDrawnAsOftenAsTheirProbabilitySays()
    {
        QFETCH(double, temperature);
        const std::vector<double> y{0.3, -1, 1.2};
        double sum = 0;
        for (const double each : y)
            sum += std::exp(each / temperature);
        std::array<int, 3> drawnSoOften{};
        Random random(4);
        constexpr int draws = 20000;
        for (int i = 0; i < draws; ++i)
            ++drawnSoOften[std::size_t(drawn(y, temperature, random.uniform()))];
        for (std::size_t i = 0; i < y.size(); ++i)
            QVERIFY(std::abs(double(drawnSoOften[i]) / draws - std::exp(y[i] / temperature) / sum) < 0.015);
    }

    void whatCannotWriteIsRefused()
    {
        Circle circle;
        QVERIFY(!generateText(circle.spec, circle.parameters, circle.alphabet, {}, {}).ok());
        QVERIFY(!generateText(circle.spec, circle.parameters, {"a", "b"}, {0}, {}).ok());
        QVERIFY(!generateText(circle.spec, circle.parameters, circle.alphabet, {0}, {.temperature = -1}).ok());
        QVERIFY(!generateText(circle.spec, circle.parameters, circle.alphabet, {40'000'000}, {}).ok());
        QVERIFY(!generateText(circle.spec, circle.parameters, circle.alphabet, {-1}, {}).ok());
        circle.spec.bidirectional = true;
        QVERIFY(!generateText(circle.spec, circle.parameters, circle.alphabet, {0}, {}).ok());
    }
};

QTEST_GUILESS_MAIN(GenerationTest)
#include "generation_test.moc"
