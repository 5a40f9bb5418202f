// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document.h"
#include "ui/document/playing/camera.h"
#include "ui/document/playing/player.h"
#include "ui/document/record.h"
#include "ui/export/animation.h"
#include "ui/export/colour_table.h"
#include "ui/export/picture.h"
#include "ui/export/tour.h"
#include "ui/export/views.h"

#include "core/engine/reference_backend.h"
#include "core/experiment/files/experiment_file.h"

#include <QTest>

using namespace gatescope;

namespace {

Record recordOf(const QString &demo)
{
    const QString path = QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/experiments/%1.gatescope").arg(demo);
    auto experiment = readExperimentFile(path.toStdString());
    if (!experiment)
        qFatal("%s", experiment.error().english().c_str());
    auto record = computeRecord(ReferenceBackend(), std::make_shared<const Experiment>(*std::move(experiment)));
    return record ? *record : Record();
}

Picture stripes(int colours)
{
    return {.size = {200, 100},
            .paper = Qt::white,
            .title = "stripes",
            .draw = [colours](QPainter &painter, const QSizeF &size) {
                for (int i = 0; i < colours; ++i)
                    painter.fillRect(QRectF(i * size.width() / colours, 10, size.width() / colours, 50),
                                     QColor::fromHsv(i * 359 / colours, 200, 255 - i % 100));
            }};
}

} // namespace

class ExportTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFormatGivesTheSameBytesAgain_data();
    void everyFormatGivesTheSameBytesAgain();
    void fewColoursStayExactlyAsTheyAre();
    void manyColoursComeClose();
    void theTableDependsOnTheColoursAlone();
    void gifKeepsWhatIsDrawn();
    void tourGoesAlongTheComputation();
    void tourMovesAsThePlayerDoes();
    void tourGoesAgainstTimeInTheBackwardPass();
    void tourOfABackwardLayerBeginsAtTheEnd();
    void tourZoomsAsTheCameraDoes();
    void aPictureKeepsTheGhostAndThePrediction();
    void thePictureByItsSourceFollowsTheLayerInFocus();
};

void ExportTest::everyFormatGivesTheSameBytesAgain_data()
{
    QTest::addColumn<QString>("ending");
    QTest::newRow("png") << ".png";
    QTest::newRow("svg") << ".svg";
}

void ExportTest::everyFormatGivesTheSameBytesAgain()
{
    QFETCH(QString, ending);
    const PictureFormat *format = pictureFormatOf("picture" + ending.toUpper());
    QVERIFY(format);
    const auto once = format->bytes(stripes(7));
    QVERIFY(once.ok() && !once->isEmpty());
    QCOMPARE(*format->bytes(stripes(7)), *once);
}

void ExportTest::fewColoursStayExactlyAsTheyAre()
{
    const QImage image = imageOf(stripes(20));
    ColourTable table;
    table.add(image);
    table.choose();
    const std::vector<std::uint8_t> indices = table.indicesOf(image);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            QCOMPARE(table.colours()[indices[std::size_t(y * image.width() + x)]], image.pixel(x, y));
    }
}

void ExportTest::manyColoursComeClose()
{
    QImage image(256, 256, QImage::Format_RGB32);
    for (int y = 0; y < 256; ++y) {
        for (int x = 0; x < 256; ++x)
            image.setPixel(x, y, qRgb(x, 255 - x, y));
    }
    ColourTable table;
    table.add(image);
    table.choose();
    QVERIFY(table.colours().size() <= 255);
    const std::vector<std::uint8_t> indices = table.indicesOf(image);
    double sum = 0;
    for (int i = 0; i < 256 * 256; ++i) {
        const QRgb wanted = image.pixel(i % 256, i / 256);
        const QRgb got = table.colours()[indices[std::size_t(i)]];
        sum += std::abs(qRed(wanted) - qRed(got)) + std::abs(qBlue(wanted) - qBlue(got));
    }
    QVERIFY2(sum / (256 * 256) < 14, QByteArray::number(sum / (256 * 256)).constData());
}

void ExportTest::theTableDependsOnTheColoursAlone()
{
    const QImage one = imageOf(stripes(150));
    const QImage two = imageOf(stripes(170));
    ColourTable forwards, backwards;
    forwards.add(one);
    forwards.add(two);
    backwards.add(two);
    backwards.add(one);
    forwards.choose();
    backwards.choose();
    QVERIFY(forwards.colours() == backwards.colours());
}

void ExportTest::gifKeepsWhatIsDrawn()
{
    Animation animation{{500, 100, 100}, [](std::size_t i) { return imageOf(stripes(i == 2 ? 5 : 3)); }, {}};
    const auto gif = gifBytes(animation);
    QVERIFY(gif.ok());
    QVERIFY(gif->startsWith("GIF89a") && gif->endsWith(';'));
    QCOMPARE(quint8(gif->at(6)) + 256 * quint8(gif->at(7)), 200);
    QCOMPARE(gif->count(QByteArray("\x21\xf9\x04", 3)), 2); // the second frame looks like the first
    QCOMPARE(*gifBytes(animation), *gif);

    animation.goesOn = [](double) { return false; };
    QVERIFY(!gifBytes(animation).ok());
}

void ExportTest::tourGoesAlongTheComputation()
{
    const Record record = recordOf("hello-world");
    const std::vector<TourFrame> frames = tour({}, *record.trace, 2, 3, {.moves = 4});
    QCOMPARE(frames.size(), 2u * 5u * 5u);
    QCOMPARE(frames.front().state.step, 2);
    QCOMPARE(frames.front().state.part, 0);
    QCOMPARE(frames.front().state.progress, 0.0);
    QCOMPARE(frames.back().state.step, 3);
    QCOMPARE(frames.back().state.part, 4);
    QCOMPARE(frames.back().state.progress, 1.0);
    QVERIFY(frames.back().milliseconds > frames[4].milliseconds);
}

void ExportTest::tourMovesAsThePlayerDoes()
{
    const Record record = recordOf("hello-world");
    const std::vector<TourFrame> frames = tour({}, *record.trace, 0, 0, {.moves = 4});
    for (int move = 0; move < 4; ++move)
        QCOMPARE(frames[std::size_t(move)].state.progress, eased(move / 4.0));
}

void ExportTest::tourGoesAgainstTimeInTheBackwardPass()
{
    const Record record = recordOf("hello-world");
    PlayheadState backward;
    backward.pass = Pass::backward;
    const std::vector<TourFrame> frames = tour(backward, *record.trace, 2, 4, {.moves = 0});
    QCOMPARE(frames.size(), 3u * 5u);
    QCOMPARE(frames.front().state.step, 4);
    QCOMPARE(frames.front().state.part, 4);
    QCOMPARE(frames.back().state.step, 2);
    QCOMPARE(frames.back().state.part, 0);
}

void ExportTest::tourOfABackwardLayerBeginsAtTheEnd()
{
    const Record record = recordOf("bidirectional");
    PlayheadState state;
    state.direction = Direction::backward;
    const std::vector<TourFrame> frames = tour(state, *record.trace, 0, 1, {.moves = 0});
    QCOMPARE(frames.front().state.step, 1);
    QCOMPARE(frames.front().state.part, 0);
    QCOMPARE(frames.back().state.step, 0);
}

void ExportTest::tourZoomsAsTheCameraDoes()
{
    Document document(std::make_unique<ReferenceBackend>());
    Playhead playhead;
    Player player(document, playhead);
    Camera camera(playhead, player, 2);
    playhead.moveTo({.level = 0});
    const std::vector<TourFrame> frames = cameraTour(playhead.state(), 2);
    QVERIFY(frames.size() > 30);
    camera.goTo(2);
    for (const TourFrame &frame : frames) {
        camera.advance(frame.milliseconds);
        QVERIFY(std::abs(playhead.state().level - frame.state.level) < 1e-12);
    }
    QCOMPARE(playhead.state().level, 2.0);
}

void ExportTest::aPictureKeepsTheGhostAndThePrediction()
{
    const Record record = recordOf("hello-world");
    Experiment other = *record.experiment;
    other.pins.push_back({.part = Part::update, .unit = 1, .firstStep = 1, .lastStep = 1, .sequence = 0, .value = 1});
    const auto held = computeRecord(ReferenceBackend(), std::make_shared<const Experiment>(other));
    QVERIFY(held);
    for (const char *name : {"cell", "timeline"}) {
        Scene plain{*held, {.step = 2, .part = 2, .unit = 1}, theme(ThemeName::light)};
        Scene compared = plain, predicted = plain;
        compared.ghost = &record;
        predicted.predicting = true;
        const ExportedView &view = *exportedViewNamed(name);
        const auto drawn = [&](const Scene &scene) {
            QImage image(900, 600, QImage::Format_RGB32);
            QPainter painter(&image);
            view.draw(painter, image.size(), scene);
            return image;
        };
        const QImage usual = imageOf(pictureOf(view, plain, {900, 600}));
        for (const Scene *scene : {&compared, &predicted}) {
            const QImage picture = imageOf(pictureOf(view, *scene, {900, 600}));
            QCOMPARE(picture.convertToFormat(QImage::Format_RGB32), drawn(*scene));
            QVERIFY(scene == &predicted && qstrcmp(name, "cell") == 0 ? true : picture != usual);
        }
    }
}

void ExportTest::thePictureByItsSourceFollowsTheLayerInFocus()
{
    const Record record = recordOf("bidirectional");
    const ExportedView &view = *exportedViewNamed("itemised");
    const auto picture = [&](Direction direction, bool predicting) {
        Scene scene{record, {.direction = direction}, theme(ThemeName::light)};
        scene.predicting = predicting;
        return imageOf(pictureOf(view, scene, {900, 600}));
    };
    QVERIFY(picture(Direction::forward, false) != picture(Direction::backward, false));
    QVERIFY2(picture(Direction::forward, true) == picture(Direction::backward, true), "what is to come stays hidden");
}

QTEST_MAIN(ExportTest)
#include "export_test.moc"
