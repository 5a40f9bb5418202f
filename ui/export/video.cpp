// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/video.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cmath>
#include <numeric>

namespace gatescope {

namespace {

constexpr int patience = 30'000; ///< milliseconds in which a healthy program takes a frame, or ends
constexpr qint64 mostWaiting = 16 << 20;

/// As the pixel format wants it, which has a colour for four pixels.
QImage withEvenSides(const QImage &image)
{
    const QSize even((image.width() + 1) / 2 * 2, (image.height() + 1) / 2 * 2);
    QImage frame(even, QImage::Format_RGB32);
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
            // what is made of it; the index at the front, so that it plays while it loads
            "-an", "-pix_fmt", "yuv420p", "-movflags", "+faststart", "-f", "mp4", file};
}

/// A running ffmpeg; it ends with this object.
class Encoder
{
public:
    Encoder(const QString &program, const QSize &size, const QString &file)
    {
        m_process.start(program, argumentsFor(size, file));
        m_process.waitForStarted(patience);
    }
    ~Encoder()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    bool write(const QImage &frame)
    {
        m_process.write(reinterpret_cast<const char *>(frame.constBits()), frame.sizeInBytes());
        while (m_process.bytesToWrite() > mostWaiting)
            if (!m_process.waitForBytesWritten(patience))
                return false;
        return m_process.state() == QProcess::Running;
    }
    /// False when it did not make the file.
    bool finish()
    {
        m_process.closeWriteChannel();
        return m_process.waitForFinished(patience) && m_process.exitStatus() == QProcess::NormalExit
            && m_process.exitCode() == 0;
    }
    Error failure()
    {
        m_process.waitForFinished(1000);
        const QStringList said = QString::fromUtf8(m_process.readAllStandardError()).trimmed().split('\n');
        const QString last = said.constLast().isEmpty() ? m_process.errorString() : said.constLast();
        return error("ffmpeg could not make the MP4: %1.", {printable(last.toStdString())});
    }

private:
    QProcess m_process;
};

} // namespace

Result<QByteArray> mp4Bytes(const Animation &animation, const QString &ffmpeg)
{
    const QTemporaryDir folder; // goes with all that is in it
    const QString path = folder.filePath(QStringLiteral("animation.mp4"));
    QImage frame = withEvenSides(animation.frame(0));
    Encoder encoder(ffmpeg, frame.size(), path);
    const double whole = std::accumulate(animation.milliseconds.begin(), animation.milliseconds.end(), 0.0);
    double shownUntil = 0; // milliseconds
    int written = 0;
    for (std::size_t i = 0; i < animation.milliseconds.size(); ++i) {
        if (!animation.isWanted(shownUntil / whole))
            return givenUp();
        if (i > 0)
            frame = withEvenSides(animation.frame(i));
        shownUntil += animation.milliseconds[i];
        for (; written < std::lround(shownUntil * framesPerSecond / 1000); ++written)
            if (!encoder.write(frame))
                return encoder.failure();
    }
    QFile file(path);
    if (!encoder.finish() || !file.open(QIODevice::ReadOnly))
        return encoder.failure();
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
