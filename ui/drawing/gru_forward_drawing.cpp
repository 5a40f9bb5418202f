// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/gru_drawing.h"

#include "ui/drawing/cell_answer.h"
#include "ui/drawing/cell_fader.h"
#include "ui/drawing/cell_frame.h"
#include "ui/drawing/cell_input.h"
#include "ui/drawing/cell_legends.h"
#include "ui/drawing/gru_labels.h"
#include "ui/drawing/gru_moment.h"

#include <QCoreApplication>
#include <QLineF>

#include <algorithm>

namespace gatescope {

namespace {

/// The stretch begin … end of a part's progress as 0 … 1.
double stretch(double progress, double begin, double end)
{
    return std::clamp((progress - begin) / (end - begin), 0.0, 1.0);
}

class GruForwardPicture
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    explicit GruForwardPicture(CellCanvas &canvas)
        : m_canvas(canvas), m_painter(canvas.painter()), m_scene(canvas.scene()), m_theme(canvas.theme()), m_plan(canvas.plan()),
          m_columns(gruColumns(m_scene.spec().reset, m_plan)), m_letters(m_scene), m_values(gruMoment(m_scene)),
          m_before(m_scene.spec().reset == ResetPlacement::before)
    {
    }

    void draw()
    {
        drawFollowedUnit(m_canvas, m_columns.n + m_columns.width + m_plan.across(24), middle(m_columns.hBefore) - 6);
        drawConveyor();
        m_inputAt = drawCellInput(m_canvas, m_canvas.computed(GruPart::inputs));
        drawStateWires();
        drawInputWires();
        drawGateCircles();
        drawBlendWires();
        drawBlend();
        drawColumns();
        drawSentence();
        drawLabels();
        drawRing();
        drawRightColumn();
        drawCellHeader(m_canvas);
    }

private:
    double middle(double left) const { return left + m_columns.width / 2; }
    double computed(int part) const { return m_canvas.computed(part); }

    // How the progress of a part is shared out: first its wires are walked, then its units are computed.
    double wiresOf(int part) const { return stretch(computed(part), 0, 0.4); }
    double unitsOf(int part) const { return stretch(computed(part), 0.4, 1); }
    // The candidate's sentence: u, p, w, n one after the other within the time of its units.
    double termOf(int place) const { return stretch(unitsOf(GruPart::candidate), 0.08 * place, 0.76 + 0.08 * place); }
    // The blend: its wires, then the knobs slide, then the new state appears.
    double knobs() const { return stretch(computed(GruPart::blend), 0.25, 0.7); }
    double newState() const { return stretch(computed(GruPart::blend), 0.7, 1); }

    double panelLeft() const { return m_columns.capOld - m_plan.across(8); }
    double panelRight() const { return m_columns.capNew + m_columns.capWidth + m_plan.across(8); }
    double panelBottom() const { return m_plan.upperBottom + m_plan.mark(8); }

    void drawConveyor()
    {
        const double width = m_columns.width;
        const double gap = m_plan.mark(4);
        drawStateLanes(m_canvas, 0, m_columns.hBefore - gap, m_values.hBefore, 1);
        drawStateLanes(m_canvas, m_columns.hBefore + width, panelLeft() - 2, m_values.hBefore, 1);
        drawPlainLanes(m_canvas, panelRight() + 2, m_columns.hAfter - gap, knobs() >= 1 ? 1 : dimmed);
        const double edge = m_plan.size.width() - m_plan.across(8);
        if (newState() > 0)
            drawStateLanes(m_canvas, m_columns.hAfter + width, edge, m_values.h, newState());
        else
            drawPlainLanes(m_canvas, m_columns.hAfter + width, edge, dimmed);
    }

    // ---- wires from the old state and from the input

    /// A wire to what a part computes.
    struct Tap {
        QList<QPointF> corners;
        int part;
    };

    /// Wires that share their beginning, `trunk` long; it is walked with the inputs, the rest of each
    /// with the part that it feeds.
    void drawTaps(const std::vector<Tap> &taps, double trunk, Role role)
    {
        const QColor colour = m_theme.wire(role);
        const double width = std::max(1.2, m_plan.mark(2));
        const auto way = [&](const Tap &tap) {
            return CellCanvas::Way{tap.corners, m_plan.mark(26), std::max(6.0, m_plan.mark(9))};
        };
        for (const Tap &tap : taps) {
            if (wiresOf(tap.part) < 1)
                m_canvas.ghostWire(way(tap), colour, width);
        }
        for (const Tap &tap : taps) {
            double length = 0;
            for (qsizetype i = 1; i < tap.corners.size(); ++i)
                length += QLineF(tap.corners[i - 1], tap.corners[i]).length();
            const double start = std::min(0.9, trunk / std::max(1.0, length));
            m_canvas.walkedWire(way(tap), colour, width,
                                start * computed(GruPart::inputs) + (1 - start) * wiresOf(tap.part));
        }
    }

    double tapTop() const { return m_plan.squash + m_plan.squashRadius * 0.9; }
    double tapSide() const { return std::max(5.0, m_plan.mark(11)); }

    void drawStateWires()
    {
        const double from = middle(m_columns.hBefore);
        const auto tap = [&](double to, double top, int part) {
            return Tap{{{from, m_plan.upperBottom + 2}, {from, m_plan.stateRail}, {to, m_plan.stateRail}, {to, top}}, part};
        };
        const double trunk = m_plan.stateRail - m_plan.upperBottom - m_plan.mark(28);
        drawTaps({tap(middle(m_before ? m_columns.h : m_columns.u), m_plan.lowerBottom + 4, GruPart::candidate),
                  tap(middle(m_columns.r) - tapSide(), tapTop(), GruPart::reset),
                  tap(middle(m_columns.z) - tapSide(), tapTop(), GruPart::update)},
                 trunk, Role::state);
    }

    void drawInputWires()
    {
        const QPointF from = m_inputAt;
        const auto tap = [&](double to, double top, int part) {
            // A gap in the state's rail, so that the two are seen to cross.
            m_painter.fillRect(QRectF(to - m_plan.mark(4), m_plan.stateRail - m_plan.mark(5), m_plan.mark(8), m_plan.mark(10)),
                               m_theme.paper);
            return Tap{{from, {from.x(), m_plan.inputRail}, {to, m_plan.inputRail}, {to, top}}, part};
        };
        drawTaps({tap(middle(m_columns.w), m_plan.lowerBottom + 4, GruPart::candidate),
                  tap(middle(m_columns.r) + tapSide(), tapTop(), GruPart::reset),
                  tap(middle(m_columns.z) + tapSide(), tapTop(), GruPart::update)},
                 (from.y() - m_plan.inputRail) / 2, Role::input);
    }

    void drawGateCircles()
    {
        const auto gate = [&](double left, int part, Role role, const QString &letter) {
            const double x = middle(left);
            {
                drawOperator(m_painter, {x, m_plan.squash}, m_plan.squashRadius, u"σ"_qs,
                             m_canvas.faded(m_theme.of(role).text, part), m_theme);
                const Opacity opacity(m_painter, m_canvas.opacityOf(part));
                const double beside = tapSide() + m_plan.mark(11);
                m_canvas.formula({x - beside, m_plan.matrixNames}, {u"[h]U_{%1}[/]"_qs.arg(letter)}, m_plan.across(80), m_theme.ink,
                                 Align::right, 17);
                m_canvas.formula({x + beside, m_plan.matrixNames}, {u"[x]W_{%1}[/]"_qs.arg(letter)}, m_plan.across(80), m_theme.ink,
                                 Align::left, 17);
            }
            const double radius = m_plan.squashRadius;
            m_canvas.area({x - radius, m_plan.squash - radius, 2 * radius, 2 * radius}, part,
                          tr("σ squashes W%1 x + U%1 h + b between 0 and 1").arg(letter));
        };
        gate(m_columns.z, GruPart::update, Role::keeps, u"z"_qs);
        gate(m_columns.r, GruPart::reset, Role::letsBy, u"r"_qs);
        const Opacity opacity(m_painter, m_canvas.opacityOf(GruPart::candidate));
        const double beside = m_plan.mark(10);
        if (!m_before)
            m_canvas.formula({middle(m_columns.u) + beside, m_plan.matrixNames}, {u"[h]%1[/]"_qs.arg(m_letters.U())},
                             m_plan.across(80), m_theme.ink, Align::left, 17);
        m_canvas.formula({middle(m_columns.w) + beside, m_plan.matrixNames}, {u"[x]%1[/]"_qs.arg(m_letters.W())},
                         m_plan.across(80), m_theme.ink, Align::left, 17);
    }

    // ---- the blend

    void drawBlendWires()
    {
        const double walked = stretch(computed(GruPart::blend), 0, 0.25);
        const double head = std::max(7.0, m_plan.mark(11));
        const double width = std::max(1.5, m_plan.mark(3));
        const double z = middle(m_columns.z);
        const double fader = (m_columns.capOld + m_columns.capNew + m_columns.capWidth) / 2;
        const double n = middle(m_columns.n);
        m_canvas.wire({{{z, m_plan.lowerTop - 4}, {z, m_plan.bend}, {fader, m_plan.bend}, {fader, panelBottom() + 1}}, m_plan.mark(28), head},
                      m_theme.wire(Role::keeps), width, walked);
        m_canvas.wire({{{n, m_plan.lowerTop - 4}, {n, panelBottom() + 1}}, 0, head}, m_theme.wire(Role::candidate), width, walked);
    }

    void drawBlend()
    {
        Fader fader{.left = panelLeft(), .right = panelRight(), .capOld = m_columns.capOld, .capNew = m_columns.capNew,
                    .capWidth = m_columns.capWidth, .old = m_values.hBefore, .candidate = m_values.n, .kept = m_values.kept,
                    .gate = m_values.z};
        fader.candidateShown = computed(GruPart::candidate) >= 1 ? 1 : 0;
        fader.blended = knobs();
        fader.strength = m_canvas.opacityOf(GruPart::blend);
        fader.part = GruPart::blend;
        drawFader(m_canvas, fader);

        const Opacity opacity(m_painter, m_canvas.opacityOf(GruPart::blend));
        const double centre = (panelLeft() + panelRight()) / 2;
        const QString old = u"[h]%1[/]"_qs.arg(stateBeforeSymbol(m_scene));
        const QString candidate = u"[n]%1[/]"_qs.arg(m_letters.n());
        const bool keeps = m_scene.spec().update == UpdateMeaning::keeps;
        const QString equation = keeps ? u"[z]z[/] *⊙* %1 *+ (1 −* [z]z[/]*) ⊙* %2"_qs : u"*(1 −* [z]z[/]*) ⊙* %1 *+* [z]z[/] *⊙* %2"_qs;
        m_canvas.formula({centre, m_plan.upperSymbols}, {equation.arg(old, candidate)}, m_plan.across(300), m_theme.ink, Align::centre);
        const double keepWidth = m_canvas.words({panelLeft(), m_plan.upperWords}, {tr("keep")}, m_plan.across(120),
                                                m_theme.of(Role::state).text, Align::left, 16, QFont::DemiBold);
        const double newWidth = m_canvas.words({panelRight(), m_plan.upperWords}, {tr("overwrite")}, m_plan.across(160),
                                               m_theme.of(Role::candidate).text, Align::right, 16, QFont::DemiBold);
        drawDoubleArrow(panelLeft() + keepWidth + 8, panelRight() - newWidth - 8, m_plan.upperWords - m_plan.type(16) * 0.3);
    }

    void drawDoubleArrow(double from, double to, double y)
    {
        if (to - from < 12)
            return;
        const double tip = std::max(3.0, m_plan.mark(4));
        m_painter.setPen(QPen(m_theme.ink3, 1.4));
        m_painter.drawLine(QPointF(from, y), QPointF(to, y));
        m_painter.drawPolyline(QPolygonF{{from + tip, y - tip}, {from, y}, {from + tip, y + tip}});
        m_painter.drawPolyline(QPolygonF{{to - tip, y - tip}, {to, y}, {to - tip, y + tip}});
    }

    // ---- columns

    void column(double left, double top, int part, const QString &name, const Vector &values, ColumnStyle style, double revealed)
    {
        style.revealed = revealed;
        m_canvas.column({left, top, m_columns.width, part, name}, values, style);
    }

    void drawColumns()
    {
        using enum ValueStyle;
        const auto style = [&](ValueStyle kind, Role role, double scale = 1) { return m_canvas.columnStyle(kind, role, scale); };
        const double scale = m_values.scale;
        column(m_columns.hBefore, m_plan.upperTop, GruPart::inputs, tr("old state h"), m_values.hBefore, style(signedValue, Role::state), 1);
        column(m_columns.hAfter, m_plan.upperTop, GruPart::blend, tr("new state h"), m_values.h, style(signedValue, Role::state), newState());
        column(m_columns.z, m_plan.lowerTop, GruPart::update, tr("update gate z"), m_values.z, style(gate, Role::keeps), unitsOf(GruPart::update));
        column(m_columns.r, m_plan.lowerTop, GruPart::reset, tr("reset gate r"), m_values.r, style(gate, Role::letsBy), unitsOf(GruPart::reset));
        const QString letBy = tr("what r lets by, p");
        if (m_before) {
            column(m_columns.h, m_plan.lowerTop, GruPart::candidate, tr("old state h"), m_values.hBefore, style(signedValue, Role::state), termOf(0));
            column(m_columns.p, m_plan.lowerTop, GruPart::candidate, letBy, m_values.p, style(signedValue, Role::state), termOf(1));
            column(m_columns.u, m_plan.lowerTop, GruPart::candidate, tr("the past u"), m_values.u, style(signedValue, Role::state, scale), termOf(2));
        } else {
            column(m_columns.u, m_plan.lowerTop, GruPart::candidate, tr("the past u"), m_values.u, style(signedValue, Role::state, scale), termOf(0));
            column(m_columns.p, m_plan.lowerTop, GruPart::candidate, letBy, m_values.p, style(signedValue, Role::state, scale), termOf(1));
        }
        column(m_columns.w, m_plan.lowerTop, GruPart::candidate, tr("the input w"), m_values.w, style(signedValue, Role::input, scale), termOf(2));
        column(m_columns.n, m_plan.lowerTop, GruPart::candidate, tr("candidate %1").arg(m_letters.n()), m_values.n, style(signedValue, Role::candidate), termOf(3));
    }

    void drawRing()
    {
        const auto around = [&](double left, double top, Role role) {
            m_canvas.ring({left, top, m_columns.width, m_plan.rows.total()}, m_theme.of(role).hue);
        };
        switch (m_scene.playhead.part) {
        case GruPart::reset:
            return around(m_columns.r, m_plan.lowerTop, Role::letsBy);
        case GruPart::update:
            return around(m_columns.z, m_plan.lowerTop, Role::keeps);
        case GruPart::candidate:
            return around(m_columns.n, m_plan.lowerTop, Role::candidate);
        case GruPart::blend:
            return around(m_columns.hAfter, m_plan.upperTop, Role::state);
        default:
            return;
        }
    }

    // ---- the followed row as a sentence

    double gapMiddle(double left, double right) const { return (left + m_columns.width + right) / 2; }

    void drawSentence()
    {
        const double second = m_before ? m_columns.h : m_columns.u;
        drawSigns(gapMiddle(m_columns.r, second), u"×"_qs, true, tr("r, times what it lets by"));
        drawSigns(gapMiddle(second, m_columns.p), u"="_qs, false, {});
        if (m_before) {
            drawProduct();
            drawSigns(gapMiddle(m_columns.u, m_columns.w), u"+"_qs, true, tr("the past plus the input"));
        } else {
            drawSigns(gapMiddle(m_columns.p, m_columns.w), u"+"_qs, true, tr("what r lets by, plus the input"));
        }
        drawTanh();
    }

    /// The sign between two columns: in a circle in the followed row, pale in the others.
    void drawSigns(double x, const QString &sign, bool circled, const QString &says)
    {
        const double y = m_plan.lowerFollowed();
        const double radius = std::min(std::max(8.0, m_plan.mark(15)), m_plan.rows.focus / 2);
        const QColor ink = m_canvas.faded(m_theme.ink, GruPart::candidate);
        const QColor pale = m_canvas.faded(m_theme.ink3, GruPart::candidate);
        if (circled)
            drawOperator(m_painter, {x, y}, radius, sign, ink, m_theme);
        else
            drawSign(m_painter, {x, y}, sign, m_plan.type(26), ink);
        if (!says.isEmpty())
            m_canvas.area({x - radius, y - radius, 2 * radius, 2 * radius}, GruPart::candidate, says);
        if (m_plan.rows.pitch < 11)
            return;
        for (int row = 0; row < m_plan.rows.count; ++row) {
            if (row != m_canvas.followed())
                drawSign(m_painter, {x, m_plan.lowerMiddle(row)}, sign, std::min(m_plan.type(15), m_plan.rows.pitch), pale);
        }
    }

    /// U times the whole of p: every unit of p goes into the followed unit of u.
    void drawProduct()
    {
        const double from = m_columns.p + m_columns.width + 3;
        const double to = m_columns.u - 3;
        const double y = m_plan.lowerFollowed();
        QColor colour = m_canvas.faded(m_theme.wire(Role::state), GruPart::candidate);
        colour.setAlphaF(0.5f);
        if (m_plan.rows.count <= 16) {
            m_painter.setPen(QPen(colour, 1));
            for (int row = 0; row < m_plan.rows.count; ++row)
                m_painter.drawLine(QPointF(from, m_plan.lowerMiddle(row)), QPointF(to, y));
        } else {
            colour.setAlphaF(0.18f);
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(colour);
            m_painter.drawPolygon(QPolygonF{{from, m_plan.lowerTop}, {to, y}, {from, m_plan.lowerBottom}});
        }
        const double middle = (from + to) / 2;
        const QSizeF pill(std::min((to - from) * 0.66, m_plan.mark(46) + 8), std::max(15.0, m_plan.mark(28)));
        drawPill(m_painter, {middle, y}, pill, m_letters.U(), m_canvas.faded(m_theme.of(Role::state).text, GruPart::candidate), m_theme);
        m_canvas.area({middle - pill.width() / 2, y - pill.height() / 2, pill.width(), pill.height()}, GruPart::candidate,
                      tr("U times the whole of p: each unit of u reads all units of p"));
    }

    void drawTanh()
    {
        const double from = m_columns.w + m_columns.width;
        const double middle = (from + m_columns.n) / 2;
        const double y = m_plan.lowerFollowed();
        const double width = std::max(1.5, m_plan.mark(3));
        const QSizeF pill(std::min(std::max(m_plan.mark(64), m_plan.type(19) * 2.6), (m_columns.n - from) * 0.62),
                          std::min(std::max(16.0, m_plan.mark(32)), m_plan.rows.focus));
        const QColor colour = m_canvas.faded(m_theme.wire(Role::candidate), GruPart::candidate);
        m_canvas.wire({{{from + m_plan.mark(6), y}, {middle - pill.width() / 2, y}}, 0, 0}, colour, width, 1);
        m_canvas.wire({{{middle + pill.width() / 2, y}, {m_columns.n - m_plan.mark(3), y}}, 0, std::max(6.0, m_plan.mark(11))}, colour, width, 1);
        drawPill(m_painter, {middle, y}, pill, u"*tanh*"_qs, m_canvas.faded(m_theme.of(Role::candidate).text, GruPart::candidate), m_theme);
        m_canvas.area({middle - pill.width() / 2, y - pill.height() / 2, pill.width(), pill.height()}, GruPart::candidate,
                      tr("tanh squashes the sum between −1 and 1"));
    }

    // ---- words

    void drawLabels()
    {
        const double wide = m_plan.across(152);
        drawColumnLabel(m_canvas, Band::upper, {middle(m_columns.hBefore), m_plan.across(130), {stateBeforeSymbol(m_scene)},
                                                {tr("old state"), tr("old")}, Role::state, GruPart::inputs});
        drawColumnLabel(m_canvas, Band::upper, {middle(m_columns.hAfter), m_plan.across(150), {stateAfterSymbol()},
                                                {tr("new state"), tr("new")}, Role::state, GruPart::blend});
        const double conveyor = m_columns.hBefore + m_columns.width + m_plan.across(32);
        const double end = panelLeft() - m_plan.across(16);
        m_canvas.words({(conveyor + end) / 2, m_plan.upperWords},
                       {tr("the state rides straight through; only the blend can change it"), tr("only the blend can change the state"),
                        tr("the conveyor")},
                       end - conveyor, m_theme.ink2, Align::centre);
        drawGateLabels();
        drawCandidateLabels(wide);
    }

    void drawGateLabels()
    {
        const double beside = middle(m_columns.z) + m_plan.across(12);
        const double reset = middle(m_columns.r) - m_canvas.widthOfWords(tr("reset gate")) / 2 - 8;
        drawColumnLabel(m_canvas, Band::lower, {beside, reset - beside, {u"z"_qs}, {tr("update gate"), tr("update")}, Role::keeps,
                                                GruPart::update, Align::left});
        drawColumnLabel(m_canvas, Band::lower, {middle(m_columns.r), m_plan.across(m_before ? 104 : 130), {u"r"_qs}, {tr("reset gate"), tr("reset")},
                                                Role::letsBy, GruPart::reset});
        drawUpdateMeaning();
        if (m_plan.bracketWords > 0)
            drawResetMeaning();
    }

    /// What z near 1 does: under its wire, or beside its column where that has no room.
    void drawUpdateMeaning()
    {
        const Opacity opacity(m_painter, m_canvas.opacityOf(GruPart::update));
        const bool keeps = m_scene.spec().update == UpdateMeaning::keeps;
        const QString both = keeps ? tr("1 keeps, 0 overwrites") : tr("1 overwrites, 0 keeps");
        const QString one = keeps ? tr("1 keeps") : tr("1 overwrites");
        const QColor colour = m_theme.of(Role::keeps).text;
        if (m_plan.bracketWords > 0) {
            const double right = (m_columns.capOld + m_columns.capNew + m_columns.capWidth) / 2 - m_plan.mark(18);
            const double left = (m_before ? m_columns.u : m_columns.p) + m_columns.width + m_plan.across(16);
            m_canvas.words({right, m_plan.bracketWords}, {both, one}, right - left, colour, Align::right);
            return;
        }
        const double right = middle(m_columns.z) - m_plan.across(12);
        m_canvas.words({right, m_plan.lowerWords}, {one}, right - middle(m_columns.hBefore) - m_plan.mark(8), colour, Align::right);
    }

    /// A quiet bracket over what r decides.
    void drawResetMeaning()
    {
        const Opacity opacity(m_painter, m_canvas.opacityOf(GruPart::reset));
        const double left = m_columns.r;
        const double right = (m_before ? m_columns.u : m_columns.p) + m_columns.width;
        const QColor colour = m_theme.of(Role::letsBy).text;
        const double width = m_canvas.words({(left + right) / 2, m_plan.bracketWords},
                                            {tr("how much of the past the candidate may see"), tr("what the candidate may see")},
                                            right - left - m_plan.across(24), colour, Align::centre);
        const double y = m_plan.bracketWords - m_plan.type(16) * 0.32;
        const double from = (left + right - width) / 2 - m_plan.mark(10);
        const double to = (left + right + width) / 2 + m_plan.mark(10);
        m_painter.setPen(QPen(m_theme.wire(Role::letsBy), 1.5));
        m_painter.drawPolyline(QPolygonF{{left, y + m_plan.mark(6)}, {left, y}, {from, y}});
        m_painter.drawPolyline(QPolygonF{{to, y}, {right, y}, {right, y + m_plan.mark(6)}});
    }

    void drawCandidateLabels(double wide)
    {
        const auto label = [&](double left, double room, QStringList symbols, QStringList words, Role role) {
            drawColumnLabel(m_canvas, Band::lower, {middle(left), room, symbols, words, role, GruPart::candidate});
        };
        const QString U = m_letters.U();
        const QString product = u"p *=* [r]r[/] *⊙* "_qs;
        if (m_before) {
            label(m_columns.h, m_plan.across(116), {stateBeforeSymbol(m_scene)}, {tr("old state"), tr("old")}, Role::state);
            label(m_columns.p, m_plan.across(124), {product + u"h"_qs, u"p"_qs}, {tr("what r lets by"), tr("let by")}, Role::state);
            label(m_columns.u, m_plan.across(146), {u"u *=* %1p"_qs.arg(U) + m_letters.plusRecurrentBias(), u"u"_qs}, {tr("the past")}, Role::state);
            wide = m_plan.across(140);
        } else {
            label(m_columns.u, wide, {u"u *=* %1h"_qs.arg(U) + m_letters.plusRecurrentBias(), u"u"_qs}, {tr("the past")}, Role::state);
            label(m_columns.p, wide, {product + u"u"_qs, u"p"_qs}, {tr("what r lets by"), tr("let by")}, Role::state);
        }
        label(m_columns.w, wide, {u"w *=* %1x"_qs.arg(m_letters.W()) + m_letters.plusInputBias(), u"w"_qs}, {tr("the input")}, Role::input);
        drawColumnLabel(m_canvas, Band::lower, {middle(m_columns.n) + m_plan.across(12), m_plan.across(116), {m_letters.n()},
                                                {tr("candidate")}, Role::candidate, GruPart::candidate, Align::left});
    }

    void drawRightColumn()
    {
        std::vector<ScaleInUse> scales{{u"h, %1"_qs.arg(m_letters.n()), 1}};
        const double x = inputScale(m_scene);
        if (computed(GruPart::candidate) > 0) {
            if (m_values.scale == 1)
                scales[0].symbols.clear();
            else if (m_before)
                scales = {{u"h, p, %1"_qs.arg(m_letters.n()), 1}, {u"u, w"_qs, m_values.scale}};
            else
                scales.push_back({u"u, p, w"_qs, m_values.scale});
        }
        if (x != 1 && x == m_values.scale && scales.size() > 1)
            scales[1].symbols += u", x"_qs;
        else if (x != 1)
            scales.push_back({u"x"_qs, x});
        const double legends = drawValueLegends(m_canvas, scales);
        drawAnswer(m_canvas, GruPart::blend, legends - std::max(6.0, m_plan.down(16)));
    }

    CellCanvas &m_canvas;
    QPainter &m_painter;
    const Scene &m_scene;
    const Theme &m_theme;
    const CellPlan &m_plan;
    GruColumns m_columns;
    GruLetters m_letters;
    GruMoment m_values;
    bool m_before; ///< the reset gate acts before the product
    QPointF m_inputAt;
};

} // namespace

void drawGruForward(CellCanvas &canvas)
{
    GruForwardPicture(canvas).draw();
}

} // namespace gatescope
