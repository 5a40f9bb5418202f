// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/experiment_file.h"
#include "core/experiment/files/experiment_text.h"

#include <QTest>

#include <string>

using namespace gatescope;

namespace {

/// Two layers of six units that read both ways.
Experiment network()
{
    NetworkSpec spec;
    spec.inputSize = 2;
    spec.hiddenSize = 12;
    spec.layers = 2;
    spec.bidirectional = true;
    return experimentFor(spec, Experiment(), 1);
}

std::string refusal(const Result<void> &result)
{
    return result ? std::string() : result.error().english();
}

std::string refusalOfFile(const std::string &units)
{
    std::string text = writeExperiment(network());
    text.insert(text.find('{') + 1, "\"units\": " + units + ",");
    const auto read = readExperiment(text);
    return read ? std::string() : read.error().english();
}

} // namespace

class UnitNotesTest : public QObject
{
    Q_OBJECT
private slots:
    void whatIsNotedComesBackFromTheFile()
    {
        Experiment experiment = network();
        const std::string odd = "größer als “½” <b>%1</b> 🙂";
        experiment.units = withNote(experiment.units, {1, Direction::backward, 11, odd, false});
        experiment.units = withNote(experiment.units, {0, Direction::forward, 3, "counts open brackets", true});
        experiment.units = withNote(experiment.units, {0, Direction::forward, 2, "", true});
        const auto read = readExperiment(writeExperiment(experiment));
        QVERIFY(read);
        QVERIFY(read->units == experiment.units);
        QVERIFY(*read == experiment);
        QCOMPARE(noteOn(read->units, 1, Direction::backward, 11)->name, odd);
        QVERIFY(!noteOn(read->units, 1, Direction::forward, 11));
        QCOMPARE(keptUnits(read->units, 0, Direction::forward), (std::vector{2, 3}));
        QVERIFY(readExperimentText(writeExperimentText(experiment).value())->units == experiment.units);
    }

    void filesWithoutNotesOpenAndStayAsTheyWere()
    {
        const std::string text = writeExperiment(network());
        QVERIFY(text.find("\"units\"") == std::string::npos);
        QVERIFY(readExperiment(text)->units.empty());
    }

    void aNoteTakesThePlaceOfTheOneBefore()
    {
        std::vector<UnitNote> notes = withNote({}, {0, Direction::forward, 3, "a", true});
        notes = withNote(notes, {0, Direction::forward, 1, "b", false});
        notes = withNote(notes, {0, Direction::forward, 3, "c", false});
        QVERIFY(
            (notes
             == std::vector<UnitNote>{{0, Direction::forward, 1, "b", false}, {0, Direction::forward, 3, "c", false}}));
        notes = withNote(notes, {0, Direction::forward, 1, "", false}); // says nothing any more
        QCOMPARE(notes.size(), std::size_t(1));
    }

    void namesThatCannotBeAreRefused()
    {
        QVERIFY(checkUnitName(""));
        QVERIFY(checkUnitName(std::string(40, 'a')));
        std::string umlauts;
        for (int i = 0; i < 40; ++i)
            umlauts += "ü";
        QVERIFY(checkUnitName(umlauts)); // characters count, not bytes
        QCOMPARE(refusal(checkUnitName(umlauts + "ü")), "A unit's name has at most 40 characters; this one has 41.");
        const std::string control = "A unit's name is one line of plain text: it cannot hold the control character U+";
        QCOMPARE(refusal(checkUnitName("a\nb")), control + "000A.");
        QCOMPARE(refusal(checkUnitName(std::string("a\0b", 3))), control + "0000.");
        QCOMPARE(refusal(checkUnitName("a\x7F")), control + "007F.");
        QCOMPARE(refusal(checkUnitName("a\xC2\x85")), control + "0085.");
        QCOMPARE(refusal(checkUnitName("a\xE2\x80\xAE")), control + "202E."); // turns the direction of writing
        QCOMPARE(refusal(checkUnitName("a\xFF")), "A unit's name must be text in UTF-8.");
    }

    void filesThatSpeakOfWhatIsNotThereAreRefused()
    {
        QCOMPARE(refusalOfFile(R"([{"unit": 12}])"), "units[0]: There is no unit 12; there are 12, counted from 0.");
        QCOMPARE(refusalOfFile(R"([{"unit": 1, "layer": 2}])"),
                 "units[0]: There is no layer 2; there are 2, counted from 0.");
        QCOMPARE(refusalOfFile(R"([{"unit": 1, "name": "a"}, {"unit": 1, "kept": true}])"),
                 "units[0] and units[1] are both about unit 1: keep one of them.");
        QVERIFY(refusalOfFile(R"([{"unit": 1, "direction": "up"}])").starts_with("units[0].direction is"));
        QVERIFY(refusalOfFile(R"([{"name": "a"}])").find("units[0].unit") != std::string::npos);
        QVERIFY(refusalOfFile(R"({"unit": 1})").find("units") != std::string::npos);
        QVERIFY(refusalOfFile(R"([{"unit": 1, "name": "a\u0007"}])").find("U+0007") != std::string::npos);
        QVERIFY(!refusalOfFile(R"([{"unit": 1, "name": 3}])").empty());
    }

    void atMostEightUnitsOfALayerAreKept()
    {
        Experiment experiment = network();
        for (int unit = 0; unit < 8; ++unit)
            experiment.units = withNote(experiment.units, {0, Direction::forward, unit, "", true});
        experiment.units = withNote(experiment.units, {0, Direction::backward, 0, "", true}); // another layer's row
        QVERIFY(check(experiment));
        experiment.units = withNote(experiment.units, {0, Direction::forward, 9, "named only", false});
        QVERIFY(check(experiment));
        experiment.units = withNote(experiment.units, {0, Direction::forward, 9, "", true});
        QCOMPARE(refusal(check(experiment)),
                 "At most 8 units of a layer can be kept at the top: let one of them go first.");
    }

    void anotherNetworkHasOtherUnits()
    {
        Experiment experiment = network();
        experiment.units = withNote({}, {1, Direction::backward, 11, "of this network", true});
        NetworkSpec smaller = experiment.spec;
        smaller.layers = 1;
        QVERIFY(experimentFor(smaller, experiment, 1).units.empty());
        NetworkSpec turned = experiment.spec;
        turned.update = UpdateMeaning::overwrites;
        QCOMPARE(experimentFor(turned, experiment, 1).units.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(UnitNotesTest)
#include "unit_notes_test.moc"
