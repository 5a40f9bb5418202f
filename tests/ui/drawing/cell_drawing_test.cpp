// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"
#include "core/experiment/files/experiment_file.h"
#include "core/model/conversion.h"
#include "ui/common/numbers.h"
#include "ui/drawing/cell_kinds/cell_drawing.h"
#include "ui/drawing/cell_kinds/cell_pictures.h"
#include "ui/drawing/cell_kinds/gru_moment.h"

#include <QImage>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace gatescope;

namespace {

const QSize board(1468, 748);

enum GruParts { inputs, reset, update, candidate, blend };

constexpr int watchedStep = 9; ///< reads l, the last that has a next letter

/// "hello world" read by a GRU with PyTorch's initialisation made four times as strong, so that the
/// gates open and close.
Experiment helloWorld(const std::function<void(NetworkSpec &)> &change = {})
{
    Experiment experiment;
    experiment.title = "hello world";
    CharacterInput letters;
    for (const char letter : std::string("abcdefghijklmnopqrstuvwxyz "))
        letters.alphabet.push_back({letter});
    letters.texts = {"hello world"};
    experiment.input.source = letters;
    experiment.spec.inputSize = 27;
    experiment.spec.hiddenSize = 8;
    experiment.spec.headOutputs = 27;
    if (change)
        change(experiment.spec);
    experiment.parameters = initialParameters(experiment.spec, 7);
    for (LayerParameters &layer : experiment.parameters.layers) {
        layer.W *= 4;
        layer.U *= 4;
    }
    experiment.objective = naturalObjective(experiment.spec, experiment.input);
    experiment.objective.watched = WatchedSteps::one;
    experiment.objective.step = watchedStep;
    return experiment;
}

Record recordOf(Experiment experiment)
{
    const ReferenceBackend backend;
    auto record = computeRecord(backend, std::make_shared<const Experiment>(std::move(experiment)));
    if (!record)
        qFatal("%s", record.error().english().c_str());
    return *record;
}

PlayheadState at(int part, double progress = 1, Pass pass = Pass::forward)
{
    return {.step = 2, .part = part, .progress = progress, .unit = 2, .pass = pass};
}

struct Picture {
    QImage image;
    HitAreas areas;
};

Picture picture(const Record &record, const PlayheadState &playhead, const QSize &size = board, bool classroom = false)
{
    Picture result{QImage(size, QImage::Format_RGB32), {}};
    QPainter painter(&result.image);
    result.areas
        = drawCell(painter, size, {record, clamped(playhead, *record.trace), theme(ThemeName::light), classroom});
    return result;
}

std::vector<PlacedLabel> labelsOf(const Record &record, const PlayheadState &playhead, const QSize &size,
                                  bool classroom)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    const Scene scene{record, clamped(playhead, *record.trace), theme(ThemeName::light), classroom};
    CellCanvas canvas(painter, size, scene);
    drawCell(canvas);
    return canvas.labels();
}

const HitArea *areaThatSays(const HitAreas &areas, const QString &text)
{
    const auto found = std::ranges::find(areas, text, &HitArea::says);
    return found == areas.end() ? nullptr : &*found;
}

} // namespace

class CellDrawingTest : public QObject
{
    Q_OBJECT

private slots:
    void theSameSceneGivesTheSameBytes()
    {
        const Record record = recordOf(helloWorld());
        for (const Pass pass : {Pass::forward, Pass::backward}) {
            QCOMPARE(picture(record, at(candidate, 0.6, pass)).image, picture(record, at(candidate, 0.6, pass)).image);
        }
    }

    void whatAValueWasStandsInItsOwnCell_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1920 × 1080") << board;
        QTest::newRow("1280 × 800") << QSize(904, 536);
    }
    void whatAValueWasStandsInItsOwnCell()
    {
        QFETCH(QSize, size);
        const Record before = recordOf(helloWorld());
        Experiment held = helloWorld();
        held.pins = {Pin{.part = Part::update, .unit = 2, .firstStep = 2, .lastStep = 2, .value = 0.125}};
        const Record record = recordOf(held);
        const auto drawn = [&](const Record *ghost) {
            QImage image(size, QImage::Format_RGB32);
            QPainter painter(&image);
            Scene scene{record, clamped(at(blend), *record.trace), theme(ThemeName::light)};
            scene.ghost = ghost;
            drawCell(painter, size, scene);
            return image;
        };
        const QImage plain = drawn(nullptr), told = drawn(&before);
        QVERIFY2(told != plain, "it is said");
        const CellPlan plan = cellPlan(size, 8, 2, false);
        const double half = plan.rows.focus / 2;
        for (int y = 0; y < size.height(); ++y) {
            const bool isFollowed
                = std::abs(y - plan.upperFollowed()) <= half || std::abs(y - plan.lowerFollowed()) <= half;
            for (int x = 0; !isFollowed && x < size.width(); ++x)
                QVERIFY2(told.pixel(x, y) == plain.pixel(x, y), qPrintable(u"%1, %2"_qs.arg(x).arg(y)));
        }
    }

    void goingAPartOnAndBackGivesTheSamePicture()
    {
        const Record record = recordOf(helloWorld());
        const PlayheadState here = at(update);
        const auto on = partOn(here, *record.trace);
        QVERIFY(on);
        const auto back = partBack(*on, *record.trace);
        QVERIFY(back);
        const QImage before = picture(record, here).image;
        QVERIFY(picture(record, *on).image != before);
        QCOMPARE(picture(record, *back).image, before);
    }

    void everyValueCellSaysItsNumber()
    {
        const Record record = recordOf(helloWorld());
        const LayerTrace &layer = record.trace->at(0, Direction::forward);
        const HitAreas areas = picture(record, at(blend)).areas;
        const std::vector<std::tuple<QString, Part, int>> columns{
            {u"reset gate r"_qs, Part::reset, reset},
            {u"update gate z"_qs, Part::update, update},
            {u"the past u"_qs, Part::recurrentCandidate, candidate},
            {u"candidate n"_qs, Part::candidate, candidate},
            {u"new state h"_qs, Part::state, blend}};
        for (const auto &[name, part, place] : columns) {
            for (int unit = 0; unit < 8; ++unit) {
                const QString says
                    = u"%1, unit %2: %3"_qs.arg(name).arg(unit).arg(inInspector(layer[part](2, 0, unit)));
                const HitArea *area = areaThatSays(areas, says);
                QVERIFY2(area, qPrintable(says));
                QCOMPARE(area->leadsTo.unit, unit);
                QCOMPARE(area->leadsTo.part, place);
                QCOMPARE(area->leadsTo.progress, 1.0);
                QCOMPARE(areaAt(areas, area->where.center()), area);
            }
        }
    }

    void everyGradientCellSaysItsNumber()
    {
        const Record record = recordOf(helloWorld());
        const LayerTrace &layer = record.gradients->at(record.spec(), 0, Direction::forward);
        const HitAreas areas = picture(record, at(inputs, 1, Pass::backward)).areas;
        for (const auto &[letter, part] :
             {std::pair(u"z"_qs, Part::update), std::pair(u"r"_qs, Part::reset),
              std::pair(u"u"_qs, Part::recurrentCandidate), std::pair(u"h"_qs, Part::state)}) {
            for (int unit = 0; unit < 8; ++unit) {
                const QString says
                    = u"dL/d%1, unit %2: %3"_qs.arg(letter).arg(unit).arg(gradientNumber(layer[part](2, 0, unit), 3));
                QVERIFY2(areaThatSays(areas, says), qPrintable(says));
            }
        }
    }

    void eachOfAThousandUnitsCanBePointedAtWhereItHasAPixel()
    {
        const Record record = recordOf(helloWorld([](NetworkSpec &spec) { spec.hiddenSize = 1024; }));
        const HitAreas areas = picture(record, {.step = 2, .part = blend, .unit = 700}).areas;
        QVERIFY(areas.size() < 3000);
        const double z = record.trace->at(0, Direction::forward)[Part::update](2, 0, 700);
        QVERIFY(areaThatSays(areas, u"update gate z, unit 700: "_qs + inInspector(z)));
    }

    void noTwoLabelsOverlap_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize &size :
             {QSize(1468, 748), QSize(880, 430), QSize(700, 400), QSize(2400, 1300), QSize(1100, 900)})
            QTest::addRow("%dx%d", size.width(), size.height()) << size;
    }
    void noTwoLabelsOverlap()
    {
        QFETCH(QSize, size);
        const std::vector<Record> records{
            recordOf(helloWorld()),
            recordOf(helloWorld([](NetworkSpec &spec) {
                spec.reset = ResetPlacement::before;
                spec.update = UpdateMeaning::overwrites;
            })),
            recordOf(helloWorld([](NetworkSpec &spec) {
                spec.hiddenSize = 1;
                spec.bias = false;
            })),
            recordOf(helloWorld([](NetworkSpec &spec) {
                spec.hiddenSize = 200;
                spec.layers = 2;
                spec.bidirectional = true;
            })),
            recordOf(readExperimentFile(GATESCOPE_SOURCE_DIR "/resources/experiments/forecast.gatescope")
                         .value()), // a number
        };
        for (const Record &record : records) {
            for (int part = inputs; part <= blend; ++part) {
                for (const bool classroom : {false, true}) {
                    checkLabels(labelsOf(record, at(part), size, classroom), size);
                    checkLabels(labelsOf(record, at(part, 1, Pass::backward), size, classroom), size);
                }
            }
        }
    }

    void whatIsNotComputedDoesNotShow()
    {
        const Experiment experiment = helloWorld();
        Experiment other = experiment;
        LayerParameters &layer = other.parameters.layers[0];
        layer.W.bottomRows(8) *= -0.5; // W_n, U_n: another candidate
        layer.U.bottomRows(8) *= 1.7;
        // At the first step the gates do not know the candidate yet.
        const auto shown = [](const Experiment &of, int part) {
            PlayheadState first = at(part);
            first.step = 0;
            return picture(recordOf(of), first).image;
        };
        for (const int part : {inputs, reset, update})
            QCOMPARE(shown(other, part), shown(experiment, part));
        QVERIFY(shown(other, candidate) != shown(experiment, candidate));

        for (const HitArea &area : picture(recordOf(experiment), at(update)).areas) {
            if (area.says().startsWith(u"candidate n, unit"_qs) || area.says().startsWith(u"new state h, unit"_qs))
                QVERIFY2(area.says().endsWith(u"not computed yet"_qs), qPrintable(area.says()));
        }
    }

    void theBackwardPassShowsOnlyWhatItHasReached()
    {
        const Record record = recordOf(helloWorld());
        const auto says = [&](int part, const QString &column) {
            for (const HitArea &area : picture(record, at(part, 1, Pass::backward)).areas) {
                if (area.says().startsWith(column))
                    return area.says();
            }
            return QString();
        };
        QVERIFY(!says(blend, u"dL/dz, unit 0"_qs).endsWith(u"yet"_qs));
        QVERIFY(says(blend, u"dL/dr, unit 0"_qs).endsWith(u"not computed yet"_qs));
        QVERIFY(!says(candidate, u"dL/dr, unit 0"_qs).endsWith(u"yet"_qs));
        QVERIFY(says(reset, u"dL/dh before, unit 0"_qs).endsWith(u"not computed yet"_qs));
        QVERIFY(!says(inputs, u"dL/dh before, unit 0"_qs).endsWith(u"yet"_qs));
    }

    void whatArrivesIsWhatLaterStepsAndTheHeadSend()
    {
        const Record record = recordOf(helloWorld([](NetworkSpec &spec) { spec.layers = 2; }));
        for (const int layer : {0, 1}) {
            for (int step = 0; step <= watchedStep; ++step) {
                const Scene scene{
                    record, {.step = step, .layer = layer, .pass = Pass::backward}, theme(ThemeName::light)};
                const GruGradients gradients = gruGradients(scene);
                const bool last = step == watchedStep;
                QCOMPARE(gradients.fromLater.norm() == 0, last);
                QCOMPARE(gradients.fromAbove > 0, last || layer == 0);
                if (last)
                    continue;
                const Scene later{
                    record, {.step = step + 1, .layer = layer, .pass = Pass::backward}, theme(ThemeName::light)};
                QVERIFY((gradients.fromLater - gruGradients(later).passedOn).norm() <= 1e-12 * gradients.h.norm());
            }
        }
    }

    void theKnobStandsLeftForKeepingInBothMeaningsOfTheUpdateGate()
    {
        const Experiment keeps = helloWorld();
        Experiment overwrites = keeps;
        Converted converted = withUpdateMeaning(keeps.spec, keeps.parameters, UpdateMeaning::overwrites);
        overwrites.spec = converted.spec;
        overwrites.parameters = converted.parameters;
        // The faders of units 3 … 7; the followed knob has z written on it.
        const CellPlan plan = cellPlan(board, 8, 2, false);
        const QRect faders(890, qRound(plan.upperTop + plan.rows.top(3)), 200,
                           qRound(plan.rows.total() - plan.rows.top(3)));
        const QImage first = picture(recordOf(keeps), at(blend)).image.copy(faders);
        QCOMPARE(picture(recordOf(overwrites), at(blend)).image.copy(faders), first);
    }

    void progressMovesThePictureFromOneRestToTheNext()
    {
        const Record record = recordOf(helloWorld());
        for (int part = inputs; part <= blend; ++part) {
            const QImage begun = picture(record, at(part, 0.3)).image;
            const QImage done = picture(record, at(part)).image;
            QVERIFY(begun != done);
            QVERIFY(picture(record, at(part, 0.7)).image != begun);
        }
    }

    void classroomDigitsAreReadFromTheLastRow()
    {
        const Record record = recordOf(helloWorld());
        QImage image(board, QImage::Format_RGB32);
        QPainter painter(&image);
        const Scene scene{record, at(blend), theme(ThemeName::light), true};
        const CellCanvas canvas(painter, board, scene);
        QVERIFY(canvas.columnStyle(ValueStyle::gate, Role::keeps).focusDigits >= 24);
        QCOMPARE(canvas.columnStyle(ValueStyle::gate, Role::keeps).digits, 0.0);
        for (const PlacedLabel &label : labelsOf(record, at(blend), board, true))
            QVERIFY2(label.box.height() >= 0.96 * 16.9, qPrintable(label.text)); // U_z is 17
        const std::vector<PlacedLabel> labels = labelsOf(record, at(blend), board, true);
        for (const QString &caption : {u"old state"_qs, u"new state"_qs, u"the past"_qs, u"candidate"_qs}) {
            const auto placed = std::ranges::find(labels, caption, &PlacedLabel::text);
            QVERIFY2(placed != labels.end() && placed->box.height() >= 0.96 * 26.9, qPrintable(caption));
        }
    }

private:
    static void checkLabels(const std::vector<PlacedLabel> &labels, const QSize &size)
    {
        QVERIFY(labels.size() > 10);
        const QRectF all(0, 0, size.width(), size.height());
        for (std::size_t i = 0; i < labels.size(); ++i) {
            QVERIFY2(all.contains(labels[i].box), qPrintable(labels[i].text));
            QVERIFY2(labels[i].box.height() >= 0.96 * 11 - 1e-9, qPrintable(labels[i].text));
            for (std::size_t j = i + 1; j < labels.size(); ++j) {
                const QRectF shared
                    = labels[i].box.adjusted(0.5, 0.5, -0.5, -0.5) & labels[j].box.adjusted(0.5, 0.5, -0.5, -0.5);
                QVERIFY2(shared.isEmpty(), qPrintable(labels[i].text + u" / "_qs + labels[j].text));
            }
        }
    }
};

QTEST_MAIN(CellDrawingTest)
#include "cell_drawing_test.moc"
