// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/itemising.h"
#include "ui/explore/controls/view_settings.h"

#include <QDialog>

namespace gatescope {

class ItemisedMatrix;

/// Which step's loss sent how much to which step, of the layer and direction in focus. Stays open beside the stage,
/// follows what changes, and leads to the step that is clicked.
class ItemisedDialog : public QDialog
{
    Q_OBJECT
public:
    ItemisedDialog(Document &document, Playhead &playhead, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    /// Of what is shown now; none while it is computed.
    const std::optional<ItemisingAnswer> &answer() const { return m_answer; }
    ItemisedMatrix &matrix() const { return *m_matrix; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void ask();
    bool isCurrent(const ItemisingAnswer &answer) const;

    Document &m_document;
    Playhead &m_playhead;
    Itemising m_itemising;
    std::shared_ptr<const Trace> m_asked; ///< what was last asked about
    Moment m_askedPlace;
    std::optional<ItemisingAnswer> m_answer;
    ItemisedMatrix *m_matrix;
};

} // namespace gatescope
