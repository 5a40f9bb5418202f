// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"

#include "ui/learn/labs/labs_page.h"
#include "ui/learn/labs/padding_canvas.h"
#include "ui/learn/labs/padding_form.h"
#include "ui/learn/labs/padding_lab.h"
#include "ui/learn/labs/step_cells.h"
#include "ui/learn/learn_place.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

using namespace gatescope;

namespace {

PaddingLab &paddingLab(OpenWindow &open)
{
    open.press(Qt::Key_4, Qt::AltModifier);
    open.window.learn().openLab(1);
    return *qobject_cast<PaddingLab *>(open.window.learn().labs()->lab(1));
}

QString says(PaddingLab &lab)
{
    return lab.canvas().accessibleDescription();
}

/// Some place of the canvas where that cell is drawn.
std::optional<QPoint> findCell(const PaddingCanvas &canvas, const MaskPlace &place)
{
    for (int y = 0; y < canvas.height(); y += 4)
        for (int x = 0; x < canvas.width(); x += 4)
            if (canvas.placeAt(QPointF(x, y)) == place)
                return QPoint(x + 4, y + 4);
    return std::nullopt;
}

} // namespace

/// The lab of lengths and padding in the real window.
class PaddingLabTest : public QObject
{
    Q_OBJECT
private slots:
    void whatPaddingDoesIsSaidAndDrawn()
    {
        OpenWindow open;
        PaddingLab &lab = paddingLab(open);
        QVERIFY(says(lab).contains("batch_sizes [4, 4, 3, 2, 2, 1], sorted_indices [1, 3, 0, 2]"));
        QVERIFY(says(lab).contains("B: length 6, 0 zeros, h_n off by 0;"));
        const QImage before = lab.canvas().grab().toImage();
        for (int n = 0; n < 4; ++n)
            lab.form().lengthField(n)->setValue(5);
        QVERIFY(says(lab).startsWith("All are equally long"));
        lab.form().moreZerosField()->setValue(3);
        QVERIFY(says(lab).startsWith("Zeros are not nothing"));
        QVERIFY(before != lab.canvas().grab().toImage());
    }

    void leftPaddingWithoutBiasesChangesNothing()
    {
        OpenWindow open;
        PaddingLab &lab = paddingLab(open);
        lab.form().sideField()->setCurrentIndex(1);
        QVERIFY(says(lab).contains("before its start"));
        lab.form().switchField("bias")->click();
        QVERIFY(says(lab).startsWith("Without biases"));
        lab.form().sideField()->setCurrentIndex(0);
        QVERIFY(says(lab).contains("after its end"));
    }

    void theSecondDirectionBeginsInThePadding()
    {
        OpenWindow open;
        PaddingLab &lab = paddingLab(open);
        QVERIFY(!says(lab).contains("backwards"));
        lab.form().switchField("bidirectional")->click();
        QVERIFY(says(lab).contains("The backward direction begins in the zeros"));
        QVERIFY(says(lab).contains(", backwards by "));
    }

    void enforceSortedRefusesInPytorchsWords()
    {
        OpenWindow open;
        PaddingLab &lab = paddingLab(open);
        lab.form().switchField("enforce_sorted")->click();
        QVERIFY(says(lab).contains("`lengths` array must be sorted in decreasing order"));
        for (int n = 0; n < 4; ++n)
            lab.form().lengthField(n)->setValue(6 - n);
        QVERIFY(says(lab).contains("sorted_indices None, unsorted_indices None"));
    }

    void aStateThatIsNotItsOwnIsSaid()
    {
        OpenWindow open;
        PaddingLab &lab = paddingLab(open);
        lab.form().viewButton(PaddingView::stateful)->click();
        QVERIFY(says(lab).startsWith("Row by row the sequences go on"));
        QVERIFY(says(lab).contains("Row 0: first A, then A with the state of A, h_n off by 0."));
        lab.form().wayField(StatefulWay::reordered)->click();
        QVERIFY(says(lab).contains("Row 0: first A, then B with the state of A"));
        lab.form().wayField(StatefulWay::reset)->click();
        QVERIFY(says(lab).contains("then A with the state of 0"));
        lab.form().wayField(StatefulWay::leftOver)->click();
        QVERIFY(says(lab).contains("then D with the state of A"));
    }

    void detachIsToBeSeen()
    {
        OpenWindow open;
        PaddingLab &lab = paddingLab(open);
        lab.form().viewButton(PaddingView::stateful)->click();
        QVERIFY(says(lab).contains("no gradient goes back"));
        const QImage detached = lab.canvas().grab().toImage();
        lab.form().switchField("detach")->click();
        QVERIFY(says(lab).contains("the gradient goes on into the first batch"));
        QVERIFY(detached != lab.canvas().grab().toImage());
    }

    void aMaskIsPaintedByKeysAlone()
    {
        OpenWindow open;
        PaddingLab &lab = paddingLab(open);
        lab.form().viewButton(PaddingView::mask)->click();
        QVERIFY(says(lab).contains("PyTorch: nn.GRU takes no mask, but lengths say the same"));
        for (int i = 0; i < 80 && !lab.canvas().hasFocus(); ++i)
            open.press(Qt::Key_Tab);
        QVERIFY(lab.canvas().hasFocus());
        open.press(Qt::Key_Down);
        open.press(Qt::Key_Right);
        QVERIFY(says(lab).startsWith("Cursor: B, step 1, read."));
        open.press(Qt::Key_Space);
        QVERIFY(!lab.mask()[1][1]);
        QVERIFY(says(lab).startsWith("Cursor: B, step 1, masked."));
        QVERIFY(says(lab).contains("cuDNN: Cannot: B is not right-padded"));
        open.press(Qt::Key_Space);
        QVERIFY(lab.mask()[1][1]);
        QVERIFY(open.window.learn().isInLab());
    }

    void aMaskIsPaintedByDragging()
    {
        OpenWindow open;
        PaddingLab &lab = paddingLab(open);
        lab.form().viewButton(PaddingView::mask)->click();
        QTRY_VERIFY(lab.canvas().isVisible() && findCell(lab.canvas(), {2, 1}));
        const auto from = findCell(lab.canvas(), {2, 1}), to = findCell(lab.canvas(), {2, 0});
        QVERIFY(from && to);
        QTest::mousePress(&lab.canvas(), Qt::LeftButton, Qt::NoModifier, *from);
        QVERIFY(!lab.mask()[2][1]);
        QMouseEvent drag(QEvent::MouseMove, *to, lab.canvas().mapToGlobal(*to), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QApplication::sendEvent(&lab.canvas(), &drag);
        QTest::mouseRelease(&lab.canvas(), Qt::LeftButton, Qt::NoModifier, *to);
        QVERIFY(!lab.mask()[2][0]);
        QVERIFY(says(lab).contains("of C nothing is read, so its state stays the initial one"));
        QVERIFY(says(lab).contains("C: 00000000, every step read is off by not 0."));
    }

    void onlyOneViewIsChosen()
    {
        OpenWindow open;
        PaddingLab &lab = paddingLab(open);
        for (const PaddingView view : {PaddingView::mask, PaddingView::stateful, PaddingView::padding}) {
            lab.form().viewButton(view)->click();
            for (const PaddingView other : {PaddingView::padding, PaddingView::stateful, PaddingView::mask})
                QCOMPARE(lab.form().viewButton(other)->isChecked(), other == view);
        }
        QVERIFY(lab.form().wayField(StatefulWay::carried)->isChecked());
    }

    void anotherNetworkMeasuresAnew()
    {
        OpenWindow open;
        PaddingLab &lab = paddingLab(open);
        const QString before = says(lab);
        for (QPushButton *button : lab.form().findChildren<QPushButton *>())
            if (button->text() == "Another network, other numbers")
                button->click();
        QVERIFY(before != says(lab));
    }

    void sharesAreShort()
    {
        QCOMPARE(asShare(0), QString("0"));
        QCOMPARE(asShare(1e-15), QString("0"));
        QCOMPARE(asShare(0.351), QString("35 %"));
        QCOMPARE(asShare(0.0284), QString("2.8 %"));
        QCOMPARE(asShare(INFINITY), QString("not 0"));
    }
};

QTEST_MAIN(PaddingLabTest)
#include "padding_lab_test.moc"
