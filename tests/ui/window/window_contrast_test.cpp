// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/drawn_texts.h"
#include "tests/ui/window/open_window.h"
#include "tests/ui/window/screens.h"

#include "ui/common/fonts.h"
#include "ui/drawing/cell/cell_canvas.h"
#include "ui/drawing/stage/stage_drawing.h"
#include "ui/explore/presenter/presenter_board.h"
#include "ui/window/places.h"
#include "ui/window/presenter.h"

#include <QMap>
#include <QPainter>
#include <QRegularExpression>

#include <algorithm>

using namespace gatescope;

namespace {

/// WCAG 2, 1.4.3: large is 24 pixels, or 18.66 in bold.
double leastContrast(const DrawnText &text)
{
    return text.pixels >= 24 || (text.isBold && text.pixels >= 18.66) ? 3.0 : 4.5;
}

/// Outside of what one looks at: drawn with less opacity, or opaque in the mixture that this would give.
bool isDimmed(const DrawnText &text, const Theme &theme)
{
    if (text.opacity < 0.95)
        return true;
    QList<QColor> colours{theme.ink, theme.ink2, theme.ink3};
    for (const RoleColours &role : theme.roles)
        colours << role.hue << role.text;
    return std::ranges::any_of(colours, [&](const QColor &colour) {
        const QColor faded = blended(colour, dimmed, theme.paper);
        return std::abs(faded.red() - text.colour.red()) + std::abs(faded.green() - text.colour.green())
            + std::abs(faded.blue() - text.colour.blue())
            <= 6;
    });
}

/// What fails, one line for each pair of colours.
QStringList tooFaint(const std::vector<DrawnText> &texts, const Theme &theme)
{
    QMap<QString, QString> faint;
    for (const DrawnText &text : texts) {
        if (isDimmed(text, theme))
            continue;
        // What cannot be used now, and signs between words.
        const double least = text.colour == theme.ink3 ? 3.0 : leastContrast(text);
        for (const QColor &ground : text.grounds) {
            const double contrast = contrastRatio(text.colour, ground);
            if (contrast < least)
                faint.insert(text.colour.name() + ground.name(),
                             QStringLiteral("%1 on %2: %3 < %4, %5 px, “%6” at %7,%8")
                                 .arg(text.colour.name(), ground.name())
                                 .arg(contrast, 0, 'f', 2)
                                 .arg(least)
                                 .arg(text.pixels, 0, 'f', 1)
                                 .arg(text.text)
                                 .arg(text.where.x())
                                 .arg(text.where.y()));
        }
    }
    return faint.values();
}

std::vector<DrawnText> textsOf(MainWindow &window)
{
    QCoreApplication::processEvents();
    TextRecorder recorder(window.size());
    window.render(&recorder);
    return recorder.texts();
}

/// The stage's own: the window shows it as a picture that was drawn before.
std::vector<DrawnText> stageTextsOf(OpenWindow &open)
{
    const Scene scene{open.document.record(), open.at(), open.window.look().theme(), open.window.look().isClassroom()};
    TextRecorder recorder(open.window.explore().stage().size());
    QPainter painter(&recorder);
    drawStage(painter, recorder.picture().size(), scene);
    painter.end();
    return recorder.texts();
}

} // namespace

/// Everything that the window writes can be read, in each theme.
class WindowContrastTest : public QObject
{
    Q_OBJECT

private slots:
    void textsStandOutFromTheirGround_data();
    void textsStandOutFromTheirGround();
    void aFaintTextIsNoticed();
    void digitsOfThePresentationAreLargeEnough();
};

void WindowContrastTest::textsStandOutFromTheirGround_data()
{
    QTest::addColumn<ThemeName>("name");
    QTest::addColumn<bool>("classroom");
    for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::contrast})
        for (const bool classroom : {false, true})
            QTest::addRow("%s%s", qPrintable(keyOf(name)), classroom ? ", classroom" : "") << name << classroom;
}

void WindowContrastTest::textsStandOutFromTheirGround()
{
    QFETCH(ThemeName, name);
    QFETCH(bool, classroom);
    OpenWindow open;
    open.window.resize(1600, 900);
    open.window.look().setTheme(name);
    open.window.look().setClassroom(classroom);
    QStringList faint;
    const auto note = [&](const QString &where, const std::vector<DrawnText> &texts) {
        QVERIFY2(texts.size() > 10, qPrintable(where));
        for (const QString &line : tooFaint(texts, theme(name)))
            faint += where + ": " + line;
    };
    const auto check = [&](const QString &where) {
        note(where, textsOf(open.window));
        if (open.window.explore().isVisible())
            note(where + ", stage", stageTextsOf(open));
    };
    for (const Pass pass : {Pass::forward, Pass::backward}) {
        open.player.setPass(pass);
        for (int level = 0; level < 3; ++level) {
            open.window.explore().stage().camera().goTo(level);
            const QString where
                = QStringLiteral("%1, level %2").arg(pass == Pass::forward ? "forward" : "backward").arg(level);
            check(where);
            for (int part = 0; part < 5; ++part) {
                open.player.partOn();
                note(QStringLiteral("%1, part %2").arg(where).arg(open.at().part), stageTextsOf(open));
            }
        }
    }
    open.window.presenter().setOn(true);
    check(QStringLiteral("presenter"));
    open.window.presenter().setOn(false);
    open.window.explore().setBuilderOpen(true);
    check(QStringLiteral("builder"));
    for (int place = 1; place < int(placeTable().size()); ++place) {
        open.window.goTo(place);
        check(QLatin1String(placeTable()[std::size_t(place)].name));
    }
    for (const QString &line : faint)
        qWarning().noquote() << line;
    QVERIFY(faint.isEmpty());
}

void WindowContrastTest::aFaintTextIsNoticed()
{
    TextRecorder recorder({200, 60});
    QPainter painter(&recorder);
    painter.fillRect(QRect(0, 0, 200, 60), QColor("#E69F00"));
    painter.setFont(interfaceFont(16));
    painter.setPen(QColor("#FFFFFF"));
    painter.drawText(QPointF(10, 30), QStringLiteral("faint"));
    painter.setPen(QColor("#000000"));
    painter.drawText(QPointF(100, 30), QStringLiteral("clear"));
    painter.end();
    QCOMPARE(recorder.texts().size(), 2u);
    const QStringList faint = tooFaint(recorder.texts(), theme(ThemeName::light));
    QCOMPARE(faint.size(), 1);
    QVERIFY2(faint.front().contains("faint"), qPrintable(faint.front()));
}

void WindowContrastTest::digitsOfThePresentationAreLargeEnough()
{
    OpenWindow open;
    open.window.presenter().setOn(true);
    QTRY_COMPARE(open.window.size(), QSize(1920, 1080));
    static const QRegularExpression number(QStringLiteral("^[−+]?\\d*\\.\\d+$"));
    int numbers = 0, claims = 0;
    for (int part = 0; part < 5; ++part) {
        open.player.partOn();
        const HitAreas &areas = open.window.explore().stage().hitAreas();
        for (const DrawnText &text : stageTextsOf(open)) {
            const HitArea *area = areaAt(areas, text.where.center());
            const bool isFollowed = area && area->term.unit == open.at().unit && area->term.symbol != u"x";
            if (!isFollowed || !number.match(text.text).hasMatch())
                continue; // the followed unit's numbers matter
            QVERIFY2(text.pixels >= 24, qPrintable(QStringLiteral("%1: %2 px").arg(text.text).arg(text.pixels)));
            ++numbers;
        }
        const std::vector<DrawnText> texts = textsOf(open.window);
        const bool isLarge = std::ranges::any_of(texts, [](const DrawnText &text) {
            return number.match(text.text).hasMatch() && text.pixels >= 80; // the board's, ten pixels in an eighth
        });
        QVERIFY(isLarge);
        const QString claim = open.window.explore().board().shown().claim.does;
        claims += int(std::ranges::count_if(
            texts, [&](const DrawnText &text) { return text.text == claim && text.pixels >= 50; }));
    }
    QVERIFY(numbers >= 20);
    QCOMPARE(claims, 3); // of the two gates and the blend
}

int main(int argc, char **argv)
{
    const Screens screens({{1920, 1080}});
    QApplication application(argc, argv);
    WindowContrastTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "window_contrast_test.moc"
