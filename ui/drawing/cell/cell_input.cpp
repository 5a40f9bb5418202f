// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell/cell_input.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/scales.h"
#include "ui/drawing/marks/sign_marks.h"
#include "ui/drawing/scene/state_scale.h"
#include "ui/drawing/words/unit_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr double stripEnd = 1200; ///< on the drawing board: the answer stands right of it

const CharacterInput *lettersRead(const Scene &scene)
{
    return scene.playhead.layer == 0 ? std::get_if<CharacterInput>(&scene.record.experiment->input.source) : nullptr;
}

/// Names of the numbers read: the features' own, or x_3; in an upper layer, which unit below that is.
class InputNames
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    explicit InputNames(const Scene &scene) : m_scene(scene)
    {
        if (scene.playhead.layer == 0)
            m_numbers = std::get_if<NumberInput>(&scene.record.experiment->input.source);
    }
    bool own() const { return m_numbers && !m_numbers->features.empty(); }
    QString plain(int i) const
    {
        if (own())
            return QString::fromStdString(m_numbers->features[i]);
        const QString x = u"x[%1]"_qs.arg(i);
        if (m_scene.playhead.layer == 0)
            return x;
        const int H = m_scene.spec().hiddenSize;
        const QString below = i < H ? tr("%1, unit %2 of layer %3") : tr("%1, unit %2 of layer %3 backward");
        const int layer = m_scene.playhead.layer - 1;
        const Direction direction = i < H ? Direction::forward : Direction::backward;
        return below.arg(x, unitLabel(m_scene, layer, direction, i % H), QString::number(layer));
    }
    /// Markup of drawMath.
    QString formula(int i) const { return u"x_{%1}"_qs.arg(i); }

private:
    const Scene &m_scene;
    const NumberInput *m_numbers = nullptr;
};

class InputStrip
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    InputStrip(CellCanvas &canvas, double lit)
        : m_canvas(canvas), m_plan(canvas.plan()), m_scene(canvas.scene()), m_theme(canvas.theme()),
          m_lit(lit >= 1.0 / 3), m_x(layerInput(m_scene.trace(), m_scene.moment())), m_left(m_plan.across(164)),
          m_room(m_plan.across(stripEnd) - m_left), m_top(m_plan.stripTop), m_height(m_plan.stripHeight),
          m_baseline(m_top + m_height / 2 + m_plan.type(12) * 0.36)
    {
    }

    QPointF draw()
    {
        drawLabel();
        if (const CharacterInput *letters = lettersRead(m_scene))
            return drawLetters(*letters);
        return drawNumbers();
    }

private:
    void drawLabel()
    {
        const double left = m_plan.across(24);
        const double right = m_left - 6;
        const double width = m_canvas.formula({left, m_baseline + 1}, {u"[x]x_{t}[/]"_qs}, right - left, m_theme.ink);
        const double gap = std::max(6.0, m_plan.mark(6));
        m_canvas.words({left + width + gap, m_baseline}, wordsForInput(), right - left - width - gap, m_theme.ink2);
    }

    QStringList wordsForInput() const
    {
        if (m_scene.playhead.layer > 0) {
            const int below = m_scene.playhead.layer - 1;
            return {tr("state of layer %1").arg(below), tr("from layer %1").arg(below), tr("layer %1").arg(below)};
        }
        if (lettersRead(m_scene))
            return {tr("this letter"), tr("letter")};
        const Input &input = m_scene.record.experiment->input;
        if (const auto *tokens = std::get_if<TokenInput>(&input.source)) {
            const int row = tokens->sequences[m_scene.playhead.sequence][m_scene.playhead.step];
            return {tr("token %1").arg(row), QString::number(row)};
        }
        if (m_x.size() == 1)
            return {tr("this number"), tr("number")};
        return {tr("these numbers"), tr("numbers")};
    }

    // ---- letters

    QPointF drawLetters(const CharacterInput &letters)
    {
        const int count = static_cast<int>(letters.alphabet.size());
        Eigen::Index place = 0;
        m_x.maxCoeff(&place);
        const int lit = static_cast<int>(place);
        const double smallest = m_plan.type(12) * 0.8;
        const double pitch = std::min(std::max(m_plan.across(20), smallest), m_room / count);
        if (pitch < smallest)
            return drawManyLetters(letters, lit);
        for (int i = 0; i < count; ++i)
            drawLetter({m_left + i * pitch, m_top, pitch - std::min(2.0, pitch / 8), m_height}, letters, i, i == lit);
        m_drawn = {m_left, m_top, count * pitch - 2, m_height};
        return {m_left + (lit + 0.5) * pitch - 1, m_top};
    }

    void drawLetter(const QRectF &box, const CharacterInput &letters, int i, bool lit)
    {
        QPainter &painter = m_canvas.painter();
        const bool on = lit && m_lit;
        painter.setBrush(on ? m_theme.of(Role::input).hue : m_theme.paper);
        painter.setPen(QPen(on ? m_theme.of(Role::input).text : m_theme.line, on ? 1.5 : 1));
        const double corner = std::min(3.0, box.width() / 6); // a narrow box is none of an oval
        painter.drawRoundedRect(box, corner, corner);
        const double pixels = std::min(m_plan.type(on ? 15 : 12), box.width() / 0.62);
        const QColor ink = on ? m_theme.inkOn(m_theme.of(Role::input).hue, painter.opacity()) : m_theme.ink2;
        const QString letter = QString::fromStdString(visibleLetter(letters.alphabet[i]));
        drawText(painter, {box.center().x(), box.center().y() + pixels * 0.36}, letter,
                 numberFont(pixels, on ? QFont::Bold : QFont::Normal), ink, Align::centre);
        const QString says = lit ? tr("letter %1 (input %2): 1, it is the one read") : tr("letter %1 (input %2): 0");
        m_canvas.area(box, 0, says.arg(letter).arg(i), -1, {u"x"_qs, i});
        m_canvas.emphasis().value(box, {u"x"_qs, i});
    }

    QPointF drawManyLetters(const CharacterInput &letters, int lit)
    {
        const double count = static_cast<double>(letters.alphabet.size());
        const double middle = m_left + m_room * (lit + 0.5) / count;
        drawThinStrip();
        const double width = std::max(m_plan.mark(26), 20.0);
        const double left = std::clamp(middle - width / 2, m_left, m_left + m_room - width);
        drawLetter({left, m_top, width, m_height}, letters, lit, true);
        return {left + width / 2, m_top};
    }

    // ---- numbers

    QPointF drawNumbers()
    {
        const int count = static_cast<int>(m_x.size());
        const double digits = m_plan.type(13);
        const double cell = std::max(m_plan.across(72), digits * 0.6 * 5 + 6);
        const double slot = m_room / count;
        if (slot < digits * 0.6 * 5 + 6)
            return drawManyNumbers();
        const double name = widestName(count) + 8;
        if (slot >= cell + name)
            return drawCells(count, std::min(slot, cell + name + m_plan.across(24)), cell, name);
        return drawCells(count, std::min(slot, cell + 4), std::min(slot, cell + 4) - 4, 0);
    }

    double widthOfName(int i) const
    {
        return m_names.own() ? textWidth(m_names.plain(i), interfaceFont(m_plan.type(15)))
                             : mathWidth(m_names.formula(i), m_plan.type(18));
    }

    double widestName(int count) const
    {
        double width = 0;
        for (int i = 0; i < count; ++i)
            width = std::max(width, widthOfName(i));
        return width;
    }

    QPointF drawCells(int count, double slot, double width, double nameWidth)
    {
        for (int i = 0; i < count; ++i) {
            const double left = m_left + i * slot;
            if (nameWidth > 0)
                drawName({left + nameWidth - 8, m_baseline}, i, Align::right);
            drawNumber({left + nameWidth, m_top, width, m_height}, i);
        }
        const double first = nameWidth > 0 ? nameWidth - 8 - widthOfName(0) : 0;
        m_drawn = {m_left + first, m_top, nameWidth - first + (count - 1) * slot + width, m_height};
        return {m_left + nameWidth + ((count - 1) * slot + width) / 2, m_top};
    }

    void drawName(const QPointF &at, int i, Align align)
    {
        if (m_names.own())
            m_canvas.words(at, {m_names.plain(i)}, m_room, m_theme.of(Role::input).text, align, 15);
        else
            m_canvas.formula(at, {m_names.formula(i)}, m_room, m_theme.of(Role::input).text, align, 18);
    }

    void drawNumber(const QRectF &box, int i)
    {
        ColumnStyle style = m_canvas.columnStyle(ValueStyle::signedValue, Role::input, inputScale(m_scene));
        style.digits = m_plan.type(13);
        style.revealed = m_lit ? 1 : 0;
        drawValueCell(m_canvas.painter(), box, m_x[i], false, style, m_theme);
        m_canvas.area(box, 0, tr("input %1: %2").arg(m_names.plain(i), inInspector(m_x[i])), -1, {u"x"_qs, i});
        m_canvas.emphasis().value(box, {u"x"_qs, i});
    }

    /// A strip of all of them, and after it the largest with its name.
    QPointF drawManyNumbers()
    {
        Eigen::Index place = 0;
        m_x.cwiseAbs().maxCoeff(&place);
        const double cell = m_plan.type(13) * 0.6 * 5 + 8;
        const double full = m_room;
        m_room = full - cell - m_plan.type(16) * 6;
        drawThinStrip();
        const QPointF from(m_left + m_room * (double(place) + 0.5) / double(m_x.size()), m_top);
        if (m_lit) {
            QPainter &painter = m_canvas.painter();
            painter.setPen(QPen(m_theme.ink, 1.5));
            painter.setBrush(Qt::NoBrush);
            const double width = std::max(4.0, m_room / double(m_x.size()));
            painter.drawRect(QRectF(from.x() - width / 2, m_top - 1, width, m_height + 2));
            const double right = m_left + full - cell;
            drawName({right - 8, m_baseline}, int(place), Align::right);
            drawNumber({right, m_top, cell, m_height}, int(place));
        }
        return from;
    }

    void drawThinStrip()
    {
        QPainter &painter = m_canvas.painter();
        m_drawn = {m_left, m_top, m_room, m_height};
        if (m_lit) {
            QImage image
                = heatImage(m_x.transpose(), ValueStyle::signedValue, Role::input, inputScale(m_scene), m_theme);
            const int pixels = std::max(1, qRound(m_room));
            if (image.width() > pixels)
                image = image.scaled(pixels, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
            painter.drawImage(m_drawn, image);
            drawSignMarks(painter, m_drawn, m_x.transpose(), {.role = Role::input, .scale = inputScale(m_scene)},
                          m_theme);
        }
        painter.setPen(QPen(m_theme.line, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(m_drawn);
        m_canvas.area(m_drawn, 0, tr("input x: %1 numbers").arg(m_x.size()), -1, Term{u"x"_qs});
    }

public:
    QRectF drawn() const { return m_drawn; }

private:
    CellCanvas &m_canvas;
    const CellPlan &m_plan;
    const Scene &m_scene;
    const Theme &m_theme;
    bool m_lit;
    Vector m_x;
    InputNames m_names{m_scene};
    double m_left, m_room, m_top, m_height, m_baseline;
    QRectF m_drawn;
};

} // namespace

QPointF drawCellInput(CellCanvas &canvas, double lit)
{
    const PainterScope scope(canvas.painter());
    InputStrip strip(canvas, lit);
    const QPointF from = strip.draw();
    if (canvas.scene().playhead.part == 0 && canvas.scene().playhead.pass == Pass::forward) {
        const double gap = canvas.plan().mark(6) - 4;
        canvas.ring(strip.drawn().adjusted(gap, gap, -gap, -gap), canvas.theme().wire(Role::input));
    }
    return from;
}

double inputScale(const Scene &scene)
{
    if (lettersRead(scene))
        return 1;
    if (scene.playhead.layer > 0) // states, as on their own layer
        return std::max(stateScale(scene, scene.playhead.layer - 1, Direction::forward),
                        scene.spec().bidirectional ? stateScale(scene, scene.playhead.layer - 1, Direction::backward)
                                                   : 0);
    return signedScale(layerInput(scene.trace(), scene.moment()).cwiseAbs().maxCoeff());
}

} // namespace gatescope
