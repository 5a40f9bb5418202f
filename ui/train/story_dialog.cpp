// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/story_dialog.h"

#include "ui/common/fonts.h"
#include "ui/document/training/training.h"
#include "ui/document/training/training_watch.h"
#include "ui/plots/curve.h"
#include "ui/train/story_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// Single precision keeps about seven digits.
bool isSame(double told, double found)
{
    return std::abs(told - found) <= 1e-5 * std::max(1e-3, std::abs(told));
}

} // namespace

StoryDialog::StoryDialog(Training &training, TrainingWatch &watch, QWidget *parent)
    : QDialog(parent), m_training(training), m_watch(watch), m_tensor(new QComboBox(this)), m_row(new QSpinBox(this)),
      m_column(new QSpinBox(this)), m_panel(new StoryPanel(this)), m_head(new QLabel(this)),
      m_outcome(new QLabel(this)), m_once(new QPushButton(tr("Make this update"), this))
{
    setWindowTitle(tr("One weight"));
    layOut();
    connect(m_tensor, &QComboBox::activated, this, &StoryDialog::offerPlaces);
    for (QSpinBox *field : {m_row, m_column})
        connect(field, &QSpinBox::valueChanged, this, &StoryDialog::follow);
    connect(m_once, &QPushButton::clicked, &training, &Training::updateOnce);
    connect(&watch, &TrainingWatch::sampleTaken, this, &StoryDialog::take);
    connect(&training, &Training::begun, this, &StoryDialog::offerTensors);
    connect(&training, &Training::stageChanged, this,
            [this] { m_once->setText(m_training.isRunning() ? tr("Pause") : tr("Make this update")); });
}

void StoryDialog::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    auto *which = new QHBoxLayout;
    const auto add = [&](const QString &words, QWidget *field) {
        auto *label = new QLabel(words, this);
        label->setBuddy(field);
        field->setAccessibleName(words);
        which->addWidget(label);
        which->addWidget(field);
    };
    add(tr("Weight of"), m_tensor);
    add(tr("row"), m_row);
    add(tr("column"), m_column);
    which->addStretch(1);
    which->addWidget(m_once);
    m_tensor->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_once->setProperty("primary", true);
    column->addLayout(which);
    column->addWidget(m_head);
    column->addWidget(m_panel, 1);
    column->addWidget(m_outcome);
    for (QLabel *label : {m_head, m_outcome})
        label->setWordWrap(true);
    m_outcome->setObjectName(QStringLiteral("storyOutcome"));
}

void StoryDialog::setLook(const Theme &theme, double scale)
{
    const double pixels = 13 * scale;
    m_panel->setLook(theme, pixels);
    for (QWidget *each : findChildren<QWidget *>())
        if (qobject_cast<QLabel *>(each) || qobject_cast<QComboBox *>(each) || qobject_cast<QPushButton *>(each)
            || qobject_cast<QSpinBox *>(each))
            each->setFont(interfaceFont(pixels));
}

ParameterPlace StoryDialog::place() const
{
    return {m_tensor->currentText().toStdString(), m_row->value(), m_column->value()};
}

QString StoryDialog::outcome() const
{
    return m_outcome->text();
}

void StoryDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_training.makeRun();
    offerTensors();
}

void StoryDialog::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    m_watch.followWeight({});
}

/// The weights of the run's network; the first one that is offered holds the keeping gate to the old state.
void StoryDialog::offerTensors()
{
    const StoppedTraining *run = m_training.run();
    m_story.reset();
    m_outcome->clear();
    if (!run || !isVisible())
        return;
    const QString before = m_tensor->currentText();
    m_tensor->clear();
    for (const ConstParameterView &view : views(run->spec, run->state.training.parameters))
        m_tensor->addItem(QString::fromStdString(view.name));
    const int again = m_tensor->findText(before.isEmpty() ? QStringLiteral("weight_hh_l0") : before);
    m_tensor->setCurrentIndex(std::max(0, again));
    offerPlaces();
}

void StoryDialog::offerPlaces()
{
    const StoppedTraining *run = m_training.run();
    if (!run)
        return;
    for (const ConstParameterView &view : views(run->spec, run->state.training.parameters)) {
        if (QString::fromStdString(view.name) != m_tensor->currentText())
            continue;
        const QSignalBlocker quietRow(m_row), quietColumn(m_column);
        m_row->setRange(0, int(view.values.rows()) - 1);
        m_column->setRange(0, int(view.values.cols()) - 1);
        m_column->setEnabled(view.values.cols() > 1);
    }
    follow();
}

void StoryDialog::follow()
{
    m_story.reset();
    m_outcome->clear();
    m_watch.followWeight(place());
}

void StoryDialog::take()
{
    const auto sample = m_watch.sample();
    if (!isVisible() || !sample || !sample->story || sample->storyOf != place())
        return;
    const UpdateStory &story = *sample->story;
    if (m_story && story.update == m_story->update + 1)
        m_outcome->setText(
            isSame(m_story->after, story.before)
                ? tr("Update %1 is made: the weight is %2, as was said.")
                      .arg(m_story->update)
                      .arg(chartNumber(story.before, weightDigits))
                : tr("Update %1 is made: the weight is %2, where %3 was said.")
                      .arg(m_story->update)
                      .arg(chartNumber(story.before, weightDigits), chartNumber(m_story->after, weightDigits)));
    else if (m_story && story.update != m_story->update)
        m_outcome->clear(); // several were made meanwhile
    m_story = story;
    m_head->setText(tr("What update %1 will do to it. Bars: on the gradient's scale.").arg(story.update));
    m_panel->setRows(storyRows(story, m_training.run()->settings.training.optimizer));
}

} // namespace gatescope
