// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/unit/unit_backward.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// The rows of what was read: what each weight and each number gets.
class BackwardRows
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    BackwardRows(UnitCanvas &canvas, const UnitBackward &back)
        : m_canvas(canvas), m_painter(canvas.painter()), m_theme(canvas.theme()), m_plan(canvas.at()), m_back(back)
    {
    }

    void draw()
    {
        drawTitles();
        m_painter.setPen(QPen(m_theme.line, 1));
        for (const double x : axes())
            m_painter.drawLine(QPointF(x, m_plan.rowsTop - 4), QPointF(x, m_back.rows.bottom() + 4));
        for (int row = 0; row < m_back.layout.count; ++row)
            drawRow(row);
    }

private:
    std::vector<double> axes() const
    {
        return m_back.splits() ? std::vector{m_plan.sumMiddle()} : std::vector{m_plan.productAxis, m_plan.sumMiddle()};
    }
    double half() const { return m_back.splits() ? (m_plan.sumRight - m_plan.sumLeft) / 2 : m_plan.productHalf; }

    void title(double x, const QString &formula, const QString &sub, double room)
    {
        m_canvas.formula({x, m_plan.titles}, {formula}, room, m_theme.of(Role::gradient).text, Align::centre, 19);
        m_canvas.words({x, m_plan.subtitles}, {sub}, room, m_theme.ink2, Align::centre, 14);
    }

    void drawTitles()
    {
        const double room = m_plan.cell * 1.3;
        const auto plain = [&](double x, const QString &words, const QString &sub) {
            m_canvas.words({x + m_plan.cell / 2, m_plan.titles}, {words}, room, m_theme.ink, Align::centre, 16,
                           QFont::DemiBold);
            m_canvas.words({x + m_plan.cell / 2, m_plan.subtitles}, {sub}, room, m_theme.ink2, Align::centre, 14);
        };
        plain(m_plan.weight, m_back.splits() ? tr("factor") : tr("weight"), {});
        if (!m_back.splits()) {
            plain(m_plan.value, tr("value"), tr("came in"));
            title(m_plan.productAxis, u"∂L/∂W"_qs, tr("∂L/∂a × value"), 2 * half());
        }
        title(m_plan.sumMiddle(),
              m_back.splits() ? u"*factor ×* ∂L/∂%1"_qs.arg(m_back.arrivesAt()) : u"∂L/∂x*,* ∂L/∂h"_qs,
              m_back.splits() ? tr("sent back to each number") : tr("sent back: ∂L/∂a × weight"),
              m_plan.sumRight - m_plan.sumLeft);
    }

    void drawRow(int row)
    {
        const UnitTerm &term = m_back.rows.terms[row];
        const Opacity emphasis(m_painter, m_canvas.emphasis(term.weightTerm, term.valueTerm));
        if (term.index >= 0 && term.index == m_canvas.chosenTerm())
            m_canvas.mark(
                {m_plan.across(8), m_back.rows.tops[row], m_plan.sumRight + 4 - m_plan.across(8), m_back.rows.pitch});
        const double middle = m_back.rows.middle(row), height = std::max(8.0, m_back.rows.pitch - m_plan.down(4));
        const double pitch = m_back.rows.pitch / m_canvas.plan().scale;
        const double size = m_back.splits() ? std::clamp(pitch * 0.5, 21.0, 30.0) : std::min(21.0, pitch);
        const double pixels = m_canvas.plan().type(size);
        const QRectF weight(m_plan.weight, middle - height / 2, m_plan.cell, height),
            value = weight.translated(m_plan.value - m_plan.weight, 0);
        const bool rest = term.kind == UnitTerm::Kind::more;
        const QString symbol = rest ? term.symbol : QString(term.symbol).replace(u" "_qs, QString());
        if (rest)
            m_canvas.words({m_plan.weight, middle + m_plan.digits * 0.36}, {tr("length")}, m_plan.cell * 2,
                           m_theme.ink2, Align::left, 15);
        const double room = m_plan.weight - m_plan.across(14);
        const bool letter = !term.letter.isEmpty();
        const QColor colour = term.kind == UnitTerm::Kind::more
            ? m_theme.ink2
            : m_theme.of(term.kind == UnitTerm::Kind::bias || m_back.splits() ? term.weightRole : term.valueRole).text;
        double right = m_plan.weight - m_plan.across(10);
        if (letter) {
            right = m_canvas.letterChip(m_plan.weight - m_plan.across(8), middle, m_back.rows.pitch, term.letter)
                - m_plan.across(6);
        }
        if (rest)
            m_canvas.words({right, middle + m_plan.digits * 0.36}, moreWords(term), right - m_plan.across(24), colour,
                           Align::right, 15);
        else
            m_canvas.formula({right, middle + pixels * 0.28}, {letter ? u"x"_qs : symbol}, room, colour, Align::right,
                             mathWidth(symbol, pixels) > room ? 15 : size);
        if (term.kind != UnitTerm::Kind::more) {
            m_canvas.cell(weight, term.weight, term.weightIsGate, term.weightRole,
                          term.weightIsGate ? 1 : term.weightScale, 1);
            if (term.stored.empty())
                m_canvas.place(weight, u"%1 = %2"_qs.arg(plainFactor(term), inInspector(term.weight)), term.weightTerm,
                               m_canvas.choosing(term.index));
            else
                m_canvas.placeStored(weight, term);
        }
        if (m_back.splits()) // what the factor is made of
            m_canvas.formula({m_plan.value, middle + pixels * 0.28}, {u"*=* "_qs + term.weightName}, m_plan.across(260),
                             m_theme.ink2, Align::left, size);
        if (term.value) {
            m_canvas.cell(value, *term.value, false, term.valueRole, term.valueScale, 1);
            m_canvas.place(value, u"%1 = %2"_qs.arg(term.valueName, inInspector(*term.value)), term.valueTerm,
                           term.leadsTo());
            if (term.isHeld())
                m_canvas.heldMark(value);
        }
        if (term.kind == UnitTerm::Kind::centring)
            return;
        if (!m_back.splits())
            drawBar(m_plan.productAxis, term.weightGradient, row, tr("dL/d(%1) of this step = %2"), term.weightName,
                    term.weightTerm, {});
        if (m_back.splits() || term.value || rest)
            drawBar(m_plan.sumMiddle(), term.valueGradient, row, tr("sent back to %1: %2"), term.valueName,
                    term.valueTerm, term.leadsTo());
    }

    /// Where no formula can stand.
    static QString plainFactor(const UnitTerm &term)
    {
        static const QRegularExpression step(u"_\\{t[+−]1\\}"_qs);
        return QString(term.weightName).remove(u'*').replace(step, u" "_qs + tr("before"));
    }

    /// `says` it of a name and a number.
    void drawBar(double axis, double gradient, int row, const QString &says, const QString &name, const Term &term,
                 const std::optional<PlayheadState> &leadsTo)
    {
        const double known = m_back.share(row);
        const double middle = m_back.rows.middle(row);
        const QRectF area(axis - half(), m_back.rows.tops[row], 2 * half(), m_back.rows.pitch);
        m_canvas.place(area,
                       known >= 1 ? says.arg(name, gradientNumber(gradient, 3)) : tr("gradient: not computed yet"),
                       term, leadsTo);
        const Opacity opacity(m_painter, m_canvas.shown(known));
        if (m_painter.opacity() == 0)
            return;
        const double length = m_back.most > 0 ? half() * std::abs(gradient) / m_back.most : 0;
        const double thick = std::max(4.0, (m_back.rows.pitch - m_plan.down(4)) * 0.62);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(gradient < 0 ? m_theme.negative : m_theme.of(Role::gradient).hue);
        if (gradient != 0 && m_back.rows.terms[row].kind != UnitTerm::Kind::more)
            m_painter.drawRoundedRect(
                QRectF(gradient < 0 ? axis - length : axis, middle - thick / 2, std::max(1.5, length), thick), 2, 2);
        m_canvas.number({axis + (gradient < 0 ? 1 : -1) * m_plan.across(8), middle + m_plan.digits * 0.36},
                        shortNumber(gradient), m_plan.digits / m_canvas.plan().scale, m_theme.ink,
                        gradient < 0 ? Align::left : Align::right);
    }

    /// With a digit behind the point where it fits beside the bar.
    QString shortNumber(double gradient) const
    {
        const QString text = gradientNumber(gradient);
        const double behind = gradient < 0 ? m_plan.across(16) : 0; // right of the longest bar nothing stands
        return textWidth(text, numberFont(m_plan.digits)) <= half() - m_plan.across(8) + behind
            ? text
            : gradientNumber(gradient, 0);
    }

    UnitCanvas &m_canvas;
    QPainter &m_painter;
    const Theme &m_theme;
    const UnitPlan &m_plan;
    const UnitBackward &m_back;
};

} // namespace

void drawBackwardRows(UnitCanvas &canvas, const UnitBackward &back)
{
    BackwardRows(canvas, back).draw();
}

} // namespace gatescope
