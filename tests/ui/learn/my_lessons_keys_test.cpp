// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/program_files.h"
#include "tests/ui/common/mnemonics.h"
#include "tests/ui/learn/lesson_desk.h"
#include "ui/common/languages.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace gatescope;

/// Where a lesson of one's own is written, all is reached by keys, and seen where they are.
class MyLessonsKeysTest : public LessonDesk
{
    Q_OBJECT
private slots:
    void init() { makeFolder(); }

    /// Also where the field is several: the first of them is meant, and nothing is ticked by going there.
    void everyMnemonicLeadsToItsField()
    {
        const auto window = this->window();
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        const QString before = window->form().state();
        int led = 0;
        for (const QLabel *label : window->form().findChildren<QLabel *>()) {
            if (!label->buddy() || !label->isVisible() || label->buddy()->objectName() == "essential")
                continue; // one box is ticked by its key, as everywhere
            field<QLineEdit>(*window, "title").setFocus();
            if (label->buddy()->objectName() == "title")
                field<QLineEdit>(*window, "card_title").setFocus();
            const QChar letter = label->text().at(label->text().indexOf(u'&') + 1).toUpper();
            QTest::keyClick(window.get(), Qt::Key(letter.unicode()), Qt::AltModifier);
            const QWidget *there = QApplication::focusWidget();
            QVERIFY2(there && (there == label->buddy() || label->buddy()->isAncestorOf(there)),
                     qPrintable(label->text()));
            ++led;
        }
        QVERIFY2(led >= 15, qPrintable(QString::number(led)));
        QCOMPARE(window->form().state(), before);
        window->hide();
    }

    /// A form is higher than its window: where one is led, by a label's key or by what is wrong, is scrolled to.
    void whereTheKeysAreIsSeen()
    {
        const auto window = this->window();
        typeLesson(*window);
        window->resize(1000, 560);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        field<QLineEdit>(*window, "title").setFocus();
        QVERIFY(field<QWidget>(*window, "card_deed").visibleRegion().isEmpty());
        QTest::keyClick(window.get(), Qt::Key_K, Qt::AltModifier);
        QVERIFY(!QApplication::focusWidget()->visibleRegion().isEmpty());
        QVERIFY(field<QWidget>(*window, "card_deed").isAncestorOf(QApplication::focusWidget()));
        QVERIFY(field<QLineEdit>(*window, "title").visibleRegion().isEmpty());
        field<QLineEdit>(*window, "title").clear();
        QVERIFY(!window->save());
        QCOMPARE(QApplication::focusWidget(), &field<QLineEdit>(*window, "title"));
        QVERIFY(!field<QLineEdit>(*window, "title").visibleRegion().isEmpty());
        window->hide();
    }

    /// The Tab key goes down the form, row by row.
    void theTabKeyGoesDownTheForm()
    {
        const auto window = this->window();
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QWidget &form = window->form();
        field<QLineEdit>(*window, "title").setFocus();
        int row = -1, seen = 0;
        for (QWidget *at = QApplication::focusWidget(); at && form.isAncestorOf(at); at = QApplication::focusWidget()) {
            const int top = at->mapTo(&form, QPoint()).y();
            QVERIFY2(top >= row - 6, qPrintable(at->objectName() + at->accessibleName()));
            QVERIFY2(!at->accessibleName().isEmpty() || qobject_cast<QAbstractButton *>(at),
                     at->metaObject()->className());
            row = top;
            QVERIFY(++seen < 60);
            QTest::keyClick(at, Qt::Key_Tab);
        }
        QVERIFY2(seen >= 18, qPrintable(QString::number(seen)));
        window->hide();
    }

    void everyMnemonicIsThereOnce_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << "en";
        QTest::newRow("German") << "de";
    }
    void everyMnemonicIsThereOnce()
    {
        QFETCH(QString, language);
        const SpokenLanguage spoken(language, {QString::fromStdString(resourceFolder().string()) + "/translations"});
        const auto window = this->window();
        QStringList letters = mnemonicsOf(*window);
        QVERIFY(letters.size() >= 16);
        QVERIFY2(letters.removeDuplicates() == 0, qPrintable(letters.join(u' ')));
    }
};

QTEST_MAIN(MyLessonsKeysTest)
#include "my_lessons_keys_test.moc"
