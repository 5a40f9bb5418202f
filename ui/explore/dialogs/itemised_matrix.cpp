// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/dialogs/itemised_matrix.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/document/document.h"
#include "ui/drawing/marks/marks.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace gatescope {

ItemisedMatrix::ItemisedMatrix(Document &document, Playhead &playhead, QWidget *parent)
    : QWidget(parent), m_document(document), m_playhead(playhead)
{
    setFocusPolicy(Qt::StrongFocus);
    connect(&playhead, &Playhead::moved, this, qOverload<>(&QWidget::update));
    tell();
}

void ItemisedMatrix::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    update();
}

void ItemisedMatrix::setAnswer(const std::optional<ItemisingAnswer> &answer)
{
    m_answer = answer;
    if (const ItemisedGradient *now = items(); now && m_chosen)
        if (m_chosen->row >= now->lengths.rows() || m_chosen->column >= now->lengths.cols())
            m_chosen.reset();
    tell();
    update();
}

const ItemisedGradient *ItemisedMatrix::items() const
{
    return m_answer && m_answer->items ? &*m_answer->items : nullptr;
}

void ItemisedMatrix::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_areas.clear();
    const auto scene = currentScene(m_document, m_playhead, m_settings);
    if (scene && items()) {
        const double scale = m_settings.scale; // in a larger window all of it is larger
        painter.scale(scale, scale);
        m_areas = drawItemised(painter, drawnSize(), *scene, *items(), m_chosen);
        for (HitArea &area : m_areas)
            area.where = QRectF(area.where.topLeft() * scale, area.where.size() * scale);
        return;
    }
    painter.fillRect(rect(), m_settings.theme->paper);
    const QString words = m_answer && !m_answer->items ? said(m_answer->items.error().sentence) : tr("computing …");
    const double margin = m_settings.px(24);
    drawParagraph(painter, {margin, margin}, words, interfaceFont(m_settings.px(14)), m_settings.theme->ink2,
                  width() - 2 * margin);
}

void ItemisedMatrix::goTo(int step)
{
    PlayheadState there = m_playhead.state();
    there.step = step;
    there.pass = Pass::backward;
    there.progress = 1;
    m_playhead.moveTo(there);
}

void ItemisedMatrix::mousePressEvent(QMouseEvent *event)
{
    if (!items() || items()->lengths.size() == 0)
        return;
    const auto cell
        = itemisedGeometry(drawnSize(), m_settings.classroom, *items()).cellAt(event->position() / m_settings.scale);
    if (!cell)
        return;
    choose(*cell);
    goTo(cell->column);
}

ItemisedCell ItemisedMatrix::first() const
{
    const int step = std::min(m_playhead.state().step, static_cast<int>(items()->lengths.cols()) - 1);
    const auto &sources = items()->sources;
    const auto row = std::ranges::find(sources, step);
    return {static_cast<int>((row == sources.end() ? sources.end() - 1 : row) - sources.begin()), step};
}

void ItemisedMatrix::keyPressEvent(QKeyEvent *event)
{
    if (!items() || items()->lengths.size() == 0)
        return QWidget::keyPressEvent(event);
    const int lastRow = static_cast<int>(items()->lengths.rows()) - 1;
    const int lastColumn = static_cast<int>(items()->lengths.cols()) - 1;
    ItemisedCell cell = m_chosen.value_or(first());
    switch (event->key()) {
    case Qt::Key_Left:
        cell.column -= m_chosen ? 1 : 0; // the first press shows where one is
        break;
    case Qt::Key_Right:
        cell.column += m_chosen ? 1 : 0;
        break;
    case Qt::Key_Up:
        cell.row -= m_chosen ? 1 : 0;
        break;
    case Qt::Key_Down:
        cell.row += m_chosen ? 1 : 0;
        break;
    case Qt::Key_Home:
        cell.column = 0;
        break;
    case Qt::Key_End:
        cell.column = lastColumn;
        break;
    case Qt::Key_PageUp:
        cell.row = 0;
        break;
    case Qt::Key_PageDown:
        cell.row = lastRow;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        goTo(cell.column);
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    choose({std::clamp(cell.row, 0, lastRow), std::clamp(cell.column, 0, lastColumn)});
}

void ItemisedMatrix::choose(const ItemisedCell &cell)
{
    m_chosen = cell;
    tell();
    update();
}

/// The name of what has the focus is told whenever it changes.
void ItemisedMatrix::tell()
{
    setAccessibleName(items() && m_chosen ? itemisedWords(*items(), *m_chosen) : tr("The gradient by its source"));
    setAccessibleDescription(items() ? tr("The arrow keys choose a cell, Enter goes to its step.") : QString());
}

bool ItemisedMatrix::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto &help = static_cast<const QHelpEvent &>(*event);
    if (const HitArea *area = areaAt(m_areas, help.pos()))
        QToolTip::showText(help.globalPos(), area->says(), this, area->where.toAlignedRect());
    else
        QToolTip::hideText();
    return true;
}

} // namespace gatescope
