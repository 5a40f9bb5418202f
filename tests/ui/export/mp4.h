// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QTemporaryDir>

namespace gatescope {

/// A video as ffmpeg and ffprobe read it.
class Mp4
{
public:
    explicit Mp4(const QByteArray &bytes);

    /// False where the programs are not installed.
    static bool canBeRead();

    QSize size() const;
    double seconds() const;
    QList<QImage> frames() const;

private:
    QString path() const { return m_folder.filePath("read.mp4"); }
    QByteArray ask(const QString &entry) const;

    QTemporaryDir m_folder;
};

} // namespace gatescope
