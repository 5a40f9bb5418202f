// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/experiment/files/experiment_file.h"
#include "core/io/tensor.h"
#include "some_experiments.h"

#include <QTest>

#include <functional>

using namespace gatescope;

namespace {

enum class Kind { letters, tokens, numbers };

using Damage = std::function<void(Json &)>;

Json good(Kind kind)
{
    const Experiment experiment = kind == Kind::letters ? letterExperiment()
        : kind == Kind::tokens                          ? tokenExperiment()
                                                        : numberExperiment();
    return parseJson(writeExperiment(experiment)).value();
}

Json tensor(const char *dtype, const char *shape, const char *data)
{
    return {{"dtype", dtype}, {"shape", Json::parse(shape)}, {"data", data}};
}

/// A row for each thing that can be wrong, with what the sentence must say.
void add(const char *name, Kind kind, const char *says, Damage damage)
{
    QTest::newRow(name) << kind << QString(says) << damage;
}

void addWrongHeads()
{
    add("not an object", Kind::letters, "This is not a Gatescope experiment", [](Json &json) { json = Json::array(); });
    add("no format", Kind::letters, "This is not a Gatescope experiment", [](Json &json) { json.erase("format"); });
    add("other format", Kind::letters, "\"format\": \"gatescope-experiment\"",
        [](Json &json) { json["format"] = "gatescope"; });
    add("format is a number", Kind::letters, "This is not a Gatescope experiment",
        [](Json &json) { json["format"] = 1; });
    add("newer version", Kind::letters,
        "This experiment was written by a newer Gatescope (format 2; this program reads up to 1): update Gatescope to "
        "open it.",
        [](Json &json) { json["version"] = 2; });
    add("version 0", Kind::letters, "version is 0, expected a whole number from 1",
        [](Json &json) { json["version"] = 0; });
    add("version is a text", Kind::letters, "version is \"1\", expected", [](Json &json) { json["version"] = "1"; });
    add("no version", Kind::letters, "version is missing", [](Json &json) { json.erase("version"); });
    add("title is a number", Kind::letters, "title is 3, expected a text", [](Json &json) { json["title"] = 3; });
    add("description is a list", Kind::letters, "description is a list, expected a text",
        [](Json &json) { json["description"] = Json::array(); });
}

void addWrongNetworks()
{
    add("no spec", Kind::letters, "spec is missing", [](Json &json) { json.erase("spec"); });
    add("spec is a list", Kind::letters, "spec is a list", [](Json &json) { json["spec"] = Json::array(); });
    add("unknown cell", Kind::letters, "\"cell\" is \"mgu\"", [](Json &json) { json["spec"]["cell"] = "mgu"; });
    add("no units", Kind::letters, "\"hidden_size\" is 0", [](Json &json) { json["spec"]["hidden_size"] = 0; });
    add("a network too large for memory", Kind::letters, "the most that Gatescope takes",
        [](Json &json) { json["spec"]["hidden_size"] = 2'000'000'000; });
    add("a network much larger than the file", Kind::letters, "parameters holds fewer than the",
        [](Json &json) { json["spec"]["hidden_size"] = 5'000; });
    add("no parameters", Kind::letters, "parameters is missing", [](Json &json) { json.erase("parameters"); });
    add("parameters are a list", Kind::letters, "parameters is a list, expected an object", [](Json &json) {
        json["parameters"] = Json::array({1, 2});
    });
    add("no weight", Kind::letters, "parameters.weight_hh_l0 is missing", [](Json &json) {
        json["parameters"]["other"] = json["parameters"]["weight_hh_l0"];
        json["parameters"].erase("weight_hh_l0");
    });
    add("one weight too many", Kind::letters, "parameters.weight_hh_l1 does not belong",
        [](Json &json) { json["parameters"]["weight_hh_l1"] = json["parameters"]["weight_hh_l0"]; });
    add("weight turned round", Kind::letters,
        "parameters.weight_hh_l0 has the shape [3, 9], but \"spec\" asks for [9, 3]", [](Json &json) {
            json["parameters"]["weight_hh_l0"]["shape"] = {3, 9};
        });
    add("weight with three sizes", Kind::letters, "parameters.weight_hh_l0 has the shape [9, 3, 1]", [](Json &json) {
        json["parameters"]["weight_hh_l0"]["shape"] = {9, 3, 1};
    });
    add("shape larger than the data", Kind::letters, "parameters.weight_hh_l0: the shape [9, 4]", [](Json &json) {
        json["parameters"]["weight_hh_l0"]["shape"] = {9, 4};
    });
    add("shape that overflows", Kind::letters, "parameters.weight_hh_l0", [](Json &json) {
        json["parameters"]["weight_hh_l0"]["shape"] = {4294967296, 4294967296};
    });
    add("a weight that is NaN", Kind::letters, "parameters.bias_hh_l0[1] is not a finite number", [](Json &json) {
        Tensor bias = toTensor("", Vector::Zero(9), true);
        bias.values[1] = std::nan("");
        json["parameters"]["bias_hh_l0"] = tensorToJson(bias);
    });
    add("a weight that is infinite", Kind::letters, "parameters.bias_hh_l0[8] is not a finite number", [](Json &json) {
        Tensor bias = toTensor("", Vector::Zero(9), true);
        bias.values[8] = INFINITY;
        json["parameters"]["bias_hh_l0"] = tensorToJson(bias);
    });
    add("broken base64", Kind::letters, "parameters.weight_hh_l0",
        [](Json &json) { json["parameters"]["weight_hh_l0"]["data"].get_ref<std::string &>()[5] = '?'; });
    add("cut base64", Kind::letters, "parameters.weight_hh_l0",
        [](Json &json) { json["parameters"]["weight_hh_l0"]["data"].get_ref<std::string &>().resize(40); });
    add("unknown dtype", Kind::letters, "parameters.weight_hh_l0: \"dtype\"",
        [](Json &json) { json["parameters"]["weight_hh_l0"]["dtype"] = "I64"; });
    add("weights as plain lists", Kind::letters, "parameters.weight_hh_l0",
        [](Json &json) { json["parameters"]["weight_hh_l0"] = Json::parse("[[1, 2, 3]]"); });
}

void addWrongInputs()
{
    add("no input", Kind::letters, "input is missing", [](Json &json) { json.erase("input"); });
    add("unknown kind", Kind::letters, "input.kind is \"sounds\", expected",
        [](Json &json) { json["input"]["kind"] = "sounds"; });
    add("no kind", Kind::letters, "input.kind is missing", [](Json &json) { json["input"].erase("kind"); });
    add("no alphabet", Kind::letters, "input.alphabet is missing", [](Json &json) { json["input"].erase("alphabet"); });
    add("letter of two", Kind::letters, "input: Letter 0 of the alphabet",
        [](Json &json) { json["input"]["alphabet"][0] = "ab"; });
    add("unknown letter", Kind::letters, "input: Letter 2 of text 1: “x” is not in the network's alphabet",
        [](Json &json) { json["input"]["texts"][1] = "wox"; });
    add("text is a number", Kind::letters, "input.texts[1] is 7, expected a text",
        [](Json &json) { json["input"]["texts"][1] = 7; });
    add("no texts", Kind::letters, "input: The input has no sequence",
        [](Json &json) { json["input"]["texts"] = Json::array(); });
    add("empty text", Kind::letters, "input: Sequence 0 is empty", [](Json &json) { json["input"]["texts"][0] = ""; });
    add("token that is no row", Kind::tokens, "input: Sequence 0, step 2: token 6",
        [](Json &json) { json["input"]["sequences"][0][2] = 6; });
    add("token that is a fraction", Kind::tokens, "input.sequences[0][2] is 1.5",
        [](Json &json) { json["input"]["sequences"][0][2] = 1.5; });
    add("token below 0", Kind::tokens, "input.sequences[1][0] is -1",
        [](Json &json) { json["input"]["sequences"][1][0] = -1; });
    add("token beyond an int", Kind::tokens, "input.sequences[1][0] is 4294967296",
        [](Json &json) { json["input"]["sequences"][1][0] = 4294967296; });
    add("sequences of tokens are no lists", Kind::tokens, "input.sequences[0] is 1, expected a list", [](Json &json) {
        json["input"]["sequences"] = {1, 2};
    });
    add("h0 of another size", Kind::tokens, "input: Expected hidden", [](Json &json) {
        json["input"]["h0"]["shape"] = {2, 2, 1};
    });
    add("h0 with two sizes", Kind::tokens, "input.h0 has the shape [2, 2], expected 3 sizes", [](Json &json) {
        json["input"]["h0"]["shape"] = {2, 2};
    });
    add("h0 of size 0", Kind::tokens, "input.h0 has the shape [0, 2, 2]",
        [](Json &json) { json["input"]["h0"] = tensor("F64", "[0, 2, 2]", ""); });
    add("c0 without cell state", Kind::letters, "input: c0 is given",
        [](Json &json) { json["input"]["c0"] = good(Kind::tokens)["input"]["c0"]; });
    add("x with other features", Kind::numbers, "input: ", [](Json &json) {
        json["input"]["x"]["shape"] = {2, 2, 4};
        json["input"]["lengths"] = {2, 2};
    });
    add("x with two sizes", Kind::numbers, "input.x has the shape [4, 4]", [](Json &json) {
        json["input"]["x"]["shape"] = {4, 4};
    });
    add("x is NaN", Kind::numbers, "input.x[0, 0, 0] is not a finite number",
        [](Json &json) { json["input"]["x"]["data"].get_ref<std::string &>().replace(0, 16, "AAAAAAAA+H8AAAAA"); });
    add("length of 0", Kind::numbers, "input.lengths[1] is 0, expected a whole number from 1 to 4", [](Json &json) {
        json["input"]["lengths"] = {4, 0};
    });
    add("length beyond x", Kind::numbers, "input.lengths[0] is 5", [](Json &json) {
        json["input"]["lengths"] = {5, 1};
    });
    add("one length too few", Kind::numbers, "input.lengths is a list, expected 2 lengths",
        [](Json &json) { json["input"]["lengths"] = {4}; });
    add("one feature too few", Kind::numbers, "input: The input names 1 features",
        [](Json &json) { json["input"]["features"] = {"sun"}; });
}

void addWrongObjectivesAndViews()
{
    add("lesson is a text", Kind::letters, "lesson is \"order-matters\", expected an object",
        [](Json &json) { json["lesson"] = "order-matters"; });
    add("card before the first", Kind::letters, "lesson.card is -1", [](Json &json) {
        json["lesson"] = {{"name", "order-matters"}, {"card", -1}};
    });
    add("unknown loss", Kind::letters, "objective.loss is \"hinge\"",
        [](Json &json) { json["objective"]["loss"] = "hinge"; });
    add("objective is a text", Kind::letters, "objective is \"sum\", expected an object",
        [](Json &json) { json["objective"] = "sum"; });
    add("watches never", Kind::letters, "objective.watched is \"never\"",
        [](Json &json) { json["objective"]["watched"] = "never"; });
    add("watches a text step", Kind::letters, "objective.watched.step is \"1\"", [](Json &json) {
        json["objective"]["watched"] = {{"step", "1"}};
    });
    add("watches a step beyond", Kind::letters, "The loss of step 9 is watched", [](Json &json) {
        json["objective"]["watched"] = {{"step", 9}};
    });
    add("no watched", Kind::letters, "objective.watched is missing",
        [](Json &json) { json["objective"].erase("watched"); });
    add("no classes", Kind::letters, "objective.classes is missing",
        [](Json &json) { json["objective"].erase("classes"); });
    add("class beyond the head", Kind::letters, "Target 7 is out of bounds",
        [](Json &json) { json["objective"]["classes"][1][0] = 7; });
    add("class below -1", Kind::letters, "objective.classes[1][0] is -2",
        [](Json &json) { json["objective"]["classes"][1][0] = -2; });
    add("classes of one text", Kind::letters, "target batch_size",
        [](Json &json) { json["objective"]["classes"].erase(1); });
    add("no values", Kind::numbers, "objective.values is missing",
        [](Json &json) { json["objective"].erase("values"); });
    add("values of another size", Kind::numbers, "Using a target size", [](Json &json) {
        json["objective"]["values"]["shape"] = {1, 4, 2};
    });
    add("pins are a text", Kind::letters, "pins is \"z\", expected a list", [](Json &json) { json["pins"] = "z"; });
    add("a pin of an unknown part", Kind::letters, "pins[0].part is \"gate\"",
        [](Json &json) { json["pins"] = Json::parse(R"([{"part": "gate", "unit": 0, "value": 1}])"); });
    add("a pin past the text", Kind::letters, "pins[0]: Steps 0 to 3 cannot be held, there are only 0 to 2",
        [](Json &json) {
            json["pins"] = Json::parse(R"([{"part": "update", "unit": 0, "to": 3, "value": 1, "sequence": 1}])");
        });
    add("view is a list", Kind::letters, "The view looks at unit 3", [](Json &json) { json["view"]["unit"] = 3; });
    add("view of a step below 0", Kind::letters, "view.step is -1", [](Json &json) { json["view"]["step"] = -1; });
    add("view of an unknown part", Kind::letters, "view.part is \"forget\"",
        [](Json &json) { json["view"]["part"] = "forget"; });
    add("view in no direction", Kind::letters, "view.direction is \"up\"",
        [](Json &json) { json["view"]["direction"] = "up"; });
    add("view backwards in a one-way network", Kind::letters, "reads only forwards",
        [](Json &json) { json["view"]["direction"] = "backward"; });
    add("view nearer than a unit", Kind::letters, "view.level is 3", [](Json &json) { json["view"]["level"] = 3; });
    add("view with a number for a truth", Kind::letters, "view.backward_pass is 1",
        [](Json &json) { json["view"]["backward_pass"] = 1; });
}

} // namespace

Q_DECLARE_METATYPE(Kind)
Q_DECLARE_METATYPE(Damage)

class DamagedExperimentTest : public QObject
{
    Q_OBJECT

private slots:
    void wrongPartIsRefusedAndNamed_data();
    void wrongPartIsRefusedAndNamed();
    void cutFileIsRefusedWhereverItIsCut();
    void flippedBytesNeverDoHarm();
    void deeplyNestedFileIsRefused();
    void twoFieldsOfOneNameAreRefused();
};

void DamagedExperimentTest::wrongPartIsRefusedAndNamed_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("says");
    QTest::addColumn<Damage>("damage");
    addWrongHeads();
    addWrongNetworks();
    addWrongInputs();
    addWrongObjectivesAndViews();
}

void DamagedExperimentTest::wrongPartIsRefusedAndNamed()
{
    QFETCH(Kind, kind);
    QFETCH(QString, says);
    QFETCH(Damage, damage);
    Json json = good(kind);
    QVERIFY(readExperiment(writeJson(json)));
    damage(json);
    const auto experiment = readExperiment(writeJson(json));
    QVERIFY(!experiment);
    const QString sentence = QString::fromStdString(experiment.error().english());
    QVERIFY2(sentence.contains(says), qPrintable(sentence));
    QVERIFY2(!sentence.contains('\n'), qPrintable(sentence));
}

void DamagedExperimentTest::cutFileIsRefusedWhereverItIsCut()
{
    const std::string text = writeExperiment(letterExperiment());
    const std::size_t end = text.rfind('}');
    for (std::size_t length = 0; length <= end; length += 1 + length / 50)
        QVERIFY(!readExperiment(std::string_view(text).substr(0, length)));
    QVERIFY(!readExperiment(std::string_view(text).substr(0, end)));
    QVERIFY(readExperiment(std::string_view(text).substr(0, end + 1)));
}

void DamagedExperimentTest::flippedBytesNeverDoHarm()
{
    const std::string text = writeExperiment(numberExperiment());
    Random random(5);
    int opened = 0;
    for (int trial = 0; trial < 3000; ++trial) {
        std::string damaged = text;
        for (int i = 0; i <= random.below(3); ++i)
            damaged[random.below(int(damaged.size()))] = char(random.below(256));
        const auto experiment = readExperiment(damaged);
        if (!experiment)
            continue;
        ++opened; // a changed letter of a title or digit of a weight is no damage that one can see
        QVERIFY(check(*experiment));
        QVERIFY(readExperiment(writeExperiment(*experiment)).value() == *experiment);
    }
    QVERIFY(opened < 2500);
}

void DamagedExperimentTest::deeplyNestedFileIsRefused()
{
    std::string text = writeExperiment(letterExperiment());
    text.insert(1, "\"deep\": " + std::string(100'000, '[') + std::string(100'000, ']') + ",");
    QVERIFY(readExperiment(text).error().english().find("nested more than 64 deep") != std::string::npos);
}

void DamagedExperimentTest::twoFieldsOfOneNameAreRefused()
{
    std::string text = writeExperiment(letterExperiment());
    text.insert(1, "\"title\": \"one\",");
    QVERIFY(readExperiment(text).error().english().find("stands twice") != std::string::npos);
}

QTEST_GUILESS_MAIN(DamagedExperimentTest)
#include "damaged_experiment_test.moc"
