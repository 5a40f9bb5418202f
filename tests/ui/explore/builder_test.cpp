// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/explore/open_place.h"
#include "ui/explore/bars/message_bar.h"
#include "ui/explore/builder/builder_panel.h"
#include "ui/explore/builder/network_form.h"
#include "ui/explore/builder/numbers_form.h"
#include "ui/explore/builder/parameter_counts.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QUndoStack>

using namespace gatescope;
using namespace gatescope::testing;

namespace {

qint64 total(const NetworkSpec &spec)
{
    qint64 sum = 0;
    for (const ParameterCount &count : parameterCounts(spec))
        sum += count.count;
    return sum;
}

} // namespace

class BuilderTest : public QObject
{
    Q_OBJECT
private slots:
    void parameterCountsAreTheReferences();
    void sharedShapesAreCountedInFormulaAndNumbers();
    void aRefusalSetsBiasesAsTheStageDoes();
    void otherSizesAreSaidToBeginAnew();
    void builderShowsCountsBeforeAnythingChanges();
    void whatPytorchRefusesIsRefusedInItsWords();
    void whatGatescopeRefusesIsNotPutIntoPytorchsMouth();
    void aHeadWiderThanOneWouldTypeIsKept();
    void changingTheSizeIsUndone();
    void sameFunctionInTheOtherConvention();
    void resetCannotMoveWhereNoWeightsWouldDo();
    void aPresetIsAnEdit();
    void editingAWeightChangesTheTraceAndUndoRestoresIt();
    void textIsNoNumber();
    void selectionFollowsThePlayhead();
};

void BuilderTest::parameterCountsAreTheReferences()
{
    NetworkSpec spec{.cell = CellKind::gru, .inputSize = 10, .hiddenSize = 20};
    QCOMPARE(total(spec), 1920);
    spec.bias = false;
    QCOMPARE(total(spec), 1800);
    spec.bias = true;
    spec.bidirectional = true;
    QCOMPARE(total(spec), 3840);
    spec.layers = 2;
    QCOMPARE(total(spec), 11280);
    spec.layers = 5;
    spec.headOutputs = 7;
    QCOMPARE(total(spec), parameterCount(spec));
    spec.bias = false;
    QCOMPARE(total(spec), parameterCount(spec)); // the head's bias has a switch of its own
    spec.headBias = false;
    QCOMPARE(total(spec), parameterCount(spec));
    NetworkSpec options{.cell = CellKind::gru, .inputSize = 3, .hiddenSize = 4, .layers = 3, .headOutputs = 5};
    options.layerNorm = true;
    options.headReads = HeadReads::attention;
    QCOMPARE(total(options), parameterCount(options));
    options.headReads = HeadReads::everyStep;
    options.decoder = true;
    QCOMPARE(total(options), parameterCount(options));
    QCOMPARE(total({.cell = CellKind::lstm, .inputSize = 10, .hiddenSize = 20}), 2560);
    QCOMPARE(total({.cell = CellKind::rnn, .inputSize = 10, .hiddenSize = 20}), 640);
}

void BuilderTest::sharedShapesAreCountedInFormulaAndNumbers()
{
    const auto biases = [](const NetworkSpec &spec) {
        const QList<ParameterCount> counts = parameterCounts(spec);
        const auto found
            = std::ranges::find_if(counts, [](const auto &count) { return count.name.startsWith("bias_ih"); });
        return found->formula + " = " + found->shape;
    };
    NetworkSpec spec{.cell = CellKind::gru, .inputSize = 3, .hiddenSize = 8};
    QCOMPARE(biases(spec), QStringLiteral("2 · 3H = 2 · 24"));
    spec.bidirectional = true;
    QCOMPARE(biases(spec), QStringLiteral("2 · 2 · 3H = 2 · 2 · 24"));
    QCOMPARE(biases({.cell = CellKind::lstm, .inputSize = 3, .hiddenSize = 8}), QStringLiteral("2 · 4H = 2 · 32"));
}

void BuilderTest::otherSizesAreSaidToBeginAnew()
{
    Open open(spelling({.hiddenSize = 4}));
    auto *message = open.place.findChild<MessageBar *>();
    auto *hidden = open.child<QSpinBox>("Hidden size");
    hidden->setValue(6);
    emit hidden->editingFinished();
    open.document.waitForRecord();
    QVERIFY2(message->message().contains("new random weights"), qPrintable(message->message()));
    open.document.undoStack().undo();
    open.document.waitForRecord();
    QVERIFY(message->message().isEmpty());
}

/// A refusal speaks of b_hn, which no file has: the index is lowered, as on the stage.
void BuilderTest::aRefusalSetsBiasesAsTheStageDoes()
{
    Open open(spelling({.hiddenSize = 4}));
    auto *message = open.place.findChild<MessageBar *>();
    const QString refusal = u"x.csv: no weights can do this: r∘(U h + b_hn) in bias_hh_l0, 1 < 2."_qs;
    open.place.setMessage(refusal);
    QCOMPARE(message->message(), refusal);
    const auto *label = message->findChild<QLabel *>();
    QCOMPARE(label->accessibleName(), message->message());
    QTextDocument shown;
    shown.setHtml(label->text());
    QCOMPARE(shown.toPlainText(), QString(refusal).replace("b_hn", "bhn"));
    QStringList slanted;
    for (QTextBlock block = shown.begin(); block.isValid(); block = block.next())
        for (auto piece = block.begin(); !piece.atEnd(); ++piece)
            if (piece.fragment().charFormat().fontItalic())
                slanted += piece.fragment().text();
    QCOMPARE(slanted, QStringList({"b", "hn"})); // a file's name is no letter of a step
}

void BuilderTest::builderShowsCountsBeforeAnythingChanges()
{
    Open open(spelling({.hiddenSize = 4}));
    NetworkForm &form = open.place.builder().network();
    open.child<QSpinBox>("Hidden size")->setValue(9);
    QCOMPARE(form.draft().hiddenSize, 9);
    QCOMPARE(open.document.experiment().spec.hiddenSize, 4);
    QVERIFY(form.refusal().isEmpty());
}

void BuilderTest::whatPytorchRefusesIsRefusedInItsWords()
{
    Open open(spelling({.hiddenSize = 4}));
    const Experiment before = open.document.experiment();
    NetworkForm &form = open.place.builder().network();
    auto *hidden = open.child<QSpinBox>("Hidden size");
    hidden->setValue(0);
    QVERIFY(form.refusal().contains("hidden_size must be greater than zero"));
    emit hidden->editingFinished();
    QVERIFY(open.document.experiment() == before);
    QCOMPARE(open.document.undoStack().count(), 0);
    hidden->setValue(4);
    open.child<QSpinBox>("Layers")->setValue(0);
    QVERIFY(form.refusal().contains("num_layers must be greater than zero"));
}

void BuilderTest::whatGatescopeRefusesIsNotPutIntoPytorchsMouth()
{
    Open open(spelling({.hiddenSize = 4}));
    const Experiment before = open.document.experiment();
    NetworkForm &form = open.place.builder().network();
    auto *hidden = open.child<QSpinBox>("Hidden size");
    hidden->setValue(20000);
    QVERIFY(form.refusal().contains("100 million"));
    QVERIFY(!form.refusal().contains("PyTorch"));
    emit hidden->editingFinished(); // nothing of that size is allocated
    QVERIFY(open.document.experiment() == before);
    hidden->setValue(0);
    QVERIFY(form.refusal().startsWith("PyTorch would say"));
}

void BuilderTest::aHeadWiderThanOneWouldTypeIsKept()
{
    Experiment words = counting({.hiddenSize = 1});
    words.spec.headOutputs = 128'000;
    words.parameters = initialParameters(words.spec, 3);
    words.objective = naturalObjective(words.spec, words.input);
    Document document(std::make_unique<ReferenceBackend>());
    NetworkForm form(document);
    QVERIFY(document.open(words));
    QCOMPARE(form.draft().headOutputs, 128'000);
    for (auto *field : form.findChildren<QSpinBox *>()) {
        if (field->accessibleName() == "Hidden size")
            emit field->editingFinished();
    }
    QVERIFY(document.experiment() == words);
}

void BuilderTest::changingTheSizeIsUndone()
{
    Open open(spelling({.hiddenSize = 4}));
    const Experiment before = open.document.experiment();
    auto *hidden = open.child<QSpinBox>("Hidden size");
    hidden->setValue(6);
    emit hidden->editingFinished();
    open.document.waitForRecord();
    QCOMPARE(open.document.record().spec().hiddenSize, 6);
    open.document.undoStack().undo();
    QVERIFY(open.document.experiment() == before);
    QCOMPARE(hidden->value(), 4);
}

void BuilderTest::sameFunctionInTheOtherConvention()
{
    Open open(spelling({.hiddenSize = 4}));
    const Record before = open.document.record();
    open.withText<QAbstractButton>("Turn z round, same function")->click();
    open.document.waitForRecord();
    const Record after = open.document.record();
    QVERIFY(after.spec().update == UpdateMeaning::overwrites);
    QVERIFY(std::abs(after.trace->output(3, 0, 2) - before.trace->output(3, 0, 2)) < 1e-14);
    const auto z = [](const Record &record) { return record.trace->layers[0][Part::update](2, 0, 1); };
    QVERIFY(std::abs(z(before) + z(after) - 1) < 1e-14);
}

void BuilderTest::resetCannotMoveWhereNoWeightsWouldDo()
{
    Open open(spelling({.hiddenSize = 4}));
    const Experiment before = open.document.experiment();
    QSignalSpy refused(&open.place.builder(), &BuilderPanel::refused);
    open.withText<QAbstractButton>("Move the reset, same function")->click();
    QCOMPARE(refused.size(), 1);
    QVERIFY(!refused[0][0].toString().isEmpty());
    QVERIFY(open.document.experiment() == before);
}

void BuilderTest::aPresetIsAnEdit()
{
    Open open(spelling({.hiddenSize = 4}));
    auto *choice = open.child<QComboBox>("Begin with");
    const int index = choice->findText("nn.GRU(10, 20, num_layers=2, bidirectional=True)");
    QVERIFY(index >= 0);
    emit choice->activated(index);
    open.document.waitForRecord();
    NetworkSpec spec = open.document.record().spec();
    QCOMPARE(recurrentParameterCount(spec), 11280);
    open.document.undoStack().undo();
    QCOMPARE(open.document.experiment().spec.hiddenSize, 4);
}

void BuilderTest::editingAWeightChangesTheTraceAndUndoRestoresIt()
{
    Open open(spelling({.hiddenSize = 4}));
    NumbersForm &numbers = open.place.builder().numbers();
    numbers.showSource("weight_hh_l0");
    NumbersModel &model = numbers.model();
    QCOMPARE(model.headerData(5, Qt::Vertical, Qt::DisplayRole).toString(), QStringLiteral("z 1"));
    QCOMPARE(model.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("h 3"));
    const auto z = [&] { return open.document.record().trace->layers[0][Part::update](2, 0, 1); };
    const double before = z();
    QVERIFY(model.setData(model.index(5, 3), "2.5", Qt::EditRole));
    open.document.waitForRecord();
    QCOMPARE(open.document.experiment().parameters.layers[0].U(5, 3), 2.5);
    QVERIFY(z() != before);
    open.document.undoStack().undo();
    open.document.waitForRecord();
    QCOMPARE(z(), before);
}

void BuilderTest::textIsNoNumber()
{
    Open open(counting({.hiddenSize = 4}));
    NumbersModel &model = open.place.builder().numbers().model();
    QSignalSpy refused(&model, &NumbersModel::refused);
    const Experiment before = open.document.experiment();
    QVERIFY(!model.setData(model.index(0, 0), "much", Qt::EditRole));
    QVERIFY(refused.last()[0].toString().contains("much"));
    QVERIFY(!model.setData(model.index(0, 0), "nan", Qt::EditRole));
    QVERIFY(open.document.experiment() == before);
    open.place.builder().numbers().showSource("input x, sequence 1");
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.setData(model.index(1, 2), "-1.5e-1", Qt::EditRole));
    QCOMPARE(std::get<NumberInput>(open.document.experiment().input.source).sequences[1](1, 2), -0.15);
    open.place.builder().numbers().showSource("initial state h0, layer 0");
    QVERIFY(model.setData(model.index(0, 3), "0.25", Qt::EditRole));
    QCOMPARE(open.document.experiment().input.h0[0](0, 3), 0.25);
}

void BuilderTest::selectionFollowsThePlayhead()
{
    Open open(spelling({.hiddenSize = 4}));
    open.place.setBuilderOpen(true);
    open.place.builder().showNumbers();
    open.playhead.moveTo({.step = 2, .part = 2, .unit = 3});
    const QModelIndex at = open.place.builder().numbers().table().currentIndex();
    QCOMPARE(at.row(), 7);    // z 3
    QCOMPARE(at.column(), 2); // the letter l
}

QTEST_MAIN(BuilderTest)
#include "builder_test.moc"
