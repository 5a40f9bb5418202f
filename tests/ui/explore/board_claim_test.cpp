// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/drawing/drawn_experiments.h"
#include "ui/common/numbers.h"
#include "ui/explore/presenter/board_claim.h"

#include <QTest>

#include <memory>
#include <set>

using namespace gatescope;

namespace {

const std::set<Part> gates{Part::reset, Part::update, Part::inputGate, Part::forgetGate, Part::outputGate};

/// What is said of unit 1 at step 2, where every gate has this value, at the part that makes `made`.
QString said(CellKind cell, Part made, double value, Pass pass = Pass::forward,
             UpdateMeaning update = UpdateMeaning::keeps)
{
    Record record = numbersRecord({.cell = cell});
    const auto trace = std::make_shared<Trace>(*record.trace);
    trace->spec.update = update;
    for (auto &[part, values] : trace->layers.front().parts) {
        if (gates.contains(part))
            values.set(2, 0, 1, value);
    }
    record.trace = trace;
    const auto &parts = describe(cell).stepParts;
    PlayheadState at{.step = 2, .unit = 1, .pass = pass, .level = 1};
    while (parts[std::size_t(at.part)].completes != made)
        ++at.part;
    const BoardClaim claim = boardClaim(sceneOf(record, at));
    return claim.does + ' ' + claim.what;
}

} // namespace

class BoardClaimTest : public QObject
{
    Q_OBJECT

private slots:
    void aGateSaysItsShare();
    void theBlendSaysHowFarTheStateMoves();
    void anUpdateGateThatOverwritesSaysSo();
    void nothingIsRoundedToNoneOrAll();
    void whatIsNoShareSaysNothing();
};

void BoardClaimTest::aGateSaysItsShare()
{
    QCOMPARE(said(CellKind::gru, Part::reset, 0.77), QString("lets by 77 % of the past"));
    QCOMPARE(said(CellKind::gru, Part::update, 0.16), QString("keeps 16 % of its old value"));
    QCOMPARE(said(CellKind::lstm, Part::forgetGate, 0.5), QString("keeps 50 % of the cell's old value"));
    QCOMPARE(said(CellKind::lstm, Part::inputGate, 0.31), QString("lets in 31 % of the candidate"));
    QCOMPARE(said(CellKind::lstm, Part::outputGate, 1), QString("shows 100 % of the squashed cell"));
}

void BoardClaimTest::theBlendSaysHowFarTheStateMoves()
{
    QCOMPARE(said(CellKind::gru, Part::state, 0.62), QString("moves 38 % of the way to the candidate"));
    QCOMPARE(said(CellKind::gru, Part::state, 0.62, Pass::backward), QString("62 % straight back "));
    // The stage writes 0.145 as 0.14 or 0.15, and the percentage is of that number.
    const int shown = qRound(100 * onStage(0.145).toDouble());
    QCOMPARE(said(CellKind::gru, Part::update, 0.145), QString("keeps %1 % of its old value").arg(shown));
}

void BoardClaimTest::anUpdateGateThatOverwritesSaysSo()
{
    const auto overwrites = UpdateMeaning::overwrites;
    QCOMPARE(said(CellKind::gru, Part::update, 0.16, Pass::forward, overwrites),
             QString("overwrites 16 % of its old value"));
    QCOMPARE(said(CellKind::gru, Part::state, 0.16, Pass::forward, overwrites),
             QString("moves 16 % of the way to the candidate"));
    QCOMPARE(said(CellKind::gru, Part::state, 0.16, Pass::backward, overwrites), QString("84 % straight back "));
}

void BoardClaimTest::nothingIsRoundedToNoneOrAll()
{
    QCOMPARE(said(CellKind::gru, Part::update, 0.003), QString("keeps under 1 % of its old value"));
    QCOMPARE(said(CellKind::gru, Part::update, 0.997), QString("keeps over 99 % of its old value"));
    QCOMPARE(said(CellKind::gru, Part::update, 0), QString("keeps 0 % of its old value"));
}

void BoardClaimTest::whatIsNoShareSaysNothing()
{
    QCOMPARE(said(CellKind::gru, Part::candidate, 0.5), QString(" "));
    QCOMPARE(said(CellKind::gru, Part::update, 0.5, Pass::backward), QString(" "));
    QCOMPARE(said(CellKind::lstm, Part::cell, 0.5), QString(" "));
    QCOMPARE(said(CellKind::lstm, Part::state, 0.5), QString(" "));
    QCOMPARE(said(CellKind::rnn, Part::state, 0.5), QString(" "));
}

QTEST_MAIN(BoardClaimTest)
#include "board_claim_test.moc"
