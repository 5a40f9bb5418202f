// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/gru_drawing.h"

#include "ui/common/numbers.h"
#include "ui/drawing/cell_fader.h"
#include "ui/drawing/cell_frame.h"
#include "ui/drawing/cell_input.h"
#include "ui/drawing/cell_legends.h"
#include "ui/drawing/cell_ways.h"
#include "ui/drawing/gru_labels.h"
#include "ui/drawing/gru_moment.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatescope {

namespace {

double stretch(double progress, double begin, double end)
{
    return std::clamp((progress - begin) / (end - begin), 0.0, 1.0);
}

class GruBackwardPicture
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    explicit GruBackwardPicture(CellCanvas &canvas)
        : m_canvas(canvas), m_painter(canvas.painter()), m_scene(canvas.scene()), m_theme(canvas.theme()), m_plan(canvas.plan()),
          m_columns(gruColumns(m_scene.spec().reset, m_plan)), m_letters(m_scene), m_values(gruMoment(m_scene)),
          m_gradients(gruGradients(m_scene)), m_before(m_scene.spec().reset == ResetPlacement::before)
    {
    }

    void draw()
    {
        drawFollowedUnit(m_canvas, m_columns.n + m_columns.width + m_plan.across(24), m_columns.hBefore + m_columns.width * 0.225 - m_plan.mark(8));
        drawConveyor();
        drawGhosts();
        drawBlendRibbons();
        drawCandidateRibbons();
        drawWaysHome();
        drawColumns();
        drawLabels();
        drawRing();
        drawRightColumn();
        drawCellHeader(m_canvas);
    }

private:
    double middle(double left) const { return left + m_columns.width / 2; }
    double computed(int part) const { return m_canvas.computed(part); }
    double panelLeft() const { return m_columns.capOld - m_plan.across(8); }
    double panelRight() const { return m_columns.capNew + m_columns.capWidth + m_plan.across(8); }
    double panelBottom() const { return m_plan.upperBottom + m_plan.mark(8); }

    // The blend: ribbons are walked, then its gradients stand. The candidate: tanh, the sum, the
    // product, and the way home, one after the other.
    double splitWalked() const { return stretch(computed(GruPart::blend), 0, 0.5); }
    double splitUnits() const { return stretch(computed(GruPart::blend), 0.5, 1); }
    double term(int place) const { return stretch(computed(GruPart::candidate), 0.2 * place, 0.2 * place + 0.2); }

    // ---- the conveyor, from right to left

    void drawConveyor()
    {
        const double gap = m_plan.mark(4);
        const double edge = m_plan.size.width();
        drawGradientLanes(m_canvas, edge, m_columns.hAfter + m_columns.width + gap, m_gradients.h, 1);
        drawGradientLanes(m_canvas, m_columns.hAfter - gap, panelRight() + 2, m_gradients.h, 1);
        drawGradientLanes(m_canvas, panelLeft(), m_columns.hBefore + m_columns.width + gap, m_gradients.direct, splitWalked());
        drawGradientLanes(m_canvas, m_columns.hBefore - gap, m_plan.across(6), m_gradients.passedOn,
                          computed(GruPart::inputs) >= 1 ? 1 : 0);
        drawFromAbove();
    }

    /// What the loss of this very step adds to the state's gradient.
    void drawFromAbove()
    {
        if (m_gradients.fromAbove == 0)
            return;
        const double x = middle(m_columns.hAfter);
        const double foot = m_plan.lowerTop - m_plan.type(16) * 0.9;
        m_canvas.ribbon({{{x, foot}, {x, m_plan.upperBottom + 4}}, 0, 0}, m_gradients.fromAbove, 1);
        const double room = m_plan.size.width() - m_plan.across(24) - x - m_plan.mark(14);
        const bool top = m_scene.playhead.layer + 1 == m_scene.spec().layers;
        const double words = (m_plan.upperBottom + foot) / 2 + m_plan.mark(6);
        m_canvas.words({x + m_plan.mark(14), words}, {top ? tr("from this step's loss") : tr("from the layer above"), tr("from above")},
                       room, m_theme.ink2, Align::left, 14);
        m_canvas.number({x + m_plan.mark(14), words + m_plan.type(14) * 1.25}, gradientNumber(m_gradients.fromAbove), 14, m_theme.ink);
    }

    /// The values' own devices, faded.
    void drawGhosts()
    {
        Fader fader{.left = panelLeft(), .right = panelRight(), .capOld = m_columns.capOld, .capNew = m_columns.capNew,
                    .capWidth = m_columns.capWidth, .old = m_values.hBefore, .candidate = m_values.n, .kept = m_values.kept,
                    .gate = m_values.z};
        fader.strength = dimmed;
        fader.numbers = false;
        fader.part = GruPart::blend;
        drawFader(m_canvas, fader);
        const Opacity opacity(m_painter, dimmed);
        drawCellInput(m_canvas, 1);
    }

    // ---- ribbons

    void ribbon(const QList<QPointF> &corners, const Vector &gradient, double share)
    {
        m_canvas.ribbon({corners, m_plan.mark(26), 0}, gradient.norm(), share);
    }

    void drawBlendRibbons()
    {
        const double z = middle(m_columns.z);
        const double n = middle(m_columns.n);
        const double fader = (m_columns.capOld + m_columns.capNew + m_columns.capWidth) / 2;
        ribbon({{fader, panelBottom() + 1}, {fader, m_plan.bend}, {z, m_plan.bend}, {z, m_plan.lowerTop - 4}}, m_gradients.z, splitWalked());
        ribbon({{n, panelBottom() + 1}, {n, m_plan.lowerTop - 4}}, m_gradients.n, splitWalked());
    }

    double rowGap() const { return m_plan.mark(4); }

    void drawCandidateRibbons()
    {
        const double y = m_plan.lowerFollowed();
        const double right = m_columns.width + rowGap();
        ribbon({{m_columns.n - 4, y}, {m_columns.w + right, y}}, m_gradients.a, term(0));
        drawTanh();
        if (m_before) {
            ribbon({{m_columns.w - 4, y}, {m_columns.u + right, y}}, m_gradients.u, term(1));
            ribbon({{m_columns.u - 4, y}, {m_columns.p + right, y}}, m_gradients.p, term(2));
            drawTransposedPill();
        } else {
            ribbon({{m_columns.w - 4, y}, {m_columns.p + right, y}}, m_gradients.a, term(1));
        }
        drawProduct();
    }

    void drawTanh()
    {
        const double from = m_columns.w + m_columns.width;
        const QSizeF pill(std::min(m_plan.mark(72) + 8, (m_columns.n - from) * 0.56), std::min(std::max(16.0, m_plan.mark(32)), m_plan.rows.focus));
        drawPill(m_painter, {(from + m_columns.n) / 2, m_plan.lowerFollowed()}, pill, u"*1 −* "_qs + m_letters.n() + u"²"_qs,
                 m_canvas.faded(m_theme.of(Role::gradient).text, GruPart::candidate), m_theme);
    }

    void drawTransposedPill()
    {
        const double from = m_columns.p + m_columns.width;
        const QSizeF pill((m_columns.u - from) * 0.56, std::max(15.0, m_plan.mark(28)));
        drawPill(m_painter, {(from + m_columns.u) / 2, m_plan.lowerFollowed()}, pill, m_letters.U() + u"^{*T*}"_qs,
                 m_canvas.faded(m_theme.of(Role::gradient).text, GruPart::candidate), m_theme);
    }

    /// The product r × u (reset before: r × h) gives each factor the gradient times the other.
    void drawProduct()
    {
        const double second = m_before ? m_columns.h : m_columns.u;
        const double x = (m_columns.r + m_columns.width + second) / 2;
        const double y = m_plan.lowerFollowed();
        const double radius = std::min(std::max(8.0, m_plan.mark(15)), m_plan.rows.focus / 2);
        const double walked = term(m_before ? 3 : 2);
        const double width = walked > 0 ? gradientWireWidth(m_gradients.p.norm()) : 1;
        const double over = m_plan.lowerTop - 2 - m_plan.mark(std::max(4.0, width / 2));
        const double p = middle(m_columns.p);
        m_canvas.ribbon({{{p, m_plan.lowerTop - 3}, {p, over}, {x, over}, {x, y - radius}}, m_plan.mark(14), 0}, m_gradients.p.norm(), walked);
        const double share = term(m_before ? 4 : 3);
        ribbon({{x - radius + 1, y}, {m_columns.r + m_columns.width + rowGap(), y}}, m_gradients.r, share);
        const Vector &toSecond = m_before ? m_gradients.viaCandidate : m_gradients.u;
        ribbon({{x + radius - 1, y}, {second - rowGap(), y}}, toSecond, share);
        drawOperator(m_painter, {x, y}, radius, u"×"_qs, m_canvas.faded(m_theme.ink, GruPart::candidate), m_theme);
    }

    /// Three nested ribbons carry what the gates and the candidate send back to the old state.
    void drawWaysHome()
    {
        const auto home = [&](double left, int place, const Vector &way, double share, const QString &matrix, int part) {
            const double depth = m_plan.stripTop - m_plan.lowerBottom;
            const double y = m_plan.lowerBottom + depth * (0.9 - 0.17 * place);
            const double x = m_columns.hBefore + m_columns.width * (0.225 + 0.275 * place);
            const double c = middle(left);
            m_canvas.ribbon({{{c, m_plan.lowerBottom + 2}, {c, y}, {x, y}, {x, m_plan.upperBottom + 4}}, m_plan.mark(20), 0}, way.norm(), share);
            const Opacity opacity(m_painter, share > 0 ? 1 : dimmed);
            const double beside = c + std::max(m_plan.mark(22), m_plan.squashRadius + 4);
            const double width = m_canvas.formula({beside, m_plan.squash + m_plan.type(17) * 0.4}, {u"[g]%1[/]"_qs.arg(matrix)},
                                                  m_plan.across(90), m_theme.ink, Align::left, 17);
            if (share >= 1) {
                m_canvas.number({beside + width + 6, m_plan.squash + m_plan.type(17) * 0.4}, gradientNumber(way.norm()), 14, m_theme.ink);
                m_canvas.area({beside, m_plan.squash - m_plan.type(17), m_plan.across(90), m_plan.type(17) * 1.6}, part,
                              tr("length of what goes back this way: %1").arg(gradientNumber(way.norm(), 3)));
            }
        };
        const QString T = u"^{*T*}"_qs;
        home(m_before ? m_columns.h : m_columns.u, 0, m_gradients.viaCandidate, term(4), m_before ? u"*·* r"_qs : m_letters.U() + T, GruPart::candidate);
        home(m_columns.r, 1, m_gradients.viaReset, computed(GruPart::reset), u"U_{r}"_qs + T, GruPart::reset);
        home(m_columns.z, 2, m_gradients.viaUpdate, computed(GruPart::update), u"U_{z}"_qs + T, GruPart::update);
        for (const auto &[left, part] : {std::pair(m_columns.z, GruPart::update), std::pair(m_columns.r, GruPart::reset)}) {
            drawOperator(m_painter, {middle(left), m_plan.squash}, m_plan.squashRadius, u"σ′"_qs,
                         m_canvas.faded(m_theme.of(Role::gradient).text, part), m_theme);
        }
    }

    // ---- columns

    /// A thin strip of the value, then the gradient by it.
    void column(double left, double top, int part, const QString &letter, const Vector &values, ColumnStyle value,
                const Vector &gradients, double revealed)
    {
        const double edge = std::max(4.0, m_plan.mark(m_scene.classroom ? 6 : 9));
        const double gap = std::max(2.0, m_plan.mark(3));
        {
            const Opacity opacity(m_painter, 0.35);
            drawColours(m_painter, left, top, edge, values, m_plan.rows, value, m_theme);
        }
        ColumnStyle style = m_canvas.columnStyle(ValueStyle::gradient, Role::gradient);
        style.revealed = revealed;
        m_canvas.column({left + edge + gap, top, m_columns.width - edge - gap, part, tr("dL/d%1").arg(letter)}, gradients, style);
    }

    void drawColumns()
    {
        using enum ValueStyle;
        const double scale = m_values.scale;
        const ColumnStyle state{.style = signedValue, .role = Role::state};
        const ColumnStyle sum{.style = signedValue, .role = Role::state, .scale = scale};
        const double upper = m_plan.upperTop;
        const double lower = m_plan.lowerTop;
        column(m_columns.hAfter, upper, GruPart::blend, u"h"_qs, m_values.h, state, m_gradients.h, 1);
        column(m_columns.hBefore, upper, GruPart::inputs, tr("h before"), m_values.hBefore, state, m_gradients.passedOn, computed(GruPart::inputs));
        column(m_columns.z, lower, GruPart::blend, u"z"_qs, m_values.z, {.style = gate, .role = Role::keeps}, m_gradients.z, splitUnits());
        column(m_columns.n, lower, GruPart::blend, m_letters.n(), m_values.n, {.style = signedValue, .role = Role::candidate}, m_gradients.n, splitUnits());
        column(m_columns.w, lower, GruPart::candidate, u"w"_qs, m_values.w, {.style = signedValue, .role = Role::input, .scale = scale}, m_gradients.a, term(1));
        const double last = stretch(computed(GruPart::candidate), 0.8, 1);
        column(m_columns.r, lower, GruPart::candidate, u"r"_qs, m_values.r, {.style = gate, .role = Role::letsBy}, m_gradients.r, last);
        if (m_before) {
            column(m_columns.u, lower, GruPart::candidate, u"u"_qs, m_values.u, sum, m_gradients.u, term(2));
            column(m_columns.p, lower, GruPart::candidate, u"p"_qs, m_values.p, state, m_gradients.p, term(3));
            column(m_columns.h, lower, GruPart::candidate, tr("h before, through p"), m_values.hBefore, state, m_gradients.viaCandidate, last);
        } else {
            column(m_columns.p, lower, GruPart::candidate, u"p"_qs, m_values.p, sum, m_gradients.p, term(2));
            column(m_columns.u, lower, GruPart::candidate, u"u"_qs, m_values.u, sum, m_gradients.u, last);
        }
    }

    void drawRing()
    {
        const QColor colour = m_theme.of(Role::gradient).hue;
        const double height = m_plan.rows.total();
        const auto around = [&](double left, double top) { m_canvas.ring({left, top, m_columns.width, height}, colour); };
        switch (m_scene.playhead.part) {
        case GruPart::blend:
            return around(m_columns.hAfter, m_plan.upperTop);
        case GruPart::candidate:
            return around(m_columns.n, m_plan.lowerTop);
        case GruPart::update:
            return around(m_columns.z, m_plan.lowerTop);
        case GruPart::reset:
            return around(m_columns.r, m_plan.lowerTop);
        default:
            return around(m_columns.hBefore, m_plan.upperTop);
        }
    }

    // ---- words

    void label(Band band, double at, double room, const QString &letter, const QStringList &words, int part, Align align = Align::centre)
    {
        drawColumnLabel(m_canvas, band, {at, room, {u"∂L/∂"_qs + letter}, words, Role::gradient, part, align});
    }

    void drawLabels()
    {
        const double wide = m_plan.across(m_before ? 128 : 152);
        label(Band::upper, middle(m_columns.hBefore), m_plan.across(136), stateBeforeSymbol(m_scene), {tr("passed on")}, GruPart::inputs);
        drawColumnLabel(m_canvas, Band::upper, {middle(m_columns.hAfter), m_plan.across(150), {u"∂L/∂"_qs + stateAfterSymbol()},
                                                {tr("arrives")}, Role::gradient, GruPart::blend});
        drawBlendLabels();
        const double beside = m_plan.across(12);
        const double reset = middle(m_columns.r) - m_canvas.widthOfWords(tr("reset gate")) / 2 - 8;
        label(Band::lower, middle(m_columns.z) + beside, reset - middle(m_columns.z) - beside, u"z"_qs, {tr("update gate"), tr("update")}, GruPart::blend, Align::left);
        label(Band::lower, middle(m_columns.r), m_plan.across(m_before ? 100 : 124), u"r"_qs, {tr("reset gate"), tr("reset")}, GruPart::candidate);
        if (m_before)
            label(Band::lower, middle(m_columns.h), m_plan.across(116), u"h"_qs, {tr("through p")}, GruPart::candidate);
        label(Band::lower, middle(m_columns.u), wide, u"u"_qs, {tr("the past")}, GruPart::candidate);
        label(Band::lower, middle(m_columns.p), wide, u"p"_qs, {tr("what r let by"), tr("let by")}, GruPart::candidate);
        label(Band::lower, middle(m_columns.w), wide, u"w"_qs, {tr("the input")}, GruPart::candidate);
        label(Band::lower, middle(m_columns.n) + beside, m_plan.across(112), m_letters.n(), {tr("candidate")}, GruPart::blend, Align::left);
    }

    void drawBlendLabels()
    {
        const Opacity opacity(m_painter, m_canvas.opacityOf(GruPart::blend));
        const double centre = (panelLeft() + panelRight()) / 2;
        const double room = panelRight() - panelLeft();
        m_canvas.words({centre, m_plan.upperSymbols}, {tr("the blend splits it")}, room * 1.2, m_theme.ink, Align::centre, 16, QFont::DemiBold);
        const bool keeps = m_scene.spec().update == UpdateMeaning::keeps;
        const QString z = u"*·* [z]z[/]"_qs;
        const QString rest = u"*· (1 −* [z]z[/]*)*"_qs;
        const double y = m_plan.upperWords;
        const double factor = m_canvas.formula({panelLeft(), y}, {keeps ? z : rest}, room / 2, m_theme.of(Role::state).text, Align::left, 18);
        m_canvas.words({panelLeft() + factor + 6, y}, {tr("kept")}, room / 2 - factor - 6, m_theme.of(Role::state).text, Align::left, 16, QFont::DemiBold);
        const double fresh = m_canvas.words({panelRight(), y}, {tr("new")}, room / 4, m_theme.of(Role::candidate).text, Align::right, 16, QFont::DemiBold);
        m_canvas.formula({panelRight() - fresh - 6, y}, {keeps ? rest : z}, room / 2, m_theme.of(Role::candidate).text, Align::right, 18);
        if (splitWalked() < 1)
            return;
        drawConveyorWords(keeps);
        const double beside = m_plan.across(14);
        const double numbers = m_plan.bend + m_plan.type(14) * (m_plan.bracketWords > 0 ? 0.3 : 0.1);
        m_canvas.number({middle(m_columns.n) + beside, numbers}, gradientNumber(m_gradients.n.norm()), 14, m_theme.ink);
        if (m_plan.bracketWords <= 0)
            return;
        // dL/dz = dL/dh ∘ (h − n), or the other way round where the update overwrites.
        const QString old = stateBeforeSymbol(m_scene);
        const QString difference = (keeps ? u"*· (*%1 *−* %2*)*  [m]%3[/]"_qs : u"*· (*%2 *−* %1*)*  [m]%3[/]"_qs)
                                       .arg(old, m_letters.n(), gradientNumber(m_gradients.z.norm()));
        m_canvas.formula({(middle(m_columns.z) + centre) / 2, m_plan.bend - m_plan.mark(12)}, {difference}, m_plan.across(300), m_theme.ink,
                         Align::centre, 18);
    }

    void drawConveyorWords(bool keeps)
    {
        const double left = m_columns.hBefore + m_columns.width + m_plan.across(40);
        const double room = panelLeft() - m_plan.across(16) - left;
        const QString factor = keeps ? u"[z]z[/]"_qs : u"*1 −* [z]z[/]"_qs;
        const double length = m_gradients.direct.norm();
        const QString number = gradientNumber(length);
        const double digits = double(number.size()) * m_plan.type(14) * 0.6;
        const double formula = mathWidth(factor, m_plan.type(20));
        for (const QString &words : {tr("straight back along the conveyor, times"), tr("along the conveyor, times"), tr("times")}) {
            const double width = m_canvas.widthOfWords(words) + 6 + formula + 12 + digits;
            if (width > room)
                continue;
            double x = left + (room - width) / 2;
            x += m_canvas.words({x, m_plan.upperWords}, {words}, room, m_theme.ink2) + 6;
            x += m_canvas.formula({x, m_plan.upperWords}, {factor}, room, m_theme.ink, Align::left, 20) + 12;
            m_canvas.number({x, m_plan.upperWords}, number, 14, m_theme.ink);
            return;
        }
    }

    void drawRightColumn()
    {
        const double legend = drawGradientLegend(m_canvas);
        drawWaysBack(m_canvas,
                     {{tr("conveyor"), tr("conveyor"), m_gradients.direct.norm(), GruPart::blend},
                      {tr("candidate"), tr("candidate"), m_gradients.viaCandidate.norm(), GruPart::candidate},
                      {tr("update gate"), tr("update"), m_gradients.viaUpdate.norm(), GruPart::update},
                      {tr("reset gate"), tr("reset"), m_gradients.viaReset.norm(), GruPart::reset}},
                     {tr("together"), tr("together"), m_gradients.passedOn.norm(), GruPart::inputs},
                     {tr("Four ways back to the old state"), tr("Four ways back")}, legend - std::max(6.0, m_plan.down(14)));
    }

    CellCanvas &m_canvas;
    QPainter &m_painter;
    const Scene &m_scene;
    const Theme &m_theme;
    const CellPlan &m_plan;
    GruColumns m_columns;
    GruLetters m_letters;
    GruMoment m_values;
    GruGradients m_gradients;
    bool m_before; ///< the reset gate acts before the product
};

} // namespace

void drawGruBackward(CellCanvas &canvas)
{
    GruBackwardPicture(canvas).draw();
}

} // namespace gatescope
