// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/backend_comparison.h"

#include <QDialog>

#include <thread>

class QLabel;
class QTableWidget;

namespace gatescope {

/// The program's backends side by side: how long an update takes on each, and how far their weights differ after some
/// updates of the same network on the same batches. Where one is missing, why.
class BackendsDialog : public QDialog
{
    Q_OBJECT
public:
    /// The plan must have been prepared; its first network is compared.
    BackendsDialog(const RacePlan &plan, QWidget *parent);
    ~BackendsDialog() override;

    bool isMeasuring() const { return m_isMeasuring; }
    /// A line for each backend, cells with a tab between.
    QString text() const;

private:
    void show(const Result<std::vector<BackendRow>> &rows);

    bool m_isMeasuring = true;
    QLabel *m_head, *m_foot;
    QTableWidget *m_table;
    std::jthread m_thread; ///< last: it ends before the rest does
};

} // namespace gatescope
