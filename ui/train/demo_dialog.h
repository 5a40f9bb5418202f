// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/larger_demo.h"

#include <QDialog>

class QGridLayout;

namespace gatescope {

class PlannedTraining;

/// Offers the larger demo where a device can train it, tells what it would need where none can, and offers the small
/// one.
class DemoDialog : public QDialog
{
    Q_OBJECT
public:
    /// `whyNot`: why no device computes here; none: one does.
    DemoDialog(const PlannedTraining &planned, const std::optional<Error> &whyNot, QWidget *parent);

    /// Which of the two was taken.
    const TrainingPlan &plan() const { return m_takesLarge ? m_demo.large : m_demo.small; }

private:
    void addColumn(QGridLayout &table, int column, const QString &title, const TrainingPlan &plan, const Task &task);
    void addButtons(bool hasDevice);

    LargerDemo m_demo;
    bool m_takesLarge = false;
};

} // namespace gatescope
