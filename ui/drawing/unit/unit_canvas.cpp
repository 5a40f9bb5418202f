// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/unit/unit_canvas.h"

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
    const QString brief = onStageBriefly(value);
    const bool isSmall = brief != decimals(value, 2);
    const QStringList choices
        = isSmall ? QStringList{onStage(value), brief} : QStringList{brief, decimals(value, 1), decimals(value, 0)};
    for (const QString &text : choices) {
        if (textWidth(text, font) > room && text != choices.last())
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

void UnitCanvas::setStops(std::vector<UnitStop> stops)
{
    m_stops = std::move(stops);
    m_chosenTerm = stop() ? stop()->term : -1;
}

PlayheadState UnitCanvas::choosing(int term) const
{
    PlayheadState there = scene().playhead;
    const auto first = std::ranges::find(m_stops, term, &UnitStop::term);
    if (first != m_stops.end())
        there.row = static_cast<int>(first - m_stops.begin());
    return there;
}

void UnitCanvas::mark(const QRectF &around)
{
    painter().setPen(QPen(theme().ink, 2));
    painter().setBrush(theme().wash);
    painter().drawRoundedRect(around, 4, 4);
}

double UnitCanvas::letterChip(double right, double middle, double pitch, const QString &letter)
{
    const double pixels = plan().type(16), side = std::min(pitch - 2, pixels * 1.5);
    const QRectF chip(right - side, middle - side / 2, side, side);
    painter().setPen(QPen(theme().of(Role::input).text, 1));
    painter().setBrush(blended(theme().of(Role::input).hue, 0.8, theme().paper));
    painter().drawRoundedRect(chip, 4, 4);
    number({chip.center().x(), middle + pixels * 0.36}, letter == u" "_qs ? u"␣"_qs : letter, 16,
           theme().inkOn(theme().of(Role::input).hue, 0.8), Align::centre, QFont::Bold);
    return chip.left();
}

void UnitCanvas::heldMark(const QRectF &box)
{
    drawHeldMark(painter(), box, plan().scale, theme());
}

void UnitCanvas::placeStored(const QRectF &where, const UnitTerm &term)
{
    const double width = where.width() / static_cast<double>(term.stored.size());
    for (std::size_t i = 0; i < term.stored.size(); ++i) {
        const StoredNumber &stored = term.stored[i];
        PlayheadState there = choosing(term.index);
        if (term.sources.empty() && there.row >= 0)
            there.row += static_cast<int>(i); // each is a stop of its own
        // With the mean of a normalisation stands its gain, which the words name.
        const QString says = term.kind == UnitTerm::Kind::centring
            ? u"%1 = %2"_qs.arg(term.weightName, inInspector(term.weight))
            : stored.words();
        m_unitAreas.push_back({{where.left() + static_cast<double>(i) * width, where.top(), width, where.height()},
                               there,
                               says,
                               term.weightTerm,
                               stored.place});
    }
}

void UnitCanvas::place(const QRectF &where, const QString &says, const Term &term,
                       const std::optional<PlayheadState> &leadsTo)
{
    m_unitAreas.push_back({where, leadsTo.value_or(scene().playhead), says, term});
}

PlayheadState UnitCanvas::atPart(int part) const
{
    PlayheadState there = arrivingAt(scene().playhead);
    there.part = std::max(0, part);
    return there;
}

QString withUnit(const QString &symbol, int unit)
{
    if (symbol.endsWith('}'))
        return symbol.left(symbol.size() - 1) + u", %1}"_qs.arg(unit);
    return symbol + u"_{%1}"_qs.arg(unit);
}

} // namespace gatescope
