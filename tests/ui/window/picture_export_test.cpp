// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"

#include "ui/document/pointing.h"
#include "ui/explore/message_bar.h"
#include "ui/export/views.h"
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

void PictureExportTest::theCopiedPictureIsTheStageAsItIsSeen()
{
    OpenWindow open;
    PlayheadState there = open.at();
    there.step = 4;
    there.part = 2;
    open.playhead.moveTo(there);
    for (const bool isLit : {false, true}) {
        open.window.explore().pointing().hold(isLit ? Term{"z", 2} : Term());
        Scene scene{open.document.record(), open.at(), open.window.look().theme()};
        scene.lit = open.window.explore().pointing().lit();
        QCOMPARE(!scene.lit.symbol.isEmpty(), isLit);
        const QSize seen = open.window.explore().stage().size(); // until the message takes a line of it
        open.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->image().convertToFormat(QImage::Format_RGB32),
                 imageOf(pictureOf(*exportedViewNamed("stage"), scene, seen, 2)));
    }
    QVERIFY(open.window.findChild<MessageBar *>()->message().startsWith("Copied as a picture of "));
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
    QVERIFY(open.window.findChild<MessageBar *>()->message().contains("cell.gif"));
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
