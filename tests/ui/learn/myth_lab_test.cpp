// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"

#include "ui/learn/commitment_panel.h"
#include "ui/learn/labs/labs.h"
#include "ui/learn/labs/labs_page.h"
#include "ui/learn/labs/myth_evidence.h"
#include "ui/learn/labs/myth_lab.h"
#include "ui/learn/learn_place.h"

#include <QListWidget>
#include <QPushButton>

using namespace gatescope;

namespace {

int labIndex()
{
    const auto &rows = labs();
    return int(std::ranges::find(rows, std::string_view("Myths"), &LabRow::title) - rows.begin());
}

MythLab &mythLab(OpenWindow &open)
{
    open.press(Qt::Key_4, Qt::AltModifier);
    open.window.learn().openLab(labIndex());
    return *qobject_cast<MythLab *>(open.window.learn().labs()->lab(labIndex()));
}

int rowOf(MythLab &lab, const std::string &id)
{
    return int(std::ranges::find(lab.myths(), id, &Myth::id) - lab.myths().begin());
}

} // namespace

/// The lab of myths in the real window.
class MythLabTest : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsTold_beforeOneHasGuessed()
    {
        OpenWindow open;
        MythLab &lab = mythLab(open);
        QCOMPARE(lab.list().count(), int(lab.myths().size()));
        QVERIFY(lab.evidence().said().isEmpty());
        QVERIFY(!lab.lessonButton().isVisibleTo(&lab));
        lab.question().chooseOption(1);
        QVERIFY(lab.evidence().said().startsWith("Measured just now: "));
        QVERIFY(lab.lessonButton().isVisibleTo(&lab));
    }

    void aKeyAnswersAndTheButtonLeadsToTheCard()
    {
        OpenWindow open;
        MythLab &lab = mythLab(open);
        const int row = rowOf(lab, "remembers-everything");
        for (int i = 0; i < 30 && !lab.list().hasFocus(); ++i)
            open.press(Qt::Key_Tab);
        for (int i = 0; i < row; ++i)
            open.press(Qt::Key_Down);
        QCOMPARE(lab.list().currentRow(), row);
        open.press(Qt::Key_2);
        QVERIFY(lab.question().isAnswered());
        QVERIFY(lab.list().item(row)->text().startsWith(u"✓ "));
        lab.lessonButton().setFocus(Qt::TabFocusReason);
        open.press(Qt::Key_Return);
        LearnPlace &learn = open.window.learn();
        QVERIFY(learn.isInLesson());
        QCOMPARE(learn.lessonPlace()->lesson, "where-memory-ends");
        QCOMPARE(learn.lessonPlace()->card, lab.myths()[std::size_t(row)].card);
    }

    void anotherMythBeginsAnew()
    {
        OpenWindow open;
        MythLab &lab = mythLab(open);
        lab.question().chooseOption(2);
        lab.list().setCurrentRow(1);
        QVERIFY(!lab.question().isAnswered());
        QVERIFY(lab.evidence().said().isEmpty());
    }

    void networksLearnForSomeAndItIsSaid()
    {
        OpenWindow open;
        MythLab &lab = mythLab(open);
        lab.list().setCurrentRow(rowOf(lab, "plain-is-useless"));
        lab.question().chooseOption(2);
        QVERIFY(lab.evidence().said().startsWith("Networks are learning"));
        QTRY_VERIFY_WITH_TIMEOUT(lab.evidence().said().startsWith("Measured just now: "), 120000);
        QVERIFY(lab.evidence().accessibleDescription().size() > lab.evidence().said().size()); // its curves too
    }

    void whatWasAskedForAndLeftIsNotShown()
    {
        OpenWindow open;
        MythLab &lab = mythLab(open);
        lab.list().setCurrentRow(rowOf(lab, "larger-is-better"));
        lab.question().chooseOption(3);
        lab.list().setCurrentRow(0);
        QTest::qWait(300);
        QVERIFY(lab.evidence().said().isEmpty());
    }
};

QTEST_MAIN(MythLabTest)
#include "myth_lab_test.moc"
