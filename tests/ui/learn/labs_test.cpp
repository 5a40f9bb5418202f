// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"

#include "ui/learn/labs/code_box.h"
#include "ui/learn/labs/lab.h"
#include "ui/learn/labs/labs.h"
#include "ui/learn/labs/labs_page.h"
#include "ui/learn/labs/shape_canvas.h"
#include "ui/learn/labs/shape_form.h"
#include "ui/learn/labs/shape_lab.h"
#include "ui/learn/learn_place.h"
#include "ui/learn/start_page.h"

#include <QCheckBox>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace gatescope;

namespace {

/// Presses Tab until that widget has the focus.
template<typename Found>
bool tabTo(OpenWindow &open, const Found &isIt)
{
    for (int i = 0; i < 80; ++i) {
        if (QApplication::focusWidget() && isIt(QApplication::focusWidget()))
            return true;
        open.press(Qt::Key_Tab);
    }
    return false;
}

ShapeLab &shapes(OpenWindow &open)
{
    open.press(Qt::Key_4, Qt::AltModifier);
    open.window.learn().openLab(0);
    return *qobject_cast<ShapeLab *>(open.window.learn().labs()->lab(0));
}

bool changesInTheMiddle(ShapeCanvas &canvas)
{
    canvas.setShare(0);
    const QImage before = canvas.grab().toImage();
    canvas.setShare(0.5);
    const QImage between = canvas.grab().toImage();
    canvas.setShare(1);
    const QImage after = canvas.grab().toImage();
    return before != between && between != after && before != after;
}

} // namespace

/// The labs in the real window.
class LabsTest : public QObject
{
    Q_OBJECT
private slots:
    void oneLabIsMarkedAsOpenAndWhatWasChosenInAnotherStays()
    {
        OpenWindow open;
        ShapeLab &lab = shapes(open);
        open.window.learn().openLab(1);
        open.window.learn().openLab(2);
        QStringList marked, inForm;
        for (const QPushButton *each :
             open.window.learn().labs()->findChildren<QPushButton *>(Qt::FindDirectChildrenOnly))
            if (each->isChecked())
                marked += each->text();
        for (const QPushButton *each : lab.findChildren<QPushButton *>())
            if (each->isChecked())
                inForm += each->text();
        QCOMPARE(marked, QStringList{"One matrix instead of six"});
        QCOMPARE(inForm, QStringList{"PyTorch"});
    }

    void aLabIsOpenedUsedAndLeftByKeysAlone()
    {
        OpenWindow open;
        open.press(Qt::Key_4, Qt::AltModifier);
        LearnPlace &learn = open.window.learn();
        QVERIFY(tabTo(open, [](QWidget *at) { return at->accessibleName() == "Lab: Shapes and errors"; }));
        open.press(Qt::Key_Return);
        QVERIFY(learn.isInLab());
        auto *lab = qobject_cast<ShapeLab *>(learn.labs()->lab(0));
        QCheckBox *batchFirst = lab->form().switchField("batch_first");
        QVERIFY(tabTo(open, [batchFirst](QWidget *at) { return at == batchFirst; }));
        open.press(Qt::Key_Space);
        QVERIFY(lab->form().arguments().batchFirst);
        QVERIFY(lab->canvas().accessibleDescription().contains("input (2, 4, 3)"));
        QVERIFY(learn.isInLab()); // Space was the field's
        QVERIFY(tabTo(open, [](QWidget *at) {
            const auto *edit = qobject_cast<QPlainTextEdit *>(at);
            return edit && !edit->isReadOnly();
        }));
        QTest::keyClicks(QApplication::focusWidget(), "Expected hidden size (2, 3, 6), got [1, 3, 6]");
        QVERIFY(lab->answer().startsWith("The first axis of h_0 is meant"));
        QCOMPARE(lab->form().arguments().hiddenSize, 6);
        open.press(Qt::Key_Escape);
        QVERIFY(!learn.isInLab() && learn.start()->isVisible());
        QCOMPARE(QApplication::focusWidget()->accessibleName(), "Lab: Shapes and errors"); // from where one went
    }

    void theRowOfLabsIsWalkedByKeys()
    {
        OpenWindow open;
        LearnPlace &learn = open.window.learn();
        open.press(Qt::Key_4, Qt::AltModifier);
        learn.openLab(2);
        const auto entry = [] { return qobject_cast<QPushButton *>(QApplication::focusWidget()); };
        QVERIFY(entry() && entry()->isChecked());
        const QPushButton *third = entry();
        open.press(Qt::Key_Tab);
        QVERIFY(entry() != third);
        QVERIFY(tabTo(open, [third](QWidget *at) { return at == third; }));
        open.press(Qt::Key_Left);
        QVERIFY(entry() != third && learn.labs()->current() == 2); // nothing opens before it is asked for
        open.press(Qt::Key_Return);
        QCOMPARE(learn.labs()->current(), 1);
        QVERIFY(entry()->isChecked() && !third->isChecked());
        open.press(Qt::Key_Home);
        open.press(Qt::Key_Space);
        QCOMPARE(learn.labs()->current(), 0);
    }

    void goingOnDoesNotLeaveALab()
    {
        OpenWindow open;
        shapes(open);
        open.window.learn().goOn();
        QVERIFY(open.window.learn().isInLab());
    }

    /// What is drawn in between is neither the one nor the other.
    void axesMoveWhenTheArgumentsChange()
    {
        OpenWindow open;
        ShapeLab &lab = shapes(open);
        lab.form().switchField("batch_first")->toggle();
        QVERIFY(changesInTheMiddle(lab.canvas()));
        lab.form().switchField("bidirectional")->toggle();
        QVERIFY(changesInTheMiddle(lab.canvas()));
        lab.form().frameworkButton(Framework::keras)->click();
        lab.form().switchField("return_sequences")->toggle();
        QVERIFY(changesInTheMiddle(lab.canvas()));
    }

    void reducedMotionJumps()
    {
        OpenWindow open;
        ShapeLab &lab = shapes(open);
        lab.setReducedMotion(true);
        lab.form().switchField("batch_first")->toggle();
        QCOMPARE(lab.canvas().share(), 1.0);
        lab.setReducedMotion(false);
        lab.form().switchField("batch_first")->toggle();
        QVERIFY(lab.canvas().share() < 1);
        QTRY_COMPARE_WITH_TIMEOUT(lab.canvas().share(), 1.0, 5000);
    }

    void fieldsHaveTheNamesOfTheFramework()
    {
        OpenWindow open;
        ShapeLab &lab = shapes(open);
        QVERIFY(lab.form().sizeField("hidden_size") && !lab.form().sizeField("units"));
        QVERIFY(!lab.form().switchField("return_sequences"));
        lab.form().frameworkButton(Framework::keras)->click();
        QVERIFY(lab.form().sizeField("units") && !lab.form().sizeField("hidden_size"));
        QVERIFY(lab.form().switchField("return_sequences") && !lab.form().switchField("batch_first"));
        QVERIFY(lab.canvas().accessibleDescription().contains("output (2, 5): batch 2, units 5"));
        lab.form().switchField("return_sequences")->click();
        QVERIFY(lab.canvas().accessibleDescription().contains("output (2, 4, 5): batch 2, time 4, units 5"));
    }

    void whatIsRefusedIsSaidAndThePictureStays()
    {
        OpenWindow open;
        ShapeLab &lab = shapes(open);
        const QString before = lab.canvas().accessibleDescription();
        lab.form().sizeField("hidden_size")->setValue(0);
        QVERIFY(lab.remark().startsWith("hidden_size must be greater than zero"));
        QCOMPARE(lab.canvas().accessibleDescription(), before);
        lab.form().sizeField("hidden_size")->setValue(6);
        QVERIFY(lab.remark().isEmpty());
        QVERIFY(lab.canvas().accessibleDescription().contains("output (4, 2, 6)"));
    }

    void theCodeIsCopied()
    {
        OpenWindow open;
        ShapeLab &lab = shapes(open);
        for (const Framework framework : {Framework::pytorch, Framework::keras}) {
            lab.code(framework).copy();
            QCOMPARE(QGuiApplication::clipboard()->text(), lab.code(framework).code());
            QVERIFY(lab.code(framework).code().contains("GRU("));
        }
    }

    /// The axis that a message means is ringed until another layer is drawn.
    void whatAMessageMeansIsMarkedInThePicture()
    {
        OpenWindow open;
        ShapeLab &lab = shapes(open);
        lab.setMessage("input.size(-1) must be equal to input_size. Expected 4, got 3");
        QCOMPARE(lab.form().arguments().inputSize, 4);
        const QImage marked = lab.canvas().grab().toImage();
        lab.setMessage("this is not a message of PyTorch");
        QVERIFY(lab.answer().startsWith("This message is not among those"));
        QVERIFY(marked != lab.canvas().grab().toImage());
        lab.setMessage(QString());
        QVERIFY(lab.answer().isEmpty());
    }

    void everyLabFitsTheSmallestWindow()
    {
        OpenWindow open;
        open.press(Qt::Key_4, Qt::AltModifier);
        const QSize before = open.window.minimumSizeHint();
        for (int i = 0; i < int(labs().size()); ++i)
            open.window.learn().openLab(i);
        QVERIFY2(open.window.minimumSizeHint().height() <= std::max(before.height(), 768)
                     && open.window.minimumSizeHint().width() <= std::max(before.width(), 1024),
                 qPrintable(QString("%1x%2")
                                .arg(open.window.minimumSizeHint().width())
                                .arg(open.window.minimumSizeHint().height())));
    }
};

QTEST_MAIN(LabsTest)
#include "labs_test.moc"
