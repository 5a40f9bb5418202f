// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/explore/open_place.h"

#include "ui/explore/stage_panel.h"

#include <QAccessible>
#include <QTest>

using namespace gatescope;
using namespace gatescope::testing;

class StageAccessibleTest : public QObject
{
    Q_OBJECT
private slots:
    void dump();
};

void StageAccessibleTest::dump()
{
    for (int units : {4, 40, 512}) {
        Open open(spelling({.hiddenSize = units}));
        for (Pass pass : {Pass::forward, Pass::backward})
            for (int level = 0; level < 3; ++level) {
                PlayheadState at{.step = 2, .part = 2, .unit = 3, .pass = pass, .level = double(level)};
                open.playhead.moveTo(at);
                open.paint();
                QAccessibleInterface *stage = QAccessible::queryAccessibleInterface(&open.place.stage());
                qDebug() << "=====" << units << int(pass) << level << stage->childCount() << stage->role();
                for (int i = 0; i < stage->childCount(); ++i) {
                    QAccessibleInterface *child = stage->child(i);
                    if (units < 10 || i < 40)
                    qDebug().noquote() << child->role() << child->text(QAccessible::Name) << "|" << child->text(QAccessible::Value).left(200) << child->rect() << (child->state().focused ? "FOCUS" : "");
                }
            }
    }
}
QTEST_MAIN(StageAccessibleTest)
#include "stage_accessible_test.moc"
