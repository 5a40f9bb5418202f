// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/finding.h"
#include "ui/document/errand.h"
#include "ui/explore/controls/view_settings.h"

#include <QDialog>

#include <memory>
#include <vector>

class QLabel;
class QListWidget;

namespace gatescope {

/// The health report: what stands out in the open network on its input, the gravest first. A finding that is chosen
/// leads to its place on the stage. Stays open beside the stage and follows what changes; it looks on a thread of its
/// own.
class ReportDialog : public QDialog
{
    Q_OBJECT
public:
    ReportDialog(Document &document, Playhead &playhead, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    /// Of what is shown now; none while they are looked for.
    const std::vector<Finding> &findings() const { return m_findings; }

signals:
    /// A finding was chosen, and the playhead is there.
    void reached(const gatescope::Finding &finding);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void refresh();
    void look();
    void stop();
    void finish(std::vector<Finding> found);
    void list();
    void goTo(int row);

    Document &m_document;
    Playhead &m_playhead;
    std::vector<Finding> m_findings;
    std::shared_ptr<const Trace> m_looked; ///< what is looked at, or was; null: nobody waits for it
    QLabel *m_title;
    QListWidget *m_list;
    Errand<std::vector<Finding>> m_errand; ///< last: it ends before the rest does
};

} // namespace gatescope
