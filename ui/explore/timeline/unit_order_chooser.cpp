// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/timeline/unit_order_chooser.h"

#include "ui/document/document.h"
#include "ui/document/playhead.h"
#include "ui/drawing/timeline/timeline_names.h"
#include "ui/explore/controls/step_view.h"

#include <QSignalBlocker>

namespace gatescope {

namespace {
constexpr int fewUnits = 12; ///< are found without an order
}

UnitOrderChooser::UnitOrderChooser(const Document &document, const Playhead &playhead, StepView &stepView,
                                   QWidget *parent)
    : QComboBox(parent), m_document(document), m_playhead(playhead), m_stepView(stepView)
{
    setAccessibleName(tr("Order of the units"));
    setToolTip(tr("In what order the units stand in the lanes, the largest at the top"));
    connect(&document, &Document::recordChanged, this, &UnitOrderChooser::refresh);
    connect(this, &QComboBox::activated, this, &UnitOrderChooser::choose);
    refresh();
}

/// What the cell has to offer.
void UnitOrderChooser::refresh()
{
    const Record &record = m_document.record();
    setVisible(record && record.spec().hiddenSize > fewUnits);
    if (!record || m_cell == record.spec().cell)
        return;
    m_cell = record.spec().cell;
    const QSignalBlocker quiet(this);
    clear();
    m_offered = {UnitOrder{}};
    addItem(tr("units by number"));
    for (const Part part : describe(*m_cell).recorded) {
        if (describe(part).range != Range::gate)
            continue;
        m_offered.push_back({UnitOrder::By::mean, part});
        addItem(roleOf(part) == Role::keeps ? tr("by memory") : tr("by mean %1").arg(partWords(part)));
        setItemData(count() - 1, tr("The mean of %1 over all steps").arg(partWords(part)), Qt::ToolTipRole);
    }
    m_offered.push_back({UnitOrder::By::movement});
    addItem(tr("by movement"));
    m_offered.push_back({UnitOrder::By::likeness});
    addItem(tr("by likeness"));
    setItemData(count() - 1, tr("Units whose state goes alike lie together; those that never move are last"),
                Qt::ToolTipRole);
    m_offered.push_back({UnitOrder::By::value});
    addItem(tr("by state here"));
    choose(0);
}

void UnitOrderChooser::choose(int index)
{
    UnitOrder order = m_offered[static_cast<std::size_t>(index)];
    if (order.by == UnitOrder::By::value) {
        order.step = m_playhead.state().step;
        setItemText(index, tr("by state at step %1").arg(order.step));
    }
    m_stepView.setOrder(order);
}

} // namespace gatescope
