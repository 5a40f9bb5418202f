// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"
#include "tests/ui/window/screens.h"

#include "ui/window/presenter.h"

#include <QDir>

// What a class sees of each part, at 1920 × 1080 and an eighth of it, for those who change it to look at.
//     presenter_pictures FOLDER light|dark|contrast

using namespace gatescope;

int main(int argc, char **argv)
{
    const Screens screens({{1920, 1080}});
    QApplication application(argc, argv);
    const auto name = argc == 3 ? themeNamed(QString::fromLocal8Bit(argv[2])) : std::nullopt;
    if (!name)
        qFatal("presenter_pictures FOLDER light|dark|contrast");
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    OpenWindow open;
    open.window.look().setTheme(*name);
    open.window.presenter().setOn(true);
    for (const Pass pass : {Pass::forward, Pass::backward}) {
        open.player.setPass(pass);
        for (int part = 0; part < 5; ++part) {
            QTest::qWait(60);
            const QImage picture = open.window.grab().toImage();
            const QString file = QStringLiteral("%1-%2-%3")
                                     .arg(keyOf(*name), pass == Pass::forward ? "forward" : "backward")
                                     .arg(part);
            picture.save(folder.filePath(file + ".png"));
            picture.scaled(picture.size() / 8, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                .save(folder.filePath(file + "-eighth.png"));
            open.player.partOn();
        }
    }
    return 0;
}
