// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/explanation_painter.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/marks.h"

#include <algorithm>
#include <numeric>

namespace gatescope {

namespace {

constexpr double smallestMath = 12;

/// Whether a line may be broken before this: a sign, a result, or words beside the arithmetic.
bool mayBreakBefore(const Span &span)
{
    static const QStringList signs{QStringLiteral(" +"), QStringLiteral(" −"), QStringLiteral(" ×"),
                                   QStringLiteral(" =")};
    return span.isComment
        || std::any_of(signs.begin(), signs.end(), [&](const QString &sign) { return span.text.startsWith(sign); });
}

/// Spans split before the signs inside them.
NumberLine splitAtSigns(const NumberLine &line)
{
    NumberLine pieces;
    for (const Span &span : line) {
        Span piece = span;
        piece.text.clear();
        for (qsizetype i = 0; i < span.text.size(); ++i) {
            const bool sign
                = span.text[i] == ' ' && i + 1 < span.text.size() && QStringLiteral("+−×=").contains(span.text[i + 1]);
            if (sign && !piece.text.isEmpty()) {
                pieces << piece;
                piece.text.clear();
            }
            piece.text += span.text[i];
        }
        pieces << piece;
    }
    return pieces;
}

/// What stays together when a line is broken: a sign with all that follows it up to the next one.
QList<NumberLine> unbroken(const NumberLine &line)
{
    QList<NumberLine> groups;
    for (const Span &piece : splitAtSigns(line)) {
        if (groups.isEmpty() || mayBreakBefore(piece))
            groups << NumberLine{};
        groups.last() << piece;
    }
    return groups;
}

/// A span's box without the sign before its number.
QRectF inkOf(QRectF box, const Span &span, const QFont &font)
{
    const qsizetype sign = span.text.startsWith(' ') ? std::min<qsizetype>(3, span.text.size()) : 0;
    box.setLeft(box.left() + textWidth(span.text.left(sign), font));
    return box;
}

} // namespace

ExplanationPainter::ExplanationPainter(QPainter *painter, double width, double scale, const Theme &theme)
    : m_painter(painter), m_width(width), m_scale(scale), m_theme(theme)
{
}

void ExplanationPainter::followTerms(const TermNames &names, const Term &lit, std::vector<PaintedTerm> &painted)
{
    m_names = &names;
    m_lit = lit;
    m_painted = &painted;
}

void ExplanationPainter::paintTerm(const QRectF &where, const Term &term, const QColor &hue)
{
    if (!term)
        return;
    m_painted->push_back({where, term});
    if (!sameTerm(term, m_lit))
        return;
    QColor wash = hue;
    wash.setAlphaF(0.22f);
    const QRectF box = where.adjusted(-s(2), 0, s(2), 0);
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(wash);
    m_painter->drawRoundedRect(box, 3, 3);
    m_painter->fillRect(QRectF(box.left() + 2, box.bottom() - s(2), box.width() - 4, s(2)), hue);
}

double ExplanationPainter::math(const QPointF &at, const QString &markup, double pixels, const QColor &colour)
{
    if (m_names) {
        for (const MathTerm &term : mathTerms(markup, pixels))
            paintTerm(term.box.translated(at), m_names->named(term.name),
                      term.role ? m_theme.of(*term.role).hue : m_theme.ink2);
    }
    return drawMath(*m_painter, at, markup, pixels, colour, m_theme);
}

double ExplanationPainter::title(double top, const QString &title, const QString &place)
{
    const QFont font = interfaceFont(s(16), QFont::DemiBold);
    const QFont quiet = interfaceFont(s(13));
    const bool sameLine = textWidth(title, font) + s(16) + textWidth(place, quiet) <= m_width;
    const double needed = paragraph(top, title, font, m_theme.ink);
    if (m_painter) {
        const double y = sameLine ? top + s(16) : top + needed + s(15);
        drawText(*m_painter, {sameLine ? m_width : 0, y}, place, quiet, m_theme.ink2,
                 sameLine ? Align::right : Align::left);
    }
    return needed + (sameLine ? 0 : s(20));
}

double ExplanationPainter::block(double top, const ExplanationBlock &block)
{
    return std::visit([this, top](const auto &content) { return draw(top, content); }, block);
}

double ExplanationPainter::blocks(double top, const QList<ExplanationBlock> &blocks)
{
    double y = top;
    for (const ExplanationBlock &each : blocks)
        y += block(y, each) + s(8);
    return y - top;
}

double ExplanationPainter::heading(double top, const QString &text)
{
    const QFont font = interfaceFont(s(14), QFont::DemiBold);
    if (m_painter)
        drawText(*m_painter, {0, top + s(17)}, text, font, m_theme.ink);
    return s(22);
}

double ExplanationPainter::remark(double top, const QString &text)
{
    return paragraph(top, text, interfaceFont(s(13)), m_theme.ink2);
}

double ExplanationPainter::paragraph(double top, const QString &text, const QFont &font, const QColor &colour)
{
    if (m_painter)
        return drawParagraph(*m_painter, {0, top}, text, font, colour, m_width);
    return paragraphHeight(text, font, m_width);
}

double ExplanationPainter::mathLine(double top, const QString &markup, double pixels)
{
    const double wide = mathWidth(markup, pixels);
    const double fitting = wide > m_width ? std::max(pixels * m_width / wide, smallestMath) : pixels;
    if (m_painter)
        math({0, top + pixels * 1.05}, markup, fitting, m_theme.ink);
    return pixels * 1.5;
}

QColor ExplanationPainter::colourOf(const Span &span) const
{
    if (span.role)
        return m_theme.of(*span.role).text;
    return span.strong ? m_theme.ink : m_theme.ink2;
}

double ExplanationPainter::numberLine(double top, const NumberLine &line)
{
    const auto fontOf = [this](const Span &span) {
        return span.isComment ? interfaceFont(s(13))
                              : numberFont(s(span.strong ? 16 : 14), span.strong ? QFont::Bold : QFont::Normal);
    };
    const auto widthOf = [&](const Span &span) { return textWidth(span.text, fontOf(span)); };
    const double lineHeight = s(24);
    double x = 0;
    double y = top;
    for (NumberLine group : unbroken(line)) {
        const double wide = std::accumulate(group.begin(), group.end(), 0.0,
                                            [&](double sum, const Span &span) { return sum + widthOf(span); });
        if (x > 0 && x + wide > m_width) {
            y += lineHeight;
            x = s(17); // under what follows the "="
            group.first().text = group.first().text.trimmed() + (group.first().text.endsWith(' ') ? " " : "");
        }
        for (const Span &span : group) {
            if (m_painter) {
                if (m_painted)
                    paintTerm(inkOf({x, y, widthOf(span), lineHeight}, span, fontOf(span)), span.term,
                              span.role ? m_theme.of(*span.role).hue : m_theme.ink2);
                drawText(*m_painter, {x, y + s(17)}, span.text, fontOf(span), colourOf(span));
            }
            x += widthOf(span);
        }
    }
    return y + lineHeight - top;
}

double ExplanationPainter::rule(double top)
{
    if (m_painter) {
        m_painter->setPen(QPen(m_theme.line, 1));
        m_painter->drawLine(QPointF(0, top + s(6)), QPointF(m_width, top + s(6)));
    }
    return s(12);
}

double ExplanationPainter::draw(double top, const Equation &block)
{
    double y = top;
    for (const QString &line : block.lines)
        y += mathLine(y, line, s(21));
    return y - top;
}

double ExplanationPainter::numberLines(double top, const QList<NumberLine> &lines)
{
    double y = top;
    for (const NumberLine &line : lines)
        y += numberLine(y, line);
    return y - top;
}

double ExplanationPainter::draw(double top, const GradientTable &block)
{
    double y = top;
    const double pitch = s(30);
    for (const GradientTable::Row &row : block.rows) {
        if (m_painter) {
            math({0, y + s(20)}, row.symbol, s(18), m_theme.ink);
            math({s(80), y + s(20)}, row.formula, s(17), m_theme.ink2);
            drawText(*m_painter, {m_width, y + s(20)}, gradientNumber(row.value, 3), numberFont(s(13.5), QFont::Medium),
                     m_theme.ink, Align::right);
        }
        y += pitch;
    }
    return y - top;
}

double ExplanationPainter::draw(double top, const ShapeTable &block)
{
    double y = top;
    const double pitch = s(24);
    for (const ShapeTable::Row &row : block.rows) {
        if (m_painter) {
            const double x = drawMath(*m_painter, {0, y + s(16)}, row.symbol, s(16), m_theme.ink, m_theme);
            drawText(*m_painter, {row.symbol.isEmpty() ? 0 : std::max(x + s(10), s(28)), y + s(16)}, row.name,
                     interfaceFont(s(13)), m_theme.ink2);
            drawText(*m_painter, {m_width, y + s(16)}, row.shape, numberFont(s(12.5)), m_theme.ink, Align::right);
        }
        y += pitch;
    }
    return y - top;
}

} // namespace gatescope
