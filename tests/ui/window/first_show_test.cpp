// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"
#include "ui/common/settings.h"
#include "ui/document/document.h"
#include "ui/document/playing/player.h"
#include "ui/train/train_place.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdlib>

using namespace gatescope;

namespace {

/// From the highest to the lowest row, within the frame, that has a pixel of another colour.
int heightOfLetters(const QImage &button)
{
    const QRect inside = button.rect().adjusted(8, 8, -8, -8);
    int highest = inside.bottom(), lowest = inside.top();
    for (int y = inside.top(); y <= inside.bottom(); ++y)
        for (int x = inside.left(); x <= inside.right(); ++x)
            if (std::abs(qGray(button.pixel(x, y)) - qGray(button.pixel(inside.topLeft()))) > 64) {
                highest = std::min(highest, y);
                lowest = std::max(lowest, y);
            }
    return lowest - highest + 1;
}

} // namespace

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
        for (QAbstractButton *button : window.findChildren<QAbstractButton *>())
            if (button->text() == "Open…" && button->isVisible()) {
                ++buttons;
                const int height = heightOfLetters(button->grab().toImage());
                QVERIFY2(height >= 18, qPrintable(QString::number(height))); // a capital of 26 pixels
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
