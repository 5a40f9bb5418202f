// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/learn/labs/mask_drawing.h"
#include "ui/learn/labs/padding_drawing.h"
#include "ui/learn/labs/stateful_drawing.h"

#include <QWidget>

#include <variant>

namespace gatescope {

/// The picture of the padding lab. A mask is painted with the pointer, or with arrows and Space.
class PaddingCanvas : public QWidget
{
    Q_OBJECT
public:
    explicit PaddingCanvas(QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels);
    void show(PaddingPicture picture);
    void show(StatefulPicture picture);
    /// The cursor stays where it is.
    void show(StepMask mask, MaskReading reading);

    MaskPlace cursor() const { return m_cursor; }
    /// Where the cell of that step stands, null where no mask is shown.
    std::optional<MaskPlace> placeAt(const QPointF &at) const;

    QSize minimumSizeHint() const override { return {480, 420}; }

signals:
    void painted(gatescope::MaskPlace place, bool isRead);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    const MaskPicture *mask() const { return std::get_if<MaskPicture>(&m_picture); }
    bool isRead(const MaskPlace &place) const;
    void moveTo(const MaskPlace &place);
    void showCursor();
    void describeIt();

    std::variant<std::monostate, PaddingPicture, StatefulPicture, MaskPicture> m_picture;
    MaskPlace m_cursor;
    bool m_paintsRead = false; ///< what the pointer, while it is pressed, makes of a step
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    double m_pixels = 14;
};

} // namespace gatescope
