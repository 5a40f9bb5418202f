// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/learning/lessons/lesson.h"
#include "core/learning/study/studied.h"

#include <QTest>

#include <algorithm>

using namespace gatescope;

namespace {

const std::string figureResources = GATESCOPE_SOURCE_DIR "/resources";

const Lesson &lessonNumber(int number)
{
    static const ReadLessons read = readLessonFolder(figureResources);
    return *std::ranges::find(read.lessons, number, &Lesson::number);
}

/// Lesson 9 with another figure on its first card.
std::string readWith(const char *field, const Json &value)
{
    Json json
        = parseJson(readFile(figureResources + "/lessons/09-where-the-batch-axis-goes.json", 1u << 20).value()).value();
    json["cards"][6][field] = value;
    const auto read = readLesson(writeJson(json, 1), figureResources);
    return read ? std::string("read") : read.error().english();
}

std::string shapeOf(const Figure &figure, const Experiment &shown, const char *tensor)
{
    const auto shapes = shapesOf(argumentsOf(figure, shown));
    const auto found = std::ranges::find(shapes, tensor, &TensorShape::name);
    return found == shapes.end() ? std::string("none") : written(*found);
}

} // namespace

/// What a card draws in place of its stage.
class FigureTest : public QObject
{
    Q_OBJECT
private slots:
    void itHasTheSizesOfTheCardsOwnNetwork()
    {
        const Lesson &axes = lessonNumber(9);
        const LessonCard &first = axes.cards[2], &swapped = axes.cards[4];
        QCOMPARE(shapeOf(*first.figure, shownOn(first, axes), "input"), std::string("(2, 5, 3)"));
        QCOMPARE(shapeOf(*first.figure, shownOn(first, axes), "h_n"), std::string("(1, 2, 4)"));
        QCOMPARE(shapeOf(*swapped.figure, shownOn(swapped, axes), "input"), std::string("(5, 5, 3)"));
        const Lesson &layer = lessonNumber(7);
        QCOMPARE(shapeOf(*layer.cards[6].figure, shownOn(layer.cards[6], layer), "weight_ih_l0"),
                 std::string("(60, 10)"));
        QCOMPARE(parameterCount(argumentsOf(*layer.cards[6].figure, shownOn(layer.cards[6], layer))), 1920);
    }

    /// What would give the answer away comes with it.
    void itWaitsForTheGuessWhereTheCardSaysSo()
    {
        const Lesson &keras = lessonNumber(18);
        const LessonCard &kernels = keras.cards[1];
        QCOMPARE(shapeOf(*figureOf(kernels, true), keras.experiment, "kernel"), std::string("none"));
        QCOMPARE(shapeOf(*figureOf(kernels, false), keras.experiment, "kernel"), std::string("(3, 12)"));
        const LessonCard &axes = lessonNumber(9).cards[0];
        QVERIFY(!figureOf(axes, true) && figureOf(axes, false));
        QVERIFY(!figureOf(keras.cards[0], true) && !figureOf(keras.cards[0], false));
    }

    void whatCannotBeDrawnIsRefusedAtItsField()
    {
        QCOMPARE(readWith("title", "x"), std::string("read"));
        const auto says = [](const char *field, const Json &value, const char *expected) {
            const std::string said = readWith(field, value);
            if (said.find(expected) == std::string::npos)
                qWarning("%s", said.c_str());
            return said.find(expected) != std::string::npos;
        };
        QVERIFY(says("figure", {{"draws", "magic"}}, "cards[6].figure.draws is \"magic\""));
        QVERIFY(says("figure", {{"way", "stacked"}}, "cards[6].figure.draws is missing"));
        QVERIFY(says("figure", {{"draws", "shapes"}, {"size", 3}}, "cards[6].figure.size: a figure has no such field"));
        QVERIFY(says("figure", {{"draws", "shapes"}, {"marks", "kernel"}}, "no tensor \"kernel\""));
        QVERIFY(says("figure", {{"draws", "shapes"}, {"waits", true}}, "without a commitment"));
        QVERIFY(
            says("controls", Json::array({"update-bias"}), "cards[6].controls: a figure stands in place of the stage"));
        QVERIFY(says("deed", Json::parse(R"({"asks": "Close it.",
 "reach": {"part": "reset", "unit": 0, "step": 1, "most": 0.02}})"),
                     "cards[6].deed: a figure stands in place of the stage"));
        QVERIFY(says("experiment", Json::parse(R"({"spec": {"cell": "lstm", "input_size": 3, "hidden_size": 4},
 "seed": 1, "lengths": [5, 5]})"),
                     "cards[6].figure cannot be drawn"));
    }
};

QTEST_APPLESS_MAIN(FigureTest)
#include "figure_test.moc"
