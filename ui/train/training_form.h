// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/training_plan.h"
#include "ui/train/form_rows.h"

#include <QWidget>

#include <optional>

class QAbstractSpinBox;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTimer;

namespace gatescope {

class SideRun;
class Training;

/// What is to be learned, by which network, and how. Every setting says in a sentence what it does; what does not go
/// together is said before anything starts.
class TrainingForm : public QWidget
{
    Q_OBJECT
public:
    TrainingForm(Training &training, SideRun &sideRun, QWidget *parent = nullptr);

    void setLook(const TrainLook &look);
    /// As by the list, with what is usual for it.
    void chooseTask(const QString &name);
    /// A text or a table of one's own and what is read of it, in sequences of this length where one is given; "" is
    /// what is shipped.
    void setFile(const QString &path, const TableChoice &choice = {}, std::optional<int> length = {});
    QSize minimumSizeHint() const override { return {m_look.scaled(m_look.compact ? 232 : 280), 300}; }

signals:
    void fileRequested(bool isTable);
    void columnsRequested(const QString &table);
    void largerDemoRequested();

private:
    static constexpr double asDrawn = -10.5; ///< the update bias that leaves the biases as they are drawn

    void makeFields();
    void fillChoices();
    void addTaskRows();
    void addNetworkRows();
    void addOptimizerRows();
    void addRunRows();
    void connectFields();
    TrainingPlan read() const;
    void show();
    void showFacts();
    int widthFor(const QAbstractSpinBox &field, const QString &words) const;
    int usualWidth() const;
    void fitLength();
    void taskChosen();
    void apply();
    void applySoon();
    void settle();
    void setSideBySide(bool wanted);

    Training &m_training;
    SideRun &m_sideRun;
    TrainLook m_look;
    QString m_file;
    FormRows m_rows;
    QComboBox *m_task, *m_cell, *m_optimizer, *m_backend, *m_pace, *m_missing;
    QSpinBox *m_length, *m_batch, *m_units, *m_layers, *m_updates, *m_seed, *m_threads;
    QDoubleSpinBox *m_rate, *m_clip, *m_updateBias;
    QCheckBox *m_bothDirections, *m_stopWhenSolved, *m_sideBySide;
    QPushButton *m_ownFile, *m_columns, *m_takeBack, *m_largerDemo;
    QLabel *m_description, *m_parameters, *m_problem, *m_doubt, *m_new, *m_needsDevice;
    QTimer *m_soon; ///< runs while the length is being changed
};

} // namespace gatescope
