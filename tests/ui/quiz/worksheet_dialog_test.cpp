// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/base/program_files.h"
#include "core/learning/lessons/lesson.h"
#include "ui/export/printing.h"
#include "ui/export/worksheet_pages.h"
#include "ui/quiz/asking/question_shelf.h"
#include "ui/quiz/class/class_list_dialog.h"
#include "ui/quiz/class/class_memory.h"
#include "ui/quiz/class/names_field.h"
#include "ui/quiz/round/quiz_round.h"
#include "ui/quiz/worksheet/worksheet_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPrinter>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

/// Sheets of a class, made in the program.
class WorksheetDialogTest : public QObject
{
    Q_OBJECT

    QuestionShelf m_shelf{resourceFolder()};
    QTemporaryDir m_folder;

    static QuizWish someWish()
    {
        QuizWish wish;
        wish.choice.topic = "update-gate";
        wish.choice.seed = 3;
        wish.choice.count = 4;
        return wish;
    }
    static QPushButton *button(QWidget &dialog, const QString &text)
    {
        for (QPushButton *one : dialog.findChildren<QPushButton *>())
            if (one->text() == text)
                return one;
        return nullptr;
    }

    /// The pages of a PDF file.
    static qsizetype pagesIn(const QString &file)
    {
        const QByteArray bytes = QByteArray::fromStdString(readFile(file.toStdString(), 64 << 20).value());
        static const QRegularExpression page(QStringLiteral("/Type /Page\\b(?!s)"));
        return QString::fromLatin1(bytes).count(page);
    }
    std::unique_ptr<QPrinter> toFile(const char *name) const
    {
        auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(m_folder.filePath(QLatin1String(name)));
        return printer;
    }

private slots:
    void theFirstPageIsShownAndFollows()
    {
        WorksheetDialog dialog(m_shelf, someWish());
        QTRY_VERIFY(!dialog.preview().image().isNull());
        const QImage first = dialog.preview().image();
        dialog.names().setPlainText("Ada\nBob");
        QTRY_VERIFY(dialog.preview().image() != first);
        QVERIFY(dialog.message().isEmpty());
        dialog.names().setPlainText("Ada\nAda");
        QTRY_VERIFY(dialog.message().contains("stands there twice"));
        QVERIFY(!button(dialog, "&Save as PDF…")->isEnabled());
        dialog.names().clear();
        QTRY_VERIFY(button(dialog, "&Save as PDF…")->isEnabled());
    }

    void everyPageCanBeTurnedTo()
    {
        QuizWish wish = someWish();
        wish.choice.topic.clear();
        wish.choice.count = 30;
        WorksheetDialog dialog(m_shelf, wish);
        PagePreview &pages = dialog.preview();
        QTRY_VERIFY_WITH_TIMEOUT(pages.count() > 4, 60'000);
        QPushButton *earlier = button(dialog, "&Earlier page"), *next = button(dialog, "Ne&xt page");
        QVERIFY(!earlier->isEnabled());
        QVERIFY2(pages.words().startsWith(QStringLiteral("Page 1 of %1: the sheet of Student 1").arg(pages.count())),
                 qPrintable(pages.words()));
        QStringList seen;
        QList<QImage> images;
        while (true) {
            seen += pages.words().section(QStringLiteral(": "), 1);
            QVERIFY(!images.contains(pages.image()));
            images += pages.image();
            if (!next->isEnabled())
                break;
            next->click();
        }
        QCOMPARE(seen.size(), pages.count());
        seen.removeDuplicates();
        QCOMPARE(seen,
                 QStringList({"the sheet of Student 1", "the key, with the row of Student 1 alone",
                              "the solutions of Student 1"}));
        QTest::keyClick(&pages, Qt::Key_Home);
        QCOMPARE(pages.page(), 0);
        QTest::keyClick(&pages, Qt::Key_Right);
        QTest::keyClick(&pages, Qt::Key_PageDown);
        QCOMPARE(pages.page(), 2);
        QTest::keyClick(&pages, Qt::Key_PageUp);
        earlier->click();
        earlier->click();
        QCOMPARE(pages.page(), 0);
        QTest::keyClick(&pages, Qt::Key_End);
        const int last = pages.page();
        for (QCheckBox *box : dialog.findChildren<QCheckBox *>())
            box->setChecked(false);
        QTRY_VERIFY_WITH_TIMEOUT(pages.page() < last, 60'000); // there are fewer now
        QVERIFY(pages.words().contains("the sheet of"));
    }

    /// On paper as in the quiz: letters slanted, indices lowered, powers raised, code in its own face.
    void lettersIndicesAndPowersAreSet()
    {
        Question question = m_shelf.shipped().front();
        question.kind = QuestionKind::choice;
        question.text = {"After k steps z^k is left of r_0, says `nn.GRU` of W_r and 2^0.5.", {}};
        question.options = {{"U_n h_{t-1}", {}}, {"dL/dW_r", {}}};
        const std::vector<PaperPage> pages
            = worksheetPages({{"Ada", {question}}}, {"T", 1, true}, [](const Question &) { return Record(); });
        QString text;
        QStringList slanted, lowered, raised, code;
        for (const PaperPiece &piece : pages.front().pieces) {
            text += piece.text + '\n';
            for (const QTextLayout::FormatRange &range : piece.formats) {
                const QString part = piece.text.mid(range.start, range.length);
                if (range.format.verticalAlignment() == QTextCharFormat::AlignSubScript)
                    lowered += part;
                else if (range.format.verticalAlignment() == QTextCharFormat::AlignSuperScript)
                    raised += part;
                else if (range.format.fontFamilies().toStringList().contains("JetBrains Mono"))
                    code += part;
                else if (range.format.fontItalic())
                    slanted += part;
            }
        }
        QVERIFY2(!text.contains('_') && !text.contains('^') && !text.contains('`'), qPrintable(text));
        QVERIFY2(text.contains("zk is left of r0, says nn.GRU of Wr and 20.5"), qPrintable(text));
        QCOMPARE(lowered, QStringList({"0", "r", "n", "t−1", "r"}));
        QCOMPARE(raised, QStringList({"k", "0.5"}));
        QCOMPARE(code, QStringList({"nn.GRU"}));
        QCOMPARE(slanted, QStringList({"z", "r", "W", "U", "h", "W"}));
    }

    void sheetsKeyAndSolutionsAreSavedTogether()
    {
        WorksheetDialog dialog(m_shelf, someWish());
        dialog.names().setPlainText("Ada\nBob");
        dialog.saveAs(m_folder.filePath("a.pdf"));
        QVERIFY(dialog.isBusy());
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isBusy(), 60'000);
        QVERIFY2(dialog.message().startsWith("Saved: a.pdf, a-key.pdf, a-solutions.pdf."),
                 qPrintable(dialog.message()));
        for (const char *name : {"a.pdf", "a-key.pdf", "a-solutions.pdf"})
            QVERIFY(readFile(m_folder.filePath(QLatin1String(name)).toStdString(), 64 << 20)->starts_with("%PDF"));
        dialog.saveAs("/dev/null/x.pdf");
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isBusy(), 60'000);
        QVERIFY(dialog.message().contains("/dev/null/x.pdf"));
        dialog.names().setPlainText("Ada\nBob\nCy"); // a preview that succeeds leaves what was said of the saving
        QTest::qWait(1000);
        QVERIFY(dialog.message().contains("/dev/null/x.pdf"));
    }

    void aChangeWhileSheetsAreMadeIsSeenInThePreviewAfterwards()
    {
        WorksheetDialog dialog(m_shelf, someWish());
        dialog.names().setPlainText("Ada");
        dialog.saveAs(m_folder.filePath("b.pdf"));
        QVERIFY(dialog.isBusy());
        dialog.names().setPlainText("Ada\nAda"); // which no list may have
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isBusy(), 60'000);
        QTRY_VERIFY(dialog.message().contains("stands there twice"));
    }

    /// What is looked at is the same for one student and for five hundred, and no sheet is made but that one.
    void aClassAsLargeAsCanBeIsLookedAtAtOnce()
    {
        WorksheetWish wish;
        wish.choice = someWish().choice;
        WorksheetOrder order{
            m_shelf.written(), wish, {"T", 3, false}, true, true, std::make_shared<const QuestionShelf>(m_shelf)};
        order.wish.students = numberedStudents(1);
        const ShownWorksheets alone = firstSheet(order, {});
        order.wish.students = numberedStudents(mostStudents);
        const ShownWorksheets among = firstSheet(order, {});
        QVERIFY(alone.pages.size() >= 3);
        QCOMPARE(among.pages.size(), alone.pages.size());
        for (std::size_t i = 0; i < alone.pages.size(); ++i) {
            QCOMPARE(among.pages[i].of, alone.pages[i].of);
            QVERIFY(imageOf(among.pages[i].page, 0.5) == imageOf(alone.pages[i].page, 0.5));
        }
        const auto made = makeWorksheets(order.written, order.wish); // and it is the sheet that is made among all
        QVERIFY(imageOf(worksheetPages({made->sheets.front()}, order.head, order.networkOf()).front(), 0.5)
                == imageOf(among.pages.front().page, 0.5));
    }

    void sheetsKeyAndSolutionsArePrintedOneBehindTheOther()
    {
        WorksheetDialog dialog(m_shelf, someWish());
        dialog.names().setPlainText("Ada\nBob");
        QTRY_VERIFY(button(dialog, "&Print…")->isEnabled());
        dialog.saveAs(m_folder.filePath("b.pdf"));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isBusy(), 60'000);
        qsizetype saved = 0;
        for (const char *name : {"b.pdf", "b-key.pdf", "b-solutions.pdf"})
            saved += pagesIn(m_folder.filePath(QLatin1String(name)));
        QVERIFY(saved >= 5);
        dialog.printOn(toFile("printed.pdf"));
        QVERIFY(dialog.isBusy() && !button(dialog, "&Print…")->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isBusy(), 60'000);
        QCOMPARE(dialog.message(), QStringLiteral("Saved: printed.pdf."));
        QCOMPARE(pagesIn(m_folder.filePath("printed.pdf")), saved);
        auto twice = toFile("twice.pdf");
        twice->setCopyCount(2);
        dialog.printOn(std::move(twice));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isBusy(), 60'000);
        QCOMPARE(pagesIn(m_folder.filePath("twice.pdf")), 2 * saved);
        auto some = toFile("some.pdf");
        some->setPrintRange(QPrinter::PageRange);
        some->setFromTo(2, 3);
        dialog.printOn(std::move(some));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isBusy(), 60'000);
        QCOMPARE(pagesIn(m_folder.filePath("some.pdf")), qsizetype(2));
        auto nowhere = toFile("x");
        nowhere->setOutputFileName("/dev/null/x.pdf");
        dialog.printOn(std::move(nowhere));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isBusy(), 60'000);
        QCOMPARE(dialog.message(), QStringLiteral("/dev/null/x.pdf could not be printed on."));
    }

    void stoppedPrintingLeavesNoFile()
    {
        QuizWish wish = someWish();
        wish.choice.count = 30;
        WorksheetDialog dialog(m_shelf, wish);
        dialog.printOn(toFile("stopped-print.pdf"));
        button(dialog, "&Cancel")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isBusy(), 60'000);
        QCOMPARE(dialog.message(), QStringLiteral("Stopped: nothing was printed."));
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(m_folder.filePath("stopped-late.pdf"));
        QVERIFY(printPages(printer, std::vector<PaperPage>(4), [](int drawn, int) { return drawn < 2; }).ok());
        QVERIFY(QDir(m_folder.path()).entryList({"stopped-*"}).isEmpty());
    }

    /// Two students' sheets never share a paper.
    void onBothSidesEverySheetBeginsAPaper()
    {
        PaperPage page;
        page.pieces.emplace_back();
        const std::vector<PaperStack> stacks{{page}, {page, page}, {page, page, page}, {page}};
        QCOMPARE(onPapers(stacks, false).size(), std::size_t(7));
        const auto both = onPapers(stacks, true);
        QCOMPARE(both.size(), std::size_t(9));
        QVERIFY(both[1].pieces.empty() && both[7].pieces.empty());
        QVERIFY(!both[2].pieces.empty() && !both[4].pieces.empty() && !both[8].pieces.empty());
    }

    void onBothSidesEveryCopyAndEveryRangeKeepsItsFronts()
    {
        PaperPage page;
        page.pieces.emplace_back();
        const auto filled = [&](std::size_t count, bool beginsOnABack, int copies, bool bothSides) {
            const std::vector<PaperPage> pages(count, page);
            QString sides; // a letter for each: is it filled or empty?
            for (const PaperPage &side : copiesOnPapers(pages, beginsOnABack, copies, bothSides))
                sides += side.pieces.empty() ? u'-' : u'x';
            return sides;
        };
        QCOMPARE(filled(3, false, 2, false), QStringLiteral("xxxxxx"));
        QCOMPARE(filled(3, false, 2, true), QStringLiteral("xxx-xxx")); // the second copy begins a paper
        QCOMPARE(filled(4, false, 2, true), QStringLiteral("xxxxxxxx"));
        QCOMPARE(filled(4, true, 2, true), QStringLiteral("-xxxx--xxxx")); // pages 2 to 5: 3 stays on a front
        QCOMPARE(filled(1, true, 1, true), QStringLiteral("x"));
        QCOMPARE(filled(3, true, 1, false), QStringLiteral("xxx"));
    }

    void theNamesOfAClassAreKeptAndComeFromFiles()
    {
        const std::filesystem::path folder = m_folder.filePath("class").toStdString();
        ClassMemory memory(folder);
        {
            WorksheetDialog dialog(m_shelf, someWish(), &memory);
            auto *field = dialog.findChild<NamesField *>();
            QVERIFY(writeFileAtomically(m_folder.filePath("class.csv").toStdString(),
                                        "\xEF\xBB\xBFNo;Name\r\n1;\"Lovelace, Ada\"\r\n2;Bob\r\n")
                        .ok());
            field->openFile(m_folder.filePath("class.csv"));
            QCOMPARE(dialog.names().toPlainText(), QStringLiteral("Lovelace, Ada\nBob"));
            auto *said = dialog.findChild<QLabel *>(QStringLiteral("namesSaid"));
            QVERIFY2(said->text().startsWith("Names: 2"), qPrintable(said->text()));
            QVERIFY(writeFileAtomically(m_folder.filePath("bad.csv").toStdString(), "1;Ada\n2;Bob\n").ok());
            field->openFile(m_folder.filePath("bad.csv"));
            QVERIFY2(said->text().startsWith("bad.csv: the list has several columns"), qPrintable(said->text()));
            QCOMPARE(dialog.names().toPlainText(), QStringLiteral("Lovelace, Ada\nBob")); // they stay
            dialog.reject();
        }
        const ClassMemory later(folder);
        QCOMPARE(later.names(), (std::vector<std::string>{"Lovelace, Ada", "Bob"}));
        {
            WorksheetDialog dialog(m_shelf, someWish(), &memory);
            QCOMPARE(dialog.names().toPlainText(), QStringLiteral("Lovelace, Ada\nBob"));
            QTRY_VERIFY(dialog.preview().words().contains("the sheet of Lovelace, Ada"));
            dialog.names().setPlainText("Ada\nAda"); // no list: what is kept stays
            dialog.reject();
        }
        QCOMPARE(memory.names().size(), std::size_t(2));
        ClassListDialog list(memory);
        list.names().edit().setPlainText("Bob\nBob");
        list.accept();
        QVERIFY2(list.message().contains("stands there twice"), qPrintable(list.message()));
        list.names().edit().setPlainText("Bob");
        list.accept();
        QCOMPARE(list.result(), int(QDialog::Accepted));
        QCOMPARE(memory.names(), std::vector<std::string>{"Bob"});
    }

    /// Who marks with it must know that not everybody has the same question under a number.
    void theKeySaysWhichQuestionsDiffer()
    {
        const Question question = m_shelf.shipped().front();
        const auto textOf = [&](const std::vector<Worksheet> &sheets) {
            QString text;
            for (const PaperPage &page : keyPages(sheets, {"T", 1, true}))
                for (const PaperPiece &piece : page.pieces)
                    text += piece.text + ' ';
            return text;
        };
        const QString differing = textOf({{"Ada", {question, question}, {1}}, {"Bob", {question, question}, {1}}});
        QVERIFY2(differing.contains("Not the same for everybody: 2."), qPrintable(differing));
        QVERIFY(!textOf({{"Ada", {question}}, {"Bob", {question}}}).contains("Not the same"));
    }

    void whatIsStoppedWritesNothing()
    {
        QuizWish wish = someWish();
        wish.choice.count = 30;
        WorksheetDialog dialog(m_shelf, wish);
        dialog.saveAs(m_folder.filePath("stopped.pdf"));
        QVERIFY(dialog.isBusy());
        button(dialog, "&Cancel")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isBusy(), 60'000);
        QCOMPARE(dialog.message(), QStringLiteral("Stopped: nothing was written."));
        QVERIFY(QDir(m_folder.path()).entryList({"stopped*"}).isEmpty());
        QVERIFY(button(dialog, "&Close"));
    }

    void withoutQuestionsOfOnesOwnNothingCanBeSaved()
    {
        QuizWish wish;
        wish.onlyOwn = true;
        WorksheetDialog dialog(m_shelf, wish);
        QTRY_VERIFY(dialog.message().contains("no question of your own"));
        QVERIFY(!button(dialog, "&Save as PDF…")->isEnabled());
    }

    /// The room to work in gives way before one question takes a page of its own.
    void aSheetHasNoPageForASingleQuestion()
    {
        Question question = m_shelf.shipped().front();
        question.kind = QuestionKind::numeric;
        question.text = {"How large?", {}};
        question.options = {};
        const NetworkOf none = [](const Question &) { return Record(); };
        std::size_t fit = 0; // with all the room there is to work in
        for (std::vector<Question> many(1, question); fit == 0; many.push_back(question))
            if (worksheetPages({{"Ada", many}}, {"T", 1, true}, none).size() > 1)
                fit = many.size() - 1;
        QVERIFY(fit > 7); // at ease a page holds six
        const auto pages = worksheetPages({{"Ada", std::vector<Question>(5, question)}}, {"T", 1, true}, none);
        QCOMPARE(pages.size(), 1u);
        double lowest = 0;
        for (const PaperPiece &piece : pages.front().pieces)
            if (piece.kind == PaperPiece::Kind::rule)
                lowest = std::max(lowest, piece.where.top());
        QVERIFY(lowest > paperColumn.top() + 5 * 120); // where paper is enough, nothing gives way
    }

    void noRowOfAPageLeavesItsPaper()
    {
        Question question = m_shelf.shipped().front();
        question.text = {std::string(9000, 'w') + " " + std::string(3000, 'i'), {}}; // no page holds it
        const std::vector<Worksheet> sheets{{"Ada", {question, m_shelf.shipped()[1]}}};
        const NetworkOf networkOf = [&](const Question &one) { return m_shelf.networkOf(one); };
        for (const auto &pages :
             {worksheetPages(sheets, {"T", 1, true}, networkOf), solutionPages(sheets, {"T", 1, true}, networkOf)}) {
            QVERIFY(pages.size() > 1);
            for (const PaperPage &page : pages) {
                QVERIFY(!page.pieces.empty());
                for (const PaperPiece &piece : page.pieces)
                    QVERIFY(QRectF(QPointF(), paperSize).contains(piece.where.topLeft())
                            && piece.where.bottom() <= paperSize.height());
            }
        }
    }
};

QTEST_MAIN(WorksheetDialogTest)
#include "worksheet_dialog_test.moc"
