// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/numbers.h"
#include "ui/drawing/marks/scales.h"
#include "ui/drawing/unit/unit_canvas.h"
#include "ui/drawing/words/unit_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// What the unit reads, each with its weight in every one of the cell's sums; backwards, what it sends back to each.
class InputsPainter
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    explicit InputsPainter(UnitCanvas &canvas)
        : m_canvas(canvas), m_theme(canvas.theme()), m_plan(canvas.at()),
          m_blocks(describe(canvas.scene().spec().cell).blocks),
          m_backward(canvas.scene().playhead.pass == Pass::backward && canvas.scene().record.gradients)
    {
        for (int block = 0; block < int(m_blocks.size()); ++block)
            m_columns.push_back(readTerms(block));
    }

    void draw()
    {
        std::vector<Term> lit;
        for (const auto &column : m_columns) {
            for (const UnitTerm &term : column)
                lit.insert(lit.end(), {term.weightTerm, term.valueTerm});
        }
        m_canvas.setTerms(lit);
        drawTitles();
        const std::vector<int> rows = chosenRows();
        const int left = static_cast<int>(m_columns.front().size() - rows.size());
        const int lines = static_cast<int>(rows.size()) + (left > 0);
        m_pitch = std::min(m_plan.down(36), (bottom() - m_plan.rowsTop - m_plan.gap) / std::max(1, lines));
        double y = m_plan.rowsTop;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i > 0 && m_columns.front()[rows[i]].kind != m_columns.front()[rows[i - 1]].kind)
                y += m_plan.gap;
            drawRow(rows[i], y);
            y += m_pitch;
        }
        if (left > 0)
            m_canvas.words({m_plan.value, y + m_pitch * 0.68}, {tr("and %1 more").arg(left)}, m_plan.across(300),
                           m_theme.ink2, Align::left, 15);
        drawWords();
    }

private:
    /// The rows of a block that read x or h, at its unit.
    std::vector<UnitTerm> readTerms(int block) const
    {
        const UnitSum sum = unitSum(m_canvas.scene(), block);
        std::vector<UnitTerm> inputs, states;
        for (const std::vector<UnitTerm> *terms : {&sum.inner, &sum.terms}) {
            for (const UnitTerm &term : *terms) {
                if (term.kind == UnitTerm::Kind::input)
                    inputs.push_back(term);
                else if (term.kind == UnitTerm::Kind::state)
                    states.push_back(term);
            }
        }
        inputs.insert(inputs.end(), states.begin(), states.end());
        return inputs;
    }

    double bottom() const { return m_plan.size.height() - m_plan.down(40); }
    double columnLeft(int block) const { return m_plan.across(440) + block * m_plan.across(130); }

    /// The rows that fit: those whose values are largest.
    std::vector<int> chosenRows() const
    {
        const std::vector<UnitTerm> &terms = m_columns.front();
        std::vector<int> rows(terms.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            rows[i] = static_cast<int>(i);
        const int room = std::max(4, static_cast<int>((bottom() - m_plan.rowsTop - m_plan.gap) / m_plan.leastPitch));
        if (int(rows.size()) <= room)
            return rows;
        std::ranges::stable_sort(rows,
                                 [&](int a, int b) { return std::abs(*terms[a].value) > std::abs(*terms[b].value); });
        rows.resize(std::size_t(room - 1));
        std::ranges::sort(rows);
        return rows;
    }

    void drawTitles()
    {
        const int H = m_canvas.scene().spec().hiddenSize;
        m_canvas.words({m_plan.value + m_plan.cell / 2, m_plan.titles}, {tr("value")}, m_plan.cell * 1.6, m_theme.ink,
                       Align::centre, 16, QFont::DemiBold);
        m_canvas.words({m_plan.value + m_plan.cell / 2, m_plan.subtitles}, {tr("comes in")}, m_plan.cell * 1.6,
                       m_theme.ink2, Align::centre, 14);
        for (int block = 0; block < int(m_blocks.size()); ++block) {
            const double middle = columnLeft(block) + m_plan.cell / 2;
            const QString letter = QString::fromUtf8(m_blocks[block].letter.data());
            const int row = block * H + m_canvas.scene().playhead.unit;
            m_canvas.formula({middle, m_plan.titles}, {m_backward ? u"*via* "_qs + letter : u"*to* "_qs + letter},
                             m_plan.across(120), m_theme.of(roleOf(m_blocks[block].part)).text, Align::centre, 20);
            m_canvas.words({middle, m_plan.subtitles}, {m_backward ? tr("sent back") : tr("row %1").arg(row)},
                           m_plan.across(126), m_theme.ink2, Align::centre, 14);
            m_canvas.place({columnLeft(block), m_plan.titles - m_canvas.plan().type(20), m_plan.cell,
                            m_canvas.plan().type(20) * 2},
                           tr("%1, unit %2")
                               .arg(tr(describe(m_blocks[block].part).label.data()),
                                    unitLabel(m_canvas.scene(), m_canvas.scene().playhead.unit)),
                           {}, m_canvas.atPart(partThatMakes(m_canvas.scene().spec().cell, m_blocks[block].part)));
        }
    }

    void drawRow(int row, double y)
    {
        const UnitTerm &first = m_columns.front()[row];
        const double height = std::max(8.0, m_pitch - m_plan.down(4)), middle = y + m_pitch / 2;
        const double size = std::min(21.0, m_pitch / m_canvas.plan().scale);
        const double pixels = m_canvas.plan().type(size);
        const Opacity emphasis(m_canvas.painter(), m_canvas.emphasis(first.valueTerm, first.weightTerm));
        QString symbol = first.kind == UnitTerm::Kind::state ? u"h_{%1}"_qs.arg(first.valueTerm.unit) : first.symbol;
        double right = m_plan.value - m_plan.across(12);
        if (!first.letter.isEmpty()) {
            m_canvas.number({right, middle + m_canvas.plan().type(17) * 0.36},
                            first.letter == u" "_qs ? u"␣"_qs : first.letter, 17, m_theme.of(Role::input).text,
                            Align::right, QFont::Bold);
            right -= m_canvas.plan().type(17) * 0.8;
            symbol = u"x"_qs;
        }
        m_canvas.formula({right, middle + pixels * 0.28}, {symbol}, right, m_theme.of(first.valueRole).text,
                         Align::right, size);
        const UnitTerm &plain = first;
        const QRectF value(m_plan.value, middle - height / 2, m_plan.cell, height);
        const double share = m_backward ? 1 : m_canvas.scene().playhead.progress;
        const double read = first.kind == UnitTerm::Kind::state
            ? stateBefore(m_canvas.scene().trace(), m_canvas.scene().moment())[first.valueTerm.unit]
            : *plain.value;
        const QString name = first.kind == UnitTerm::Kind::state
            ? tr("h before, unit %1").arg(unitLabel(m_canvas.scene(), first.valueTerm.unit))
            : first.valueName;
        m_canvas.cell(value, read, false, first.valueRole, niceScale(std::abs(read)), share);
        m_canvas.place(value,
                       share >= 1 ? u"%1 = %2"_qs.arg(name, inInspector(read)) : tr("%1: not computed yet").arg(name),
                       first.valueTerm, first.leadsTo());
        for (int block = 0; block < int(m_blocks.size()); ++block)
            drawWeight(m_columns[block][row], block, middle, height);
    }

    void drawWeight(const UnitTerm &term, int block, double middle, double height)
    {
        const QRectF box(columnLeft(block), middle - height / 2, m_plan.cell, height);
        if (!m_backward) {
            m_canvas.cell(box, term.weight, false, term.weightRole, term.weightScale, 1);
            m_canvas.place(box, u"%1 = %2"_qs.arg(term.weightName, inInspector(term.weight)), term.weightTerm,
                           m_canvas.atPart(partThatMakes(m_canvas.scene().spec().cell, m_blocks[block].part)));
            return;
        }
        const double share = m_canvas.scene().playhead.progress;
        const Opacity opacity(m_canvas.painter(), m_canvas.shown(share));
        if (m_canvas.painter().opacity() > 0)
            m_canvas.number({box.center().x(), middle + m_plan.digits * 0.36}, gradientNumber(term.valueGradient),
                            m_plan.digits / m_canvas.plan().scale * 0.9, m_theme.of(Role::gradient).text,
                            Align::centre);
        m_canvas.place(
            box,
            share >= 1 ? tr("sent back by %1: %2").arg(term.weightName, gradientNumber(term.valueGradient, 3))
                       : tr("sent back: not computed yet"),
            term.weightTerm, m_canvas.atPart(partThatMakes(m_canvas.scene().spec().cell, m_blocks[block].part)));
    }

    void drawWords()
    {
        const double left = columnLeft(int(m_blocks.size())) + m_plan.across(20);
        const double room = m_plan.right - left;
        const int sums = static_cast<int>(m_blocks.size());
        double y = m_plan.rowsTop + m_canvas.plan().type(18);
        const QStringList lines = m_backward
            ? QStringList{tr("Each of the %1 sums sends its gradient back").arg(sums),
                          tr("to all that it has read, through the same weights.")}
            : QStringList{tr("Unit %1 reads all of x and all of the old state,").arg(m_canvas.scene().playhead.unit),
                          tr("once for each of its %1 sums, with other weights.").arg(sums)};
        for (const QString &line : lines) {
            m_canvas.words({left, y}, {line}, room, m_theme.ink2, Align::left, 16);
            y += m_canvas.plan().type(16) * 1.5;
        }
    }

    UnitCanvas &m_canvas;
    const Theme &m_theme;
    const UnitPlan &m_plan;
    const std::vector<Block> &m_blocks;
    bool m_backward;
    std::vector<std::vector<UnitTerm>> m_columns;
    double m_pitch = 0;
};

} // namespace

void drawUnitInputs(UnitCanvas &canvas)
{
    const PainterScope scope(canvas.painter());
    InputsPainter(canvas).draw();
}

} // namespace gatescope
