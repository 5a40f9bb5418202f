// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell_kinds/lstm_drawing.h"

#include "ui/drawing/cell/cell_answer.h"
#include "ui/drawing/cell/cell_flow.h"
#include "ui/drawing/cell/cell_frame.h"
#include "ui/drawing/cell/cell_held.h"
#include "ui/drawing/cell/cell_input.h"
#include "ui/drawing/cell/cell_legends.h"
#include "ui/drawing/cell/cell_signs.h"
#include "ui/drawing/cell_kinds/lstm_moment.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatescope {

namespace {

class LstmForwardPicture
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    explicit LstmForwardPicture(CellCanvas &canvas)
        : m_canvas(canvas), m_scene(canvas.scene()), m_theme(canvas.theme()), m_plan(canvas.plan()),
          m_columns(lstmColumns(m_plan)), m_values(lstmMoment(m_scene))
    {
    }

    void draw()
    {
        drawFollowedUnit(m_canvas, m_columns.h + m_columns.width + m_plan.across(24),
                         m_columns.hBefore - m_plan.across(8));
        drawConveyor();
        drawFeeds();
        drawBandWires();
        drawColumns();
        drawSentence();
        drawLstmForwardLabels(m_canvas);
        drawRing();
        drawRightColumn();
        drawCellHeader(m_canvas);
    }

private:
    double middle(double left) const { return m_columns.middle(left); }
    double computed(int part) const { return m_canvas.computed(part); }

    // The cell part: f opens its valve and keeps; then i and g are multiplied, written, and added.
    double cell(double begin, double end) const { return stretch(computed(LstmPart::cell), begin, end); }
    double kept() const { return cell(0.2, 0.45); }
    double written() const { return cell(0.3, 0.55); }
    double newCell() const { return cell(0.7, 1); }
    // The state part: c comes down through tanh, then o lets it by.
    double squashed() const { return stretch(computed(LstmPart::state), 0.2, 0.5); }
    double newState() const { return stretch(computed(LstmPart::state), 0.5, 1); }

    double keeps() const { return middle(m_columns.f); }
    double adds() const { return middle(m_columns.written); }

    void drawConveyor()
    {
        const double width = m_columns.width;
        const double gap = m_plan.mark(4);
        drawStateLanes(m_canvas, 0, m_columns.cBefore - gap, m_values.cBefore, 1, m_values.scale);
        drawStateLanes(m_canvas, m_columns.cBefore + width, meetingLeft(m_plan, keeps()) - 2, m_values.cBefore, 1,
                       m_values.scale);
        lightLanes(m_columns.cBefore + width, meetingLeft(m_plan, keeps()), u"c", u"f⊙c");
        lightLanes(meetingRight(m_plan, keeps()), m_columns.kept, u"f⊙c");
        lightLanes(m_columns.kept + width, meetingLeft(m_plan, adds()), u"f⊙c", u"c_new");
        lightLanes(meetingRight(m_plan, adds()), m_columns.c, u"c_new");
        drawLanes(meetingRight(m_plan, keeps()) + 2, m_columns.kept - gap, m_values.kept, kept());
        drawLanes(m_columns.kept + width, meetingLeft(m_plan, adds()) - 2, m_values.kept, kept());
        drawLanes(meetingRight(m_plan, adds()) + 2, m_columns.c - gap, m_values.c, newCell());
        drawLanes(m_columns.c + width, m_plan.size.width() - m_plan.across(8), m_values.c, newCell());

        ColumnStyle valve = m_canvas.columnStyle(ValueStyle::gate, Role::keeps);
        drawMeeting(
            m_canvas,
            {keeps(), u"×"_qs, valve, cell(0.15, 0.3), LstmPart::cell, tr("× forget gate f"), u"f"_qs, u"f⊙c"_qs},
            m_values.f);
        ColumnStyle gain = m_canvas.columnStyle(ValueStyle::signedValue, Role::candidate, m_values.scale);
        drawMeeting(m_canvas,
                    {adds(), u"+"_qs, gain, cell(0.65, 0.75), LstmPart::cell, tr("+ what is written, i ⊙ g"), u"i⊙g"_qs,
                     u"c_new"_qs},
                    m_values.written);
    }

    /// Lanes between two vectors, or only into one.
    void lightLanes(double from, double to, QStringView symbol, QStringView into = {})
    {
        const QRectF band(from, m_plan.upperTop, to - from, m_plan.rows.total());
        if (into.isEmpty())
            m_canvas.emphasis().operations(band, symbol);
        else
            m_canvas.emphasis().lanes(band, symbol, into);
    }

    /// Lanes with their values, or plain while there are none.
    void drawLanes(double from, double to, const Vector &values, double share)
    {
        if (share > 0)
            drawStateLanes(m_canvas, from, to, values, share, m_values.scale);
        else
            drawPlainLanes(m_canvas, from, to, m_canvas.notYet());
    }

    /// The old state and the input run to the four blocks.
    void drawFeeds()
    {
        const QPointF input = drawCellInput(m_canvas, computed(LstmPart::inputs));
        const QPointF from(middle(m_columns.hBefore), m_plan.lowerBottom);
        std::vector<Tap> state, read;
        // The longest wire first: the others lie over its beginning.
        const std::tuple<double, int, QString> blocks[]{{m_columns.o, LstmPart::output, u"o"_qs},
                                                        {m_columns.g, LstmPart::candidate, u"g"_qs},
                                                        {m_columns.i, LstmPart::input, u"i"_qs},
                                                        {m_columns.f, LstmPart::forget, u"f"_qs}};
        for (const auto &[left, part, symbol] : blocks)
            state.push_back(stateTap(m_plan, from, middle(left), true, part, symbol));
        drawTaps(m_canvas, state, Role::state);
        for (const auto &[left, part, symbol] : blocks)
            read.push_back(inputTap(m_canvas, input, middle(left), true, part, symbol));
        drawTaps(m_canvas, read, Role::input);

        const NetworkSpec &spec = m_canvas.scene().spec();
        const QString gate = gateSign(spec);
        drawSquashMark(
            m_canvas,
            {middle(m_columns.f), gate, u"f"_qs, Role::keeps, LstmPart::forget, gateSquashes(spec, u"f"_qs), u"f"_qs});
        drawSquashMark(
            m_canvas,
            {middle(m_columns.i), gate, u"i"_qs, Role::letsBy, LstmPart::input, gateSquashes(spec, u"i"_qs), u"i"_qs});
        drawSquashMark(m_canvas,
                       {middle(m_columns.g), u"*tanh*"_qs, u"g"_qs, Role::candidate, LstmPart::candidate,
                        tr("tanh squashes W%1 x + U%1 h + b between −1 and 1").arg('g'), u"g"_qs});
        drawSquashMark(
            m_canvas,
            {middle(m_columns.o), gate, u"o"_qs, Role::letsBy, LstmPart::output, gateSquashes(spec, u"o"_qs), u"o"_qs});
    }

    void drawBandWires()
    {
        drawBandWire(m_canvas, {keeps(), true, Role::keeps, {}, LstmPart::cell, {}, u"f"_qs, u"f⊙c"_qs}, cell(0, 0.15));
        drawBandWire(m_canvas, {adds(), true, Role::candidate, {}, LstmPart::cell, {}, u"i⊙g"_qs, u"c_new"_qs},
                     cell(0.55, 0.65));
        drawBandWire(m_canvas,
                     {middle(m_columns.squashed), false, Role::state, u"*tanh*"_qs, LstmPart::state,
                      tr("tanh squashes the cell state between −1 and 1"), u"c_new"_qs, u"tanh c"_qs},
                     stretch(computed(LstmPart::state), 0, 0.2));
    }

    void column(double left, double top, int part, const QString &name, const QString &symbol, const Vector &values,
                ColumnStyle style, double revealed)
    {
        style.revealed = revealed;
        m_canvas.column({left, top, m_columns.width, part, name, symbol, m_plan.across(14)}, values, style);
    }

    void drawColumns()
    {
        const double upper = m_plan.upperTop, lower = m_plan.lowerTop, width = m_columns.width;
        const ColumnStyle cellStyle = m_canvas.columnStyle(ValueStyle::signedValue, Role::state, m_values.scale);
        const ColumnStyle state = m_canvas.columnStyle(ValueStyle::signedValue, Role::state, m_values.states);
        const ColumnStyle lets = m_canvas.columnStyle(ValueStyle::gate, Role::letsBy);
        column(m_columns.cBefore, upper, LstmPart::inputs, tr("old cell state c"), u"c"_qs, m_values.cBefore, cellStyle,
               1);
        column(m_columns.kept, upper, LstmPart::cell, tr("what is kept, f ⊙ c"), u"f⊙c"_qs, m_values.kept, cellStyle,
               kept());
        column(m_columns.c, upper, LstmPart::cell, tr("new cell state c"), u"c_new"_qs, m_values.c, cellStyle,
               newCell());
        column(m_columns.hBefore, lower, LstmPart::inputs, tr("old state h"), u"h"_qs, m_values.hBefore, state, 1);
        column(m_columns.f, lower, LstmPart::forget, tr("forget gate f"), u"f"_qs, m_values.f,
               m_canvas.columnStyle(ValueStyle::gate, Role::keeps), unitsOf(m_canvas, LstmPart::forget));
        column(m_columns.i, lower, LstmPart::input, tr("input gate i"), u"i"_qs, m_values.i, lets,
               unitsOf(m_canvas, LstmPart::input));
        column(m_columns.g, lower, LstmPart::candidate, tr("candidate g"), u"g"_qs, m_values.g,
               m_canvas.columnStyle(ValueStyle::signedValue, Role::candidate, m_values.states),
               unitsOf(m_canvas, LstmPart::candidate));
        column(m_columns.written, lower, LstmPart::cell, tr("what is written, i ⊙ g"), u"i⊙g"_qs, m_values.written,
               m_canvas.columnStyle(ValueStyle::signedValue, Role::candidate, m_values.scale), written());
        column(m_columns.squashed, lower, LstmPart::state, tr("tanh of the cell state"), u"tanh c"_qs,
               m_values.squashed, state, squashed());
        column(m_columns.o, lower, LstmPart::output, tr("output gate o"), u"o"_qs, m_values.o, lets,
               unitsOf(m_canvas, LstmPart::output));
        column(m_columns.h, lower, LstmPart::state, tr("new state h"), u"h_new"_qs, m_values.h, state, newState());
        drawHeldMarks(m_canvas,
                      {{m_columns.cBefore, upper, width, Part::cell, 1, true},
                       {m_columns.c, upper, width, Part::cell, newCell()},
                       {m_columns.hBefore, lower, width, Part::state, 1, true},
                       {m_columns.f, lower, width, Part::forgetGate, unitsOf(m_canvas, LstmPart::forget)},
                       {m_columns.i, lower, width, Part::inputGate, unitsOf(m_canvas, LstmPart::input)},
                       {m_columns.g, lower, width, Part::cellCandidate, unitsOf(m_canvas, LstmPart::candidate)},
                       {m_columns.o, lower, width, Part::outputGate, unitsOf(m_canvas, LstmPart::output)},
                       {m_columns.h, lower, width, Part::state, newState()}});
    }

    /// The followed row reads i × g = written, and tanh(c) × o = h.
    void drawSentence()
    {
        const auto between = [&](double left, double right) { return (left + m_columns.width + right) / 2; };
        const auto times = [&](double x, int part, const QString &makes, const QString &says) {
            drawRowSign(m_canvas, {Band::lower, x, u"×"_qs, true, part, says, makes});
        };
        const auto reckoned = [](const Vector &gate, const Vector &value) {
            return Vector(shownOnStage(gate).cwiseProduct(shownOnStage(value)));
        };
        times(between(m_columns.i, m_columns.g), LstmPart::cell, u"i⊙g"_qs, tr("i, times the candidate"));
        drawEqualsSign(m_canvas,
                       {between(m_columns.g, m_columns.written), LstmPart::cell, u"i⊙g"_qs,
                        reckoned(m_values.i, m_values.g), m_values.written});
        times(between(m_columns.squashed, m_columns.o), LstmPart::state, u"h_new"_qs,
              tr("tanh of the cell state, times o"));
        drawEqualsSign(m_canvas,
                       {between(m_columns.o, m_columns.h), LstmPart::state, u"h_new"_qs,
                        reckoned(m_values.o, m_values.squashed), m_values.h});
    }

    void drawRing()
    {
        const double height = m_plan.rows.total();
        const auto around = [&](double left, double top, Role role) {
            m_canvas.ring({left, top, m_columns.width, height}, m_theme.wire(role));
        };
        switch (m_scene.playhead.part) {
        case LstmPart::forget:
            return around(m_columns.f, m_plan.lowerTop, Role::keeps);
        case LstmPart::input:
            return around(m_columns.i, m_plan.lowerTop, Role::letsBy);
        case LstmPart::candidate:
            return around(m_columns.g, m_plan.lowerTop, Role::candidate);
        case LstmPart::cell:
            return around(m_columns.c, m_plan.upperTop, Role::state);
        case LstmPart::output:
            return around(m_columns.o, m_plan.lowerTop, Role::letsBy);
        case LstmPart::state:
            return around(m_columns.h, m_plan.lowerTop, Role::state);
        default:
            return;
        }
    }

    void drawRightColumn()
    {
        std::vector<ScaleInUse> scales{{u"h, g"_qs, m_values.states}};
        if (m_values.scale == m_values.states)
            scales[0].symbols = u"h, g, c"_qs;
        else
            scales.push_back({u"c"_qs, m_values.scale});
        if (const double x = inputScale(m_scene); x != 1)
            scales.push_back({u"x"_qs, x});
        const double legends = drawValueLegends(m_canvas, scales);
        drawAnswer(m_canvas, LstmPart::state, legends - std::max(6.0, m_plan.down(16)),
                   m_columns.h + m_columns.width + m_plan.mark(10));
    }

    CellCanvas &m_canvas;
    const Scene &m_scene;
    const Theme &m_theme;
    const CellPlan &m_plan;
    LstmColumns m_columns;
    LstmMoment m_values;
};

} // namespace

LstmColumns lstmColumns(const CellPlan &plan)
{
    // Left edges on the drawing board: what f and i ⊙ g send up stands under where it meets the conveyor.
    LstmColumns columns{.width = 80,
                        .cBefore = 64,
                        .kept = 400,
                        .c = 780,
                        .hBefore = 96,
                        .f = 220,
                        .i = 376,
                        .g = 512,
                        .written = 648,
                        .squashed = 780,
                        .o = 928,
                        .h = 1064};
    for (double *edge : {&columns.width, &columns.cBefore, &columns.kept, &columns.c, &columns.hBefore, &columns.f,
                         &columns.i, &columns.g, &columns.written, &columns.squashed, &columns.o, &columns.h})
        *edge = plan.across(*edge);
    return columns;
}

void drawLstmForward(CellCanvas &canvas)
{
    LstmForwardPicture(canvas).draw();
}

} // namespace gatescope
