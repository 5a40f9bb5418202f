// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <optional>

namespace gatescope {

/// Restores pen, brush, font, opacity and transform when it goes out of scope.
class PainterScope
{
public:
    explicit PainterScope(QPainter &painter) : m_painter(painter) { m_painter.save(); }
    ~PainterScope() { m_painter.restore(); }
    PainterScope(const PainterScope &) = delete;
    PainterScope &operator=(const PainterScope &) = delete;

private:
    QPainter &m_painter;
};

/// The ground of a picture. On whole pixels it is not smoothed at its edges, which takes a third of the time.
void fillGround(QPainter &painter, const QRectF &where, const QColor &colour);

/// A filled triangle whose tip is at `tip`, pointing along `degrees` (0: right, 90: down), as wide as long.
void drawArrowhead(QPainter &painter, const QPointF &tip, double degrees, const QColor &colour, double size = 8);

/// A frame whose line, one pixel wide, runs along the edges of `where`. On a screen, where it covers whole pixels, it
/// is filled: a line there is drawn pixel by pixel.
void drawHairFrame(QPainter &painter, const QRectF &where, const QColor &colour);

/// A line along a path with round ends and joins.
void drawWire(QPainter &painter, const QPainterPath &path, const QColor &colour, double width);

/// The part of a path from its beginning up to `share` (0 … 1) of its length: a wire being walked.
QPainterPath beginningOf(const QPainterPath &path, double share);

/// A path along `corners` whose corners are rounded with cubic Béziers of this reach.
QPainterPath roundedPath(const QList<QPointF> &corners, double reach = 18);

/// One sign whose ink (not its line box) is centred.
void drawSign(QPainter &painter, const QPointF &centre, const QString &sign, double pixels, const QColor &colour);
/// A circle with a sign in it: ×, +, σ.
void drawOperator(QPainter &painter, const QPointF &centre, double radius, const QString &sign, const QColor &outline,
                  const Theme &theme);
/// A pill with a word in it: tanh.
void drawPill(QPainter &painter, const QPointF &centre, const QSizeF &size, const QString &word, const QColor &outline,
              const Theme &theme);

// Texts remember how they were laid out: a picture repeats them from frame to frame.

enum class Align { left, centre, right };

/// One line of text whose baseline begins (ends, is centred) at `at`. Returns its width.
double drawText(QPainter &painter, const QPointF &at, const QString &text, const QFont &font, const QColor &colour,
                Align align = Align::left);

/// How wide it is.
double textWidth(const QString &text, const QFont &font);

/// Words broken into lines of this width, whose upper left corner is at `at`. Returns their height.
double drawParagraph(QPainter &painter, const QPointF &at, const QString &text, const QFont &font, const QColor &colour,
                     double width);
double paragraphHeight(const QString &text, const QFont &font, double width);

/// The role whose hue a letter of the equations wears, also with what stands below it after `_`; none: it is ink.
std::optional<Role> roleOfLetter(const QString &letter);

/// One line of mathematics. Markup: `_{…}` lowers, `^{…}` raises, `*…*` is upright, `[x]…[/]` takes
/// the text colour of a role (x, r, z, n, h, g) and `[m]…[/]` is a number in the number face. Everything
/// else is italic. Returns its width.
double drawMath(QPainter &painter, const QPointF &at, const QString &markup, double pixels, const QColor &colour,
                const Theme &theme, Align align = Align::left);
double mathWidth(const QString &markup, double pixels);

/// What can be pointed at in a line of mathematics: all that stands between a role's brackets, and elsewhere every
/// italic letter with its scripts.
struct MathTerm {
    QString name; ///< markup without roles and exponents: "z_{2}", "W_{z}"
    QRectF box;   ///< in a line whose baseline begins at 0, 0
    std::optional<Role> role;
};
QList<MathTerm> mathTerms(const QString &markup, double pixels);

/// A pin in the upper right corner of a value's box: what-if holds the value.
void drawHeldMark(QPainter &painter, const QRectF &box, double scale, const Theme &theme);

} // namespace gatescope
