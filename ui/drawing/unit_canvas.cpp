// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/unit_canvas.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"

#include <algorithm>

namespace gatescope {

UnitCanvas::UnitCanvas(QPainter &painter, const QSizeF &size, const Scene &scene)
    : CellCanvas(painter, size, scene), m_unitPlan(unitPlan(size, scene.classroom))
{
}

double UnitCanvas::shown(double share) const
{
    return share >= 1 ? 1.0 : scene().predicting ? 0.0 : dimmed;
}

void UnitCanvas::setTerms(std::vector<Term> terms)
{
    m_terms = std::move(terms);
}

double UnitCanvas::emphasis(const Term &term, const Term &other) const
{
    const Term &lit = scene().lit;
    const bool isHere = std::ranges::any_of(m_terms, [&](const Term &here) { return sameTerm(here, lit); });
    return !isHere || sameTerm(term, lit) || sameTerm(other, lit) ? 1.0 : dimmed;
}

void UnitCanvas::fittingNumber(const QPointF &at, double value, double room, double pixels, const QColor &colour,
                               Align align, int weight)
{
    const QFont font = numberFont(plan().type(pixels), weight);
    for (int places = 2; places >= 0; --places) {
        const QString text = decimals(value, places);
        if (textWidth(text, font) > room && places > 0)
            continue;
        number(at, text, pixels, colour, align, weight);
        return;
    }
}

void UnitCanvas::cell(const QRectF &box, double value, bool isGate, Role role, double scale, double share, bool big)
{
    ColumnStyle style{.style = isGate ? ValueStyle::gate : ValueStyle::signedValue,
                      .role = role,
                      .scale = scale,
                      .digits = m_unitPlan.digits,
                      .focusDigits = m_unitPlan.digits};
    if (onStage(value).size() * 0.6 * 11 > box.width() - 2)
        style.digits = style.focusDigits = 0;
    if (share < 1) {
        painter().setPen(QPen(theme().line, 1));
        painter().setBrush(Qt::NoBrush);
        painter().drawRoundedRect(box, 3, 3);
        const Opacity faint(painter(), shown(share));
        if (painter().opacity() > 0)
            drawValueCell(painter(), box, value, big, style, theme());
        return;
    }
    drawValueCell(painter(), box, value, big, style, theme());
}

void UnitCanvas::place(const QRectF &where, const QString &says, const Term &term,
                       const std::optional<PlayheadState> &leadsTo)
{
    m_unitAreas.push_back({where, leadsTo.value_or(scene().playhead), says, term});
}

PlayheadState UnitCanvas::atPart(int part) const
{
    PlayheadState there = scene().playhead;
    there.part = std::max(0, part);
    there.progress = 1;
    return there;
}

QString withUnit(const QString &symbol, int unit)
{
    if (symbol.endsWith('}'))
        return symbol.left(symbol.size() - 1) + u", %1}"_qs.arg(unit);
    return symbol + u"_{%1}"_qs.arg(unit);
}

} // namespace gatescope
