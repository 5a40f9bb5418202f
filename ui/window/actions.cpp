// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/actions.h"

#include "ui/common/translate.h"
#include "ui/window/action_rows.h"
#include "ui/window/exchange.h"
#include "ui/window/experiment_files.h"
#include "ui/window/look.h"
#include "ui/window/main_window.h"
#include "ui/window/network_export.h"
#include "ui/window/picture_export.h"
#include "ui/window/places.h"
#include "ui/window/presenter.h"

#include <QWidget>

namespace gatescope {

namespace {

const char *const fileGroup = QT_TRANSLATE_NOOP("gatescope", "File");
const char *const places = QT_TRANSLATE_NOOP("gatescope", "Places");

std::vector<ActionRow> fileRows(const ActionTargets &on)
{
    ExperimentFiles *files = &on.files;
    Exchange *exchange = &on.exchange;
    PictureExport *pictures = &on.pictures;
    NetworkExport *networks = &on.networks;
    MainWindow *window = &on.window;
    return {
        {"open", fileGroup, QT_TRANSLATE_NOOP("gatescope", "Open…"), "Ctrl+O", [files] { files->chooseAndOpen(); }},
        {"save", fileGroup, QT_TRANSLATE_NOOP("gatescope", "Save"), "Ctrl+S", [files] { files->save(); }},
        {"saveAs", fileGroup, QT_TRANSLATE_NOOP("gatescope", "Save as…"), "Ctrl+Shift+S", [files] { files->saveAs(); }},
        {"copyText", fileGroup, QT_TRANSLATE_NOOP("gatescope", "Copy as text, for a chat or a worksheet"),
         "Ctrl+Shift+C", [exchange] { exchange->copyAsText(); }, "explore"},
        {"paste", fileGroup, QT_TRANSLATE_NOOP("gatescope", "Paste an experiment"), "Ctrl+V",
         [exchange] { exchange->paste(); }},
        {"copyPicture", fileGroup, QT_TRANSLATE_NOOP("gatescope", "Copy as a picture, for a slide"), "Ctrl+Shift+E",
         [pictures] { pictures->copyPicture(); }, "explore"},
        {"exportPicture", fileGroup, QT_TRANSLATE_NOOP("gatescope", "Export picture or animation…"), "Ctrl+E",
         [pictures] { pictures->exportPicture(); }, "explore"},
        {"exportNetwork", fileGroup, QT_TRANSLATE_NOOP("gatescope", "Export the network, for PyTorch…"), "Ctrl+Shift+P",
         [networks] { networks->chooseAndExport(); }, "explore"},
        {"quit", fileGroup, QT_TRANSLATE_NOOP("gatescope", "Quit"), "Ctrl+Q", [window] { window->close(); }},
    };
}

std::vector<ActionRow> seeingRows(const ActionTargets &on)
{
    Look *look = &on.look;
    MainWindow *window = &on.window;
    return {
        {"classroomOn", seeingGroup, QT_TRANSLATE_NOOP("gatescope", "Classroom size: readable from the last row"),
         "Ctrl++; Ctrl+=", [look] { look->setClassroom(true); }},
        {"classroomOff", seeingGroup, QT_TRANSLATE_NOOP("gatescope", "Usual size"), "Ctrl+-; Ctrl+0",
         [look] { look->setClassroom(false); }},
        {"theme", seeingGroup, QT_TRANSLATE_NOOP("gatescope", "Light, dark or high contrast"), "Ctrl+D",
         [look] { look->nextTheme(); }},
        {"motion", seeingGroup, QT_TRANSLATE_NOOP("gatescope", "Motion or jumps"), "Ctrl+M",
         [window] { window->turnMotion(); }},
        {"language", seeingGroup, QT_TRANSLATE_NOOP("gatescope", "Language…"), "Ctrl+L",
         [window] { window->chooseLanguage(); }},
        {"present", seeingGroup,
         QT_TRANSLATE_NOOP("gatescope", "Present to a class: the stage alone, over the whole screen"), "F5",
         [window] { window->presenter().setOn(!window->presenter().isOn()); }, "explore"},
        {"fullScreen", seeingGroup, QT_TRANSLATE_NOOP("gatescope", "Full screen"), "F11",
         [window] { window->setWindowState(window->windowState() ^ Qt::WindowFullScreen); }},
        {"menu", seeingGroup, QT_TRANSLATE_NOOP("gatescope", "Menu"), "F10", [window] { window->showMenu(); }},
        {"keys", seeingGroup, QT_TRANSLATE_NOOP("gatescope", "Keys"), "F1", [window] { window->showKeys(); }},
    };
}

std::vector<ActionRow> placeRows(const ActionTargets &on)
{
    MainWindow *window = &on.window;
    std::vector<ActionRow> rows;
    for (int i = 0; i < int(placeTable().size()); ++i) {
        const PlaceRow &place = placeTable()[std::size_t(i)];
        rows.push_back({place.name, places, place.label, place.keys, [window, i] { window->goTo(i); }});
    }
    return rows;
}

std::vector<ActionRow> onlyIn(const char *place, std::vector<ActionRow> rows)
{
    for (ActionRow &row : rows)
        row.place = place;
    return rows;
}

} // namespace

std::vector<ActionRow> actionTable(const ActionTargets &targets)
{
    std::vector<ActionRow> table;
    for (auto &rows : {onlyIn("explore", movingRows(targets)), onlyIn("train", trainingRows(targets)),
                       onlyIn("compare", comparingRows(targets)), onlyIn("learn", lessonRows(targets)),
                       onlyIn("quiz", quizRows(targets)), onlyIn("explore", askingRows(targets)),
                       onlyIn("explore", lookingRows(targets)), seeingRows(targets),
                       onlyIn("explore", editingRows(targets)), fileRows(targets), placeRows(targets)})
        table.insert(table.end(), rows.begin(), rows.end());
    return table;
}

QList<QAction *> makeActions(QWidget &window, const std::vector<ActionRow> &table)
{
    QList<QAction *> actions;
    for (const ActionRow &row : table) {
        auto *action = new QAction(translated(row.text), &window);
        action->setObjectName(QLatin1String(row.name));
        action->setShortcuts(QKeySequence::listFromString(QLatin1String(row.keys), QKeySequence::PortableText));
        action->setData(QLatin1String(row.group));
        action->setProperty("place", QLatin1String(row.place));
        QObject::connect(action, &QAction::triggered, &window, row.work);
        window.addAction(action);
        actions.append(action);
    }
    return actions;
}

void offerActionsOf(const QString &place, const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        const QString only = action->property("place").toString();
        action->setVisible(only.isEmpty() || only == place);
    }
}

QString groupOf(const QAction &action)
{
    return translated(action.data().toString().toUtf8().constData());
}

} // namespace gatescope
