// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/dialogs/units_dialog.h"

#include "ui/common/fields.h"
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/document/document.h"
#include "ui/drawing/timeline/timeline_names.h"
#include "ui/drawing/words/unit_names.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace gatescope {

UnitsDialog::UnitsDialog(const Document &document, Playhead &playhead, QWidget *parent)
    : QDialog(parent), m_document(document), m_playhead(playhead),
      m_how(new QLabel(tr("Units of which both are true, in the layer and the sequence that one looks at:"), this)),
      m_rows{makeRow(tr("First")), makeRow(tr("Second"))}, m_found(new QLabel(this)), m_list(new QListWidget(this))
{
    setWindowTitle(tr("Units that are on here and off there"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(10);
    column->addWidget(m_how);
    for (const Row &row : m_rows) {
        auto *line = new QHBoxLayout;
        line->addWidget(row.part);
        line->addWidget(row.side);
        line->addWidget(row.bound);
        line->addWidget(row.step, 1);
        column->addLayout(line);
    }
    column->addWidget(m_found);
    column->addWidget(m_list, 1);
    m_how->setWordWrap(true);
    m_list->setAccessibleName(tr("Units that were found"));
    m_rows[1].side->setCurrentIndex(1);
    connect(m_list, &QListWidget::currentRowChanged, this, &UnitsDialog::follow);
    connect(&document, &Document::recordChanged, this, &UnitsDialog::refresh);
    connect(&playhead, &Playhead::moved, this, [this](const PlayheadState &state) {
        Moment where = state.moment();
        where.step = 0;
        if (!(std::exchange(m_where, where) == where))
            refresh(); // another layer, direction or sequence
    });
    resize(520, 420);
    refresh();
}

UnitsDialog::Row UnitsDialog::makeRow(const QString &name)
{
    const Row row{new QComboBox(this), new QComboBox(this), new QDoubleSpinBox(this), new QSpinBox(this)};
    row.side->addItems({tr("above"), tr("below")});
    row.bound->setRange(-1000, 1000);
    row.bound->setSingleStep(0.05);
    row.bound->setValue(0.5);
    row.step->setPrefix(tr("at step "));
    row.part->setAccessibleName(tr("%1 condition: what is looked at").arg(name));
    row.side->setAccessibleName(tr("%1 condition: above or below").arg(name));
    row.bound->setAccessibleName(tr("%1 condition: the bound").arg(name));
    row.step->setAccessibleName(tr("%1 condition: the step").arg(name));
    connect(row.part, &QComboBox::currentIndexChanged, this, &UnitsDialog::list);
    connect(row.side, &QComboBox::currentIndexChanged, this, &UnitsDialog::list);
    connect(row.bound, &QDoubleSpinBox::valueChanged, this, &UnitsDialog::list);
    connect(row.step, &QSpinBox::valueChanged, this, &UnitsDialog::list);
    return row;
}

void UnitsDialog::setSettings(const ViewSettings &settings)
{
    const double size = settings.px(settings.classroom ? 18 : 14);
    growWith(*this, settings);
    for (QLabel *label : {m_how, m_found}) {
        label->setFont(interfaceFont(size));
        setTextColour(*label, settings.theme->ink);
    }
    m_list->setFont(numberFont(size));
}

void UnitsDialog::ask(const std::array<UnitCondition, 2> &wanted)
{
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto part = std::ranges::find(m_parts, wanted[i].part);
        m_rows[i].part->setCurrentIndex(static_cast<int>(part - m_parts.begin()));
        m_rows[i].side->setCurrentIndex(wanted[i].isAbove ? 0 : 1);
        m_rows[i].bound->setValue(wanted[i].bound);
        m_rows[i].step->setValue(wanted[i].step);
    }
}

std::array<UnitCondition, 2> UnitsDialog::asked() const
{
    std::array<UnitCondition, 2> wanted;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const Row &row = m_rows[i];
        const int part = std::max(0, row.part->currentIndex());
        wanted[i] = {m_parts[static_cast<std::size_t>(part)], row.side->currentIndex() == 0, row.bound->value(),
                     row.step->value()};
    }
    return wanted;
}

/// The parts and the steps that the record has.
void UnitsDialog::refresh()
{
    const Record &record = m_document.record();
    if (!record) {
        const QSignalBlocker quiet(m_list); // its units are of a run that is gone
        m_units.clear();
        m_list->clear();
        return;
    }
    if (m_cell != record.spec().cell) {
        m_cell = record.spec().cell;
        m_parts = describe(*m_cell).recorded;
        const auto state = std::ranges::find(m_parts, Part::state) - m_parts.begin();
        for (const Row &row : m_rows) {
            const QSignalBlocker quiet(row.part);
            row.part->clear();
            for (const Part part : m_parts)
                row.part->addItem(partWords(part));
            row.part->setCurrentIndex(static_cast<int>(state));
        }
    }
    for (const Row &row : m_rows) {
        const QSignalBlocker quiet(row.step); // a shorter run moves one after the other
        setRangeIfOther(*row.step, 0, record.trace->length(clamped(m_playhead.state(), *record.trace).sequence) - 1);
    }
    list();
}

void UnitsDialog::list()
{
    const Record &record = m_document.record();
    if (!record || m_parts.empty())
        return;
    const PlayheadState at = clamped(m_playhead.state(), *record.trace);
    const std::array<UnitCondition, 2> wanted = asked();
    m_units = unitsWhere(wanted, *record.trace, at.moment());
    const LayerTrace &layer = record.trace->at(at.layer, at.direction);
    const auto labelOf = [&](int unit) {
        const UnitNote *note = noteOn(record.experiment->units, at.layer, at.direction, unit);
        return unitLabel(unit, note ? QString::fromStdString(note->name) : QString());
    };
    QStringList lines;
    for (const int unit : m_units) {
        const auto value
            = [&](const UnitCondition &one) { return inInspector(layer[one.part](one.step, at.sequence, unit)); };
        lines << tr("unit %1: %2 at step %3, %4 at step %5")
                     .arg(labelOf(unit), value(wanted[0]), QString::number(wanted[0].step), value(wanted[1]),
                          QString::number(wanted[1].step));
    }
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_list->addItems(lines);
    m_found->setText(m_units.empty() ? tr("No unit.")
                                     : tr("%1 of %2 units:").arg(m_units.size()).arg(record.spec().hiddenSize));
}

void UnitsDialog::follow(int row)
{
    if (row < 0 || row >= std::ssize(m_units))
        return;
    PlayheadState there = m_playhead.state();
    there.unit = m_units[static_cast<std::size_t>(row)];
    there.output = PlayheadState::none;
    m_playhead.moveTo(there);
}

} // namespace gatescope
