// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/export/picture_difference.h"

#include "ui/document/record.h"
#include "ui/export/picture.h"
#include "ui/export/views.h"

#include "core/engine/reference_backend.h"
#include "core/experiment/files/experiment_file.h"

#include <QFile>
#include <QPainterPath>
#include <QProcess>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

namespace {

constexpr QSize size(1280, 800);

/// A program that makes pixels of a picture's file; without one, Qt does.
struct Reader {
    const char *ending;
    const char *program;
    const char *package;
    QStringList (*arguments)(const QString &file, const QSize &pixels, const QString &png);
};

const std::vector<Reader> &readers()
{
    static const std::vector<Reader> table{
        {".svg", nullptr, nullptr, nullptr},
        {".svg", "rsvg-convert", "librsvg2-bin",
         [](const QString &file, const QSize &pixels, const QString &png) {
             return QStringList{
                 "-w", QString::number(pixels.width()), "-h", QString::number(pixels.height()), file, "-o", png};
         }},
        {".pdf", "pdftoppm", "poppler-utils",
         [](const QString &file, const QSize &pixels, const QString &png) {
             return QStringList{"-png",        "-singlefile",
                                "-scale-to-x", QString::number(pixels.width()),
                                "-scale-to-y", QString::number(pixels.height()),
                                file,          png.chopped(4)};
         }},
    };
    return table;
}

bool isInstalled(const Reader &reader)
{
    return !reader.program || !QStandardPaths::findExecutable(reader.program).isEmpty();
}

/// Null when it could not be read.
QImage readBack(const Reader &reader, const Picture &picture)
{
    const auto bytes = pictureFormatOf(reader.ending)->bytes(picture);
    if (!bytes)
        return {};
    if (!reader.program) {
        QSvgRenderer renderer(*bytes);
        QImage image(picture.size, QImage::Format_RGB32);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter);
        return image;
    }
    QTemporaryDir folder;
    QFile file(folder.filePath("picture") + reader.ending);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size())
        return {};
    file.close();
    const QString png = folder.filePath("read.png");
    QProcess::execute(reader.program, reader.arguments(file.fileName(), picture.size, png));
    return QImage(png).convertToFormat(QImage::Format_RGB32);
}

Record recordOfDemo(const QString &demo)
{
    const QString path = QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/experiments/%1.gatescope").arg(demo);
    auto record = computeRecord(ReferenceBackend(),
                                std::make_shared<const Experiment>(*readExperimentFile(path.toStdString())));
    return record ? *record : Record();
}

/// Shapes of every kind, most of each outside the clips.
void drawClipped(QPainter &painter, bool clips)
{
    const auto shapes = [&painter] {
        painter.fillRect(QRectF(0, 0, 300, 300), QColor(30, 120, 200));
        painter.setPen(QPen(QColor(200, 60, 30), 24, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(10, 10), QPointF(290, 290));
        painter.setBrush(QColor(20, 150, 90, 120));
        painter.drawEllipse(QPointF(150, 150), 120, 60);
        painter.setPen(Qt::NoPen);
        painter.drawPolygon(QPolygonF({{150, 20}, {280, 280}, {20, 280}}));
        QImage image(100, 100, QImage::Format_RGB32);
        image.fill(QColor(90, 20, 140));
        painter.drawImage(QRectF(180, 40, 100, 100), image);
        painter.setPen(Qt::black);
        painter.drawText(QPointF(250, 290), "outside");
    };
    const auto clipped = [&](const QPainterPath &path) {
        painter.save();
        if (clips)
            painter.setClipPath(path);
        shapes();
        painter.restore();
    };
    QPainterPath rectangle, round;
    rectangle.addRect(60, 70, 180, 130);
    round.addEllipse(QPointF(150, 150), 90, 110);
    painter.translate(20, 20);
    clipped(rectangle);
    painter.translate(620, 20);
    painter.rotate(30);
    clipped(rectangle);
    painter.resetTransform();
    painter.translate(20, 400);
    clipped(round);
    painter.translate(400, 0);
    painter.setOpacity(0.5);
    painter.setClipRect(QRectF(0, 0, 300, 170));
    clipped(rectangle); // takes the place of the clip before
    painter.setClipRect(QRectF(100, 0, 300, 300), Qt::IntersectClip);
    shapes();
    painter.setClipping(false);
    painter.fillRect(QRectF(330, 0, 50, 50), Qt::darkGreen);
    painter.resetTransform();
    painter.setClipping(true);
    painter.setClipRect(QRectF(), Qt::NoClip);
    painter.save();
    painter.setClipRect(QRectF(0, 0, 10, 10));
    painter.setClipping(false);
    painter.restore(); // to where there was no clip
    painter.fillRect(QRectF(900, 600, 150, 100), Qt::darkRed);
}

Picture clippedPicture(bool clips)
{
    return {.size = {1100, 720},
            .paper = Qt::white,
            .title = "clips",
            .draw = [clips](QPainter &painter, const QSizeF &) { drawClipped(painter, clips); }};
}

} // namespace

/// What other programs make of an exported picture is what the window shows.
class VectorPicturesTest : public QObject
{
    Q_OBJECT

private slots:
    void aPictureWithAnotherFillIsDifferent();
    void clipsCutEveryKindOfShape_data();
    void clipsCutEveryKindOfShape();
    void everyViewLooksAsInTheWindow_data();
    void everyViewLooksAsInTheWindow();
};

void VectorPicturesTest::aPictureWithAnotherFillIsDifferent()
{
    QImage one(100, 100, QImage::Format_RGB32);
    one.fill(Qt::white);
    QImage other = one;
    QPainter(&other).fillRect(20, 20, 20, 10, QColor(230, 230, 255)); // 2 % of the pixels, a little bluer
    QCOMPARE(difference(one, one), 0.0);
    QVERIFY(difference(one, other) > 0.015);
    QVERIFY(difference(imageOf(clippedPicture(true)), imageOf(clippedPicture(false))) > 0.1);
}

void VectorPicturesTest::clipsCutEveryKindOfShape_data()
{
    QTest::addColumn<int>("reader");
    for (int i = 0; i < int(readers().size()); ++i) {
        const Reader &reader = readers()[std::size_t(i)];
        QTest::addRow("%s, %s", reader.ending, reader.program ? reader.program : "Qt") << i;
    }
}

void VectorPicturesTest::clipsCutEveryKindOfShape()
{
    QFETCH(int, reader);
    const Reader &read = readers()[std::size_t(reader)];
    if (!isInstalled(read))
        QSKIP(qPrintable(QString("%1 (package %2) is not installed.").arg(read.program, read.package)));
    const Picture picture = clippedPicture(true);
    const double different = difference(readBack(read, picture), imageOf(picture));
    QVERIFY2(different < 0.002, qPrintable(QString::number(different)));
}

void VectorPicturesTest::everyViewLooksAsInTheWindow_data()
{
    QTest::addColumn<QString>("demo");
    QTest::addColumn<QString>("view");
    QTest::addColumn<PlayheadState>("at");
    QTest::addColumn<ThemeName>("themeName");
    const PlayheadState forward{.step = 2, .part = 4, .unit = 2};
    PlayheadState backward = forward;
    backward.pass = Pass::backward;
    PlayheadState between = forward;
    between.level = 0.4;
    for (const ThemeName name : {ThemeName::light, ThemeName::dark}) {
        const char *theme = name == ThemeName::light ? "light" : "dark";
        for (const ExportedView &view : exportedViews()) {
            QTest::addRow("%s, forward, %s", view.name, theme) << "hello-world" << view.name << forward << name;
            QTest::addRow("%s, backward, %s", view.name, theme) << "hello-world" << view.name << backward << name;
        }
        QTest::addRow("between network and cell, %s", theme) << "hello-world"
                                                             << "stage" << between << name;
    }
    for (const char *demo : {"bidirectional", "latch"})
        for (const char *view : {"network", "cell", "timeline"})
            QTest::addRow("%s, %s", demo, view) << demo << view << PlayheadState{.step = 1} << ThemeName::light;
}

void VectorPicturesTest::everyViewLooksAsInTheWindow()
{
    QFETCH(QString, demo);
    QFETCH(QString, view);
    QFETCH(PlayheadState, at);
    QFETCH(ThemeName, themeName);
    const Record record = recordOfDemo(demo);
    const Picture picture = pictureOf(*exportedViewNamed(view.toStdString()), {record, at, theme(themeName)}, size);
    const QImage window = imageOf(picture);
    QString missing;
    for (const Reader &reader : readers()) {
        if (!isInstalled(reader)) {
            missing = QString("%1 (package %2)").arg(reader.program, reader.package);
            continue;
        }
        const double different = difference(readBack(reader, picture), window);
        QVERIFY2(different < 0.01,
                 qPrintable(QString("%1 in %2: %3").arg(reader.ending, reader.program).arg(different)));
    }
    if (!missing.isEmpty())
        QSKIP(qPrintable(QString("Not looked at with %1, which is not installed.").arg(missing)));
}

QTEST_MAIN(VectorPicturesTest)
#include "vector_pictures_test.moc"
