// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/dialogs/itemised_dialog.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/document/document.h"
#include "ui/drawing/itemised_drawing.h"
#include "ui/drawing/marks.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace gatescope {

namespace {

bool isSameLayer(const Moment &a, const Moment &b)
{
    return a.layer == b.layer && a.direction == b.direction && a.sequence == b.sequence;
}

} // namespace

ItemisedDialog::ItemisedDialog(Document &document, Playhead &playhead, QWidget *parent)
    : QDialog(parent), m_document(document), m_playhead(playhead), m_itemising(document.backend())
{
    setWindowTitle(tr("The gradient by its source"));
    setAccessibleName(windowTitle());
    connect(&document, &Document::recordChanged, this, &ItemisedDialog::ask);
    connect(&playhead, &Playhead::moved, this, [this] {
        ask();
        update();
    });
    connect(&m_itemising, &Itemising::answered, this, [this](const ItemisingAnswer &answer) {
        if (!isCurrent(answer))
            return;
        m_answer = answer;
        update();
    });
    resize(860, 600);
}

void ItemisedDialog::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    update();
}

void ItemisedDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    ask();
}

bool ItemisedDialog::isCurrent(const ItemisingAnswer &answer) const
{
    return m_document.record() && answer.trace == m_document.record().trace
        && isSameLayer(answer.place, clamped(m_playhead.state(), *answer.trace).moment());
}

/// Only while somebody looks, and only about what is not answered yet.
void ItemisedDialog::ask()
{
    if (!isVisible() || !m_document.record())
        return;
    const Moment place = clamped(m_playhead.state(), *m_document.record().trace).moment();
    if (m_asked == m_document.record().trace && isSameLayer(m_askedPlace, place))
        return;
    m_asked = m_document.record().trace;
    m_askedPlace = place;
    m_answer.reset();
    m_itemising.ask(m_document.record(), place);
    update();
}

void ItemisedDialog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_areas.clear();
    const auto scene = currentScene(m_document, m_playhead, m_settings);
    if (scene && m_answer && m_answer->items) {
        m_areas = drawItemised(painter, size(), *scene, *m_answer->items);
        return;
    }
    painter.fillRect(rect(), m_settings.theme->paper);
    const QString words = m_answer ? said(m_answer->items.error().sentence) : tr("computing …");
    drawParagraph(painter, {24, 24}, words, interfaceFont(14), m_settings.theme->ink2, width() - 48);
}

void ItemisedDialog::mousePressEvent(QMouseEvent *event)
{
    if (const HitArea *area = areaAt(m_areas, event->position()))
        m_playhead.moveTo(area->leadsTo);
}

bool ItemisedDialog::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QDialog::event(event);
    const auto &help = static_cast<const QHelpEvent &>(*event);
    if (const HitArea *area = areaAt(m_areas, help.pos()))
        QToolTip::showText(help.globalPos(), area->says(), this, area->where.toAlignedRect());
    else
        QToolTip::hideText();
    return true;
}

} // namespace gatescope
