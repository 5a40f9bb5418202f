// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/itemising.h"
#include "ui/explore/view_settings.h"

#include <QDialog>

namespace gatescope {

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
    const HitAreas &hitAreas() const { return m_areas; }

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void ask();
    bool isCurrent(const ItemisingAnswer &answer) const;

    Document &m_document;
    Playhead &m_playhead;
    ViewSettings m_settings;
    Itemising m_itemising;
    std::shared_ptr<const Trace> m_asked; ///< what was last asked about
    Moment m_askedPlace;
    std::optional<ItemisingAnswer> m_answer;
    HitAreas m_areas;
};

} // namespace gatescope
