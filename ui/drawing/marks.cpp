// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/marks.h"

#include "ui/common/fonts.h"

#include <QCache>
#include <QFontMetricsF>
#include <QHash>
#include <QLineF>
#include <QPolygonF>
#include <QStaticText>

#include <algorithm>
#include <cmath>

namespace gatescope {

void drawArrowhead(QPainter &painter, const QPointF &tip, double degrees, const QColor &colour, double size)
{
    PainterScope scope(painter);
    painter.translate(tip);
    painter.rotate(degrees);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{{0, 0}, {-size, -size / 2}, {-size, size / 2}});
}

namespace {

/// Whether a line of one pixel along the edges covers whole pixels.
bool coversWholePixels(const QPainter &painter, const QRectF &edges)
{
    const QTransform &on = painter.deviceTransform();
    if (painter.paintEngine()->type() != QPaintEngine::Raster || on.type() > QTransform::TxTranslate)
        return false;
    const auto isHalf = [](double place) { return place - std::floor(place) == 0.5; };
    return isHalf(edges.left() + on.dx()) && isHalf(edges.right() + on.dx()) && isHalf(edges.top() + on.dy())
        && isHalf(edges.bottom() + on.dy());
}

} // namespace

void drawHairFrame(QPainter &painter, const QRectF &where, const QColor &colour)
{
    if (!coversWholePixels(painter, where)) {
        painter.setPen(QPen(colour, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(where);
        return;
    }
    const QRectF inner = where.adjusted(0.5, 0.5, -0.5, -0.5);
    for (const double y : {inner.top() - 1, inner.bottom()})
        painter.fillRect(QRectF(inner.left(), y, inner.width(), 1), colour);
    for (const double x : {inner.left() - 1, inner.right()}) {
        painter.fillRect(QRectF(x, inner.top(), 1, inner.height()), colour);
        // Each of the two lines that end in a corner covers half of it.
        for (const double y : {inner.top() - 1, inner.bottom()})
            for (int line = 0; line < 2; ++line)
                painter.fillRect(QRectF(x, y, 0.5, 1), colour);
    }
}

void drawWire(QPainter &painter, const QPainterPath &path, const QColor &colour, double width)
{
    painter.strokePath(path, QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

namespace {

double lengthOf(const QPolygonF &points)
{
    double length = 0;
    for (qsizetype i = 1; i < points.size(); ++i)
        length += QLineF(points[i - 1], points[i]).length();
    return length;
}

} // namespace

QPainterPath beginningOf(const QPainterPath &path, double share)
{
    if (share >= 1)
        return path;
    QPainterPath walked;
    if (share <= 0 || path.isEmpty())
        return walked;
    // Along the lines that stand for its curves: the path's own lengths are found anew for every point.
    const QPolygonF points = path.toSubpathPolygons().first();
    double left = share * lengthOf(points);
    walked.moveTo(points.first());
    for (qsizetype i = 1; i < points.size(); ++i) {
        const QLineF line(points[i - 1], points[i]);
        if (line.length() >= left) {
            walked.lineTo(line.pointAt(left / std::max(line.length(), 1e-9)));
            break;
        }
        walked.lineTo(points[i]);
        left -= line.length();
    }
    return walked;
}

QPainterPath roundedPath(const QList<QPointF> &corners, double reach)
{
    QPainterPath path(corners.first());
    for (qsizetype i = 1; i + 1 < corners.size(); ++i) {
        const QPointF in = corners[i - 1] - corners[i];
        const QPointF out = corners[i + 1] - corners[i];
        const double inLength = std::hypot(in.x(), in.y());
        const double outLength = std::hypot(out.x(), out.y());
        // A short side is shared between its two corners.
        const double bend = std::min({reach, inLength / 2, outLength / 2});
        const QPointF from = corners[i] + in * (bend / qMax(inLength, 1e-9));
        const QPointF to = corners[i] + out * (bend / qMax(outLength, 1e-9));
        path.lineTo(from);
        path.cubicTo(corners[i] + (from - corners[i]) * 0.3, corners[i] + (to - corners[i]) * 0.3, to);
    }
    path.lineTo(corners.last());
    return path;
}

void drawOperator(QPainter &painter, const QPointF &centre, double radius, const QString &sign, const QColor &outline,
                  const Theme &theme)
{
    PainterScope scope(painter);
    painter.setPen(QPen(outline, 1.5));
    painter.setBrush(theme.paper);
    painter.drawEllipse(centre, radius, radius);
    drawSign(painter, centre, sign, radius * 1.4, outline);
}

void drawSign(QPainter &painter, const QPointF &centre, const QString &sign, double pixels, const QColor &colour)
{
    const QFont font = mathFont(pixels, false);
    // The ink of a sign by the size of its face; the same at every size.
    static thread_local QHash<QString, QPointF> middles;
    auto middle = middles.find(sign);
    if (middle == middles.end())
        middle = middles.insert(sign, QFontMetricsF(mathFont(100, false)).tightBoundingRect(sign).center() / 100);
    drawText(painter, centre - *middle * font.pixelSize(), sign, font, colour);
}

void drawPill(QPainter &painter, const QPointF &centre, const QSizeF &size, const QString &word, const QColor &outline,
              const Theme &theme)
{
    PainterScope scope(painter);
    const QRectF box(centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height());
    painter.setPen(QPen(outline, 1.5));
    painter.setBrush(theme.paper);
    painter.drawRoundedRect(box, size.height() / 2, size.height() / 2);
    double pixels = size.height() * 0.58;
    pixels *= std::min(1.0, (size.width() - 8) / std::max(1.0, mathWidth(word, pixels)));
    drawMath(painter, {centre.x(), centre.y() + pixels * 0.3}, word, pixels, outline, theme, Align::centre);
}

namespace {

/// A text in a font, laid out once: laying out is what costs.
struct LaidOutText {
    QStaticText text;
    double width; ///< on one line
    double ascent;
};

constexpr double unbroken = -1; ///< the width of a text that stays on one line

struct TextKey {
    QString text;
    QString family;
    int pixels;
    int weight;
    bool italic;
    double broken; ///< at this width

    bool operator==(const TextKey &) const = default;
};

size_t qHash(const TextKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.text, key.family, key.pixels, key.weight, key.italic, key.broken);
}

const LaidOutText &laidOut(const QString &text, const QFont &font, double broken = unbroken)
{
    constexpr int mostTexts = 4096;
    static thread_local QCache<TextKey, LaidOutText> known(mostTexts);
    const TextKey key{text, font.families().value(0), font.pixelSize(), font.weight(), font.italic(), broken};
    if (const LaidOutText *found = known.object(key))
        return *found;
    const QFontMetricsF metrics(font);
    auto *fresh = new LaidOutText{QStaticText(text), metrics.horizontalAdvance(text), metrics.ascent()};
    fresh->text.setTextFormat(Qt::PlainText);
    fresh->text.setPerformanceHint(QStaticText::AggressiveCaching);
    fresh->text.setTextWidth(broken);
    fresh->text.prepare(QTransform(), font);
    known.insert(key, fresh);
    return *fresh;
}

} // namespace

double textWidth(const QString &text, const QFont &font)
{
    return text.isEmpty() ? 0 : laidOut(text, font).width;
}

double drawText(QPainter &painter, const QPointF &at, const QString &text, const QFont &font, const QColor &colour,
                Align align)
{
    if (text.isEmpty())
        return 0;
    const LaidOutText &laid = laidOut(text, font);
    const double width = laid.width;
    const double left = align == Align::left ? at.x() : align == Align::centre ? at.x() - width / 2 : at.x() - width;
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawStaticText(QPointF(left, at.y() - laid.ascent), laid.text);
    return width;
}

double drawParagraph(QPainter &painter, const QPointF &at, const QString &text, const QFont &font, const QColor &colour,
                     double width)
{
    if (text.isEmpty())
        return 0;
    const LaidOutText &laid = laidOut(text, font, width);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawStaticText(at, laid.text);
    return laid.text.size().height();
}

double paragraphHeight(const QString &text, const QFont &font, double width)
{
    return text.isEmpty() ? 0 : laidOut(text, font, width).text.size().height();
}

namespace {

/// A stretch of a formula in one font, colour and height.
struct MathRun {
    QString text;
    QFont font;
    std::optional<Role> role;
    double lowered = 0;
    double advance = 0;
    int bracket = 0;       ///< which pair of a role's brackets it stands in; 0: none
    bool isLetters = true; ///< italic: neither upright nor a number
};

std::optional<Role> roleOfLetter(QChar letter)
{
    static const QHash<QChar, Role> roles{{'x', Role::input}, {'r', Role::letsBy},    {'z', Role::keeps},
                                          {'n', Role::candidate}, {'h', Role::state}, {'g', Role::gradient}};
    const auto found = roles.find(letter);
    return found == roles.end() ? std::nullopt : std::optional(*found);
}

/// Reads the markup of drawMath from left to right.
class MathReader
{
public:
    MathReader(const QString &markup, double pixels) : m_markup(markup), m_pixels(pixels) {}

    QList<MathRun> runs()
    {
        for (qsizetype i = 0; i < m_markup.size(); ++i)
            i = take(i);
        flush();
        return m_runs;
    }

private:
    qsizetype take(qsizetype i)
    {
        const QChar here = m_markup[i];
        const QChar next = i + 1 < m_markup.size() ? m_markup[i + 1] : QChar();
        if ((here == '_' || here == '^') && next == '{') {
            flush();
            m_script = here == '_' ? 1 : -1;
            return i + 1;
        }
        if (here == '}' && m_script != 0) {
            flush();
            m_script = 0;
            return i;
        }
        if (here == '*') {
            flush();
            m_upright = !m_upright;
            return i;
        }
        if (here == '[' && i + 2 < m_markup.size() && m_markup[i + 2] == ']') {
            flush();
            m_number = next == 'm';
            m_role = next == '/' || m_number ? std::nullopt : roleOfLetter(next);
            ++m_bracket;
            return i + 2;
        }
        m_text += here;
        return i;
    }

    void flush()
    {
        if (m_text.isEmpty())
            return;
        const double size = m_script == 0 ? m_pixels : m_pixels * 0.68;
        MathRun run{m_text,
                    m_number ? numberFont(size * 0.72) : mathFont(size, !m_upright),
                    m_role,
                    m_script * m_pixels * (m_script > 0 ? 0.21 : 0.36),
                    0,
                    m_role ? m_bracket : 0,
                    !m_upright && !m_number};
        run.advance = textWidth(run.text, run.font);
        m_runs.append(run);
        m_text.clear();
    }

    QString m_markup;
    double m_pixels;
    QList<MathRun> m_runs;
    QString m_text;
    std::optional<Role> m_role;
    int m_script = 0;
    bool m_upright = false;
    bool m_number = false;
    int m_bracket = 0;
};

double totalAdvance(const QList<MathRun> &runs)
{
    double width = 0;
    for (const MathRun &run : runs)
        width += run.advance;
    return width;
}

} // namespace

double mathWidth(const QString &markup, double pixels)
{
    return totalAdvance(MathReader(markup, pixels).runs());
}

namespace {

/// Collects the terms of a line's runs from left to right.
class TermCollector
{
public:
    explicit TermCollector(double pixels) : m_pixels(pixels) { }

    QList<MathTerm> collect(const QList<MathRun> &runs)
    {
        for (const MathRun &run : runs) {
            if (run.bracket != m_bracket)
                m_isOpen = false;
            m_bracket = run.bracket;
            take(run);
            m_x += run.advance;
        }
        return m_terms;
    }

private:
    void take(const MathRun &run)
    {
        if (run.lowered != 0) {
            if (m_isOpen)
                extend(m_x + run.advance, run.lowered > 0 ? u"_{%1}"_qs.arg(run.text) : QString());
        } else if (run.bracket > 0) {
            if (!m_isOpen)
                open(m_x, run.role);
            extend(m_x + run.advance, run.text);
        } else {
            takeLetters(run);
        }
    }

    void takeLetters(const MathRun &run)
    {
        m_isOpen = false;
        for (qsizetype i = 0; run.isLetters && i < run.text.size(); ++i) {
            const QChar here = run.text[i];
            if (!here.isLetter() && !(m_isOpen && here.isMark())) {
                m_isOpen = false;
                continue;
            }
            if (here.isLetter())
                open(m_x + textWidth(run.text.left(i), run.font), run.role);
            extend(m_x + textWidth(run.text.left(i + 1), run.font), here);
        }
    }

    void open(double left, std::optional<Role> role)
    {
        m_terms.append({{}, QRectF(left, -0.85 * m_pixels, 0, 1.2 * m_pixels), role});
        m_isOpen = true;
    }

    void extend(double right, const QString &name)
    {
        m_terms.last().box.setRight(right);
        m_terms.last().name += name;
    }

    double m_pixels;
    double m_x = 0;
    int m_bracket = 0;
    bool m_isOpen = false; ///< what comes next may belong to the last term
    QList<MathTerm> m_terms;
};

} // namespace

QList<MathTerm> mathTerms(const QString &markup, double pixels)
{
    return TermCollector(pixels).collect(MathReader(markup, pixels).runs());
}

double drawMath(QPainter &painter, const QPointF &at, const QString &markup, double pixels, const QColor &colour,
                const Theme &theme, Align align)
{
    const QList<MathRun> runs = MathReader(markup, pixels).runs();
    const double width = totalAdvance(runs);
    double x = align == Align::left ? at.x() : align == Align::centre ? at.x() - width / 2 : at.x() - width;
    for (const MathRun &run : runs) {
        x += drawText(painter, {x, at.y() + run.lowered}, run.text, run.font, run.role ? theme.of(*run.role).text : colour);
    }
    return width;
}

} // namespace gatescope
