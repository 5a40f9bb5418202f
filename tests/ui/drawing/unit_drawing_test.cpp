// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_experiments.h"

#include "core/engine/reference_backend.h"
#include "core/model/conversion.h"
#include "ui/common/numbers.h"
#include "ui/drawing/cell_drawing.h"
#include "ui/drawing/unit_drawing.h"
#include "ui/drawing/unit_stops.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace gatescope;

namespace {

const QSizeF large(1468, 748);
const QSizeF small(900, 520);

/// A network that differs from PyTorch's defaults by `change`, reading random numbers.
Record changedRecord(const NumberNetwork &network, const std::function<void(NetworkSpec &)> &change,
                     double strength = 3)
{
    Experiment experiment = *numbersRecord(network).experiment;
    change(experiment.spec);
    experiment.parameters = initialParameters(experiment.spec, 11);
    for (LayerParameters &layer : experiment.parameters.layers) {
        layer.W *= strength;
        layer.U *= strength;
    }
    experiment.objective = naturalObjective(experiment.spec, experiment.input);
    auto record = computeRecord(ReferenceBackend(), std::make_shared<Experiment>(std::move(experiment)));
    if (!record)
        qFatal("%s", record.error().english().c_str());
    return *record;
}

std::vector<Record> manyRecords()
{
    const auto plain = [](NetworkSpec &) {};
    std::vector<Record> records;
    for (const CellKind cell : {CellKind::gru, CellKind::lstm, CellKind::rnn}) {
        records.push_back(changedRecord({.cell = cell, .hiddenSize = 4, .layers = 2, .bidirectional = true}, plain));
        records.push_back(changedRecord({.cell = cell}, [](NetworkSpec &spec) { spec.bias = false; }));
        records.push_back(changedRecord(
            {.cell = cell},
            [](NetworkSpec &spec) {
                if (spec.cell != CellKind::rnn) // has no gates
                    spec.gateActivation = GateActivation::hardSigmoid;
                spec.stateActivation = StateActivation::relu;
            },
            1));
    }
    records.push_back(changedRecord({}, [](NetworkSpec &spec) { spec.layerNorm = true; }));
    records.push_back(changedRecord({}, [](NetworkSpec &spec) { spec.reset = ResetPlacement::before; }));
    records.push_back(changedRecord({}, [](NetworkSpec &spec) { spec.update = UpdateMeaning::overwrites; }));
    records.push_back(lettersRecord("hello world"));
    return records;
}

Scene sceneOf(const Record &record, const PlayheadState &playhead)
{
    return Scene{record, playhead, theme(ThemeName::light)};
}

/// Calls check(scene) at every unit, part, layer and direction of a step in the middle.
void everywhere(const Record &record, Pass pass, const std::function<void(const Scene &)> &check)
{
    const NetworkSpec &spec = record.spec();
    for (int layer = 0; layer < spec.layers; ++layer) {
        for (int direction = 0; direction < spec.directions(); ++direction) {
            for (int part = 1; part < int(describe(spec.cell).stepParts.size()); ++part) {
                for (int unit = 0; unit < spec.hiddenSize; ++unit)
                    check(sceneOf(record,
                                  {.step = 2,
                                   .part = part,
                                   .layer = layer,
                                   .direction = Direction(direction),
                                   .unit = unit,
                                   .pass = pass}));
            }
        }
    }
}

double sumOf(const std::vector<UnitTerm> &terms)
{
    return std::accumulate(terms.begin(), terms.end(), 0.0,
                           [](double sum, const UnitTerm &term) { return sum + term.product; });
}

HitAreas areasOf(const Scene &scene, const QSizeF &size = large)
{
    HitAreas areas;
    pictureOf([&](QPainter &painter, const QSizeF &room,
                  const Scene &drawn) { return areas = drawUnit(painter, room, drawn); },
              size, scene);
    return areas;
}

QImage image(const Scene &scene, const QSizeF &size = small)
{
    return pictureOf(
        [](QPainter &painter, const QSizeF &room, const Scene &drawn) { return drawUnit(painter, room, drawn); }, size,
        scene);
}

const HitArea *areaThatSays(const HitAreas &areas, const QString &text)
{
    const auto found = std::ranges::find(areas, text, &HitArea::says);
    return found == areas.end() ? nullptr : &*found;
}

} // namespace

class UnitDrawingTest : public QObject
{
    Q_OBJECT
private slots:
    void theProductsAddUpToTheSumWhichSquashedIsTheRecordedPart()
    {
        for (const Record &record : manyRecords()) {
            everywhere(record, Pass::forward, [&](const Scene &scene) {
                const UnitStory story = unitStory(scene);
                QVERIFY(std::abs(sumOf(story.sum.terms) - story.sum.total) < 1e-12);
                const double made = story.curve ? story.curve->squash(story.sum.total) : story.sum.total;
                QVERIFY2(std::abs(made - story.made.value) < 1e-9, qPrintable(story.made.name));
                if (story.block >= 0 && story.sum.inner.empty()) {
                    const BlockSums sums
                        = blockSums(scene.trace(), record.experiment->parameters, scene.moment(), story.block);
                    const int j = scene.playhead.unit;
                    QVERIFY(std::abs(sums.Wx[j] + sums.Uh[j] + sums.bIn[j] + sums.bRec[j] - story.sum.total) < 1e-9);
                }
            });
        }
    }

    void theHiddenRowsKeepTheSumExact()
    {
        const Record record = numbersRecord({.hiddenSize = 1024, .lengths = {3}});
        for (const int part : {1, 2, 3}) {
            const UnitStory story = unitStory(sceneOf(record, {.step = 2, .part = part, .unit = 700}));
            for (const QSizeF &size : {large, small}) {
                const UnitRows rows = unitRows(unitPlan(size, false), story.sum, true);
                QVERIFY(rows.terms.size() < 40);
                const std::vector<UnitTerm> inner(rows.terms.begin(), rows.terms.begin() + rows.inner),
                    outer(rows.terms.begin() + rows.inner, rows.terms.end());
                QVERIFY(std::abs(sumOf(outer) - story.sum.total) < 1e-12);
                QVERIFY(std::abs(sumOf(inner) - story.sum.innerTotal) < 1e-12);
                const auto more = std::ranges::find(rows.terms, UnitTerm::Kind::more, &UnitTerm::kind);
                QVERIFY(more != rows.terms.end() && more->count > 900);
                // No product that is left out is larger than one that is shown.
                double least = 1e9;
                int shown = 0;
                for (const UnitTerm &term : rows.terms) {
                    if (term.kind == UnitTerm::Kind::state) {
                        least = std::min(least, std::abs(term.product));
                        ++shown;
                    }
                }
                int larger = 0;
                for (const std::vector<UnitTerm> *terms : {&story.sum.inner, &story.sum.terms})
                    larger += int(std::ranges::count_if(*terms, [&](const UnitTerm &term) {
                        return term.kind == UnitTerm::Kind::state && std::abs(term.product) >= least;
                    }));
                QCOMPARE(larger, shown);
            }
        }
    }

    void aOneHotInputIsTheOneWeightThatItPicks()
    {
        const Record record = lettersRecord("hello world");
        const UnitStory story = unitStory(sceneOf(record, {.step = 2, .part = 2}));
        QCOMPARE(std::ranges::count(story.sum.terms, UnitTerm::Kind::input, &UnitTerm::kind), 1);
        QCOMPARE(story.sum.terms.front().letter, u"l"_qs);
    }

    void theGradientsOfAllStepsAreThoseOfTheWeights()
    {
        for (const Record &record : manyRecords()) {
            const NetworkSpec &spec = record.spec();
            const LayerParameters &expected = record.gradients->parameters.layers[0];
            for (int block = 0; block < int(describe(spec.cell).blocks.size()); ++block) {
                const int row = block * spec.hiddenSize + 1;
                Vector W = Vector::Zero(expected.W.cols()), U = Vector::Zero(expected.U.cols());
                double bias = 0;
                for (int step = 0; step < record.trace->length(0); ++step) {
                    const UnitSum sum
                        = unitSum(sceneOf(record, {.step = step, .unit = 1, .pass = Pass::backward}), block);
                    for (const std::vector<UnitTerm> *terms : {&sum.inner, &sum.terms}) {
                        for (const UnitTerm &term : *terms) {
                            if (term.kind == UnitTerm::Kind::input)
                                W[term.valueTerm.unit] += term.weightGradient;
                            else if (term.kind == UnitTerm::Kind::state)
                                U[term.valueTerm.unit] += term.weightGradient;
                            else if (term.kind == UnitTerm::Kind::bias && terms == &sum.terms)
                                bias += term.weightGradient;
                        }
                    }
                }
                QVERIFY((W - expected.W.row(row).transpose()).norm() < 1e-9);
                QVERIFY((U - expected.U.row(row).transpose()).norm() < 1e-9);
                if (spec.bias)
                    QVERIFY(std::abs(bias - expected.bIn[row]) < 1e-9);
            }
        }
    }

    void whatAllUnitsSendBackIsWhatTheStateBeforeGets()
    {
        for (const Record &record : manyRecords()) {
            const NetworkSpec &spec = record.spec();
            for (const GradientPath &way :
                 waysBack(*record.trace, *record.gradients, record.experiment->parameters, {.step = 2})) {
                // The reset before multiplies h on the way; its own way goes through the gate.
                if (!way.through || spec.layerNorm)
                    continue;
                const auto &blocks = describe(spec.cell).blocks;
                const int block = int(std::ranges::find(blocks, *way.through, &Block::part) - blocks.begin());
                Vector sent = Vector::Zero(spec.hiddenSize);
                for (int unit = 0; unit < spec.hiddenSize; ++unit) {
                    const UnitSum sum
                        = unitSum(sceneOf(record, {.step = 2, .unit = unit, .pass = Pass::backward}), block);
                    for (const std::vector<UnitTerm> *terms : {&sum.inner, &sum.terms}) {
                        for (const UnitTerm &term : *terms) {
                            if (term.kind == UnitTerm::Kind::state)
                                sent[term.valueTerm.unit] += term.valueGradient;
                        }
                    }
                }
                QVERIFY2((sent - way.gradient).norm() < 1e-9, way.name.data());
            }
        }
    }

    void aBlendSendsItsGatesTheGradientsOfTheTrace()
    {
        for (const CellKind cell : {CellKind::gru, CellKind::lstm}) {
            const Record record = numbersRecord({.cell = cell});
            everywhere(record, Pass::backward, [&](const Scene &scene) {
                for (const UnitTerm &sent : unitStory(scene).sent) {
                    for (const Part part : {Part::update, Part::candidate, Part::inputGate, Part::forgetGate,
                                            Part::cellCandidate, Part::outputGate}) {
                        if (sent.valueTerm.symbol == QString::fromUtf8(describe(part).symbol.data())
                            && std::ranges::count(describe(cell).recorded, part)) {
                            const double recorded = scene.gradients().at(scene.spec(), 0, Direction::forward)[part](
                                2, 0, scene.playhead.unit);
                            QVERIFY(std::abs(sent.valueGradient - recorded) < 1e-12);
                        }
                    }
                }
            });
        }
    }

    void theRowsOfABlendAreReadFromFarBackwardsToo()
    {
        const Record record = lettersRecord("hello world");
        for (const QSizeF &size : {QSizeF(large), QSizeF(2 * large)}) {
            const double scale = size.width() / large.width();
            const auto heightOf = [&](Pass pass, int part, const char *says) {
                const Scene scene = sceneOf(record, {.step = 2, .part = part, .unit = 1, .pass = pass, .level = 2});
                QImage image(size.toSize(), QImage::Format_RGB32);
                QPainter painter(&image);
                double height = 0;
                for (const HitArea &area : drawUnit(painter, size, scene)) {
                    if (area.says().startsWith(says) && area.where.left() > size.width() / 3)
                        height = std::max(height, area.where.height());
                    if (!QRectF({0, 0}, size).adjusted(-1, -1, 1, 1).contains(area.where))
                        return 0.0;
                }
                return height;
            };
            QVERIFY(heightOf(Pass::backward, 4, "sent back to") >= 60 * scale);
            QVERIFY2(heightOf(Pass::backward, 2, "sent back to") <= 37 * scale, "many rows stay as they were");
        }
    }

    void aClickOnAnOldStateLeadsToWhereItWasMade()
    {
        const Record record = numbersRecord({.layers = 2});
        const PlayheadState here{.step = 2, .part = 2, .layer = 1, .unit = 1, .level = 2};
        const HitAreas areas = areasOf(sceneOf(record, here));
        const double h = record.trace->at(1, Direction::forward)[Part::state](1, 0, 2);
        const HitArea *area = areaThatSays(areas, u"h before, unit 2 = "_qs + inInspector(h));
        QVERIFY(area);
        QCOMPARE(area->leadsTo, (PlayheadState{.step = 1, .part = 4, .layer = 1, .unit = 2, .level = 2}));
        QCOMPARE(area->term, (Term{u"h"_qs, 2}));
        QCOMPARE(areaAt(areas, area->where.center()), area);
        const double x = record.trace->at(0, Direction::forward)[Part::state](2, 0, 0);
        area = areaThatSays(areas, u"x, unit 0 of layer 0 = "_qs + inInspector(x));
        QVERIFY(area);
        QCOMPARE(area->leadsTo, (PlayheadState{.step = 2, .part = 4, .layer = 0, .unit = 0, .level = 2}));
        const double w = record.experiment->parameters.layers[1].U(3 + 1, 2);
        area = areaThatSays(areas, u"weight_hh_l1[4, 2] = "_qs + inInspector(w));
        QVERIFY(area);
        QCOMPARE(area->term, (Term{u"U_z"_qs, 1}));
    }

    /// Where a stored number stands, its area says which: W and U by row and column, a bias by its two halves.
    void aStoredNumbersAreaKnowsItsPlace()
    {
        const Record record = numbersRecord({});
        const LayerParameters &layer = record.experiment->parameters.layers[0];
        const int H = record.spec().hiddenSize;
        QStringList found;
        for (const HitArea &area : areasOf(sceneOf(record, {.step = 2, .part = 2, .unit = 1, .level = 2}))) {
            if (!area.parameter)
                continue;
            const ParameterPlace &place = *area.parameter;
            QCOMPARE(place.row, H + 1);
            const double value = place.tensor == "weight_ih_l0" ? layer.W(place.row, place.column)
                : place.tensor == "weight_hh_l0"                ? layer.U(place.row, place.column)
                : place.tensor == "bias_ih_l0"                  ? layer.bIn[place.row]
                                                                : layer.bRec[place.row];
            QCOMPARE(area.says(), placeWords(place) + u" = "_qs + inInspector(value));
            found += placeWords(place);
        }
        QCOMPARE(found.size(), layer.W.cols() + layer.U.cols() + 2);
        QCOMPARE(found.removeDuplicates(), 0);
    }

    void theStopsOfABlendLeadToWhatIsBlended()
    {
        const Record record = numbersRecord({});
        const PlayheadState here{.step = 2, .part = 4, .unit = 1, .level = 2};
        const std::vector<UnitStop> stops = unitStops(sceneOf(record, here));
        QCOMPARE(stops.size(), std::size_t(3));
        QCOMPARE(stops[0].leadsTo, (PlayheadState{.step = 2, .part = 2, .unit = 1, .level = 2}));
        QCOMPARE(stops[1].leadsTo, (PlayheadState{.step = 1, .part = 4, .unit = 1, .level = 2}));
        QCOMPARE(stops[2].leadsTo, (PlayheadState{.step = 2, .part = 3, .unit = 1, .level = 2}));
    }

    void theHeadsProductsAddUpToItsOutput()
    {
        for (const Record &record : manyRecords()) {
            if (record.trace->headOutput.empty())
                continue;
            for (int output = 0; output < record.spec().headOutputs; ++output) {
                const Scene scene = sceneOf(record, atOutput({.step = 1}, record.spec(), output));
                const UnitStory story = unitStory(scene);
                double sum = 0;
                for (const UnitTerm &term : story.sum.terms)
                    sum += term.product;
                QVERIFY(std::abs(sum - record.trace->headOutput(1, 0, output)) < 1e-12);
            }
        }
    }

    void theChosenRowIsAlwaysShown()
    {
        const Record record = numbersRecord({.hiddenSize = 128});
        Scene scene = sceneOf(record, {.step = 2, .part = 2, .unit = 1, .level = 2});
        const UnitStory story = unitStory(scene);
        const auto smallest = std::ranges::min_element(story.sum.terms, {},
                                                       [](const UnitTerm &term) { return std::abs(term.product); });
        const UnitPlan plan = unitPlan({1468, 748}, false);
        const auto isShown = [&](const UnitRows &rows) {
            return std::ranges::count(rows.terms, smallest->index, &UnitTerm::index) == 1;
        };
        QVERIFY(!isShown(unitRows(plan, story.sum, true)));
        QVERIFY(isShown(unitRows(plan, story.sum, true, smallest->index)));
    }

    void whatIsHeldWearsAPinHereAndInTheCell()
    {
        const Record free = lettersRecord("hello world");
        Experiment experiment = *free.experiment;
        // Held where it stands already, so that nothing but the mark can differ.
        const double z = free.trace->at(0, Direction::forward)[Part::update](2, 0, 1);
        experiment.pins = {{.part = Part::update, .unit = 1, .firstStep = 2, .lastStep = 2, .value = z}};
        const Record held = computeRecord(ReferenceBackend(), std::make_shared<Experiment>(experiment)).value();
        for (const int part : {2, 4}) {
            const PlayheadState here{.step = 2, .part = part, .unit = 1};
            QVERIFY(image(sceneOf(held, here)) != image(sceneOf(free, here)));
            const auto cell = [](const Scene &scene) {
                QImage paper(1468, 748, QImage::Format_RGB32);
                QPainter painter(&paper);
                drawCell(painter, {1468, 748}, scene);
                return paper;
            };
            QVERIFY(cell(sceneOf(held, here)) != cell(sceneOf(free, here)));
        }
        const PlayheadState before{.step = 1, .part = 2, .unit = 1};
        QCOMPARE(image(sceneOf(held, before)), image(sceneOf(free, before)));
    }

    void whatIsToBePredictedCannotBeSeen()
    {
        Experiment experiment = *lettersRecord("hello world").experiment;
        Experiment other = experiment;
        other.parameters.layers[0].W.bottomRows(4) *= -0.5; // another candidate
        other.parameters.layers[0].U.bottomRows(4) *= 1.7;
        const auto shown = [](const Experiment &of, int part) {
            const Record record = computeRecord(ReferenceBackend(), std::make_shared<Experiment>(of)).value();
            Scene scene = sceneOf(record, {.step = 0, .part = part, .unit = 1});
            scene.predicting = true;
            return image(scene);
        };
        for (const int part : {1, 2})
            QCOMPARE(shown(other, part), shown(experiment, part));
        QVERIFY(shown(other, 3) != shown(experiment, 3));
    }

    void atTheBeginningOfAPartItsResultsAreNotSaid()
    {
        const Record record = lettersRecord("hello world");
        for (const HitArea &area : areasOf(sceneOf(record, {.step = 2, .part = 2, .progress = 0}))) {
            QVERIFY2(!area.says().startsWith(u"product "_qs) && !area.says().startsWith(u"sum a ="_qs)
                         && !area.says().startsWith(u"update gate z, "_qs),
                     qPrintable(area.says()));
        }
        QVERIFY(
            areaThatSays(areasOf(sceneOf(record, {.step = 2, .part = 2, .progress = 0})), u"sum: not computed yet"_qs));
    }

    void progressAndTheGhostAndTheLitTermChangeThePicture()
    {
        const Record record = lettersRecord("hello world");
        Scene scene = sceneOf(record, {.step = 2, .part = 2, .unit = 1});
        const QImage plain = image(scene);
        QCOMPARE(image(scene), plain);
        Scene begun = scene;
        begun.playhead.progress = 0.4;
        QVERIFY(image(begun) != plain);
        scene.lit = {u"h"_qs, 1};
        QVERIFY(image(scene) != plain);
        scene.lit = {u"c_new"_qs, 1}; // is of another picture
        QCOMPARE(image(scene), plain);
        scene.ghost = &record; // the same run leaves no mark
        QCOMPARE(image(scene), plain);
        Experiment changed = *record.experiment;
        changed.parameters.layers[0].bIn.array() += 1;
        const Record before = computeRecord(ReferenceBackend(), std::make_shared<Experiment>(changed)).value();
        scene.ghost = &before;
        QVERIFY(image(scene) != plain);
    }

    void labelsNeitherOverlapNorLeaveThePicture_data()
    {
        QTest::addColumn<int>("cell");
        QTest::addColumn<int>("units");
        QTest::addColumn<QSizeF>("size");
        for (const int cell : {0, 1, 2}) {
            for (const int units : {1, 8, 64}) {
                for (const QSizeF &size : {large, small, QSizeF(700, 400), QSizeF(2400, 1300)})
                    QTest::addRow("cell %d, %d units, %g", cell, units, size.width()) << cell << units << size;
            }
        }
    }
    void labelsNeitherOverlapNorLeaveThePicture()
    {
        QFETCH(int, cell);
        QFETCH(int, units);
        QFETCH(QSizeF, size);
        const Record record = numbersRecord({.cell = CellKind(cell), .hiddenSize = units});
        for (const bool classroom : {false, true}) {
            for (const Pass pass : {Pass::forward, Pass::backward}) {
                for (int part = 0; part < int(describe(CellKind(cell)).stepParts.size()); ++part) {
                    Scene scene = sceneOf(record, {.step = 2, .part = part, .unit = units / 2, .pass = pass});
                    scene.classroom = classroom;
                    QImage picture(size.toSize(), QImage::Format_RGB32);
                    QPainter painter(&picture);
                    UnitCanvas canvas(painter, size, scene);
                    drawUnit(canvas);
                    const std::vector<PlacedLabel> &labels = canvas.labels();
                    QVERIFY(labels.size() > 6);
                    const QByteArray where = QByteArray(classroom ? "classroom " : "")
                        + (pass == Pass::forward ? "part " : "back ") + QByteArray::number(part) + " ";
                    for (std::size_t i = 0; i < labels.size(); ++i) {
                        QVERIFY2(QRectF({0, 0}, size).contains(labels[i].box),
                                 (where + labels[i].text.toUtf8()).data());
                        QVERIFY2(labels[i].box.height() >= 0.96 * 11 - 1e-9, qPrintable(labels[i].text));
                        for (std::size_t j = 0; j < i; ++j) {
                            const QRectF shared = labels[i].box.adjusted(0.5, 0.5, -0.5, -0.5)
                                & labels[j].box.adjusted(0.5, 0.5, -0.5, -0.5);
                            QVERIFY2(shared.isEmpty(),
                                     (where + labels[i].text.toUtf8() + " over " + labels[j].text.toUtf8()).data());
                        }
                    }
                }
            }
        }
    }
};

QTEST_MAIN(UnitDrawingTest)
#include "unit_drawing_test.moc"
