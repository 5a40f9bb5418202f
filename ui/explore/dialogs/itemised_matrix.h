// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/itemising.h"
#include "ui/drawing/gradients/itemised_drawing.h"
#include "ui/explore/controls/view_settings.h"

#include <QWidget>

#include <optional>

namespace gatescope {

class Document;

/// The picture of an itemised gradient. A click, or the arrow keys, choose a cell; its words become the name that a
/// reader tells. A click or Enter leads to its step.
class ItemisedMatrix : public QWidget
{
    Q_OBJECT
public:
    ItemisedMatrix(Document &document, Playhead &playhead, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    /// None while it is computed.
    void setAnswer(const std::optional<ItemisingAnswer> &answer);
    const std::optional<ItemisedCell> &chosen() const { return m_chosen; }
    const HitAreas &hitAreas() const { return m_areas; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const ItemisedGradient *items() const;
    QSizeF drawnSize() const { return QSizeF(size()) / m_settings.scale; }
    /// Where the arrow keys begin: the playhead's step, and its row or the last.
    ItemisedCell first() const;
    void choose(const ItemisedCell &cell);
    void tell();
    void goTo(int step);

    Document &m_document;
    Playhead &m_playhead;
    ViewSettings m_settings;
    std::optional<ItemisingAnswer> m_answer;
    std::optional<ItemisedCell> m_chosen;
    HitAreas m_areas;
};

} // namespace gatescope
