// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/export/mp4.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace gatescope {

namespace {

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.readAllStandardOutput();
}

} // namespace

Mp4::Mp4(const QByteArray &bytes)
{
    QFile file(path());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written.", qPrintable(path()));
}

bool Mp4::canBeRead()
{
    return !QStandardPaths::findExecutable("ffmpeg").isEmpty() && !QStandardPaths::findExecutable("ffprobe").isEmpty();
}

QByteArray Mp4::ask(const QString &entry) const
{
    return outputOf("ffprobe", {"-v", "error", "-show_entries", entry, "-of", "csv=p=0", path()}).trimmed();
}

QSize Mp4::size() const
{
    const QList<QByteArray> sides = ask("stream=width,height").split(',');
    return sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
}

double Mp4::seconds() const
{
    return ask("format=duration").toDouble();
}

QList<QImage> Mp4::frames() const
{
    const QSize pixels = size();
    const QByteArray raw = outputOf("ffmpeg", {"-v", "error", "-i", path(), "-f", "rawvideo", "-pix_fmt", "bgr0", "-"});
    const qsizetype each = qsizetype(pixels.width()) * pixels.height() * 4;
    QList<QImage> frames;
    for (qsizetype at = 0; each > 0 && at + each <= raw.size(); at += each) {
        const auto *bytes = reinterpret_cast<const uchar *>(raw.constData() + at);
        frames.append(QImage(bytes, pixels.width(), pixels.height(), QImage::Format_RGB32).copy());
    }
    return frames;
}

} // namespace gatescope
