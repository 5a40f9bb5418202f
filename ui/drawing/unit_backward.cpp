// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/unit_canvas.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// What arrives at the number, goes back by the slope of the curve to the sum, and from there to each weight and to
/// each number that was read. All bars are linear and on one scale: they split one gradient.
class BackwardPainter
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    BackwardPainter(UnitCanvas &canvas, const UnitForward &forward)
        : m_canvas(canvas), m_painter(canvas.painter()), m_theme(canvas.theme()), m_plan(canvas.at()),
          m_story(forward.story), m_rows(forward.rows), m_progress(canvas.scene().playhead.progress)
    {
        if (!m_story.sent.empty()) {
            m_rows = unitRows(m_plan, {.inner = {}, .terms = m_story.sent}, m_story.curve.has_value());
            m_rows.scale = forward.rows.scale;
        }
        canvas.setPlan(lowered(m_plan, m_rows));
        m_layout.count = static_cast<int>(m_rows.terms.size());
        for (const UnitTerm &term : m_rows.terms)
            m_most = std::max({m_most, std::abs(term.weightGradient), std::abs(term.valueGradient)});
        m_revealed = std::clamp((m_progress - 0.5) / 0.5, 0.0, 1.0);
        canvas.setPhases({1, 1, 1, 1});
    }

    void draw()
    {
        drawTitles();
        if (m_story.curve)
            drawCurve();
        m_painter.setPen(QPen(m_theme.line, 1));
        for (const double x : axes())
            m_painter.drawLine(QPointF(x, m_plan.rowsTop - 4), QPointF(x, m_rows.bottom() + 4));
        for (int row = 0; row < m_layout.count; ++row)
            drawRow(row);
        drawWords();
    }

private:
    bool splits() const { return !m_story.sent.empty(); }
    std::vector<double> axes() const
    {
        return splits() ? std::vector{m_plan.sumMiddle()} : std::vector{m_plan.productAxis, m_plan.sumMiddle()};
    }
    double half() const { return m_plan.productHalf; }

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
        plain(m_plan.weight, splits() ? tr("factor") : tr("weight"), {});
        if (!splits()) {
            plain(m_plan.value, tr("value"), tr("came in"));
            title(m_plan.productAxis, u"*d*L*/d*W"_qs, tr("dL/da × value"), 2 * half());
        }
        title(m_plan.sumMiddle(), splits() ? u"*factor ×* *d*L*/d*%1"_qs.arg(arrivesAt()) : u"*d*L*/d*x*, d*L*/d*h"_qs,
              splits() ? tr("sent back to each number") : tr("sent back: dL/da × weight"),
              m_plan.sumRight - m_plan.sumLeft);
    }

    QString arrivesAt() const { return splits() && m_story.curve ? u"h"_qs : m_story.made.symbol; }

    double share(int row) const { return rowShare(m_layout, row, m_revealed) >= 1 ? 1 : 0; }

    void drawRow(int row)
    {
        const UnitTerm &term = m_rows.terms[row];
        const Opacity emphasis(m_painter, m_canvas.emphasis(term.weightTerm, term.valueTerm));
        const double middle = m_rows.middle(row), height = std::max(8.0, m_rows.pitch - m_plan.down(4));
        const double size = std::min(21.0, m_rows.pitch / m_canvas.plan().scale);
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
            : m_theme.of(term.kind == UnitTerm::Kind::bias || splits() ? term.weightRole : term.valueRole).text;
        double right = m_plan.weight - m_plan.across(10);
        if (letter) {
            m_canvas.number({right, middle + m_canvas.plan().type(17) * 0.36},
                            term.letter == u" "_qs ? u"␣"_qs : term.letter, 17, colour, Align::right, QFont::Bold);
            right -= m_canvas.plan().type(17) * 0.8;
        }
        m_canvas.formula({right, middle + pixels * 0.28}, {letter ? u"x"_qs : symbol}, room, colour, Align::right,
                         mathWidth(symbol, pixels) > room ? 15 : size);
        if (term.kind != UnitTerm::Kind::more) {
            m_canvas.cell(weight, term.weight, term.weightIsGate, term.weightRole,
                          term.weightIsGate ? 1 : term.weightScale, 1);
            m_canvas.place(weight, u"%1 = %2"_qs.arg(term.weightName, inInspector(term.weight)), term.weightTerm);
        }
        if (splits()) // what the factor is made of
            m_canvas.words({m_plan.value, middle + m_plan.digits * 0.36}, {u"= "_qs + term.weightName},
                           m_plan.across(260), m_theme.ink2, Align::left, 15);
        if (term.value) {
            m_canvas.cell(value, *term.value, false, term.valueRole, term.valueScale, 1);
            m_canvas.place(value, u"%1 = %2"_qs.arg(term.valueName, inInspector(*term.value)), term.valueTerm,
                           term.leadsTo);
        }
        if (term.kind == UnitTerm::Kind::centring)
            return;
        if (!splits())
            drawBar(m_plan.productAxis, term.weightGradient, row, tr("dL/d(%1) of this step = %2").arg(term.weightName),
                    term.weightTerm, {});
        if (splits() || term.value)
            drawBar(m_plan.sumMiddle(), term.valueGradient, row, tr("sent back to %1: %2").arg(term.valueName),
                    term.valueTerm, term.leadsTo);
    }

    void drawBar(double axis, double gradient, int row, const QString &says, const Term &term,
                 const std::optional<PlayheadState> &leadsTo)
    {
        const double known = share(row);
        const double middle = m_rows.middle(row);
        const QRectF area(axis - half(), m_rows.tops[row], 2 * half(), m_rows.pitch);
        m_canvas.place(area, known >= 1 ? says.arg(gradientNumber(gradient, 3)) : tr("gradient: not computed yet"),
                       term, leadsTo);
        const Opacity opacity(m_painter, m_canvas.shown(known));
        if (m_painter.opacity() == 0)
            return;
        const double length = m_most > 0 ? half() * std::abs(gradient) / m_most : 0;
        const double thick = std::max(4.0, (m_rows.pitch - m_plan.down(4)) * 0.62);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(gradient < 0 ? m_theme.negative : m_theme.of(Role::gradient).hue);
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
        return textWidth(text, numberFont(m_plan.digits)) <= half() - m_plan.across(8) ? text
                                                                                       : gradientNumber(gradient, 0);
    }

    double x(double a) const
    {
        return m_plan.sumMiddle() + std::clamp(a / m_rows.scale, -1.0, 1.0) * (m_plan.sumRight - m_plan.sumLeft) / 2;
    }
    double y(double value) const
    {
        const UnitCurve &curve = *m_story.curve;
        return m_plan.curveBottom
            - std::clamp((value - curve.lowest) / (curve.highest - curve.lowest), 0.0, 1.0)
            * (m_plan.curveBottom - m_plan.curveTop);
    }

    void drawCurve()
    {
        const UnitCurve &curve = *m_story.curve;
        QPainterPath path;
        for (int i = 0; i <= 160; ++i) {
            const double a = m_rows.scale * (2.0 * i / 160 - 1);
            i == 0 ? path.moveTo(x(a), y(curve.squash(a))) : path.lineTo(x(a), y(curve.squash(a)));
        }
        m_painter.setPen(QPen(m_theme.line, 1));
        for (const double value : {curve.lowest, curve.highest})
            m_painter.drawLine(QPointF(m_plan.sumLeft, y(value)), QPointF(m_plan.sumRight, y(value)));
        drawWire(m_painter, path, blended(m_theme.wire(m_story.made.role), 0.5, m_theme.paper),
                 std::max(2.0, m_canvas.plan().mark(3)));
        const QPointF at(x(m_story.sum.total), y(m_story.made.value));
        drawArriving(at);
        // The tangent: as steep as the curve is at the point.
        const double passed = std::clamp((m_progress - 0.25) / 0.25, 0.0, 1.0);
        const double run = m_rows.scale / 4;
        QPointF along(x(m_story.sum.total + run) - at.x(),
                      -(curve.slope * run) / (curve.highest - curve.lowest) * (m_plan.curveBottom - m_plan.curveTop));
        along.setX(run / m_rows.scale * (m_plan.sumRight - m_plan.sumLeft) / 2);
        along *= std::min(1.0, m_plan.across(90) / std::max(1e-9, std::hypot(along.x(), along.y())));
        {
            const Opacity opacity(m_painter, m_canvas.shown(passed));
            if (m_painter.opacity() > 0) {
                m_painter.setPen(
                    QPen(m_theme.ink, std::max(2.0, m_canvas.plan().mark(3)), Qt::SolidLine, Qt::RoundCap));
                m_painter.drawLine(at - along, at + along);
                drawBack(at);
            }
        }
        m_painter.setPen(QPen(m_theme.ink, 2));
        m_painter.setBrush(m_theme.of(m_story.made.role).hue);
        const double radius = std::max(4.0, m_canvas.plan().mark(8));
        m_painter.drawEllipse(at, radius, radius);
        m_canvas.place({at.x() - 14, at.y() - 14, 28, 28},
                       passed >= 1
                           ? tr("slope of %1 at %2: %3")
                                 .arg(QString(curve.symbol), inInspector(m_story.sum.total), inInspector(curve.slope))
                           : tr("slope: not computed yet"),
                       m_story.made.term);
    }

    /// From what was made, level to the point.
    void drawArriving(const QPointF &at)
    {
        const double arrived = std::clamp(m_progress / 0.25, 0.0, 1.0);
        const double from = m_plan.tank + m_plan.tankWidth;
        const Opacity opacity(m_painter, m_canvas.shown(arrived));
        if (m_painter.opacity() == 0)
            return;
        const double head = std::max(7.0, m_canvas.plan().mark(11));
        const QColor colour = m_theme.wire(Role::gradient);
        drawWire(m_painter, roundedPath({{from, at.y()}, {at.x() + 12 + head, at.y()}}), colour,
                 std::max(2.0, m_canvas.plan().mark(4)));
        drawArrowhead(m_painter, {at.x() + 12, at.y()}, 180, colour, head);
        const QString arrives = splits() ? QString() : u" *=* [m]%1[/]"_qs.arg(gradientNumber(m_story.arrives));
        m_canvas.formula({from + m_plan.across(8), at.y() + m_canvas.plan().type(20) * 0.3},
                         {u"*d*L*/d*%1"_qs.arg(m_story.made.symbol) + arrives}, m_plan.right - from,
                         m_theme.of(Role::gradient).text, Align::left, 20);
    }

    /// From the point up to the sum.
    void drawBack(const QPointF &at)
    {
        const double to = m_rows.bottom() + 6;
        const double head = std::max(7.0, m_canvas.plan().mark(11));
        const QColor colour = m_theme.wire(Role::gradient);
        m_painter.setPen(QPen(colour, std::max(2.0, m_canvas.plan().mark(4))));
        m_painter.drawLine(QPointF(at.x(), at.y() - 10), QPointF(at.x(), to + head - 1));
        drawArrowhead(m_painter, {at.x(), to}, -90, colour, head);
        const bool right = at.x() < m_plan.sumMiddle() + (m_plan.sumRight - m_plan.sumMiddle()) * 0.3;
        m_canvas.formula(
            {at.x() + (right ? 14 : -14), (to + std::min(at.y(), m_plan.curveTop)) / 2 + m_canvas.plan().type(10)},
            {u"*d*L*/d*%1 *=* [m]%2[/]"_qs.arg(m_story.sumSymbol, gradientNumber(m_story.bySum))},
            m_plan.sumRight - m_plan.sumLeft, m_theme.of(Role::gradient).text, right ? Align::left : Align::right, 23);
        m_canvas.place({at.x() - 8, to, 16, std::max(4.0, at.y() - to - 16)},
                       tr("dL/d%1 = %2").arg(m_story.sumSymbol, gradientNumber(m_story.bySum, 3)));
    }

    void drawWords()
    {
        const double room = m_plan.right - m_plan.words;
        const double line = m_canvas.plan().type(16) * 1.75;
        const QColor colour = m_theme.of(Role::gradient).text;
        double y = m_plan.wordsTop + m_canvas.plan().type(24);
        const auto words = [&](const QString &text, double pixels = 15) {
            y += line * 0.95;
            m_canvas.words({m_plan.words, y}, {text}, room, m_theme.ink2, Align::left, pixels);
        };
        const auto arrived = m_progress >= 0.25 ? 1.0 : 0.0;
        {
            const Opacity opacity(m_painter, m_canvas.shown(arrived));
            if (m_painter.opacity() > 0) {
                m_canvas.formula(
                    {m_plan.words, y},
                    {u"*d*L*/d*%1 *=* [m]%2[/]"_qs.arg(withUnit(arrivesAt(), m_canvas.scene().playhead.unit),
                                                       gradientNumber(m_story.arrives, 2)),
                     u"*d*L*/d*%1 *=* [m]%2[/]"_qs.arg(arrivesAt(), gradientNumber(m_story.arrives))},
                    room, colour, Align::left, 24);
                m_canvas.place({m_plan.words, y - line, room, line * 1.2},
                               tr("arrives: dL/d%1 = %2").arg(arrivesAt(), gradientNumber(m_story.arrives, 3)),
                               m_story.made.term);
                words(tr("arrives here"));
                if (m_story.fromAbove != 0 || m_story.fromLater != 0) {
                    words(tr("%1 from above").arg(gradientNumber(m_story.fromAbove)));
                    words(tr("%1 from later").arg(gradientNumber(m_story.fromLater)));
                }
            }
        }
        if (m_story.curve) {
            const Opacity opacity(m_painter, m_canvas.shown(m_progress >= 0.5 ? 1 : 0));
            if (m_painter.opacity() > 0) {
                y += line * 1.4;
                m_canvas.formula({m_plan.words, y},
                                 {u"%1*′ =* [m]%2[/]"_qs.arg(m_story.curve->symbol == u"σ"_qs
                                                                 ? u"σ"_qs
                                                                 : u"*"_qs + m_story.curve->symbol + u"*"_qs,
                                                             inInspector(m_story.curve->slope))},
                                 room, m_theme.ink, Align::left, 22);
                words(tr("how freely it can learn"));
                const double bar = y + m_canvas.plan().type(15) * 0.8, thick = std::max(6.0, m_plan.down(10));
                m_painter.setPen(Qt::NoPen);
                m_painter.setBrush(m_theme.line);
                m_painter.drawRoundedRect(QRectF(m_plan.words, bar, room, thick), thick / 2, thick / 2);
                m_painter.setBrush(m_theme.of(m_story.made.role).hue);
                m_painter.drawRoundedRect(QRectF(m_plan.words, bar,
                                                 std::max(thick, room * m_story.curve->slope / m_story.curve->steepest),
                                                 thick),
                                          thick / 2, thick / 2);
                const double under = bar + thick + m_canvas.plan().type(14) * 1.1;
                m_canvas.words({m_plan.words, under}, {tr("stuck, 0")}, room / 2, m_theme.ink2, Align::left, 14);
                m_canvas.words(
                    {m_plan.right, under},
                    {tr("free, %1").arg(decimals(m_story.curve->steepest, m_story.curve->steepest == 1 ? 0 : 2))},
                    room / 2, m_theme.ink2, Align::right, 14);
                y = under;
            }
        }
        y += line * 0.4;
        words(tr("Bars are linear, on one scale."), 14);
        if (m_canvas.shown(m_revealed) > 0)
            words(tr("The longest is %1.").arg(gradientNumber(m_most)), 14);
    }

    UnitCanvas &m_canvas;
    QPainter &m_painter;
    const Theme &m_theme;
    const UnitPlan &m_plan;
    const UnitStory &m_story;
    UnitRows m_rows;
    double m_progress;
    double m_revealed = 1;
    double m_most = 0;
    RowLayout m_layout;
};

} // namespace

void drawUnitBackward(UnitCanvas &canvas, const UnitForward &forward)
{
    const PainterScope scope(canvas.painter());
    BackwardPainter(canvas, forward).draw();
}

} // namespace gatescope
