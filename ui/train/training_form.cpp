// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/training_form.h"

#include "ui/common/calm_wheel.h"
#include "ui/common/fonts.h"
#include "ui/common/number_fields.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/document/training/side_run.h"
#include "ui/document/training/training.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QThread>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int afterTheLastKey = 350; ///< milliseconds
constexpr int fieldWidth = 138;      ///< at least; in German "unverändert" needs a little more
constexpr int besideWords = 64;      ///< of a field with arrows

/// The tasks that read a file.
bool readsFile(const std::string &task)
{
    return task == "text" || task == "words" || task == "sentiment" || task == "table";
}

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

TrainingForm::TrainingForm(Training &training, SideRun &sideRun, QWidget *parent)
    : QWidget(parent), m_training(training), m_sideRun(sideRun), m_rows(*this), m_task(new QComboBox(this)),
      m_cell(new QComboBox(this)), m_optimizer(new QComboBox(this)), m_backend(new QComboBox(this)),
      m_pace(new QComboBox(this)), m_missing(new QComboBox(this)), m_length(countField(1, 100000, this)),
      m_batch(countField(1, 4096, this)), m_units(countField(1, 2048, this)), m_layers(countField(1, 8, this)),
      m_updates(countField(1, 10'000'000, this)), m_seed(countField(0, 999'999, this)),
      m_threads(countField(1, std::max(1, QThread::idealThreadCount()), this)), m_rate(new RateField(this)),
      m_clip(new RateField(this)), m_updateBias(new RateField(this)), m_bothDirections(new QCheckBox(this)),
      m_stopWhenSolved(new QCheckBox(this)), m_sideBySide(new QCheckBox(this)), m_ownFile(new QPushButton(this)),
      m_columns(new QPushButton(this)), m_takeBack(new QPushButton(tr("Back to the run's settings"), this)),
      m_largerDemo(new QPushButton(tr("What it takes…"), this)), m_description(wrapped(this)),
      m_parameters(new QLabel(this)), m_problem(wrapped(this)), m_doubt(wrapped(this)), m_new(wrapped(this)),
      m_needsDevice(wrapped(this)), m_soon(new QTimer(this))
{
    for (QLabel *label : {m_description, m_parameters})
        label->setProperty("secondary", true);
    m_needsDevice->setObjectName(QStringLiteral("needsDevice"));
    m_needsDevice->hide();
    makeFields();
    calmWheel(*this);
    show();
    connectFields();
}

void TrainingForm::connectFields()
{
    connect(m_task, &QComboBox::activated, this, &TrainingForm::taskChosen);
    for (QComboBox *field : {m_cell, m_optimizer, m_backend, m_missing})
        connect(field, &QComboBox::activated, this, &TrainingForm::apply);
    for (QSpinBox *field : {m_length, m_batch, m_units, m_layers, m_updates, m_seed, m_threads})
        connect(field, &QSpinBox::valueChanged, this,
                field == m_length ? &TrainingForm::applySoon : &TrainingForm::apply);
    connect(m_length, &QSpinBox::editingFinished, this, &TrainingForm::settle);
    connect(&m_training, &Training::planNeeded, this, &TrainingForm::settle);
    m_soon->setSingleShot(true);
    m_soon->setInterval(afterTheLastKey);
    connect(m_soon, &QTimer::timeout, this, &TrainingForm::apply);
    for (QDoubleSpinBox *field : {m_rate, m_clip, m_updateBias})
        connect(field, &QDoubleSpinBox::valueChanged, this, &TrainingForm::apply);
    connect(m_bothDirections, &QCheckBox::clicked, this, &TrainingForm::apply);
    connect(m_stopWhenSolved, &QCheckBox::clicked, &m_training, &Training::setStopsWhenSolved);
    connect(m_sideBySide, &QCheckBox::clicked, this, &TrainingForm::setSideBySide);
    connect(&m_sideRun, &SideRun::wantedChanged, this, [this] { m_sideBySide->setChecked(m_sideRun.isWanted()); });
    connect(m_pace, &QComboBox::activated, &m_training,
            [this] { m_training.setPace(m_pace->currentData().toDouble()); });
    connect(m_takeBack, &QPushButton::clicked, &m_training, &Training::takeRunsPlan);
    connect(m_ownFile, &QPushButton::clicked, this, [this] {
        m_file.isEmpty() ? emit fileRequested(m_task->currentData() == QLatin1String("table")) : setFile({});
    });
    connect(m_largerDemo, &QPushButton::clicked, this, &TrainingForm::largerDemoRequested);
    connect(m_columns, &QPushButton::clicked, this, [this] { emit columnsRequested(m_file); });
    connect(&m_training, &Training::planChanged, this, &TrainingForm::show);
    connect(&m_training, &Training::begun, this, &TrainingForm::showFacts);
    connect(&m_training, &Training::stageChanged, this, &TrainingForm::showFacts);
}

void TrainingForm::setSideBySide(bool wanted)
{
    const auto set = m_sideRun.setWanted(wanted);
    m_needsDevice->setVisible(!set);
    m_needsDevice->setText(set ? QString() : tr("It needs a device of NVIDIA. %1").arg(said(set.error().sentence)));
}

void TrainingForm::chooseTask(const QString &name)
{
    m_task->setCurrentIndex(m_task->findData(name));
    taskChosen();
}

void TrainingForm::setFile(const QString &path, const TableChoice &choice, std::optional<int> length)
{
    TrainingPlan plan = read();
    if (length) {
        m_soon->stop(); // what was being typed is no longer meant
        plan.options.length = *length;
    }
    plan.options.file = path.toStdString();
    plan.options.table = choice;
    m_training.setPlan(plan);
}

void TrainingForm::taskChosen()
{
    m_soon->stop();
    const TaskDescription &task = tasks()[std::size_t(m_task->currentIndex())];
    const QSignalBlocker quiet(m_length);
    m_length->setRange(task.fewest, task.most);
    m_length->setValue(task.usualLength);
    setFile({}, {});
}

TrainingPlan TrainingForm::read() const
{
    TrainingPlan plan = m_training.planned().plan();
    plan.task = m_task->currentData().toString().toStdString();
    plan.options.length = m_length->value();
    plan.options.file = m_file.toStdString();
    plan.options.table.missing = MissingValues(m_missing->currentData().toInt());
    plan.network.cell = CellKind(m_cell->currentData().toInt());
    plan.network.hiddenSize = m_units->value();
    plan.network.layers = m_layers->value();
    plan.network.bidirectional = m_bothDirections->isChecked();
    plan.updateBias = m_updateBias->value() > asDrawn ? std::optional(m_updateBias->value()) : std::nullopt;
    OptimizerSettings &optimizer = plan.settings.training.optimizer;
    optimizer.kind = OptimizerKind(m_optimizer->currentData().toInt());
    optimizer.learningRate = m_rate->value();
    optimizer.clipping.norm = m_clip->value();
    plan.settings.sequences = m_batch->value();
    plan.settings.seed = std::uint64_t(m_seed->value());
    plan.settings.training.threads = m_threads->value();
    plan.updates = m_updates->value();
    plan.backend = m_backend->currentData().toString().toStdString();
    return plan;
}

/// A length makes the task anew, which may read a file: not for each of the keys that step it.
void TrainingForm::applySoon()
{
    m_soon->start();
}

void TrainingForm::settle()
{
    if (m_soon->isActive())
        apply();
}

void TrainingForm::apply()
{
    m_soon->stop();
    m_training.setPlan(read());
}

void TrainingForm::show()
{
    const TrainingPlan &plan = m_training.planned().plan();
    const auto set = [](auto *field, auto value) {
        const QSignalBlocker quiet(field);
        if constexpr (requires { field->setChecked(value); })
            field->setChecked(value);
        else if constexpr (requires { field->setValue(value); })
            field->setValue(value);
        else
            field->setCurrentIndex(field->findData(value));
    };
    set(m_task, QString::fromStdString(plan.task));
    const TaskDescription &task = tasks()[std::size_t(std::max(0, m_task->currentIndex()))];
    if (!m_soon->isActive()) { // somebody is changing it
        const QSignalBlocker quiet(m_length);
        m_length->setRange(task.fewest, task.most);
        m_length->setValue(plan.options.length > 0 ? plan.options.length : task.usualLength);
    }
    m_length->setSuffix(u' ' + translated(task.lengthMeans));
    fitLength();
    m_file = QString::fromStdString(plan.options.file);
    set(m_missing, int(plan.options.table.missing));
    const bool isOwnTable = plan.task == "table" && !m_file.isEmpty();
    m_rows.showRow(m_missing, isOwnTable);
    m_rows.showRow(m_columns, isOwnTable);
    const qsizetype columns = qsizetype(plan.options.table.columns.size());
    const QString chosen = columns > 0 ? tr("%n chosen", nullptr, int(columns)) : tr("all numbers");
    m_columns->setText(plan.options.table.differences ? tr("%1, by change…").arg(chosen) : tr("%1…").arg(chosen));
    set(m_cell, int(plan.network.cell));
    set(m_units, plan.network.hiddenSize);
    set(m_layers, plan.network.layers);
    set(m_bothDirections, plan.network.bidirectional);
    set(m_updateBias, plan.updateBias.value_or(asDrawn));
    set(m_optimizer, int(plan.settings.training.optimizer.kind));
    set(m_rate, plan.settings.training.optimizer.learningRate);
    set(m_clip, plan.settings.training.optimizer.clipping.norm);
    set(m_batch, plan.settings.sequences);
    set(m_seed, int(plan.settings.seed));
    set(m_threads, plan.settings.training.threads);
    set(m_updates, plan.updates);
    set(m_stopWhenSolved, m_training.stopsWhenSolved());
    set(m_pace, m_training.pace());
    set(m_backend, QString::fromStdString(plan.backend));
    m_description->setText(translated(task.description));
    m_rows.showRow(m_ownFile, readsFile(plan.task));
    m_ownFile->setText(m_file.isEmpty() ? tr("Own file…") : tr("%1  ×").arg(QFileInfo(m_file).fileName()));
    m_ownFile->setAccessibleName(m_file.isEmpty() ? tr("Own file") : tr("No longer read %1").arg(m_file));
    m_updateBias->setEnabled(plan.network.cell != CellKind::rnn);
    showFacts();
}

void TrainingForm::showFacts()
{
    const PlannedTraining &planned = m_training.planned();
    const StoppedTraining *begins = planned.beginning();
    m_parameters->setText(begins ? wholeNumber(parameterCount(begins->spec)) : QStringLiteral("–"));
    m_problem->setVisible(planned.problem().has_value());
    m_problem->setText(planned.problem() ? said(planned.problem()->sentence) : QString());
    const bool isNew = m_training.isPlanNew() && m_training.stage() != Training::Stage::ready;
    m_new->setVisible(isNew && !planned.problem());
    const auto doubt = doubtOf(planned.plan());
    m_doubt->setVisible(doubt && !planned.problem());
    m_doubt->setText(doubt ? said(*doubt) : QString());
    m_new->setText(tr("The next start begins a new run with these settings."));
    m_takeBack->setVisible(isNew);
}

int TrainingForm::widthFor(const QAbstractSpinBox &field, const QString &words) const
{
    const int needed = field.fontMetrics().horizontalAdvance(words) + m_look.scaled(besideWords);
    return std::max(m_look.scaled(fieldWidth), needed);
}

int TrainingForm::usualWidth() const
{
    return widthFor(*m_updateBias, m_updateBias->specialValueText());
}

/// As wide as the others, or as its words need: "24 brackets at most".
void TrainingForm::fitLength()
{
    m_length->setFixedWidth(std::max(usualWidth(), widthFor(*m_length, m_length->text())));
}

void TrainingForm::setLook(const TrainLook &look)
{
    m_look = look;
    const double size = look.pixels * 1.08;
    m_rows.setLook(look);
    m_description->setFont(interfaceFont(size));
    m_parameters->setFont(numberFont(size));
    m_problem->setFont(interfaceFont(size, QFont::DemiBold));
    m_doubt->setFont(interfaceFont(size, QFont::DemiBold));
    m_new->setFont(interfaceFont(size));
    m_needsDevice->setFont(interfaceFont(size));
    m_parameters->setContentsMargins(0, look.scaled(5), look.scaled(10), look.scaled(5));
    for (QWidget *field : findChildren<QWidget *>())
        if (qobject_cast<QAbstractSpinBox *>(field)) {
            field->setFont(numberFont(size));
            field->findChild<QLineEdit *>()->setFont(numberFont(size));
        } else if (qobject_cast<QComboBox *>(field) || qobject_cast<QAbstractButton *>(field))
            field->setFont(interfaceFont(size));
    for (QComboBox *field : {m_cell, m_optimizer, m_pace, m_backend})
        field->setFixedWidth(usualWidth());
    for (QAbstractSpinBox *field : findChildren<QAbstractSpinBox *>())
        field->setFixedWidth(usualWidth());
    fitLength();
    updateGeometry();
}

} // namespace gatescope
