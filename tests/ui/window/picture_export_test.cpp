// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"

#include "ui/document/playing/pointing.h"
#include "ui/explore/bars/message_bar.h"
#include "ui/window/picture_export.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QProgressDialog>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace gatescope;

namespace {

/// How much two pictures differ, of whichever size: the mean over the pixels of the smaller one.
double distance(const QImage &copied, const QImage &seen)
{
    const QImage small = copied.scaled(seen.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    double sum = 0;
    for (int y = 0; y < seen.height(); ++y)
        for (int x = 0; x < seen.width(); ++x) {
            const QRgb a = small.pixel(x, y), b = seen.pixel(x, y);
            sum += std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b));
        }
    return sum / (double(seen.width()) * seen.height());
}

} // namespace

/// What leaves the window as a picture or an animation.
class PictureExportTest : public QObject
{
    Q_OBJECT

private slots:
    void theCopiedPictureIsTheStageAsItIsSeen();
    void theCopiedPictureIsTwiceAsFine();
    void thereIsNothingToCopyWhereNothingIsComputed();
    void anAnimationIsDrawnWhileTheWindowLivesOn();
    void aCancelledAnimationLeavesNoFile();
    void withoutItsProgramAFormatCannotBeSaved();

private:
    template<typename Widget>
    static Widget &named(QDialog &dialog, const QString &accessibleName);
    void fillIn(QDialog &dialog, const QString &format, int lastStep);
    void save(QDialog &dialog);
    QStringList files() const { return QDir(m_folder.path()).entryList({"cell*"}); }

    QTemporaryDir m_folder;
};

template<typename Widget>
Widget &PictureExportTest::named(QDialog &dialog, const QString &accessibleName)
{
    for (Widget *widget : dialog.findChildren<Widget *>())
        if (widget->accessibleName() == accessibleName)
            return *widget;
    qFatal("There is no %s.", qPrintable(accessibleName));
}

/// The cell in this format, from the first step on.
void PictureExportTest::fillIn(QDialog &dialog, const QString &format, int lastStep)
{
    const auto choices = dialog.findChildren<QComboBox *>();
    choices[0]->setCurrentIndex(choices[0]->findData("cell"));
    choices[1]->setCurrentIndex(choices[1]->findData(format));
    named<QSpinBox>(dialog, "Width in pixels").setValue(640);
    named<QSpinBox>(dialog, "Height in pixels").setValue(400);
    named<QSpinBox>(dialog, "Last step").setValue(lastStep);
}

/// Returns when all is drawn, or given up.
void PictureExportTest::save(QDialog &dialog)
{
    whenDialogOpens(&dialog, [&](QDialog &chooser) {
        chooser.findChild<QLineEdit *>()->setText(m_folder.filePath("cell"));
        QMetaObject::invokeMethod(&chooser, "accept");
    });
    dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
}

/// Of some moments that look different, each copied picture is nearest to what the window shows at its own.
void PictureExportTest::theCopiedPictureIsTheStageAsItIsSeen()
{
    OpenWindow open;
    const auto lookAt = [&](int step, int part, const Term &lit, ThemeName theme) {
        PlayheadState there = open.at();
        there.step = step;
        there.part = part;
        open.playhead.moveTo(there);
        open.window.explore().pointing().hold(lit);
        open.window.look().setTheme(theme);
    };
    const std::vector<std::function<void()>> moments{[&] { lookAt(4, 2, {}, ThemeName::light); },
                                                     [&] {
                                                         lookAt(4, 2, {"z", 2}, ThemeName::light);
                                                     },
                                                     [&] { lookAt(4, 4, {}, ThemeName::light); },
                                                     [&] { lookAt(6, 2, {}, ThemeName::light); },
                                                     [&] { lookAt(4, 2, {}, ThemeName::dark); }};
    open.window.pictures().copyPicture(); // its message takes a line of the stage, from now on
    std::vector<QImage> seen, copied;
    for (const auto &goThere : moments) {
        goThere();
        QTest::qWait(500); // what is lit or dimmed fades
        seen.push_back(open.stage());
        open.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        copied.push_back(QGuiApplication::clipboard()->image());
    }
    QVERIFY(open.window.findChild<MessageBar *>()->message().startsWith("Copied as a picture of "));
    for (std::size_t i = 0; i < moments.size(); ++i)
        for (std::size_t other = 0; other < moments.size(); ++other)
            if (other != i)
                QVERIFY2(distance(copied[i], seen[i]) < distance(copied[i], seen[other]),
                         qPrintable(QStringLiteral("%1 looks like %2").arg(i).arg(other)));
}

void PictureExportTest::theCopiedPictureIsTwiceAsFine()
{
    OpenWindow open;
    const QImage stage = open.stage();
    open.window.pictures().copyPicture();
    const QImage copied = QGuiApplication::clipboard()->image();
    QCOMPARE(copied.size(), stage.size() * 2);
    // In the mean it is what the window shows, but for its frame and the smoothing.
    const auto mean = [](const QImage &image) {
        return image.scaled(40, 30, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_RGB32);
    };
    const QImage small = mean(copied), seen = mean(stage);
    for (int y = 1; y < 29; ++y)
        for (int x = 1; x < 39; ++x)
            QVERIFY(std::abs(qGray(small.pixel(x, y)) - qGray(seen.pixel(x, y))) < 24);
}

void PictureExportTest::thereIsNothingToCopyWhereNothingIsComputed()
{
    OpenWindow open;
    Experiment broken = *openingExperiment();
    broken.parameters.head->weight.setConstant(1e308);
    QVERIFY(open.window.files().show(broken));
    QGuiApplication::clipboard()->setText("what was there");
    open.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    open.window.pictures().copyPicture();
    QCOMPARE(QGuiApplication::clipboard()->text(), "what was there");
}

void PictureExportTest::anAnimationIsDrawnWhileTheWindowLivesOn()
{
    OpenWindow open;
    int beats = 0;
    QTimer heart;
    connect(&heart, &QTimer::timeout, [&] {
        if (open.window.findChild<QProgressDialog *>())
            ++beats;
    });
    heart.start(0);
    whenDialogOpens(&open.window, [&](QDialog &dialog) {
        fillIn(dialog, ".gif", 0);
        save(dialog);
    });
    open.window.pictures().exportPicture();
    QCOMPARE(files(), QStringList{"cell.gif"});
    QImageReader gif(m_folder.filePath("cell.gif"));
    QCOMPARE(gif.size(), QSize(640, 400));
    QVERIFY(gif.imageCount() > 20);
    QVERIFY2(beats > 20, qPrintable(QString::number(beats)));
    const QString said = open.window.findChild<MessageBar *>()->message();
    QVERIFY2(said.startsWith("The animation is saved as ") && said.contains("cell.gif"), qPrintable(said));
    QVERIFY(QFile::remove(m_folder.filePath("cell.gif")));
}

void PictureExportTest::aCancelledAnimationLeavesNoFile()
{
    OpenWindow open;
    QTimer waiting;
    bool wasSeen = false;
    connect(&waiting, &QTimer::timeout, [&] {
        auto *progress = open.window.findChild<QProgressDialog *>();
        if (!progress || !progress->isVisible())
            return;
        wasSeen = true;
        progress->findChild<QPushButton *>()->click();
    });
    waiting.start(10);
    whenDialogOpens(&open.window, [&](QDialog &dialog) {
        fillIn(dialog, ".gif", 10);
        save(dialog);
        QVERIFY2(dialog.isVisible(), "one can choose otherwise");
        const auto labels = dialog.findChildren<QLabel *>();
        QVERIFY(
            std::ranges::any_of(labels, [](QLabel *label) { return label->text() == "The animation was given up."; }));
        dialog.reject();
    });
    open.window.pictures().exportPicture();
    QVERIFY(wasSeen);
    QCOMPARE(files(), QStringList());
}

void PictureExportTest::withoutItsProgramAFormatCannotBeSaved()
{
    OpenWindow open;
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", m_folder.path().toUtf8());
    whenDialogOpens(&open.window, [&](QDialog &dialog) {
        const auto *button = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
        const auto saysWhy = [&] {
            const auto labels = dialog.findChildren<QLabel *>();
            return std::ranges::any_of(labels, [](QLabel *label) {
                return label->isVisible() && label->text().contains("ffmpeg, which is not installed here");
            });
        };
        fillIn(dialog, ".mp4", 1);
        QVERIFY(!button->isEnabled());
        QVERIFY(saysWhy());
        fillIn(dialog, ".gif", 1);
        QVERIFY(button->isEnabled());
        QVERIFY(!saysWhy());
        dialog.reject();
    });
    open.window.pictures().exportPicture();
    qputenv("PATH", path);
}

QTEST_MAIN(PictureExportTest)
#include "picture_export_test.moc"
