// SPDX-License-Identifier: GPL-3.0-or-later
// What the form of a training asks, row by row, with a sentence for each.
#include "ui/train/training_form.h"

#include "core/engine/backends.h"
#include "core/ops/optimizer_names.h"
#include "ui/common/number_fields.h"
#include "ui/common/translate.h"
#include "ui/document/training/training.h"
#include "ui/train/table_dialog.h"

#include <algorithm>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatescope {

namespace {

/// As those who made it write it; files have it in small letters.
QString shownName(OptimizerKind kind)
{
    switch (kind) {
    case OptimizerKind::sgd:
        return QStringLiteral("SGD");
    case OptimizerKind::rmsprop:
        return QStringLiteral("RMSprop");
    case OptimizerKind::adam:
        return QStringLiteral("Adam");
    case OptimizerKind::adamw:
        return QStringLiteral("AdamW");
    }
    return {};
}

} // namespace

void TrainingForm::makeFields()
{
    fillChoices();
    m_problem->setObjectName(QStringLiteral("problem"));
    m_rows.column().addWidget(m_problem); // first: it says why nothing can start
    addTaskRows();
    addNetworkRows();
    addOptimizerRows();
    addRunRows();
    m_takeBack->setToolTip(tr("Forgets what was changed in this form, so that the run can go on."));
    m_rows.column().addSpacing(8);
    m_rows.column().addWidget(m_new);
    m_rows.column().addWidget(m_takeBack, 0, Qt::AlignLeft);
    m_rows.column().addStretch(1);
}

void TrainingForm::fillChoices()
{
    for (const TaskDescription &task : tasks())
        m_task->addItem(translated(task.title), written(task.name));
    for (const CellDescription &cell : cells())
        m_cell->addItem(written(cell.pytorchName), int(cell.kind));
    for (const auto &[inFiles, kind] : optimizerNames)
        m_optimizer->addItem(shownName(kind), int(kind));
    m_backend->addItem(tr("fastest", "backend"), QStringLiteral("auto"));
    for (const auto &backend : availableBackends())
        for (const auto &[name, products] : productPrecisionNames)
            if (products == ProductPrecision::float32 || backend->name() == "cuda")
                m_backend->addItem(written(withProducts(backend->name(), products)),
                                   written(withProducts(backend->name(), products)));
    for (const double pace : {5.0, 25.0, 100.0, 400.0})
        m_pace->addItem(tr("%1 / s").arg(pace), pace);
    m_pace->addItem(tr("fastest"), 0.0);
    m_updateBias->setRange(asDrawn, 10);
    m_updateBias->setSpecialValueText(tr("not set"));
    m_updateBias->setSingleStep(0.5);
    m_clip->setSpecialValueText(tr("off"));
    m_columns->setText(tr("Choose…"));
    addMissingValues(*m_missing);
}

void TrainingForm::addTaskRows()
{
    m_rows.addHeading(tr("Task"));
    m_rows.addWideRow(tr("Task"), m_task, tr("What the network is to learn."));
    m_rows.column().addSpacing(4);
    m_rows.column().addWidget(m_description);
    m_rows.column().addSpacing(8);
    m_rows.addWideRow(tr("Data"), m_ownFile, tr("A text or a table of your own in place of what is shipped."));
    m_rows.addWideRow(tr("Columns"), m_columns, tr("Shows the table, and which of its columns are read and forecast."));
    m_rows.addWideRow(tr("Empty cells"), m_missing,
                      tr("What becomes of a row of your table in which a number is missing."));
    m_rows.addRow(tr("Length"), m_length,
                  tr("How long a sequence is: the longer, the longer something has to be kept."));
    m_rows.addRow(tr("Rows per update"), m_batch,
                  tr("Sequences that are averaged for one update: more are steadier and slower."));
}

void TrainingForm::addNetworkRows()
{
    m_rows.addHeading(tr("Network"));
    m_rows.addRow(tr("Cell"), m_cell, tr("GRU and LSTM have gates that can hold a state; a plain RNN has none."));
    m_rows.addRow(tr("Units"), m_units, tr("How many numbers the state of a layer has."));
    m_rows.addRow(tr("Layers"), m_layers, tr("Each layer reads the states of the one below."));
    m_rows.addRow(tr("Both directions"), m_bothDirections,
                  tr("A second set of weights reads from the end to the beginning."));
    m_rows.addRow(tr("Update bias"), m_updateBias,
                  tr("Opens the update gate before anything is learned, where it is set: 2 keeps 88 % of the old state "
                     "at each step."));
    m_rows.addRow(tr("Parameters"), m_parameters, tr("All numbers that are learned; they follow from the rows above."));
}

void TrainingForm::addOptimizerRows()
{
    m_rows.addHeading(tr("Optimizer"));
    m_rows.addRow(tr("Method"), m_optimizer,
                  tr("How a weight follows its gradient; Adam gives each weight a step size of its own."));
    m_rows.addRow(tr("Learning rate"), m_rate,
                  tr("How far an update goes: too small is slow, too large never settles."));
    m_rows.column().addWidget(m_doubt);
    m_rows.addRow(tr("Clip gradient at"), m_clip,
                  tr("A longer gradient is shortened to this norm, so that one batch cannot throw all away."));
}

void TrainingForm::addRunRows()
{
    m_rows.addHeading(tr("Run"));
    m_rows.addRow(tr("Updates"), m_updates, tr("How many updates are made."));
    m_rows.addRow(tr("Pace"), m_pace,
                  tr("How many updates are made in a second: slow enough to look on, or as fast as it can."));
    m_rows.addRow(tr("Seed"), m_seed,
                  tr("Of the first weights and of the data: the same seed gives the same curve, bit by bit."));
    m_rows.addRow(tr("Processors"), m_threads,
                  tr("How many share an update. Small networks are quickest with one; more change the last digits of "
                     "the curve."));
    m_rows.addRow(tr("Pause when solved"), m_stopWhenSolved,
                  tr("Pauses at the update at which the task counts as solved."));
    m_rows.addRow(tr("Computes on"), m_backend,
                  tr("Which engine computes; they differ in speed, not in what they compute."));
    m_rows.addRow(tr("CPU beside CUDA"), m_sideBySide,
                  tr("The same run twice at once, on the processor and on a device: both curves, and how fast each "
                     "is where the pace holds none up."));
    m_rows.column().addWidget(m_needsDevice);
    m_rows.addWideRow(tr("Larger demo"), m_largerDemo,
                      tr("Two layers of 1,024 units learn to add: what they need, and the same in small."));
}

} // namespace gatescope
