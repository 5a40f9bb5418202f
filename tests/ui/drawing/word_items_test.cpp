// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/drawn_texts.h"

#include "ui/drawing/marks/word_items.h"

#include <QListWidget>
#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace gatescope;

/// The rows of a list are set as sentences are.
class WordItemsTest : public QObject
{
    Q_OBJECT

    /// What comes onto the picture of a list with these rows.
    static std::vector<DrawnText> drawn(const QStringList &rows, bool wraps)
    {
        QListWidget list;
        list.setItemDelegate(new WordItems(&list));
        list.setWordWrap(wraps);
        list.addItems(rows);
        list.resize(300, 200);
        TextRecorder recorder(list.size());
        list.render(&recorder);
        return recorder.texts();
    }
    static QString wordsOf(const std::vector<DrawnText> &texts)
    {
        QString words;
        for (const DrawnText &text : texts)
            words += text.text + '|';
        return words;
    }

private slots:
    void weightsHaveTheirIndexLowered()
    {
        for (const bool wraps : {false, true}) {
            const auto texts = drawn({QStringLiteral("Is U_n before b_hn?")}, wraps);
            const QString words = wordsOf(texts);
            QVERIFY2(!words.contains('_') && words.contains("U|") && words.contains("hn|"), qPrintable(words));
            const auto of
                = [&](const QString &letters) { return std::ranges::find(texts, letters, &DrawnText::text)->pixels; };
            QVERIFY(of(QStringLiteral("hn")) < of(QStringLiteral("b")));
        }
    }

    void wordsWithoutLettersAreDrawnAsTheStyleDrawsThem()
    {
        QCOMPARE(wordsOf(drawn({QStringLiteral("1 < 2 & all"), QStringLiteral("names like weight_ih_l0")}, false)),
                 QStringLiteral("1 < 2 & all|names like weight_ih_l0|"));
    }

    /// "b_hn" takes the room that it has once it is set.
    void aRowIsAsHighAsItsWordsAreSet()
    {
        QListWidget list;
        list.setItemDelegate(new WordItems(&list));
        list.setWordWrap(true);
        list.addItems(
            {QStringLiteral("one line"), QStringLiteral("U_n U_n U_n U_n U_n U_n"), QString(60, 'm') + " U_n"});
        list.resize(list.fontMetrics().horizontalAdvance(QStringLiteral("Un Un Un Un Un Un")) + 24, 300);
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        QCOMPARE(list.visualItemRect(list.item(1)).height(), list.visualItemRect(list.item(0)).height());
        QVERIFY(list.visualItemRect(list.item(2)).height() > list.visualItemRect(list.item(0)).height());
    }

    void whatIsTooLongEndsInDots()
    {
        TextRecorder recorder({300, 40});
        QPainter painter(&recorder);
        drawWordsInLine(painter, {10, 0, 200, 40}, QStringLiteral("What r does with U_n h ") + QString(80, 'm'),
                        QFont(), Qt::black);
        painter.end();
        const QString words = wordsOf(recorder.texts());
        for (const DrawnText &text : recorder.texts())
            QVERIFY(text.where.right() <= 212);
        QVERIFY2(words.contains(QStringLiteral("…")) && !words.contains(QString(40, 'm')), qPrintable(words));
    }
};

QTEST_MAIN(WordItemsTest)
#include "word_items_test.moc"
