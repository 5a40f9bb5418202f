// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/export/mp4.h"

#include "ui/document/record.h"
#include "ui/export/tour.h"
#include "ui/export/video.h"
#include "ui/export/views.h"

#include "core/engine/reference_backend.h"
#include "core/experiment/files/experiment_file.h"

#include <QBuffer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QImageReader>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace gatescope;

namespace {

/// Frames of flat colours, none like the one before.
Animation coloured(const std::vector<int> &milliseconds, const QSize &size)
{
    return {milliseconds,
            [size](std::size_t i) {
                QImage image(size, QImage::Format_RGB32);
                image.fill(QColor::fromHsv(int(i * 67 % 360), 180, 220));
                return image;
            },
            {}};
}

int whole(const Animation &animation)
{
    return std::accumulate(animation.milliseconds.begin(), animation.milliseconds.end(), 0);
}

/// The walk of the opening demo through one step, as the window exports it.
Animation walk(const Record &record, const QSize &size)
{
    const std::vector<TourFrame> frames = tour({.unit = 1}, *record.trace, 3, 3, {.moves = 3});
    Animation animation;
    for (const TourFrame &frame : frames)
        animation.milliseconds.push_back(frame.milliseconds);
    animation.frame = [=, &record](std::size_t i) {
        const Scene scene{record, frames[i].state, theme(ThemeName::light)};
        return imageOf(pictureOf(*exportedViewNamed("cell"), scene, size));
    };
    return animation;
}

/// How far the channels are from one another, in the mean.
double distance(const QImage &one, const QImage &other)
{
    double sum = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x) {
            const QRgb a = one.pixel(x, y), b = other.pixel(x, y);
            sum += std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b));
        }
    return sum / (3.0 * one.width() * one.height());
}

} // namespace

/// An exported animation, read back: it has every frame, for as long as it was meant.
class AnimationTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void aGifHasEveryFrameForItsTime();
    void aGifShowsTheWalk();
    void anMp4HasEveryFrameForItsTime();
    void anMp4ShowsTheWalk();
    void oddSidesOfAnMp4HaveALineMore();
    void progressGoesUpAndEnds_data();
    void progressGoesUpAndEnds();
    void whatIsGivenUpLeavesNothing_data();
    void whatIsGivenUpLeavesNothing();
    void aFrameThatMemoryDoesNotSufficeForEndsIt_data();
    void aFrameThatMemoryDoesNotSufficeForEndsIt();
    void aProgramThatHangsCanBeGivenUp();
    void aProgramThatFailsIsQuoted();
    void aMissingProgramIsNamed();

private:
    QString program(const QByteArray &script);

    QTemporaryDir m_folder;
    Record m_record;
    int m_count = 0;
};

#define NEEDS_FFMPEG                                                                                                   \
    if (!Mp4::canBeRead())                                                                                             \
    QSKIP("No MP4 can be made and read back: ffmpeg and ffprobe (package ffmpeg) are not installed.")

void AnimationTest::initTestCase()
{
    const auto experiment = readExperimentFile(GATESCOPE_SOURCE_DIR "/resources/experiments/hello-world.gatescope");
    QVERIFY(experiment.ok());
    const auto record = computeRecord(ReferenceBackend(), std::make_shared<const Experiment>(*experiment));
    QVERIFY(record.ok());
    m_record = *record;
}

/// What is left behind in the folder for what is in the making can be seen.
void AnimationTest::init()
{
    QVERIFY(QDir(m_folder.path()).mkpath("making"));
    qputenv("TMPDIR", m_folder.filePath("making").toUtf8());
}

QString AnimationTest::program(const QByteArray &script)
{
    QFile file(m_folder.filePath(QString::number(m_count++)));
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + script + "\n") < 0)
        return {};
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    return file.fileName();
}

void AnimationTest::aGifHasEveryFrameForItsTime()
{
    const Animation animation = coloured({500, 30, 1400, 90}, {120, 80});
    QByteArray bytes = *gifBytes(animation);
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, "gif");
    QCOMPARE(reader.imageCount(), 4);
    QCOMPARE(reader.loopCount(), -1); // for ever
    for (std::size_t i = 0; i < 4; ++i) {
        const QImage frame = reader.read();
        QCOMPARE(frame.size(), QSize(120, 80));
        QCOMPARE(frame.pixel(60, 40), animation.frame(i).pixel(60, 40));
        QCOMPARE(reader.nextImageDelay(), animation.milliseconds[i]);
    }
}

void AnimationTest::aGifShowsTheWalk()
{
    const Animation animation = walk(m_record, {640, 400});
    QByteArray bytes = *gifBytes(animation);
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, "gif");
    int shown = 0;
    std::size_t drawn = 0;
    while (reader.canRead()) {
        const QImage frame = reader.read().convertToFormat(QImage::Format_RGB32);
        QVERIFY(drawn < animation.milliseconds.size());
        QVERIFY2(distance(frame, animation.frame(drawn)) < 3, qPrintable(QString::number(drawn)));
        // Frames that look alike are one.
        for (const int end = shown + reader.nextImageDelay(); shown < end; ++drawn)
            shown += animation.milliseconds[drawn];
    }
    QCOMPARE(shown, whole(animation));
}

void AnimationTest::anMp4HasEveryFrameForItsTime()
{
    NEEDS_FFMPEG;
    const Animation animation = coloured({500, 30, 1400, 90}, {120, 80});
    const auto bytes = mp4Bytes(animation, "ffmpeg");
    QVERIFY2(bytes.ok(), bytes.ok() ? "" : bytes.error().english().c_str());
    const Mp4 video(*bytes);
    QVERIFY(std::abs(video.seconds() - whole(animation) / 1000.0) < 0.02);
    const QList<QImage> frames = video.frames();
    QCOMPARE(frames.size(), qRound(whole(animation) * framesPerSecond / 1000.0));
    int until = 0;
    qsizetype at = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        until += animation.milliseconds[i];
        for (; at < std::lround(until * framesPerSecond / 1000.0); ++at)
            QVERIFY2(distance(frames[at], animation.frame(i)) < 4, qPrintable(QString::number(at)));
    }
}

void AnimationTest::anMp4ShowsTheWalk()
{
    NEEDS_FFMPEG;
    const Animation animation = walk(m_record, {640, 400});
    const auto bytes = mp4Bytes(animation, "ffmpeg");
    QVERIFY2(bytes.ok(), bytes.ok() ? "" : bytes.error().english().c_str());
    const QList<QImage> frames = Mp4(*bytes).frames();
    QCOMPARE(frames.size(), qRound(whole(animation) * framesPerSecond / 1000.0));
    QVERIFY(distance(frames.constFirst(), animation.frame(0)) < 3);
    QVERIFY(distance(frames.constLast(), animation.frame(animation.milliseconds.size() - 1)) < 3);
    QVERIFY(frames.constFirst() != frames.constLast());
}

void AnimationTest::oddSidesOfAnMp4HaveALineMore()
{
    NEEDS_FFMPEG;
    const auto bytes = mp4Bytes(coloured({200}, {121, 83}), "ffmpeg");
    QVERIFY(bytes.ok());
    QCOMPARE(Mp4(*bytes).size(), QSize(122, 84));
}

void AnimationTest::progressGoesUpAndEnds_data()
{
    QTest::addColumn<QString>("ending");
    for (const AnimationFormat &format : animationFormats())
        QTest::newRow(format.name) << format.ending;
}

void AnimationTest::progressGoesUpAndEnds()
{
    QFETCH(QString, ending);
    const AnimationFormat &format = *animationFormatOf("walk" + ending.toUpper());
    if (format.program)
        NEEDS_FFMPEG;
    Animation animation = coloured(std::vector<int>(60, 100), {64, 64});
    double last = 0;
    bool goesUp = true;
    int asked = 0;
    animation.goesOn = [&](double done) {
        goesUp = goesUp && done >= last && done <= 1;
        last = done;
        ++asked;
        return true;
    };
    QVERIFY(format.bytes(animation, *programFor(format)).ok());
    QVERIFY(goesUp);
    QVERIFY(asked >= 60);
    QVERIFY2(last > 0.95, qPrintable(QString::number(last)));
}

void AnimationTest::whatIsGivenUpLeavesNothing_data()
{
    progressGoesUpAndEnds_data();
}

void AnimationTest::whatIsGivenUpLeavesNothing()
{
    QFETCH(QString, ending);
    const AnimationFormat &format = *animationFormatOf(ending);
    if (format.program)
        NEEDS_FFMPEG;
    Animation animation = coloured(std::vector<int>(1000, 100), {64, 64});
    int drawn = 0;
    const auto frame = animation.frame;
    animation.frame = [&](std::size_t i) {
        ++drawn;
        return frame(i);
    };
    animation.goesOn = [](double done) { return done < 0.1; };
    const auto bytes = format.bytes(animation, *programFor(format));
    QVERIFY(!bytes.ok());
    QCOMPARE(bytes.error().english(), givenUp().english());
    QVERIFY2(drawn < 200, qPrintable(QString::number(drawn)));
    QVERIFY(QDir(m_folder.filePath("making")).isEmpty());
}

void AnimationTest::aFrameThatMemoryDoesNotSufficeForEndsIt_data()
{
    QTest::addColumn<int>("missing");
    QTest::newRow("the first") << 0;
    QTest::newRow("one between") << 2;
    QTest::newRow("the last") << 3;
}

void AnimationTest::aFrameThatMemoryDoesNotSufficeForEndsIt()
{
    QFETCH(int, missing);
    Animation animation = coloured({500, 30, 1400, 90}, {120, 80});
    animation.frame
        = [frame = animation.frame, missing](std::size_t i) { return int(i) == missing ? QImage() : frame(i); };
    for (const auto &made : {gifBytes(animation), mp4Bytes(animation, program("cat > /dev/null"))}) {
        QVERIFY(!made);
        QVERIFY2(made.error().english().find("too large") != std::string::npos, made.error().english().c_str());
    }
}

void AnimationTest::aProgramThatHangsCanBeGivenUp()
{
    Animation animation = coloured({100, 100}, {1000, 1000}); // more than the pipe holds
    QElapsedTimer clock;
    clock.start();
    animation.goesOn = [&](double) { return clock.elapsed() < 500; };
    const auto bytes = mp4Bytes(animation, program("exec sleep 1000"));
    QVERIFY(!bytes.ok());
    QCOMPARE(bytes.error().english(), givenUp().english());
    QVERIFY2(clock.elapsed() < 30'000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(QDir(m_folder.filePath("making")).isEmpty());
}

void AnimationTest::aProgramThatFailsIsQuoted()
{
    const auto full
        = mp4Bytes(coloured({100}, {64, 64}), program("cat >/dev/null; echo 'the disk is full' >&2; exit 1"));
    QVERIFY(!full.ok());
    QCOMPARE(full.error().english(), std::string("ffmpeg could not make the MP4: the disk is full."));
    const auto gone = mp4Bytes(coloured(std::vector<int>(50, 100), {1000, 1000}), program("exit 3"));
    QVERIFY(!gone.ok());
    QVERIFY(gone.error().english().starts_with("ffmpeg could not make the MP4: "));
    QVERIFY(!mp4Bytes(coloured({100}, {64, 64}), m_folder.filePath("nothing")).ok());
    QVERIFY(QDir(m_folder.filePath("making")).isEmpty());
}

void AnimationTest::aMissingProgramIsNamed()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", m_folder.filePath("making").toUtf8());
    const auto gif = programFor(*animationFormatOf(".gif"));
    const auto mp4 = programFor(*animationFormatOf(".mp4"));
    qputenv("PATH", path);
    QVERIFY(gif.ok() && gif->isEmpty());
    QVERIFY(!mp4.ok());
    QCOMPARE(mp4.error().english(),
             std::string("MP4 is made by the program ffmpeg, which is not installed here: install it, or choose GIF."));
}

QTEST_MAIN(AnimationTest)
#include "animation_test.moc"
