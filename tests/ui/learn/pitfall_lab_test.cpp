// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"

#include "ui/learn/commitment_panel.h"
#include "ui/learn/labs/labs.h"
#include "ui/learn/labs/labs_page.h"
#include "ui/learn/labs/myth_evidence.h"
#include "ui/learn/labs/pitfall_lab.h"
#include "ui/learn/learn_place.h"
#include "ui/learn/sources_page.h"
#include "ui/learn/start_page.h"

#include <QListWidget>
#include <QPushButton>
#include <QTextBrowser>

using namespace gatescope;

namespace {

int labIndex()
{
    const auto &rows = labs();
    return int(std::ranges::find(rows, std::string_view("Break it, fix it"), &LabRow::title) - rows.begin());
}

PitfallLab &pitfallLab(OpenWindow &open)
{
    open.press(Qt::Key_4, Qt::AltModifier);
    open.window.learn().openLab(labIndex());
    return *qobject_cast<PitfallLab *>(open.window.learn().labs()->lab(labIndex()));
}

const Pitfall &choose(PitfallLab &lab, const std::string &id)
{
    const auto found = std::ranges::find(lab.pitfalls(), id, &Pitfall::id);
    lab.list().setCurrentRow(int(found - lab.pitfalls().begin()));
    return *found;
}

} // namespace

/// The lab of faults in the real window, and the page of sources beside it.
class PitfallLabTest : public QObject
{
    Q_OBJECT
private slots:
    void firstTheLineThenTheMendThenWhatItMeans()
    {
        OpenWindow open;
        PitfallLab &lab = pitfallLab(open);
        QCOMPARE(lab.list().count(), int(lab.pitfalls().size()));
        const Pitfall &one = choose(lab, "head-behind-both");
        QVERIFY(lab.sight().contains("mat1 and mat2"));
        QVERIFY(lab.mend().isHidden());
        lab.chooseOption(2);
        QVERIFY(lab.line().isAnswered());
        QVERIFY(!lab.mend().isHidden());
        QVERIFY(lab.reading().isEmpty());
        lab.chooseOption(std::get<int>(one.mend.answer) + 1);
        QVERIFY(lab.mend().isAnswered());
        QVERIFY2(lab.reading().contains("twice that with bidirectional=True"), qPrintable(lab.reading()));
        QVERIFY(lab.list().currentItem()->text().startsWith(u"✓ "));
        QVERIFY(lab.lessonButton().isVisibleTo(&lab));
    }

    void aWrongLineIsToldAndTheMendIsAskedAllTheSame()
    {
        OpenWindow open;
        PitfallLab &lab = pitfallLab(open);
        const Pitfall &one = choose(lab, "like-an-lstm");
        open.press(Qt::Key_1);
        QVERIFY(lab.line().isAnswered());
        QVERIFY(lab.line().inWords().contains("A GRU has no c_n"));
        lab.chooseOption(std::get<int>(one.mend.answer) + 1);
        QVERIFY(lab.list().currentItem()->text().startsWith(u"· ")); // not found by oneself
    }

    void whatIsSilentIsMeasured()
    {
        OpenWindow open;
        PitfallLab &lab = pitfallLab(open);
        const Pitfall &one = choose(lab, "zeros-are-read");
        QVERIFY(lab.evidence().said().isEmpty());
        lab.chooseOption(std::get<int>(one.line.answer) + 1);
        QVERIFY(lab.evidence().said().isEmpty());
        lab.chooseOption(1);
        QTRY_VERIFY(lab.evidence().said().startsWith("Measured just now: "));
        lab.lessonButton().click();
        LearnPlace &learn = open.window.learn();
        QVERIFY(learn.isInLesson());
        QCOMPARE(learn.lessonPlace()->lesson, "padding-packing-masks");
    }

    void everyOneCanBeMendedAndAnotherBeginsAnew()
    {
        OpenWindow open;
        PitfallLab &lab = pitfallLab(open);
        for (const Pitfall &one : lab.pitfalls()) {
            choose(lab, one.id);
            QVERIFY(!lab.line().isAnswered() && lab.mend().isHidden());
            lab.chooseOption(std::get<int>(one.line.answer) + 1);
            lab.chooseOption(std::get<int>(one.mend.answer) + 1);
            QVERIFY2(lab.list().currentItem()->text().startsWith(u"✓ "), one.id.c_str());
        }
    }

    void theSourcesAreListedAndLeadToTheirLessons()
    {
        OpenWindow open;
        open.press(Qt::Key_4, Qt::AltModifier);
        LearnPlace &learn = open.window.learn();
        for (QPushButton *button : learn.start()->findChildren<QPushButton *>())
            if (button->text() == "Sources")
                button->click();
        QVERIFY(learn.isInSources());
        const QString text = learn.sources()->text();
        for (const char *words : {"Papers", "Documentation", "Long Short-Term Memory", "arxiv.org/abs/1406.1078",
                                  "torch.nn.GRU", "checked: compared with what stands there"})
            QVERIFY2(text.contains(words), words);
        open.press(Qt::Key_Escape);
        QVERIFY(!learn.isInSources());
        learn.openSources();
        emit learn.sources()->findChild<QTextBrowser *>()->anchorClicked(QUrl("lesson:rnn-gru-lstm"));
        QVERIFY(learn.isInLesson());
        QCOMPARE(learn.lessonPlace()->lesson, "rnn-gru-lstm");
    }
};

QTEST_MAIN(PitfallLabTest)
#include "pitfall_lab_test.moc"
