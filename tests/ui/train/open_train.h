// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/window/open_window.h"
#include "ui/document/training/training.h"
#include "ui/train/train_place.h"

#include <QComboBox>

#include <functional>

namespace gatescope {

inline bool comes(const std::function<bool()> &holds)
{
    return QTest::qWaitFor(holds, 50'000);
}

inline QComboBox &boxNamed(QWidget &place, const QString &name)
{
    for (QComboBox *box : place.findChildren<QComboBox *>())
        if (box->accessibleName() == name)
            return *box;
    qFatal("There is no box %s", qPrintable(name));
}

/// The window with the place Train in it, as fast as it can.
struct OpenTrain : OpenWindow {
    Training &training = window.train().training();

    OpenTrain()
    {
        training.setPace(0);
        press(Qt::Key_2, Qt::AltModifier);
    }
    ~OpenTrain() { training.reset(); } // so that nothing asks at the end
    bool runTo(int update)
    {
        training.start();
        const bool came = comes([&] { return training.updates() >= update; });
        training.pause();
        QTest::qWait(100); // for the update that was being made
        return came;
    }
};

} // namespace gatescope
