// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_experiments.h"

#include "ui/drawing/cell/cell_canvas.h"
#include "ui/drawing/cell_kinds/cell_drawing.h"
#include "ui/drawing/stage/stage_drawing.h"

#include <QTest>

using namespace gatescope;

namespace {

const QSizeF board(1468, 748);

struct Drawn {
    QImage image;
    HitAreas areas;
};

Drawn drawn(const Record &record, const Term &lit, const PlayheadState &playhead)
{
    Scene scene{record, playhead, theme(ThemeName::light)};
    scene.lit = lit;
    Drawn result;
    result.image = pictureOf([&](QPainter &painter, const QSizeF &size,
                                 const Scene &of) { return result.areas = drawCell(painter, size, of); },
                             board, scene);
    return result;
}

PlayheadState atEnd(CellKind cell)
{
    return {.step = 2, .part = int(std::ssize(describe(cell).stepParts)) - 1, .unit = 1};
}

QRgb veiled(QRgb pixel)
{
    return blended(QColor(pixel), dimmed, theme(ThemeName::light).paper).rgb();
}

bool isNear(QRgb one, QRgb other)
{
    return std::abs(qRed(one) - qRed(other)) <= 2 && std::abs(qGreen(one) - qGreen(other)) <= 2
        && std::abs(qBlue(one) - qBlue(other)) <= 2;
}

/// The cells of columns: what stands for one unit of a vector of the cell.
std::vector<HitArea> cellsOf(const HitAreas &areas)
{
    std::vector<HitArea> cells;
    std::ranges::copy_if(areas, std::back_inserter(cells), [](const HitArea &area) {
        return area.term.unit >= 0 && area.term.symbol != u"x" && area.says().contains(u", unit "_qs)
            && area.where.height() > 20;
    });
    return cells;
}

} // namespace

class LightingTest : public QObject
{
    Q_OBJECT

private slots:
    void onlyTheLitItsInputsAndItsConsumersStayFull_data()
    {
        QTest::addColumn<int>("cell");
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<QStringList>("vectors");
        QTest::addColumn<QStringList>("alone");
        const auto row = [](CellKind cell, const char *name, const QString &symbol, QStringList vectors,
                            QStringList alone) { QTest::newRow(name) << int(cell) << symbol << vectors << alone; };
        // As the equations say: whole vectors that stay full, and those of which one unit does.
        row(CellKind::gru, "z of a gru", u"z"_qs, {u"h"_qs}, {u"z"_qs, u"h_new"_qs});
        row(CellKind::gru, "p of a gru", u"p"_qs, {}, {u"r"_qs, u"u"_qs, u"p"_qs, u"n"_qs});
        row(CellKind::gru, "h of a gru", u"h"_qs, {u"z"_qs, u"r"_qs, u"u"_qs}, {u"h"_qs, u"h_new"_qs});
        row(CellKind::gru, "new h of a gru", u"h_new"_qs, {}, {u"z"_qs, u"h"_qs, u"n"_qs, u"h_new"_qs});
        row(CellKind::lstm, "f of an lstm", u"f"_qs, {u"h"_qs}, {u"f"_qs, u"f⊙c"_qs});
        row(CellKind::lstm, "new c of an lstm", u"c_new"_qs, {}, {u"f⊙c"_qs, u"i⊙g"_qs, u"c_new"_qs, u"tanh c"_qs});
        row(CellKind::rnn, "a of an rnn", u"a"_qs, {}, {u"u"_qs, u"w"_qs, u"a"_qs, u"h_new"_qs});
    }
    void onlyTheLitItsInputsAndItsConsumersStayFull()
    {
        QFETCH(int, cell);
        QFETCH(QString, symbol);
        QFETCH(QStringList, vectors);
        QFETCH(QStringList, alone);
        const Record record = numbersRecord({.cell = CellKind(cell), .hiddenSize = 8});
        const PlayheadState here = atEnd(CellKind(cell));
        const Drawn plain = drawn(record, {}, here);
        const Drawn lit = drawn(record, {symbol, 4}, here);
        int fullCells = 0, dimCells = 0;
        for (const HitArea &area : cellsOf(plain.areas)) {
            const bool full
                = vectors.contains(area.term.symbol) || (alone.contains(area.term.symbol) && area.term.unit == 4);
            const QRect inner = area.where.adjusted(6, 6, -6, -6).toRect();
            bool differs = false;
            for (int y = inner.top(); y <= inner.bottom(); ++y) {
                for (int x = inner.left(); x <= inner.right(); ++x) {
                    const QRgb before = plain.image.pixel(x, y), after = lit.image.pixel(x, y);
                    const QString where = u"%1 (%2, %3)"_qs.arg(area.says()).arg(x).arg(y);
                    QVERIFY2(full ? after == before : isNear(after, veiled(before)), qPrintable(where));
                    differs = differs || after != before;
                }
            }
            (full ? fullCells : dimCells) += 1;
            QVERIFY(!(full && differs));
        }
        QVERIFY2(fullCells >= vectors.size() * 8 + alone.size(), qPrintable(QString::number(fullCells)));
        QVERIFY(dimCells > 8);
    }

    void nothingMovesWhenSomethingIsLit()
    {
        for (const CellKind cell : {CellKind::gru, CellKind::lstm, CellKind::rnn}) {
            const Record record = numbersRecord({.cell = cell, .hiddenSize = 8});
            for (const Pass pass : {Pass::forward, Pass::backward}) {
                PlayheadState here = atEnd(cell);
                here.pass = pass;
                const Drawn plain = drawn(record, {}, here);
                const Drawn lit = drawn(record, {u"h_new"_qs, 3}, here);
                QVERIFY(lit.image != plain.image);
                QCOMPARE(lit.areas.size(), plain.areas.size());
                for (std::size_t i = 0; i < plain.areas.size(); ++i) {
                    QCOMPARE(lit.areas[i].where, plain.areas[i].where);
                    QCOMPARE(lit.areas[i].says(), plain.areas[i].says());
                    QCOMPARE(lit.areas[i].term, plain.areas[i].term);
                }
                QCOMPARE(drawn(record, {u"something else"_qs, 1}, here).image, plain.image);
                QCOMPARE(drawn(record, {u"z"_qs, 99}, here).image, plain.image);
            }
        }
    }

    void theStageIsAsBeforeWhenNothingIsLitAnyMore()
    {
        const Record record = numbersRecord({.hiddenSize = 8});
        Scene scene{record, atEnd(CellKind::gru), theme(ThemeName::light)};
        scene.playhead.level = 1;
        StageCache cache;
        const auto stage = [&] {
            return pictureOf([&](QPainter &painter, const QSizeF &size,
                                 const Scene &of) { return drawStage(painter, size, of, cache); },
                             board, scene);
        };
        const QImage plain = stage();
        scene.lit = {u"z"_qs, 2};
        QVERIFY(stage() != plain);
        scene.lit = {};
        QCOMPARE(stage(), plain);
    }

    void everyColumnOfAPictureStandsForATermOfTheTable()
    {
        for (const CellKind cell : {CellKind::gru, CellKind::lstm, CellKind::rnn}) {
            const Record record = numbersRecord({.cell = cell, .hiddenSize = 8});
            const Flows &flows = flowsOf(record.spec());
            for (const HitArea &area : drawn(record, {}, atEnd(cell)).areas) {
                if (area.says().contains(u", unit 5: "_qs))
                    QVERIFY2(area.term.unit == 5, qPrintable(area.says()));
                if (!area.term)
                    continue;
                const bool known = !inputsOf(area.term, flows).empty() || !consumersOf(area.term, flows).empty();
                QVERIFY2(known, qPrintable(area.term.symbol));
            }
        }
    }

    /// While a part is to be predicted, lighting it shows nothing of its numbers: not by the fan of its products
    /// either.
    void lightingRevealsNothing()
    {
        for (const CellKind cell : {CellKind::gru, CellKind::lstm, CellKind::rnn}) {
            const Record record = numbersRecord({.cell = cell, .hiddenSize = 8});
            auto trace = std::make_shared<Trace>(*record.trace);
            auto experiment = std::make_shared<Experiment>(*record.experiment);
            for (auto &[part, values] : trace->layers[0].parts) {
                for (int unit = 0; unit < 8; ++unit)
                    values.set(2, 0, unit, 0.3 * values(2, 0, unit) + 0.1);
            }
            experiment->parameters.layers[0].U *= -1.5;
            Record other = record;
            other.trace = trace;
            other.experiment = experiment;
            const PlayheadState here{.step = 2, .part = 0, .unit = 1};
            for (const Block &block : describe(cell).blocks) {
                const QString letter = QString::fromUtf8(block.letter.data());
                for (const Term &lit :
                     {Term{letter, 1}, Term{u"U_"_qs + letter, 1}, Term{u"u"_qs, 1}, Term{u"h_new"_qs, 1}}) {
                    Scene one{record, here, theme(ThemeName::light)};
                    one.predicting = true;
                    one.lit = lit;
                    Scene two{other, here, theme(ThemeName::light)};
                    two.predicting = true;
                    two.lit = lit;
                    const Drawing draw = [](QPainter &painter, const QSizeF &size, const Scene &of) {
                        return drawCell(painter, size, of);
                    };
                    QCOMPARE(pictureOf(draw, board, one), pictureOf(draw, board, two));
                }
            }
        }
    }
};

QTEST_MAIN(LightingTest)
#include "lighting_test.moc"
