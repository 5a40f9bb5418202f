// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/record.h"
#include "ui/export/picture.h"
#include "ui/export/views.h"

#include "core/engine/reference_backend.h"
#include "core/experiment/experiment_file.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

namespace {

constexpr QSize size(1280, 800);

/// A channel may be so much beyond what the other picture has within one pixel around.
constexpr int tolerance = 16;

/// The lowest and the highest value of each channel in the 3 × 3 pixels around every pixel.
struct Surroundings {
    QImage lowest, highest;

    explicit Surroundings(const QImage &image) : lowest(image), highest(image)
    {
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                int low[3] = {255, 255, 255}, high[3] = {0, 0, 0};
                for (int v = std::max(0, y - 1); v <= std::min(image.height() - 1, y + 1); ++v)
                    for (int u = std::max(0, x - 1); u <= std::min(image.width() - 1, x + 1); ++u) {
                        const QRgb pixel = image.pixel(u, v);
                        const int channels[3] = {qRed(pixel), qGreen(pixel), qBlue(pixel)};
                        for (int c = 0; c < 3; ++c) {
                            low[c] = std::min(low[c], channels[c]);
                            high[c] = std::max(high[c], channels[c]);
                        }
                    }
                lowest.setPixel(x, y, qRgb(low[0], low[1], low[2]));
                highest.setPixel(x, y, qRgb(high[0], high[1], high[2]));
            }
    }
    bool hold(int x, int y, QRgb pixel) const
    {
        const QRgb low = lowest.pixel(x, y), high = highest.pixel(x, y);
        const auto within
            = [](int value, int least, int most) { return value >= least - tolerance && value <= most + tolerance; };
        return within(qRed(pixel), qRed(low), qRed(high)) && within(qGreen(pixel), qGreen(low), qGreen(high))
            && within(qBlue(pixel), qBlue(low), qBlue(high));
    }
};

/// Different pixels per pixel. Another program smooths edges otherwise and sets letters up to a pixel elsewhere, so a
/// pixel is different when its colour is not found around its place in the other picture: a fill must be the same.
double difference(const QImage &one, const QImage &other)
{
    if (one.size() != other.size())
        return 1;
    const Surroundings ofOne(one), ofOther(other);
    int count = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            count += !ofOther.hold(x, y, one.pixel(x, y)) || !ofOne.hold(x, y, other.pixel(x, y));
    return double(count) / (one.width() * one.height());
}

QImage ofSvg(const Picture &picture)
{
    const auto bytes = pictureFormatOf(".svg")->bytes(picture);
    QSvgRenderer renderer(*bytes);
    QImage image(picture.size, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter);
    return image;
}

QImage ofPdf(const Picture &picture, const QString &converter)
{
    QTemporaryDir folder;
    QFile file(folder.filePath("picture.pdf"));
    const auto bytes = pictureFormatOf(".pdf")->bytes(picture);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size())
        return {};
    file.close();
    QProcess::execute(converter, {"-png", "-singlefile", "-r", "96", file.fileName(), folder.filePath("picture")});
    return QImage(folder.filePath("picture.png")).convertToFormat(QImage::Format_RGB32);
}

Record recordOfDemo(const QString &demo)
{
    const QString path = QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/experiments/%1.gatescope").arg(demo);
    auto record = computeRecord(ReferenceBackend(),
                                std::make_shared<const Experiment>(*readExperimentFile(path.toStdString())));
    return record ? *record : Record();
}

} // namespace

/// What other programs make of an exported picture is what the window shows.
class VectorPicturesTest : public QObject
{
    Q_OBJECT

private slots:
    void svgAndPdfLookAsTheWindow_data();
    void svgAndPdfLookAsTheWindow();
};

void VectorPicturesTest::svgAndPdfLookAsTheWindow_data()
{
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
            QTest::addRow("%s, forward, %s", view.name, theme) << view.name << forward << name;
            QTest::addRow("%s, backward, %s", view.name, theme) << view.name << backward << name;
        }
        QTest::addRow("between network and cell, %s", theme) << "stage" << between << name;
    }
}

void VectorPicturesTest::svgAndPdfLookAsTheWindow()
{
    QFETCH(QString, view);
    QFETCH(PlayheadState, at);
    QFETCH(ThemeName, themeName);
    const Record record = recordOfDemo("hello-world");
    const Picture picture = pictureOf(*exportedViewNamed(view.toStdString()), {record, at, theme(themeName)}, size);
    const QImage window = imageOf(picture);
    const double inSvg = difference(ofSvg(picture), window);
    if (!qEnvironmentVariable("KEEP").isEmpty()) {
        const QString base = qEnvironmentVariable("KEEP") + "/"
            + QString(QTest::currentDataTag()).replace(", ", "-").replace(' ', '-');
        window.save(base + "-window.png");
        ofSvg(picture).save(base + "-svg.png");
        ofPdf(picture, "pdftoppm").save(base + "-pdf.png");
        qWarning("svg %.3f%% pdf %.3f%%", inSvg * 100, 100 * difference(ofPdf(picture, "pdftoppm"), window));
        return;
    }
    QVERIFY2(inSvg < 0.01, qPrintable(QString::number(inSvg)));
    const QString converter = QStandardPaths::findExecutable("pdftoppm");
    if (converter.isEmpty())
        QSKIP("The PDF cannot be looked at: pdftoppm (package poppler-utils) is not installed.");
    const double inPdf = difference(ofPdf(picture, converter), window);
    QVERIFY2(inPdf < 0.01, qPrintable(QString::number(inPdf)));
}

QTEST_MAIN(VectorPicturesTest)
#include "vector_pictures_test.moc"
