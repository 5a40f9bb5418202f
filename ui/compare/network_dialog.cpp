// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/network_dialog.h"

#include "core/training/network_name.h"
#include "ui/common/dialog_buttons.h"
#include "ui/common/told_message.h"
#include "ui/common/translate.h"
#include "ui/plots/network_name.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace gatescope {

namespace {

QSpinBox *countField(int least, int most, int value, QWidget *parent)
{
    auto *field = new QSpinBox(parent);
    field->setRange(least, most);
    field->setValue(value);
    return field;
}

} // namespace

NetworkDialog::NetworkDialog(int units, QWidget *parent)
    : QDialog(parent), m_cell(new QComboBox(this)), m_reset(new QComboBox(this)), m_update(new QComboBox(this)),
      m_units(countField(1, 1024, units, this)), m_layers(countField(1, 8, 1, this)),
      m_bothDirections(new QCheckBox(this)), m_layerNorm(new QCheckBox(this)), m_startsOpen(new QCheckBox(this)),
      m_bias(new QDoubleSpinBox(this)), m_name(new QLineEdit(this)), m_problem(new QLabel(this))
{
    setWindowTitle(tr("Add a network"));
    for (const CellDescription &cell : cells())
        m_cell->addItem(written(cell.pytorchName), int(cell.kind));
    m_reset->addItem(tr("after the matrix, as PyTorch"), int(ResetPlacement::after));
    m_reset->addItem(tr("before the matrix, as the first paper"), int(ResetPlacement::before));
    m_update->addItem(tr("keeps the old state, as PyTorch"), int(UpdateMeaning::keeps));
    m_update->addItem(tr("overwrites it, as the first paper"), int(UpdateMeaning::overwrites));
    m_bias->setRange(-10, 10);
    m_bias->setValue(2);
    layOut();
    for (QComboBox *field : {m_cell, m_reset, m_update})
        connect(field, &QComboBox::activated, this, &NetworkDialog::follow);
    for (QSpinBox *field : {m_units, m_layers})
        connect(field, &QSpinBox::valueChanged, this, &NetworkDialog::follow);
    for (QCheckBox *field : {m_bothDirections, m_layerNorm, m_startsOpen})
        connect(field, &QCheckBox::clicked, this, &NetworkDialog::follow);
    connect(m_bias, &QDoubleSpinBox::valueChanged, this, &NetworkDialog::follow);
    follow();
}

void NetworkDialog::layOut()
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(24, 20, 24, 20);
    form->setSpacing(10);
    form->addRow(tr("Cell"), m_cell);
    form->addRow(tr("Units"), m_units);
    form->addRow(tr("Layers"), m_layers);
    form->addRow(tr("Both directions"), m_bothDirections);
    form->addRow(tr("Layer norm"), m_layerNorm);
    form->addRow(tr("Keeping gate starts open"), m_startsOpen);
    form->addRow(tr("by a bias of"), m_bias);
    form->addRow(tr("Reset gate"), m_reset);
    form->addRow(tr("Update gate"), m_update);
    form->addRow(tr("Name"), m_name);
    form->addRow(m_problem);
    m_problem->setObjectName(QStringLiteral("networkProblem"));
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    for (QCheckBox *field : {m_bothDirections, m_layerNorm, m_startsOpen})
        field->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // the ring of the focus is as wide as the box
    const QWidgetList inOrder{m_cell,       m_units, m_layers, m_bothDirections, m_layerNorm,
                              m_startsOpen, m_bias,  m_reset,  m_update,         m_name};
    for (qsizetype i = 1; i < inOrder.size(); ++i)
        setTabOrder(inOrder[i - 1], inOrder[i]);
    m_units->setToolTip(tr("With equal parameters all networks but the first get the units that come nearest to it."));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_add = buttons->addButton(tr("Add"), QDialogButtonBox::AcceptRole);
    makePrimary(*m_add);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
}

RaceEntry NetworkDialog::entry() const
{
    RaceEntry entry;
    entry.spec.cell = CellKind(m_cell->currentData().toInt());
    entry.spec.hiddenSize = m_units->value();
    entry.spec.layers = m_layers->value();
    entry.spec.bidirectional = m_bothDirections->isChecked();
    entry.spec.layerNorm = m_layerNorm->isChecked();
    if (m_reset->isEnabled())
        entry.spec.reset = ResetPlacement(m_reset->currentData().toInt());
    if (m_update->isEnabled())
        entry.spec.update = UpdateMeaning(m_update->currentData().toInt());
    if (m_startsOpen->isEnabled() && m_startsOpen->isChecked())
        entry.keepsAtFirst = m_bias->value();
    const QString given = m_name->text().trimmed();
    entry.name = given.isEmpty() ? usualName(entry) : given.toStdString();
    return entry;
}

void NetworkDialog::follow()
{
    const auto cell = CellKind(m_cell->currentData().toInt());
    m_reset->setEnabled(cell == CellKind::gru);
    m_update->setEnabled(cell == CellKind::gru);
    m_startsOpen->setEnabled(cell != CellKind::rnn);
    m_bias->setEnabled(m_startsOpen->isEnabled() && m_startsOpen->isChecked());
    const RaceEntry network = entry();
    m_name->setPlaceholderText(networkName(usualName(network)));
    const auto valid = check(network.spec);
    const QString problem = valid ? QString() : said(valid.error().sentence);
    if (problem != m_problem->text()) {
        tellMessage(*m_problem, problem);
        adjustSize(); // the sentence takes more lines, or gives them back
    }
    m_add->setEnabled(bool(valid));
}

} // namespace gatescope
