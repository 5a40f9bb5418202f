// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include "core/base/json.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/types.h>

using namespace gatescope;

namespace {

/// Linux tells which signals a process has a handler for.
bool catchesInterrupts(const QProcess &process)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process.processId()));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("SigCgt:");
    const quint64 caught = text.mid(at + 7, text.indexOf('\n', at) - at - 7).trimmed().toULongLong(nullptr, 16);
    return caught & (1ULL << (SIGINT - 1));
}

} // namespace

/// The same arguments give the same bytes, and different ones different pictures.
class RenderTest : public QObject
{
    Q_OBJECT

private slots:
    void sameArgumentsSameBytes_data();
    void sameArgumentsSameBytes();
    void settingsAndLocalePlayNoPart();
    void picturesHaveTheSizeAskedFor();
    void svgIsReadable();
    void theWholeWindowIsInItsSvg();
    void everyOptionShows_data();
    void everyOptionShows();
    void animationHasFrames();
    void aVideoLastsAsLongAsTheWalk();
    void withoutFfmpegThereIsNoVideoAndOneSentence();
    void aRenderingThatIsInterruptedLeavesNothing_data();
    void aRenderingThatIsInterruptedLeavesNothing();
    void everyDemoDrawsEveryView_data();
    void everyDemoDrawsEveryView();
    void benchMeasures();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray render(const QStringList &arguments, const QString &ending, const QProcessEnvironment &environment = {});

    QTemporaryDir m_folder;
    int m_count = 0;
};

QByteArray RenderTest::render(const QStringList &arguments, const QString &ending,
                              const QProcessEnvironment &environment)
{
    const QString out = path(QString::number(m_count++) + ending);
    const ProgramOutcome outcome = runProgram(QStringList{"render", "--out", out} + arguments, environment);
    if (outcome.code != 0 || !outcome.err.isEmpty()) {
        qWarning("%d: %s", outcome.code, outcome.err.constData());
        return {};
    }
    QFile file(out);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void RenderTest::sameArgumentsSameBytes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("ending");
    const QStringList demo{"--demo", "hello-world", "--size", "640x400", "--view"};
    for (const char *view : {"stage", "network", "cell", "unit", "timeline", "gradients", "itemised", "window"}) {
        for (const char *ending : {".png", ".svg"})
            QTest::addRow("%s%s", view, ending) << demo + QStringList{view} << ending;
    }
    QTest::newRow("between network and cell") << demo + QStringList{"stage", "--level", "0.4"} << ".png";
    QTest::newRow("cell.gif") << demo + QStringList{"cell", "--from", "2", "--to", "2"} << ".gif";
}

void RenderTest::sameArgumentsSameBytes()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, ending);
    const QByteArray once = render(arguments, ending);
    QVERIFY(!once.isEmpty());
    QVERIFY(render(arguments, ending) == once);
}

void RenderTest::settingsAndLocalePlayNoPart()
{
    QTemporaryDir home;
    QFile settings(home.filePath("gatescope.ini"));
    QVERIFY(QDir().mkpath(home.filePath("gatescope")));
    settings.setFileName(home.filePath("gatescope/gatescope.ini"));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write("[look]\ntheme=dark\nscale=2\n[General]\ntheme=dark\nscale=2\n");
    settings.close();
    const QProcessEnvironment other = withoutDisplay({{"XDG_CONFIG_HOME", home.path()},
                                                      {"LC_ALL", "de_DE.UTF-8"},
                                                      {"LANG", "ar_EG.UTF-8"},
                                                      {"QT_SCALE_FACTOR", "2"},
                                                      {"QT_FONT_DPI", "200"},
                                                      {"QT_STYLE_OVERRIDE", "windows"},
                                                      {"QT_QPA_PLATFORM", "minimal"},
                                                      {"FONTCONFIG_FILE", "/dev/null"}});
    const QStringList arguments{"--demo", "hello-world", "--view", "window", "--size", "1280x800"};
    const QByteArray once = render(arguments, ".png");
    QVERIFY(!once.isEmpty());
    QVERIFY(render(arguments, ".png", other) == once);
}

void RenderTest::picturesHaveTheSizeAskedFor()
{
    const QStringList arguments{"--demo", "hello-world", "--view", "cell", "--size", "600x450"};
    QCOMPARE(QImage::fromData(render(arguments, ".png")).size(), QSize(600, 450));
    QCOMPARE(QImage::fromData(render(arguments + QStringList{"--scale", "2"}, ".png")).size(), QSize(1200, 900));
}

void RenderTest::svgIsReadable()
{
    const QByteArray svg = render({"--demo", "hello-world", "--view", "cell", "--size", "600x450"}, ".svg");
    QSvgRenderer renderer(svg);
    QVERIFY(renderer.isValid());
    QCOMPARE(renderer.viewBox(), QRect(0, 0, 600, 450));
    QVERIFY(svg.contains("hello world"));
}

void RenderTest::theWholeWindowIsInItsSvg()
{
    const QStringList window{"--demo", "hello-world", "--view", "window", "--size", "1280x800"};
    const auto mean
        = [](const QImage &image) { return image.scaled(64, 40, Qt::IgnoreAspectRatio, Qt::SmoothTransformation); };
    QImage image(1280, 800, QImage::Format_RGB32);
    QPainter painter(&image);
    QSvgRenderer(render(window, ".svg")).render(&painter);
    const QImage seen = mean(QImage::fromData(render(window, ".png"))), read = mean(image);
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 64; ++x) {
            const int apart = std::abs(qGray(seen.pixel(x, y)) - qGray(read.pixel(x, y)));
            QVERIFY2(apart < 32, qPrintable(QString("%1 at %2, %3").arg(apart).arg(x * 20).arg(y * 20)));
        }
}

void RenderTest::everyOptionShows_data()
{
    QTest::addColumn<QStringList>("option");
    QTest::newRow("step") << QStringList{"--step", "5"};
    QTest::newRow("part") << QStringList{"--part", "update"};
    QTest::newRow("progress") << QStringList{"--part", "update", "--progress", "0.5"};
    QTest::newRow("pass") << QStringList{"--pass", "backward"};
    QTest::newRow("unit") << QStringList{"--unit", "3"};
    QTest::newRow("theme") << QStringList{"--theme", "dark"};
    QTest::newRow("contrast") << QStringList{"--theme", "contrast"};
    QTest::newRow("classroom") << QStringList{"--classroom"};
    QTest::newRow("lit") << QStringList{"--lit", "z:2"};
}

void RenderTest::everyOptionShows()
{
    QFETCH(QStringList, option);
    const QStringList plain{"--demo", "hello-world", "--view", "cell", "--size", "1280x800"};
    const QByteArray changed = render(plain + option, ".png");
    QVERIFY(!changed.isEmpty());
    QVERIFY(changed != render(plain, ".png"));
}

void RenderTest::animationHasFrames()
{
    const QByteArray gif
        = render({"--demo", "hello-world", "--view", "cell", "--size", "320x200", "--from", "2", "--to", "3"}, ".gif");
    QVERIFY(gif.startsWith("GIF89a"));
    QVERIFY(gif.contains("NETSCAPE2.0")); // it repeats
    const QByteArray graphicControl("\x21\xf9\x04", 3);
    QVERIFY2(gif.count(graphicControl) > 20, QByteArray::number(gif.count(graphicControl)).constData());
    QVERIFY(gif.endsWith(';'));
}

void RenderTest::aVideoLastsAsLongAsTheWalk()
{
    const QString probe = QStandardPaths::findExecutable("ffprobe");
    if (probe.isEmpty() || QStandardPaths::findExecutable("ffmpeg").isEmpty())
        QSKIP("No video can be made and read back: ffmpeg and ffprobe (package ffmpeg) are not installed.");
    const QStringList one{"--demo", "hello-world", "--view", "cell", "--size", "320x200", "--from", "2", "--to", "2"};
    QVERIFY(!render(one, ".mp4").isEmpty());
    QProcess reading;
    reading.start(probe,
                  {"-v", "error", "-count_frames", "-show_entries", "stream=width,height,nb_read_frames", "-of",
                   "csv=p=0", path(QString::number(m_count - 1) + ".mp4")});
    QVERIFY(reading.waitForFinished());
    // Five parts of twelve moves of 30 ms, four holds of 600 ms and one of 1400 ms, at 30 frames in a second.
    QCOMPARE(reading.readAllStandardOutput().trimmed(), QByteArray("320,200,168"));
}

void RenderTest::withoutFfmpegThereIsNoVideoAndOneSentence()
{
    const ProgramOutcome outcome
        = runProgram({"render", "--demo", "hello-world", "--view", "cell", "--out", path("none.mp4")},
                     withoutDisplay({{"PATH", m_folder.path()}}));
    QCOMPARE(outcome.code, 4);
    QCOMPARE(outcome.errorLines(), 1);
    QVERIFY2(outcome.err.contains("the program ffmpeg, which is not installed here"), outcome.err.constData());
    QVERIFY(!QFile::exists(path("none.mp4")));
}

void RenderTest::aRenderingThatIsInterruptedLeavesNothing_data()
{
    QTest::addColumn<QString>("ending");
    QTest::newRow("GIF") << ".gif";
    QTest::newRow("MP4") << ".mp4";
}

void RenderTest::aRenderingThatIsInterruptedLeavesNothing()
{
    QFETCH(QString, ending);
    if (ending == ".mp4" && QStandardPaths::findExecutable("ffmpeg").isEmpty())
        QSKIP("No video can be made: ffmpeg is not installed.");
    QTemporaryDir making;
    QProcess process;
    process.setProcessEnvironment(
        withoutDisplay({{"TMPDIR", making.path()}, {"XDG_RUNTIME_DIR", m_folder.path()}})); // which Qt would make there
    const QString out = path("interrupted" + ending);
    process.start(GATESCOPE_BINARY,
                  {"render", "--demo", "hello-world", "--view", "window", "--out", out, "--scale", "2"});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(catchesInterrupts(process), 60'000); // once it draws, which it would for a minute
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardError(), QByteArray("gatescope: The animation was given up.\n"));
    QVERIFY(!QFile::exists(out));
    QVERIFY(QDir(making.path()).isEmpty());
}

void RenderTest::everyDemoDrawsEveryView_data()
{
    QTest::addColumn<QString>("demo");
    QTest::addColumn<QString>("view");
    const ProgramOutcome list = runProgram({"list", "demos"});
    for (const QByteArray &line : list.out.trimmed().split('\n')) {
        const QString demo = line.left(line.indexOf(' '));
        for (const char *view : {"stage", "network", "cell", "unit", "timeline", "gradients", "itemised", "window"})
            QTest::addRow("%s %s", qPrintable(demo), view) << demo << view;
    }
}

void RenderTest::everyDemoDrawsEveryView()
{
    QFETCH(QString, demo);
    QFETCH(QString, view);
    const QImage image = QImage::fromData(render({"--demo", demo, "--view", view, "--size", "1000x600"}, ".png"));
    QCOMPARE(image.size(), QSize(1000, 600));
    QVERIFY(image.convertToFormat(QImage::Format_Indexed8).colorCount() > 8); // something is drawn
}

void RenderTest::benchMeasures()
{
    const ProgramOutcome outcome
        = runProgram({"bench", "ui", "--size", "800x600", "--hidden", "4", "--length", "3", "--json"});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    for (const char *field : {"frames", "median_ms", "p99_ms", "start_to_first_frame_ms", "peak_rss_mib"})
        QVERIFY2(outcome.out.contains(field), outcome.out.constData());
    const auto json = parseJson(outcome.out.toStdString());
    QVERIFY(json);
    int frames = 0;
    for (const char *phase : {"steps", "zoom", "backward", "what_if", "what_if_weight"}) {
        const Json &times = (*json)["phases"][phase];
        QVERIFY2(times["frames"].get<int>() > 0, phase);
        QVERIFY2(times["median_ms"].get<double>() <= times["p99_ms"].get<double>(), phase);
        frames += times["frames"].get<int>();
    }
    QCOMPARE((*json)["frames"].get<int>(), frames);
}

QTEST_MAIN(RenderTest)
#include "render_test.moc"
