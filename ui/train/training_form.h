// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/training_plan.h"
#include "ui/train/train_look.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace gatescope {

class Training;

/// What is to be learned, by which network, and how. Every setting says in a sentence what it does; what does not go
/// together is said before anything starts.
class TrainingForm : public QWidget
{
    Q_OBJECT
public:
    explicit TrainingForm(Training &training, QWidget *parent = nullptr);

    void setLook(const TrainLook &look);
    /// A text or a table of one's own; "" is what is shipped.
    void setFile(const QString &path);
    QSize minimumSizeHint() const override { return {m_look.scaled(m_look.compact ? 232 : 280), 300}; }

signals:
    void fileRequested(bool isTable);

private:
    void makeFields();
    void connectFields();
    void addHeading(const QString &text);
    /// A row of the form: its words, its field, and what it does.
    void addRow(const QString &words, QWidget *field, const QString &help);
    TrainingPlan read() const;
    void show();
    void showFacts();
    void taskChosen();
    void apply();

    Training &m_training;
    TrainLook m_look;
    QString m_file;
    QVBoxLayout *m_column;
    QList<QLabel *> m_headings, m_words, m_quiet;
    QComboBox *m_task, *m_cell, *m_optimizer, *m_backend, *m_pace, *m_missing;
    QSpinBox *m_length, *m_batch, *m_units, *m_layers, *m_updates, *m_seed;
    QDoubleSpinBox *m_rate, *m_clip, *m_updateBias;
    QCheckBox *m_bothDirections, *m_stopWhenSolved;
    QPushButton *m_ownFile, *m_takeBack;
    QLabel *m_description, *m_parameters, *m_problem, *m_new;
};

} // namespace gatescope
