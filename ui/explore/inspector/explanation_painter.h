// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/inspector/explanation.h"

#include <QPainter>

#include <vector>

namespace gatescope {

/// Paints explanations in a column of the given width, or, without a painter, only measures them.
/// Every function takes the top edge of what it paints and returns its height.
class ExplanationPainter
{
public:
    /// `scale` 1 is the size of the inspector at 1920 × 1080.
    ExplanationPainter(QPainter *painter, double width, double scale, const Theme &theme);

    /// From here on letters and numbers of what is lit stand on a wash, and where each stands is collected.
    struct PaintedTerm {
        QRectF where;
        Term term;
    };
    void followTerms(const TermNames &names, const Term &lit, std::vector<PaintedTerm> &painted);

    double title(double top, const QString &title, const QString &place);
    double block(double top, const ExplanationBlock &block);
    double blocks(double top, const QList<ExplanationBlock> &blocks);

    double heading(double top, const QString &text);
    double remark(double top, const QString &text);
    /// One line of markup, smaller where it would not fit.
    double mathLine(double top, const QString &markup, double pixels);
    /// One line of numbers, broken before signs where it would not fit.
    double numberLine(double top, const NumberLine &line);
    double rule(double top);

private:
    double draw(double top, const Heading &block) { return heading(top, block.text); }
    double draw(double top, const Remark &block) { return remark(top, block.text); }
    double draw(double top, const Equation &block);
    double draw(double top, const Numbers &block) { return numberLines(top, block.lines); }
    double draw(double top, const Values &block) { return numberLines(top, block.lines); }
    double draw(double top, const SquashCurve &block);
    double draw(double top, const BlendLine &block);
    double draw(double top, const Waterfall &block);
    double draw(double top, const UnitBars &block);
    double draw(double top, const GradientTable &block);
    double draw(double top, const ShapeTable &block);
    double draw(double top, const Rule &) { return rule(top); }

    /// A formula whose baseline begins at `at`; returns its width.
    double math(const QPointF &at, const QString &markup, double pixels, const QColor &colour);
    void paintTerm(const QRectF &where, const Term &term, const QColor &hue);
    double numberLines(double top, const QList<NumberLine> &lines);
    /// Words, broken at the column's width.
    double paragraph(double top, const QString &text, const QFont &font, const QColor &colour);
    double s(double pixels) const { return pixels * m_scale; }
    QColor colourOf(const Span &span) const;

    QPainter *m_painter;
    double m_width;
    double m_scale;
    const Theme &m_theme;
    const TermNames *m_names = nullptr;
    Term m_lit;
    std::vector<PaintedTerm> *m_painted = nullptr;
};

} // namespace gatescope
