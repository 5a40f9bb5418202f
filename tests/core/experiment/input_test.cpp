// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/example_input.h"
#include "core/experiment/input/input.h"

#include <QTest>

using namespace gatescope;

namespace {

NetworkSpec gru(int inputs, int embeddingRows = 0)
{
    NetworkSpec spec;
    spec.inputSize = inputs;
    spec.hiddenSize = 2;
    spec.embeddingRows = embeddingRows;
    return spec;
}

Input letters(std::vector<std::string> alphabet, std::vector<std::string> texts)
{
    Input input;
    input.source = CharacterInput{std::move(alphabet), std::move(texts)};
    return input;
}

Input tokens(std::vector<std::vector<int>> sequences)
{
    Input input;
    input.source = TokenInput{std::move(sequences)};
    return input;
}

Input numbers(std::vector<Matrix> sequences, std::vector<std::string> features = {})
{
    Input input;
    input.source = NumberInput{std::move(features), std::move(sequences)};
    return input;
}

Result<Batch> batchOf(const Input &input, const NetworkSpec &spec)
{
    return toBatch(input, spec, initialParameters(spec, 1));
}

QString refusal(const Input &input, const NetworkSpec &spec)
{
    const auto batch = batchOf(input, spec);
    return batch ? QString("accepted") : QString::fromStdString(batch.error().english());
}

} // namespace

class InputTest : public QObject
{
    Q_OBJECT

private slots:
    void eachLetterIsOneHot();
    void lettersWithAnEmbeddingReadItsRows();
    void tokensReadTheRowsOfTheEmbedding();
    void numbersArePaddedToTheLongest();
    void unknownLetterIsNamedWithItsPlace();
    void placesCountCharactersNotBytes();
    void spaceAndNewLineAreShownInSentences();
    void emptySequencesAreRefused();
    void alphabetMustFitTheNetwork();
    void alphabetMustBeDistinctLetters();
    void textMustBeUtf8();
    void rowsThatTheEmbeddingLacksAreRefused();
    void tokensNeedAnEmbedding();
    void raggedNumbersAreRefused();
    void wrongNumberOfFeaturesIsRefusedInPyTorchsWords();
    void numbersThatAreNotFiniteAreRefused();
    void initialStateMustFit();
    void recordThatWouldFillTheMemoryIsRefused();
    void lengthsCountCharacters();
    void labelsAreShort();
    void stepsThatReadSomethingElseAreCounted();
    void inputsOfOtherShapesAreDifferent();
    void tablesBecomeSequences();
    void noExampleButTheFirstBeginsLikePadding();
};

void InputTest::noExampleButTheFirstBeginsLikePadding()
{
    const auto batch = batchOf(exampleInput(gru(3), {6, 3, 1, 1, 1, 1, 1}), gru(3));
    QVERIFY(batch);
    QVERIFY(batch->x.at(0, 0).isZero()); // a lesson looks at a step of zeros
    for (int n = 1; n < batch->sequences(); ++n)
        QVERIFY2(batch->x.at(0, n).norm() > 0.2, std::to_string(n).c_str());
}

void InputTest::eachLetterIsOneHot()
{
    const auto batch = batchOf(letters({"a", "b", "ü"}, {"bü", "a"}), gru(3));
    QVERIFY(batch);
    QCOMPARE(batch->lengths, (std::vector{2, 1}));
    QVERIFY(batch->x.at(0, 0) == (Vector{{0, 1, 0}}));
    QVERIFY(batch->x.at(1, 0) == (Vector{{0, 0, 1}}));
    QVERIFY(batch->x.at(0, 1) == (Vector{{1, 0, 0}}));
    QVERIFY(batch->x.at(1, 1) == (Vector{{0, 0, 0}}));
    QVERIFY(batch->embeddingRows.empty());
}

void InputTest::lettersWithAnEmbeddingReadItsRows()
{
    const NetworkSpec spec = gru(5, 3);
    const Parameters parameters = initialParameters(spec, 1);
    const auto batch = toBatch(letters({"a", "b", "c"}, {"ca"}), spec, parameters);
    QVERIFY(batch);
    QVERIFY(batch->x.at(0, 0) == parameters.embedding->row(2).transpose());
    QVERIFY(batch->x.at(1, 0) == parameters.embedding->row(0).transpose());
    QCOMPARE(batch->embeddingRows, (std::vector<std::vector<int>>{{2, 0}}));
}

void InputTest::tokensReadTheRowsOfTheEmbedding()
{
    const NetworkSpec spec = gru(5, 9);
    const Parameters parameters = initialParameters(spec, 1);
    const auto batch = toBatch(tokens({{8}, {0, 4}}), spec, parameters);
    QVERIFY(batch);
    QCOMPARE(batch->lengths, (std::vector{1, 2}));
    QVERIFY(batch->x.at(0, 0) == parameters.embedding->row(8).transpose());
    QVERIFY(batch->x.at(1, 1) == parameters.embedding->row(4).transpose());
    QVERIFY(batch->x.at(1, 0).isZero(0));
    QCOMPARE(batch->embeddingRows, (std::vector<std::vector<int>>{{8}, {0, 4}}));
}

void InputTest::numbersArePaddedToTheLongest()
{
    Input input = numbers({Matrix{{1, 2}}, Matrix{{3, 4}, {5, 6}}});
    input.h0 = {Matrix{{0.5, 0.25}, {1, 2}}};
    const auto batch = batchOf(input, gru(2));
    QVERIFY(batch);
    QCOMPARE(batch->lengths, (std::vector{1, 2}));
    QVERIFY(batch->x.at(0, 0) == (Vector{{1, 2}}));
    QVERIFY(batch->x.at(1, 0).isZero(0));
    QVERIFY(batch->x.at(1, 1) == (Vector{{5, 6}}));
    QVERIFY(batch->h0 == input.h0);
}

void InputTest::unknownLetterIsNamedWithItsPlace()
{
    QCOMPARE(refusal(letters({"a", "b"}, {"ab", "aHb"}), gru(2)),
             "Letter 1 of text 1: “H” is not in the network's alphabet, which is a b.");
}

void InputTest::placesCountCharactersNotBytes()
{
    QCOMPARE(refusal(letters({"ä", "b"}, {"ääb😀"}), gru(2)),
             "Letter 3 of the text: “😀” is not in the network's alphabet, which is ä b.");
}

void InputTest::spaceAndNewLineAreShownInSentences()
{
    QCOMPARE(refusal(letters({"a", " "}, {"a\na"}), gru(2)),
             "Letter 1 of the text: “⏎” is not in the network's alphabet, which is a ␣.");
}

void InputTest::emptySequencesAreRefused()
{
    QCOMPARE(refusal(letters({"a"}, {"a", ""}), gru(1)),
             "Sequence 1 is empty; a network needs at least one step to read.");
    QVERIFY(refusal(letters({"a"}, {}), gru(1)).startsWith("The input has no sequence"));
    QVERIFY(refusal(tokens({{}}), gru(2, 2)).startsWith("Sequence 0 is empty"));
    QVERIFY(refusal(numbers({Matrix(0, 2)}), gru(2)).startsWith("Sequence 0 is empty"));
    QVERIFY(refusal(numbers({}), gru(2)).startsWith("The input has no sequence"));
}

void InputTest::alphabetMustFitTheNetwork()
{
    QCOMPARE(refusal(letters({"a", "b"}, {"a"}), gru(3)),
             "The alphabet has 2 letters, but the network reads 3 inputs; each letter needs its own.");
    QCOMPARE(refusal(letters({"a", "b"}, {"a"}), gru(2, 3)),
             "The alphabet has 2 letters, but the embedding has 3 rows; each letter needs its own.");
}

void InputTest::alphabetMustBeDistinctLetters()
{
    QCOMPARE(refusal(letters({"a", "a"}, {"a"}), gru(2)), "The letter “a” stands twice in the alphabet.");
    QCOMPARE(refusal(letters({"a", "bc"}, {"a"}), gru(2)), "Letter 1 of the alphabet is not one character of UTF-8.");
    QCOMPARE(refusal(letters({"a", ""}, {"a"}), gru(2)), "Letter 1 of the alphabet is not one character of UTF-8.");
    QCOMPARE(refusal(letters({"a", "\xC3"}, {"a"}), gru(2)), "Letter 1 of the alphabet is not one character of UTF-8.");
}

void InputTest::textMustBeUtf8()
{
    QCOMPARE(refusal(letters({"a", "ä"}, {"ää\xFF"}), gru(2)),
             "Text 0: The text is not UTF-8 at byte 4, after 2 characters.");
    QVERIFY(!charactersOf("\xED\xA0\x80")); // a surrogate
    QCOMPARE(charactersOf("aü😀").value(), (std::vector<std::string>{"a", "ü", "😀"}));
}

void InputTest::rowsThatTheEmbeddingLacksAreRefused()
{
    QCOMPARE(refusal(tokens({{0}, {1, 3}}), gru(2, 3)),
             "Sequence 1, step 1: token 3 is not a row of the embedding, which has rows 0 to 2.");
    QVERIFY(refusal(tokens({{-1}}), gru(2, 3)).startsWith("Sequence 0, step 0: token -1"));
    const NetworkSpec spec = gru(2, 3);
    Parameters parameters = initialParameters(spec, 1);
    parameters.embedding.reset();
    QVERIFY(!toBatch(tokens({{0}}), spec, parameters));
}

void InputTest::tokensNeedAnEmbedding()
{
    QVERIFY(refusal(tokens({{0}}), gru(2)).startsWith("The input is token numbers, but the network has no embedding"));
}

void InputTest::raggedNumbersAreRefused()
{
    QCOMPARE(refusal(numbers({Matrix(1, 2), Matrix(1, 3)}), gru(2)),
             "Sequence 1 has 3 numbers at each step, sequence 0 has 2; all need the same.");
    QCOMPARE(refusal(numbers({Matrix::Zero(1, 2)}, {"one"}), gru(2)),
             "The input names 1 features, but has 2 numbers at each step.");
}

void InputTest::wrongNumberOfFeaturesIsRefusedInPyTorchsWords()
{
    QVERIFY(refusal(numbers({Matrix::Zero(1, 7)}), gru(3))
                .startsWith("input.size(-1) must be equal to input_size. Expected 3, got 7"));
}

void InputTest::numbersThatAreNotFiniteAreRefused()
{
    QVERIFY(refusal(numbers({Matrix{{0, 1}, {0, std::nan("")}}}), gru(2)).contains("step 1 of sequence 0"));
}

void InputTest::initialStateMustFit()
{
    Input input = numbers({Matrix::Zero(3, 2)});
    input.h0 = {Matrix::Zero(2, 2)};
    QVERIFY(refusal(input, gru(2)).startsWith("Expected hidden size (1, 1, 2), got [1, 2, 2]"));
    input.h0.clear();
    input.c0 = {Matrix::Zero(1, 2)};
    QVERIFY(refusal(input, gru(2)).contains("has no cell state"));
}

void InputTest::recordThatWouldFillTheMemoryIsRefused()
{
    // One long text and many short ones: all would be padded to the longest.
    std::vector<std::string> texts(30'000, "a");
    texts[0].assign(30'000, 'a');
    QCOMPARE(refusal(letters({"a"}, std::move(texts)), gru(1)),
             "The input is too long for this network: 30000 sequences of up to 30000 steps would fill a record of 9900 "
             "million numbers, and 134 million fit; shorten it or split it.");
}

void InputTest::lengthsCountCharacters()
{
    const Input input = letters({}, {"aü😀", "b"});
    QCOMPARE(input.sequences(), 2);
    QCOMPARE(input.length(0), 3);
    QCOMPARE(input.length(1), 1);
    QCOMPARE(input.longest(), 3);
    QCOMPARE(tokens({{1, 2}}).length(0), 2);
    QCOMPARE(numbers({Matrix::Zero(4, 2)}).length(0), 4);
}

void InputTest::labelsAreShort()
{
    const Input text = letters({}, {"aü b\n"});
    QCOMPARE(stepLabel(text, 0, 1), "ü");
    QCOMPARE(stepLabel(text, 0, 2), "␣");
    QCOMPARE(stepLabel(text, 0, 3), "b");
    QCOMPARE(stepLabel(text, 0, 4), "⏎");
    QCOMPARE(stepLabel(tokens({{1, 42}}), 0, 1), "42");
    const Input values = numbers({Matrix{{0.5, -1, 1.0 / 3}, {1234.4, 1e-7, 0}}, Matrix{{1, 2, 3, 4}}});
    QCOMPARE(stepLabel(values, 0, 0), "0.5, -1, 0.333");
    QCOMPARE(stepLabel(values, 0, 1), "1234, 1e-07, 0");
    QCOMPARE(stepLabel(values, 1, 0), "1, 2, 3, …");
}

void InputTest::stepsThatReadSomethingElseAreCounted()
{
    QCOMPARE(stepsThatDiffer(letters({}, {"hällo", "ab"}), letters({}, {"hallo", "ac"})), 2);
    QCOMPARE(stepsThatDiffer(tokens({{1, 2, 3}}), tokens({{1, 7, 4}})), 2);
    QCOMPARE(stepsThatDiffer(numbers({Matrix{{1, 2}, {3, 4}}}), numbers({Matrix{{1, 2}, {3, 5}}})), 1);
    QCOMPARE(stepsThatDiffer(tokens({{1, 2, 3}}), tokens({{1, 2, 3, 4}})), 7);
    QCOMPARE(stepsThatDiffer(tokens({{0}}), numbers({Matrix{{0}}})), 2);
    QCOMPARE(stepsThatDiffer(numbers({Matrix{{1, 2}}}), numbers({Matrix{{1}}})), 1);
}

void InputTest::inputsOfOtherShapesAreDifferent()
{
    QVERIFY(numbers({Matrix::Zero(1, 2)}) == numbers({Matrix::Zero(1, 2)}));
    QVERIFY(numbers({Matrix::Zero(1, 2)}) != numbers({Matrix::Zero(2, 2)}));
    QVERIFY(numbers({Matrix::Zero(1, 2)}) != numbers({Matrix::Ones(1, 2)}));
    Input one = numbers({Matrix::Zero(1, 2)});
    Input other = one;
    one.h0 = {Matrix::Zero(1, 2)};
    QVERIFY(one != other);
    other.h0 = {Matrix::Zero(1, 3)};
    QVERIFY(one != other);
}

void InputTest::tablesBecomeSequences()
{
    const NumberInput input = toNumberInput({{{"a", "b"}, Matrix{{1, 2}}}, {{"a", "b"}, Matrix{{3, 4}, {5, 6}}}});
    QCOMPARE(input.features, (std::vector<std::string>{"a", "b"}));
    QCOMPARE(input.sequences.size(), 2u);
    QCOMPARE(input.sequences[1](1, 0), 5.0);
}

QTEST_GUILESS_MAIN(InputTest)
#include "input_test.moc"
