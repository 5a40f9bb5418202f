// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/cell/cell_flow.h"
#include "ui/drawing/cell_kinds/gru_backward.h"
#include "ui/drawing/marks/marks.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace gatescope {

namespace {

class GruRibbons : private GruStage
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    GruRibbons(CellCanvas &canvas, const GruGradients &gradients) : GruStage(canvas), m_gradients(gradients) { }

    void draw()
    {
        drawBlendRibbons();
        drawCandidateRibbons();
        drawWaysHome();
    }

private:
    void ribbon(const QList<QPointF> &corners, const Vector &gradient, double share, const QString &from = {},
                const QString &to = {})
    {
        m_canvas.ribbon({corners, m_plan.mark(26), 0, from, to}, gradient.norm(), share);
    }

    void drawBlendRibbons()
    {
        const double z = middle(m_columns.z);
        const double n = middle(m_columns.n);
        const double fader = panelMiddle();
        ribbon({{fader, panelBottom() + 1}, {fader, m_plan.bend}, {z, m_plan.bend}, {z, m_plan.lowerTop - 4}},
               m_gradients.z, m_return.splitWalked(), u"z"_qs, u"h_new"_qs);
        ribbon({{n, panelBottom() + 1}, {n, m_plan.lowerTop - 4}}, m_gradients.n, m_return.splitWalked(), u"n"_qs,
               u"h_new"_qs);
    }

    double rowGap() const { return m_plan.mark(4); }
    /// Where a followed cell ends, from its column's left: in a narrow picture it is wider than the column.
    double cellRight() const
    {
        const double strip = std::max(4.0, m_plan.mark(m_scene.classroom ? 6 : 9)) + std::max(2.0, m_plan.mark(3));
        const CellCanvas::Column column{0, 0, m_columns.width - strip, 0, {}, {}, m_plan.across(20)};
        const ColumnStyle style = m_canvas.columnStyle(ValueStyle::gradient, Role::gradient);
        return m_columns.width + m_canvas.overhangOf(column, style);
    }

    void drawCandidateRibbons()
    {
        const double y = m_plan.lowerFollowed();
        const double right = cellRight() + rowGap();
        ribbon({{m_columns.n - 4, y}, {m_columns.w + right, y}}, m_gradients.a, m_return.term(0), u"w"_qs, u"n"_qs);
        drawTanh();
        if (m_before) {
            ribbon({{m_columns.w - 4, y}, {m_columns.u + right, y}}, m_gradients.u, m_return.term(1));
            ribbon({{m_columns.u - 4, y}, {m_columns.p + right, y}}, m_gradients.p, m_return.term(2));
            drawTransposedPill();
        } else {
            ribbon({{m_columns.w - 4, y}, {m_columns.p + right, y}}, m_gradients.a, m_return.term(1));
        }
        drawProduct();
    }

    void drawTanh()
    {
        const double from = m_columns.w + m_columns.width;
        const QSizeF pill(std::min(m_plan.mark(72) + 8, (m_columns.n - from) * 0.56),
                          std::min(std::max(16.0, m_plan.mark(32)), m_plan.rows.focus));
        drawPill(m_painter, {(from + m_columns.n) / 2, m_plan.lowerFollowed()}, pill,
                 u"*1 −* "_qs + m_letters.n() + u"²"_qs,
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
        const double second = secondFactor();
        const double x = (m_columns.r + m_columns.width + second) / 2;
        const double y = m_plan.lowerFollowed();
        const double radius = operatorRadius();
        const double walked = m_return.term(m_before ? 3 : 2);
        const double width = walked > 0 ? gradientWireWidth(m_gradients.p.norm(), m_canvas.decades()) : 1;
        const double over = m_plan.lowerTop - 2 - m_plan.mark(std::max(4.0, width / 2));
        const double p = middle(m_columns.p);
        m_canvas.ribbon({{{p, m_plan.lowerTop - 3}, {p, over}, {x, over}, {x, y - radius}}, m_plan.mark(14), 0},
                        m_gradients.p.norm(), walked);
        const double share = m_return.term(m_before ? 4 : 3);
        ribbon({{x - radius + 1, y}, {m_columns.r + cellRight() + rowGap(), y}}, m_gradients.r, share);
        const Vector &toSecond = m_before ? m_gradients.viaCandidate : m_gradients.u;
        ribbon({{x + radius - 1, y}, {second - rowGap(), y}}, toSecond, share);
        drawOperator(m_painter, {x, y}, radius, u"×"_qs, m_canvas.faded(m_theme.ink, GruPart::candidate), m_theme);
    }

    /// Three nested ribbons carry what the gates and the candidate send back to the old state.
    void drawWaysHome()
    {
        const auto home = [&](double left, double next, int place, const Vector &way, double share,
                              const QString &matrix, int part, const QString &to) {
            const double depth = m_plan.stripTop - m_plan.lowerBottom;
            const double y = m_plan.lowerBottom + depth * (0.9 - 0.17 * place);
            const double x = m_columns.hBefore + m_columns.width * (0.225 + 0.275 * place);
            const double c = middle(left);
            m_canvas.ribbon({{{c, m_plan.lowerBottom + 2}, {c, y}, {x, y}, {x, m_plan.upperBottom + 4}},
                             m_plan.mark(20),
                             0,
                             u"h"_qs,
                             to},
                            way.norm(), share);
            const Opacity opacity(m_painter, share > 0 ? 1 : dimmed);
            const double beside = c + std::max(m_plan.mark(22), m_plan.squashRadius + 4);
            const double width
                = m_canvas.formula({beside, m_plan.squash + m_plan.type(17) * 0.4}, {u"[g]%1[/]"_qs.arg(matrix)},
                                   m_plan.across(90), m_theme.ink, Align::left, 17);
            if (share >= 1) {
                const double from = beside + width + m_plan.mark(6),
                             room = middle(next) - m_plan.squashRadius - 4 - from;
                for (const int digits : {1, 0}) { // none where neither fits: the area below tells it
                    const QString number = gradientNumber(way.norm(), digits);
                    if (textWidth(number, numberFont(m_plan.type(14))) > room)
                        continue;
                    m_canvas.number({from, m_plan.squash + m_plan.type(17) * 0.4}, number, 14, m_theme.ink);
                    break;
                }
                m_canvas.area({beside, m_plan.squash - m_plan.type(17), m_plan.across(90), m_plan.type(17) * 1.6}, part,
                              tr("length of what goes back this way: %1").arg(gradientNumber(way.norm(), 3)));
            }
        };
        const QString T = u"^{*T*}"_qs;
        home(secondFactor(), m_columns.n, 0, m_gradients.viaCandidate, m_return.term(4),
             m_before ? u"*·* r"_qs : m_letters.U() + T, GruPart::candidate, m_before ? u"p"_qs : u"u"_qs);
        home(m_columns.r, secondFactor(), 1, m_gradients.viaReset, computed(GruPart::reset), u"U_{r}"_qs + T,
             GruPart::reset, u"r"_qs);
        home(m_columns.z, m_columns.r, 2, m_gradients.viaUpdate, computed(GruPart::update), u"U_{z}"_qs + T,
             GruPart::update, u"z"_qs);
        for (const auto &[left, part, symbol] :
             {std::tuple(m_columns.z, GruPart::update, u"z"_qs), std::tuple(m_columns.r, GruPart::reset, u"r"_qs)}) {
            drawOperator(m_painter, {middle(left), m_plan.squash}, m_plan.squashRadius,
                         gateSlopeSign(m_canvas.scene().spec()).remove(u'*'),
                         m_canvas.faded(m_theme.of(Role::gradient).text, part), m_theme);
            const double radius = m_plan.squashRadius;
            m_canvas.emphasis().operation({middle(left) - radius, m_plan.squash - radius, 2 * radius, 2 * radius},
                                          Term{symbol});
        }
    }

    const GruGradients &m_gradients;
    GruReturn m_return{m_canvas};
};

} // namespace

void drawGruRibbons(CellCanvas &canvas, const GruGradients &gradients)
{
    GruRibbons(canvas, gradients).draw();
}

} // namespace gatescope
