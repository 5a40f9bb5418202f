// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/train/story_rows.h"

#include <QWidget>

namespace gatescope {

/// The lines of an update's story one under the other, each with what comes out of it as a number and, where it is on
/// the gradient's scale, as a bar to the right or to the left.
class StoryPanel : public QWidget
{
    Q_OBJECT
public:
    explicit StoryPanel(QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels);
    void setRows(const QList<StoryRow> &rows);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void drawRow(QPainter &painter, const StoryRow &row, const QRectF &area, double largest) const;
    double rowHeight() const { return m_pixels * 2.9; }

    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    double m_pixels = 13;
    QList<StoryRow> m_rows;
};

} // namespace gatescope
