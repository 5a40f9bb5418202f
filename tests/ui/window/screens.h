// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QSize>
#include <QTemporaryDir>

namespace gatescope {

/// Before the application begins: it finds these screens, side by side, and no display.
class Screens
{
public:
    explicit Screens(const QList<QSize> &sizes)
    {
        QByteArrayList screens;
        int left = 0;
        for (const QSize &size : sizes) {
            screens += QStringLiteral(R"({"name": "screen %1", "x": %2, "y": 0, "width": %3, "height": %4,
                "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1})")
                           .arg(screens.size())
                           .arg(left)
                           .arg(size.width())
                           .arg(size.height())
                           .toUtf8();
            left += size.width();
        }
        QFile file(m_folder.filePath("screens.json"));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("The screens cannot be described.");
        file.write(R"({"synchronousWindowSystemEvents": false, "windowFrameMargins": true, "screens": [)"
                   + screens.join(',') + "]}");
        qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + file.fileName().toUtf8());
    }

private:
    QTemporaryDir m_folder;
};

} // namespace gatescope
