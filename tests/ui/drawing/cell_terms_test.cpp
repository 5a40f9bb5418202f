// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"
#include "ui/drawing/cell/cell_terms.h"
#include "ui/drawing/cell_kinds/gru_moment.h"
#include "ui/drawing/cell_kinds/lstm_moment.h"
#include "ui/drawing/cell_kinds/rnn_moment.h"
#include "ui/drawing/marks/marks.h"

#include <QTest>

#include <functional>
#include <map>
#include <set>

using namespace gatescope;

namespace {

constexpr int step = 2;
constexpr int units = 3;

Experiment network(CellKind cell, ResetPlacement reset)
{
    Experiment experiment;
    experiment.spec.cell = cell;
    experiment.spec.reset = reset;
    experiment.spec.inputSize = 2;
    experiment.spec.hiddenSize = units;
    experiment.spec.headOutputs = 2;
    experiment.parameters = initialParameters(experiment.spec, 7);
    Random random(3);
    NumberInput numbers;
    numbers.sequences.push_back(Matrix::NullaryExpr(5, 2, [&random] { return random.uniform(-1, 1); }));
    experiment.input.source = numbers;
    experiment.objective = naturalObjective(experiment.spec, experiment.input);
    return experiment;
}

Record recordOf(const Experiment &experiment)
{
    return computeRecord(ReferenceBackend(), std::make_shared<Experiment>(experiment)).value();
}

/// Every vector of the step that the cell's picture shows, by its symbol.
using Vectors = std::map<QString, Vector>;

Vectors vectorsOf(const Record &record)
{
    const Scene scene{record, {.step = step}, theme(ThemeName::light)};
    Vectors all{{u"y"_qs, record.trace->headOutput.at(step, 0)}};
    if (record.spec().cell == CellKind::gru) {
        const GruMoment m = gruMoment(scene);
        all.insert({{u"z"_qs, m.z},
                    {u"r"_qs, m.r},
                    {u"u"_qs, m.u},
                    {u"p"_qs, m.p},
                    {u"w"_qs, m.w},
                    {u"n"_qs, m.n},
                    {u"h_new"_qs, m.h}});
    } else if (record.spec().cell == CellKind::lstm) {
        const LstmMoment m = lstmMoment(scene);
        all.insert({{u"f"_qs, m.f},
                    {u"i"_qs, m.i},
                    {u"g"_qs, m.g},
                    {u"o"_qs, m.o},
                    {u"f⊙c"_qs, m.kept},
                    {u"i⊙g"_qs, m.written},
                    {u"c_new"_qs, m.c},
                    {u"tanh c"_qs, m.squashed},
                    {u"h_new"_qs, m.h}});
    } else {
        const RnnMoment m = rnnMoment(scene);
        all.insert({{u"u"_qs, m.u}, {u"w"_qs, m.w}, {u"a"_qs, m.a}, {u"h_new"_qs, m.h}});
    }
    return all;
}

using Units = std::set<std::pair<QString, int>>;

/// What becomes of a term, step for step along the table; not what becomes of vectors that are held.
Units reached(const Term &from, const Flows &flows, const std::set<QString> &held)
{
    Units found;
    std::vector<Term> open{from};
    while (!open.empty()) {
        const Term term = open.back();
        open.pop_back();
        for (const Term &next : consumersOf(term, flows)) {
            if (held.contains(next.symbol))
                continue;
            const int count = next.symbol == u"y" ? 2 : units;
            for (int unit = next.unit < 0 ? 0 : next.unit; unit < (next.unit < 0 ? count : next.unit + 1); ++unit) {
                if (found.insert({next.symbol, unit}).second)
                    open.push_back({next.symbol, unit});
            }
        }
    }
    return found;
}

Units changed(const Vectors &one, const Vectors &other, const std::set<QString> &held)
{
    Units found;
    for (const auto &[symbol, values] : one) {
        for (int unit = 0; !held.contains(symbol) && unit < values.size(); ++unit) {
            if (std::abs(values[unit] - other.at(symbol)[unit]) > 1e-9)
                found.insert({symbol, unit});
        }
    }
    return found;
}

QString text(const Units &shown)
{
    QStringList words;
    for (const auto &[symbol, unit] : shown)
        words += u"%1[%2]"_qs.arg(symbol).arg(unit);
    return words.join(u' ');
}

/// Holds a recorded vector at the numbers that it has.
void hold(Experiment &experiment, const Record &record, Part part, int at, int nudged = -1)
{
    for (int unit = 0; unit < units; ++unit) {
        const double value = record.trace->layers[0][part](at, 0, unit) + (unit == nudged ? 0.05 : 0);
        experiment.pins.push_back({.part = part, .unit = unit, .firstStep = at, .lastStep = at, .value = value});
    }
}

} // namespace

class CellTermsTest : public QObject
{
    Q_OBJECT

private slots:
    void nudgingAValueChangesItsConsumersAndNothingElse_data()
    {
        QTest::addColumn<int>("cell");
        QTest::addColumn<int>("reset");
        QTest::newRow("gru") << int(CellKind::gru) << int(ResetPlacement::after);
        QTest::newRow("gru, reset before") << int(CellKind::gru) << int(ResetPlacement::before);
        QTest::newRow("lstm") << int(CellKind::lstm) << int(ResetPlacement::after);
        QTest::newRow("rnn") << int(CellKind::rnn) << int(ResetPlacement::after);
    }
    /// Every recorded vector but one is held at its numbers; then a number that can be set is nudged. What changes must
    /// be what the table says.
    void nudgingAValueChangesItsConsumersAndNothingElse()
    {
        QFETCH(int, cell);
        QFETCH(int, reset);
        const Experiment plain = network(CellKind(cell), ResetPlacement(reset));
        const Record record = recordOf(plain);
        const Flows &flows = flowsOf(plain.spec);
        std::vector<Part> parts;
        for (const Part part : describe(plain.spec.cell).recorded) {
            if (canBePinned(plain.spec.cell, part))
                parts.push_back(part);
        }
        std::vector<std::optional<Part>> free(parts.begin(), parts.end());
        free.emplace_back(); // all are free
        for (const std::optional<Part> only : free) {
            std::set<QString> held;
            for (const Part part : parts) {
                if (only && part != *only)
                    held.insert(symbolOfPart(part));
            }
            for (const auto &[term, nudge] : nudges(plain, record, parts)) {
                Experiment still = plain;
                hold(still, record, Part::state, step - 1);
                if (describe(plain.spec.cell).hasCellState)
                    hold(still, record, Part::cell, step - 1);
                Experiment moved = still;
                std::set<QString> besides = held;
                besides.insert(term.symbol);
                for (Experiment *experiment : {&still, &moved}) {
                    for (const Part part : parts) {
                        if (held.contains(symbolOfPart(part)) && symbolOfPart(part) != term.symbol)
                            hold(*experiment, record, part, step);
                    }
                }
                nudge(moved);
                const Units expected = reached(term, flows, besides);
                const Units found = changed(vectorsOf(recordOf(still)), vectorsOf(recordOf(moved)), besides);
                QVERIFY2(found == expected,
                         qPrintable(u"%1[%2], %3 held: changed %4; the table says %5"_qs.arg(term.symbol)
                                        .arg(term.unit)
                                        .arg(held.size())
                                        .arg(text(found), text(expected))));
            }
        }
    }

    void whatIsFedFeeds()
    {
        for (const CellKind kind : {CellKind::gru, CellKind::lstm, CellKind::rnn}) {
            NetworkSpec spec;
            spec.cell = kind;
            const Flows &flows = flowsOf(spec);
            for (const Flow &flow : flows) {
                const Term made{QString::fromUtf16(flow.to.data(), qsizetype(flow.to.size())), 1};
                const std::vector<Term> inputs = inputsOf(made, flows);
                QVERIFY(!inputs.empty());
                for (const Term &input : inputs) {
                    QVERIFY2(std::ranges::any_of(consumersOf(input, flows),
                                                 [&](const Term &term) { return sameTerm(term, made); }),
                             qPrintable(input.symbol));
                }
            }
        }
    }

    void theGateOfOneUnitReadsAllOfTheStateAndFeedsOneUnit()
    {
        const Record record = recordOf(network(CellKind::gru, ResetPlacement::after));
        Scene scene{record, {.step = step}, theme(ThemeName::light)};
        scene.lit = {u"z"_qs, 2};
        const Lighting lighting(scene);
        QVERIFY(lighting.isFull(Term{u"z"_qs, 2}) && !lighting.isFull(Term{u"z"_qs, 1}));
        QVERIFY(lighting.isFull(Term{u"h"_qs, 0}) && lighting.isFull(Term{u"h"_qs, 1})
                && lighting.isFull(Term{u"x"_qs, 1}));
        QVERIFY(lighting.isFull(Term{u"h_new"_qs, 2}) && !lighting.isFull(Term{u"h_new"_qs, 0}));
        QVERIFY(lighting.isFull(Term{u"U_z"_qs}) && !lighting.isFull(Term{u"U_r"_qs})
                && !lighting.isFull(Term{u"n"_qs, 2}));
        QVERIFY(lighting.isFull(u"h", u"z") && lighting.isFull(u"z", u"h_new") && !lighting.isFull(u"h", u"r"));
        QVERIFY2(!lighting.isFull(u"h", u"h_new"), "the conveyor is no way to the gate");
    }

    void lettersOfAFormulaHaveBoxesOneAfterTheOther()
    {
        const QString markup = u"[z]z_{2}[/] *=* *σ*(W_{z}*·*[x]x[/] *+* U_{z}*·*[h]h_{t−1}[/] *+* b_{z}*)*"_qs;
        const QList<MathTerm> terms = mathTerms(markup, 21);
        const QStringList names{u"z_{2}"_qs, u"W_{z}"_qs, u"x"_qs, u"U_{z}"_qs, u"h_{t−1}"_qs, u"b_{z}"_qs};
        QCOMPARE(terms.size(), names.size());
        double right = 0;
        for (qsizetype i = 0; i < terms.size(); ++i) {
            QCOMPARE(terms[i].name, names[i]);
            QVERIFY(terms[i].box.left() >= right && terms[i].box.width() > 4);
            right = terms[i].box.right();
        }
        QVERIFY(right <= mathWidth(markup, 21));
        QCOMPARE(terms[0].role, std::optional(Role::keeps));
        QCOMPARE(terms[0].box.left(), 0.0);
        QCOMPARE(terms[0].box.right(), mathWidth(u"[z]z_{2}[/]"_qs, 21));
        QVERIFY2(mathTerms(u"*tanh(1 − 0.5)*"_qs, 21).isEmpty(), "what is upright is a function or a number");
        QCOMPARE(mathTerms(u"[g]∂L/∂z_{2}[/]"_qs, 21).first().name, u"∂L/∂z_{2}"_qs);
        QCOMPARE(mathTerms(u"U_{n}^{*T*}"_qs, 21).first().name, u"U_{n}"_qs);
        QCOMPARE(mathTerms(u"h̃_{2}"_qs, 21).first().name, u"h̃_{2}"_qs);
    }

    void lettersStandForTheCellsTerms()
    {
        const Record record = recordOf(network(CellKind::gru, ResetPlacement::after));
        Scene scene{record, {.step = step, .unit = 1}, theme(ThemeName::light)};
        const TermNames names(scene);
        QCOMPARE(names.named(u"z_{2}"_qs), (Term{u"z"_qs, 2}));
        QCOMPARE(names.named(u"h_{t, 2}"_qs), (Term{u"h_new"_qs, 2}));
        QCOMPARE(names.named(u"h_{t−1, 2}"_qs), (Term{u"h"_qs, 2}));
        QCOMPARE(names.named(u"h"_qs), (Term{u"h"_qs, -1}));
        QCOMPARE(names.named(u"W_{z}"_qs), (Term{u"W_z"_qs, 1}));
        QCOMPARE(names.named(u"b_{hn}"_qs), (Term{u"b_hn"_qs, 1}));
        QCOMPARE(names.named(u"∂L/∂z_{2}"_qs), (Term{u"z"_qs, 2}));
        QVERIFY(!names.named(u"∂L/∂a_{z, 2}"_qs) && !names.named(u"L"_qs) && !names.named(u"c_{t}"_qs)
                && !names.named({}));
        scene.candidateLetter = u"h̃"_qs;
        QCOMPARE(TermNames(scene).named(u"h̃_{2}"_qs), (Term{u"n"_qs, 2}));
        QCOMPARE(TermNames(scene).named(u"U_{h̃}"_qs), (Term{u"U_n"_qs, 1}));
    }

private:
    using Nudge = std::function<void(Experiment &)>;

    /// One number of everything that can be set, and how to set it.
    static std::vector<std::pair<Term, Nudge>> nudges(const Experiment &plain, const Record &record,
                                                      const std::vector<Part> &parts)
    {
        std::vector<std::pair<Term, Nudge>> all;
        for (const Part part : parts)
            all.push_back(
                {{symbolOfPart(part), 1}, [&record, part](Experiment &e) { hold(e, record, part, step, 1); }});
        std::vector<Part> kept{Part::state};
        if (describe(plain.spec.cell).hasCellState)
            kept.push_back(Part::cell);
        for (const Part part : kept) {
            const QString symbol = QString::fromUtf8(describe(part).symbol.data());
            all.push_back({{symbol, 1}, [part](Experiment &e) {
                               for (Pin &pin : e.pins) {
                                   if (pin.part == part && pin.firstStep == step - 1 && pin.unit == 1)
                                       pin.value += 0.05;
                               }
                           }});
        }
        all.push_back(
            {{u"x"_qs, 1}, [](Experiment &e) { std::get<NumberInput>(e.input.source).sequences[0](step, 1) += 0.05; }});
        const auto &blocks = describe(plain.spec.cell).blocks;
        for (int block = 0; block < int(blocks.size()); ++block) {
            const QString letter = QString::fromUtf8(blocks[block].letter.data());
            const int row = block * units + 1;
            all.push_back({{u"W_"_qs + letter, 1}, [row](Experiment &e) { e.parameters.layers[0].W(row, 0) += 0.05; }});
            all.push_back({{u"U_"_qs + letter, 1}, [row](Experiment &e) { e.parameters.layers[0].U(row, 2) += 0.05; }});
        }
        return all;
    }
};

QTEST_MAIN(CellTermsTest)
#include "cell_terms_test.moc"
