// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/finding.h"
#include "ui/explore/view_settings.h"

#include <QDialog>

#include <vector>

class QLabel;
class QListWidget;

namespace gatescope {

/// The health report: what stands out in the open network on its input, the gravest first. A finding that is chosen
/// leads to its place on the stage. Stays open beside the stage and follows what changes.
class ReportDialog : public QDialog
{
    Q_OBJECT
public:
    ReportDialog(Document &document, Playhead &playhead, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    const std::vector<Finding> &findings() const { return m_findings; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void goTo(int row);

    Document &m_document;
    Playhead &m_playhead;
    std::vector<Finding> m_findings;
    QLabel *m_title;
    QListWidget *m_list;
};

/// Where a finding leads: its moment, at the part that makes what it is about, and its first unit.
PlayheadState placeOf(const Finding &finding, CellKind cell, const PlayheadState &now);

} // namespace gatescope
