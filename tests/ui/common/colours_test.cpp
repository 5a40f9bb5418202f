// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/colour_vision.h"

#include "ui/common/theme.h"
#include "ui/drawing/marks/sign_marks.h"
#include "ui/drawing/marks/value_cells.h"

#include <QTest>

using namespace gatescope;

namespace {

constexpr ThemeName themes[]{ThemeName::light, ThemeName::dark, ThemeName::contrast};
constexpr Vision visions[]{Vision::protan, Vision::deutan, Vision::tritan};

/// The colours that must be told apart: the roles' and that of negative values.
constexpr int colours = 7;
constexpr const char *names[colours]{"input", "letsBy", "keeps", "candidate", "state", "gradient", "negative"};

QColor hueOf(const Theme &theme, int index)
{
    return index < 6 ? theme.roles[index].hue : theme.negative;
}

/// Fills of this distance are told apart also when they do not touch.
constexpr double apart = 20;

/// Pairs of fills that some eyes cannot tell apart, and what else tells them.
struct Pair {
    const char *one, *other;
    const char *sign;
};
constexpr Pair alike[]{
    {"input", "candidate",
     "x is a strip of letters or numbers at the picture's foot, n a column with the letter n over it"},
    {"input", "state",
     "x is a strip of letters or numbers at the picture's foot, h a column with the letter h over it"},
    {"letsBy", "state", "a gate is a tank that fills from below, a state a full cell with the bar of its sign"},
    {"letsBy", "negative",
     "a gate has no sign: it is a tank that fills from below; a negative value has its bar at the left"},
    {"keeps", "gradient",
     "a gate is a tank; gradients stand in the backward pass alone, as ribbons and numbers with exponents"},
    {"candidate", "state", "the letters n and h over the columns; their columns stand at the two ends of the fader"},
    {"candidate", "negative", "the bar of the sign: right of the middle and left of it"},
};

bool isListed(const QString &one, const QString &other)
{
    return std::ranges::any_of(alike, [&](const Pair &pair) { return one == pair.one && other == pair.other; });
}

/// A value's cell without its colour: only what is light and dark, brought to the same range.
QImage shapeOf(double value, ValueStyle style, Role role, const Theme &theme)
{
    QImage picture(96, 48, QImage::Format_RGB32);
    picture.fill(theme.paper);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    drawValueCell(painter, {4, 4, 88, 40}, value, true, {.style = style, .role = role, .focusDigits = 0}, theme);
    painter.end();
    return picture.convertToFormat(QImage::Format_Grayscale8);
}

/// The mean grey of a part of a cell's picture.
double greyIn(const QImage &shape, const QRect &part)
{
    double sum = 0;
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x)
            sum += qGray(shape.pixel(x, y));
    return sum / (part.width() * part.height());
}

} // namespace

/// Colours can be read, and nothing depends on colour alone.
class ColoursTest : public QObject
{
    Q_OBJECT

private slots:
    void theSimulationIsThatOfTheSource();
    void textsOfTheThemeStandOutFromEveryGround();
    void marksStandOutFromEveryGround();
    void whatColourDoesNotTellAnotherSignTells();
    void aTankTellsItsLevelWithoutColour();
    void aSignIsToldWithoutColour();
    void everyEyeTellsTheSignOfAFill();
    void theNegativeOfTwoFillsIsTheDarker();
    void aDashTellsTheSignWhereACellHasNoNumber();
    void aNumberStandsOutFromItsFill();
};

void ColoursTest::theSimulationIsThatOfTheSource()
{
    // Rows add up to 1: what is grey stays grey.
    for (const Vision vision : visions) {
        for (const int grey : {0, 90, 200, 255})
            QVERIFY(colourDistance(seenBy(vision, QColor(grey, grey, grey)), QColor(grey, grey, grey)) < 0.5);
    }
    // Red and green come close together for protan and deutan eyes, not for tritan ones; blue and green the other way.
    const QColor red("#C00000"), green("#007000"), blue("#0050A0"), teal("#008060");
    for (const Vision vision : {Vision::protan, Vision::deutan})
        QVERIFY(colourDistance(seenBy(vision, red), seenBy(vision, green)) < 0.5 * colourDistance(red, green));
    QVERIFY(colourDistance(seenBy(Vision::tritan, red), seenBy(Vision::tritan, green))
            > 0.8 * colourDistance(red, green));
    QVERIFY(colourDistance(seenBy(Vision::tritan, blue), seenBy(Vision::tritan, teal))
            < 0.5 * colourDistance(blue, teal));
}

void ColoursTest::textsOfTheThemeStandOutFromEveryGround()
{
    for (const ThemeName name : themes) {
        const Theme &theme = gatescope::theme(name);
        const QColor selected = blended(theme.of(Role::state).hue, 0.25, theme.paper); // as the style sheet has it
        for (const QColor &ground : {theme.paper, theme.panel, theme.wash}) {
            QVERIFY(contrastRatio(theme.ink2, ground) >= 4.5);
            QVERIFY(contrastRatio(theme.ink3, ground) >= 3); // what cannot be used now
            for (const RoleColours &role : theme.roles)
                QVERIFY2(contrastRatio(role.text, ground) >= 4.5,
                         qPrintable(role.text.name() + " on " + ground.name()));
        }
        for (const QColor &ground :
             {theme.paper, theme.panel, theme.wash, selected, blended(theme.ink, 0.12, theme.panel)})
            QVERIFY(contrastRatio(theme.ink, ground) >= 7);
        QVERIFY(contrastRatio(theme.paper, blended(theme.ink, 0.85, theme.paper))
                >= 4.5);                                        // the main button under the pointer
        QVERIFY(contrastRatio(theme.paper, theme.ink2) >= 4.5); // and pressed
        const QPalette palette = widgetPalette(theme);
        for (const auto &[text, ground] : {std::pair(QPalette::Text, QPalette::Base),
                                           {QPalette::WindowText, QPalette::Window},
                                           {QPalette::ButtonText, QPalette::Button},
                                           {QPalette::ToolTipText, QPalette::ToolTipBase},
                                           {QPalette::HighlightedText, QPalette::Highlight},
                                           {QPalette::Link, QPalette::Window},
                                           {QPalette::PlaceholderText, QPalette::Base}})
            QVERIFY2(contrastRatio(palette.color(text), palette.color(ground)) >= 4.5,
                     qPrintable(keyOf(name) + palette.color(text).name() + " on " + palette.color(ground).name()));
    }
}

void ColoursTest::marksStandOutFromEveryGround()
{
    // Sky and orange on light paper are the hues of the whole program and lighter than that. What they fill has its
    // outline in the role's text colour and its number; lines wear a shade of their own.
    const auto isOutlined = [](ThemeName name, int role) {
        return name == ThemeName::light && (Role(role) == Role::input || Role(role) == Role::keeps);
    };
    for (const ThemeName name : themes) {
        const Theme &theme = gatescope::theme(name);
        for (const QColor &ground : {theme.paper, theme.panel, theme.wash}) {
            QVERIFY2(contrastRatio(theme.negative, ground) >= 3, qPrintable(keyOf(name)));
            QVERIFY2(contrastRatio(theme.ink3, ground) >= 3, qPrintable(keyOf(name)));
            for (int role = 0; role < 6; ++role) {
                const bool isClear = contrastRatio(theme.roles[role].hue, ground) >= 3;
                QVERIFY2(isClear != isOutlined(name, role), names[role]);
                QVERIFY(contrastRatio(theme.roles[role].text, ground) >= 3);
                QVERIFY2(contrastRatio(theme.wire(Role(role)), ground) >= 3, names[role]);
            }
        }
    }
}

void ColoursTest::whatColourDoesNotTellAnotherSignTells()
{
    QSet<QString> needed;
    for (const ThemeName name : themes) {
        const Theme &theme = gatescope::theme(name);
        for (const Vision vision : visions) {
            for (int one = 0; one < colours; ++one) {
                for (int other = one + 1; other < colours; ++other) {
                    const double distance
                        = colourDistance(seenBy(vision, hueOf(theme, one)), seenBy(vision, hueOf(theme, other)));
                    QVERIFY2(distance > 8,
                             qPrintable(QStringLiteral("%1 and %2 are one colour").arg(names[one], names[other])));
                    if (distance >= apart)
                        continue;
                    QVERIFY2(isListed(names[one], names[other]),
                             qPrintable(QStringLiteral("%1: %2 and %3 are %4 apart")
                                            .arg(keyOf(name), names[one], names[other])
                                            .arg(distance)));
                    needed.insert(QLatin1String(names[one]) + '-' + names[other]);
                }
            }
        }
    }
    for (const Pair &pair : alike) // no sign is listed that nobody needs
        QVERIFY2(needed.contains(QLatin1String(pair.one) + '-' + pair.other), pair.one);
}

void ColoursTest::aTankTellsItsLevelWithoutColour()
{
    const QRect top(20, 8, 56, 6), bottom(20, 32, 56, 6);
    for (const ThemeName name : themes) {
        for (const Role role : {Role::letsBy, Role::keeps}) {
            const QImage half = shapeOf(0.5, ValueStyle::gate, role, theme(name));
            QVERIFY(std::abs(greyIn(half, top) - greyIn(half, bottom)) > 12); // a signed cell is full
        }
        for (const Role role : {Role::state, Role::candidate}) {
            const QImage full = shapeOf(0.5, ValueStyle::signedValue, role, theme(name));
            QVERIFY(std::abs(greyIn(full, top) - greyIn(full, QRect(20, 20, 56, 6))) < 4);
        }
    }
}

void ColoursTest::aSignIsToldWithoutColour()
{
    const QRect left(14, 34, 30, 8), right(52, 34, 30, 8);
    for (const ThemeName name : themes) {
        for (const Role role : {Role::state, Role::candidate}) {
            const QImage positive = shapeOf(0.8, ValueStyle::signedValue, role, theme(name));
            const QImage negative = shapeOf(-0.8, ValueStyle::signedValue, role, theme(name));
            // The bar differs from the cell's fill at the side of the sign alone.
            const double above = greyIn(positive, QRect(14, 14, 68, 8)), below = greyIn(negative, QRect(14, 14, 68, 8));
            QVERIFY(std::abs(greyIn(positive, right) - above) > 2 * std::abs(greyIn(positive, left) - above));
            QVERIFY(std::abs(greyIn(negative, left) - below) > 2 * std::abs(greyIn(negative, right) - below));
        }
    }
}

void ColoursTest::everyEyeTellsTheSignOfAFill()
{
    // In heat maps whose cells are too small for a mark the fill alone tells. Gates have no sign.
    for (const ThemeName name : themes) {
        for (const Role role : {Role::input, Role::candidate, Role::state}) {
            const QColor positive = valueFill(1, ValueStyle::signedValue, role, 1, theme(name));
            const QColor negative = valueFill(-1, ValueStyle::signedValue, role, 1, theme(name));
            for (const Vision vision : visions) {
                const double distance = colourDistance(seenBy(vision, positive), seenBy(vision, negative));
                QVERIFY2(distance >= apart,
                         qPrintable(QStringLiteral("%1: %2, %3").arg(keyOf(name), names[int(role)]).arg(distance)));
            }
        }
        const QColor up = valueFill(1, ValueStyle::gradient, Role::gradient, 1, theme(name));
        const QColor down = valueFill(-1, ValueStyle::gradient, Role::gradient, 1, theme(name));
        for (const Vision vision : visions)
            QVERIFY(colourDistance(seenBy(vision, up), seenBy(vision, down)) >= apart);
    }
}

void ColoursTest::theNegativeOfTwoFillsIsTheDarker()
{
    const auto light = [](const QColor &colour) { return contrastRatio(colour, Qt::black); };
    for (const ThemeName name : themes)
        for (const Role role : {Role::input, Role::candidate, Role::state})
            for (const double size : {0.3, 0.6, 1.0}) {
                const QColor positive = valueFill(size, ValueStyle::signedValue, role, 1, theme(name));
                const QColor negative = valueFill(-size, ValueStyle::signedValue, role, 1, theme(name));
                QVERIFY(light(negative) < light(positive));
            }
}

void ColoursTest::aDashTellsTheSignWhereACellHasNoNumber()
{
    Matrix values(2, 2);
    values << 0.5, -0.5, -1e-5, 0.0;
    for (const ThemeName name : themes) {
        const auto greys = [&](const QSizeF &cell, ValueStyle style) {
            QImage picture((cell * 2).toSize(), QImage::Format_RGB32);
            picture.fill(theme(name).paper);
            QPainter painter(&picture);
            const QRectF where({0, 0}, cell * 2);
            painter.drawImage(where, heatImage(values, style, Role::candidate, 1, theme(name)));
            drawSignMarks(painter, where, values, {.style = style, .role = Role::candidate}, theme(name));
            painter.end();
            return picture.convertToFormat(QImage::Format_Grayscale8);
        };
        /// How much the middle of a cell differs from its edge.
        const auto mark = [](const QImage &picture, int row, int column) {
            const QPoint corner(column * picture.width() / 2, row * picture.height() / 2);
            const QPoint middle = corner + QPoint(picture.width() / 4, picture.height() / 4);
            return std::abs(qGray(picture.pixel(middle)) - qGray(picture.pixel(corner + QPoint(1, 0))));
        };
        const QImage signs = greys({14, 8}, ValueStyle::signedValue);
        QVERIFY(mark(signs, 0, 1) > 40);
        for (const auto &[row, column] : {std::pair(0, 0), {1, 0}, {1, 1}}) // positive, as good as 0, 0
            QCOMPARE(mark(signs, row, column), 0);
        QVERIFY(mark(greys({14, 8}, ValueStyle::gradient), 1, 0) > 20); // by decades 1e−5 is something
        // Where a dash has no room there is none; in high contrast a line of neighbours tells their sign instead.
        const int small = mark(greys({4, 4}, ValueStyle::signedValue), 0, 1);
        QVERIFY(name == ThemeName::contrast ? small > 40 : small == 0);
    }
}

void ColoursTest::aNumberStandsOutFromItsFill()
{
    for (const ThemeName name : themes) {
        const Theme &theme = gatescope::theme(name);
        for (int role = 0; role < 6; ++role) {
            for (const ValueStyle style : {ValueStyle::signedValue, ValueStyle::gate, ValueStyle::gradient}) {
                for (int i = -20; i <= 20; ++i) {
                    const double value = style == ValueStyle::gate ? std::abs(i) / 20.0 : i / 20.0;
                    const QColor fill = valueFill(value, style, Role(role), 1, theme);
                    const double best
                        = std::max(contrastRatio(fill, QColor("#1D1F23")), contrastRatio(fill, Qt::white));
                    QVERIFY2(best >= 4.0,
                             qPrintable(QStringLiteral("%1 %2 %3 on %4: %5")
                                            .arg(keyOf(name), names[role])
                                            .arg(value)
                                            .arg(fill.name())
                                            .arg(best)));
                }
            }
        }
    }
}

QTEST_MAIN(ColoursTest)
#include "colours_test.moc"
