// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/backend_comparison.h"

#include <QDialog>

class QLabel;
class QTableWidget;
class QTimer;

namespace gatescope {

/// The program's backends side by side: how long an update takes on each, and how far their weights differ after some
/// updates of the same network on the same batches. Where one is missing, why.
class BackendsDialog : public QDialog
{
    Q_OBJECT
public:
    /// Stops what is measured when it is closed, and does not wait for that.
    BackendsDialog(BackendMeasurement &measurement, QWidget *parent);
    ~BackendsDialog() override;

    /// Whether there is nothing to be read yet.
    bool isMeasuring() const;
    /// A line for each backend, cells with a tab between.
    QString text() const;

private:
    void look();
    void show(const Result<std::vector<BackendRow>> &rows);

    BackendMeasurement &m_measurement;
    QLabel *m_head, *m_foot;
    QTableWidget *m_table;
    QTimer *m_timer;
};

} // namespace gatescope
