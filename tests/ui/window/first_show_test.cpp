// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"
#include "ui/common/settings.h"
#include "ui/document/document.h"
#include "ui/document/player.h"
#include "ui/train/train_place.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

/// What was set before a window is first shown must outlive the style sheet that is put on then.
class FirstShowTest : public QObject
{
    Q_OBJECT
    Document m_document{std::make_unique<ReferenceBackend>()};
    Playhead m_playhead;
    Player m_player{m_document, m_playhead};

private slots:
    void theTopBarsLettersAreAsLargeAsALargeWindowWantsThem()
    {
        MainWindow window(m_document, m_playhead, m_player);
        window.resize(3840, 2160);
        window.show();
        QCoreApplication::processEvents();
        int buttons = 0;
        for (const QAbstractButton *button : window.findChildren<QAbstractButton *>())
            if (button->text() == "Open…" && button->isVisible()) {
                ++buttons;
                QVERIFY2(button->font().pixelSize() >= 26, qPrintable(QString::number(button->font().pixelSize())));
            }
        QCOMPARE(buttons, 1);
    }

    void whatTrainSaysIsReadInAThemeThatWasChosenEarlier()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath("gatescope.ini"));
        settings.setTheme(ThemeName::dark);
        MainWindow window(m_document, m_playhead, m_player, &settings);
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.setFocus();
        QTest::keyClick(&window, Qt::Key_2, Qt::AltModifier);
        QCoreApplication::processEvents();
        QVERIFY(window.train().isVisible());
        int labels = 0;
        for (const QLabel *label : window.train().findChildren<QLabel *>())
            if (label->isVisible() && !label->text().isEmpty()) {
                ++labels;
                const QColor ink = label->palette().color(QPalette::WindowText);
                QVERIFY2(ink.lightness() > 140, qPrintable(label->text() + u' ' + ink.name()));
            }
        QVERIFY(labels > 12);
    }
};

QTEST_MAIN(FirstShowTest)
#include "first_show_test.moc"
