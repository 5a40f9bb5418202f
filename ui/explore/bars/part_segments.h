// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"

#include <QWidget>

namespace gatescope {

/// The parts of a step as named segments: grey where computed, thick in its hue where the playhead
/// stands, vermilion in the backward pass. A click goes there.
class PartSegments : public QWidget
{
    Q_OBJECT
public:
    explicit PartSegments(QWidget *parent = nullptr);

    /// The cell's parts, and where the playhead stands.
    void show(const Scene &scene, const ViewSettings &settings);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void partChosen(int part);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeButtons();
    void place();

    const CellDescription *m_cell = nullptr;
    PlayheadState m_state;
    ViewSettings m_settings;
    QList<QWidget *> m_buttons; ///< one over each segment: takes clicks, focus and words
};

} // namespace gatescope
