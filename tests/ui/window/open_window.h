// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/reference_backend.h"
#include "ui/document/document.h"
#include "ui/document/file_reading.h"
#include "ui/document/playing/player.h"
#include "ui/explore/explore_place.h"
#include "ui/explore/stage/stage_panel.h"
#include "ui/window/demos.h"
#include "ui/window/experiment_files.h"
#include "ui/window/look.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QDialog>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QUndoStack>

#include <functional>

namespace gatescope {

/// The real window with the opening demo, active, without settings; moves jump to their end.
struct OpenWindow {
    Document document{std::make_unique<ReferenceBackend>()};
    Playhead playhead;
    Player player{document, playhead};
    MainWindow window{document, playhead, player};

    OpenWindow()
    {
        player.setReducedMotion(true);
        window.files().show(*openingExperiment());
        window.resize(1280, 800);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("The window does not become active.");
        window.setFocus();
    }
    ~OpenWindow() { document.undoStack().clear(); } // so that nothing asks at the end

    /// Presses a key where the focus is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : &window, key, modifiers);
    }
    /// Opens a file and waits until it is read: whether it is open.
    bool opens(const QString &path)
    {
        QSignalSpy used(&window.files(), &ExperimentFiles::used);
        window.files().open(path);
        while (window.files().reading().isBusy())
            QTest::qWait(5);
        return used.count() > 0;
    }
    QImage stage() { return window.explore().stage().grab().toImage(); }
    const PlayheadState &at() const { return playhead.state(); }

    template<typename Widget>
    Widget *named(const QString &accessibleName)
    {
        for (Widget *widget : window.findChildren<Widget *>()) {
            if (widget->accessibleName() == accessibleName)
                return widget;
        }
        return nullptr;
    }
};

/// Once a dialog is open, does this to it. What the dialog was asked for goes on after that.
inline void whenDialogOpens(QObject *context, const std::function<void(QDialog &)> &answer)
{
    auto *waiting = new QTimer(context);
    waiting->setInterval(20);
    QObject::connect(waiting, &QTimer::timeout, context, [waiting, answer] {
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        waiting->deleteLater();
        waiting->stop();
        answer(*dialog);
    });
    waiting->start();
}

} // namespace gatescope
