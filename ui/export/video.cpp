// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/video.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cmath>
#include <numeric>

#include <unistd.h>

namespace gatescope {

namespace {

// in milliseconds
constexpr int patience = 120'000; ///< in which a healthy program takes a part of a frame, or ends
constexpr int slice = 50;         ///< after which it is asked again whether the animation is wanted

constexpr qint64 mostWaiting = 16 << 20; ///< bytes that the program has not taken yet

/// As the pixel format wants it, which has a colour for four pixels. Refused where memory does not suffice.
Result<QImage> evenFrameOf(const Animation &animation, std::size_t at)
{
    const auto drawn = frameOf(animation, at);
    if (!drawn)
        return drawn;
    const QImage &image = *drawn;
    const QSize even((image.width() + 1) / 2 * 2, (image.height() + 1) / 2 * 2);
    QImage frame(even, QImage::Format_RGB32);
    if (frame.isNull())
        return outOfMemory();
    frame.fill(image.pixel(0, 0));
    for (int y = 0; y < image.height(); ++y)
        std::copy_n(image.constScanLine(y), std::size_t(image.width()) * 4, frame.scanLine(y));
    return frame;
}

QStringList argumentsFor(const QSize &size, const QString &file)
{
    return {"-hide_banner", "-loglevel", "error", "-y",
            // what comes through the pipe
            "-f", "rawvideo", "-pixel_format", "bgr0", "-video_size",
            QStringLiteral("%1x%2").arg(size.width()).arg(size.height()), "-framerate",
            QString::number(framesPerSecond), "-i", "-",
            // what is made of it: the colours of high definition, which players expect of a picture of this size
            "-an", "-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p", "-colorspace", "bt709",
            "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv",
            // the index at the front, so that it plays while it loads
            "-movflags", "+faststart", "-f", "mp4", file};
}

/// A running ffmpeg; it ends with this object. Whoever wants the animation is asked also while it works.
class Encoder
{
public:
    Encoder(const QString &program, const QSize &size, const QString &file, const Animation &animation)
        : m_animation(animation)
    {
        m_process.setChildProcessModifier([] { ::setpgid(0, 0); }); // Ctrl+C on a terminal is meant for Gatescope
        m_process.start(program, argumentsFor(size, file));
        m_process.waitForStarted(patience);
    }
    ~Encoder()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    Result<void> write(const QImage &frame, double done)
    {
        if (m_process.state() == QProcess::NotRunning)
            return failure();
        m_done = done;
        m_process.write(reinterpret_cast<const char *>(frame.constBits()), frame.sizeInBytes());
        const auto isBusy = [this] { return m_process.bytesToWrite() > mostWaiting; };
        return waitWhile(isBusy, [this] { return m_process.waitForBytesWritten(slice); });
    }
    /// Until the file is made.
    Result<void> finish()
    {
        m_process.closeWriteChannel();
        const auto isBusy = [this] { return m_process.state() != QProcess::NotRunning; };
        const Result<void> ended = waitWhile(isBusy, [this] { return m_process.waitForFinished(slice); });
        const bool isGood = m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
        return ended && !isGood ? failure() : ended;
    }

private:
    template<typename Condition, typename Step>
    Result<void> waitWhile(const Condition &isBusy, const Step &gotOn)
    {
        QElapsedTimer idle;
        idle.start();
        while (isBusy()) {
            if (!m_animation.isWanted(m_done))
                return givenUp();
            if (gotOn())
                idle.restart();
            else if (m_process.state() == QProcess::NotRunning || idle.hasExpired(patience))
                return failure();
        }
        return {};
    }
    Error failure()
    {
        const QStringList said = QString::fromUtf8(m_process.readAllStandardError()).trimmed().split('\n');
        const QString last = said.constLast().isEmpty() ? m_process.errorString() : said.constLast();
        return error("ffmpeg could not make the MP4: %1.", {printable(last.toStdString())});
    }

    const Animation &m_animation;
    QProcess m_process;
    double m_done = 0;
};

} // namespace

Result<QByteArray> mp4Bytes(const Animation &animation, const QString &ffmpeg)
{
    const QTemporaryDir folder; // goes with all that is in it
    const QString path = folder.filePath(QStringLiteral("animation.mp4"));
    auto frame = evenFrameOf(animation, 0);
    if (!frame)
        return frame.error();
    Encoder encoder(ffmpeg, frame->size(), path, animation);
    const double whole = std::accumulate(animation.milliseconds.begin(), animation.milliseconds.end(), 0.0);
    double shownUntil = 0; // milliseconds
    int written = 0;
    for (std::size_t i = 0; i < animation.milliseconds.size(); ++i) {
        if (!animation.isWanted(shownUntil / whole))
            return givenUp();
        if (i > 0)
            frame = evenFrameOf(animation, i);
        if (!frame)
            return frame.error();
        shownUntil += animation.milliseconds[i];
        for (; written < std::lround(shownUntil * framesPerSecond / 1000); ++written)
            if (const auto good = encoder.write(*frame, shownUntil / whole); !good)
                return good.error();
    }
    if (const auto good = encoder.finish(); !good)
        return good.error();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return error("The MP4 that ffmpeg made cannot be read: %1.", {file.errorString().toStdString()});
    return file.readAll();
}

const std::vector<AnimationFormat> &animationFormats()
{
    static const std::vector<AnimationFormat> table{
        {".gif", "GIF", nullptr, [](const Animation &animation, const QString &) { return gifBytes(animation); }},
        {".mp4", "MP4", "ffmpeg", mp4Bytes},
    };
    return table;
}

const AnimationFormat *animationFormatOf(const QString &path)
{
    for (const AnimationFormat &format : animationFormats()) {
        if (path.endsWith(QLatin1String(format.ending), Qt::CaseInsensitive))
            return &format;
    }
    return nullptr;
}

Result<QString> programFor(const AnimationFormat &format)
{
    if (!format.program)
        return QString();
    const QString program = QStandardPaths::findExecutable(QLatin1String(format.program));
    if (program.isEmpty())
        return error("%1 is made by the program %2, which is not installed here: install it, or choose %3.",
                     {format.name, format.program, animationFormats().front().name});
    return program;
}

} // namespace gatescope
