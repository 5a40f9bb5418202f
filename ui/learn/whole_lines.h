// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QRectF>

class QColor;
class QEvent;
class QScrollArea;
class QWidget;

namespace gatescope {

/// Of a page that is scrolled no line is seen cut: what an edge would cut is hidden up to the next whole line.
class WholeLines : public QObject
{
public:
    explicit WholeLines(QScrollArea &area);

    void setColour(const QColor &colour);
    /// The page, its place or its edges have changed.
    void update();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QScrollArea &m_area;
    QWidget *m_above, *m_below; ///< over what the edges would cut
};

/// From where to where each line of a label, a field, a button or an option reaches, by the widget's own measure; of
/// what holds other widgets none.
QList<QRectF> textLinesOf(const QWidget &widget);

} // namespace gatescope
