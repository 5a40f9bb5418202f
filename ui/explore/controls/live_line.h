// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

namespace gatescope {

/// Words that change at every frame of a drag: one line or two, in the room that there is. Unlike a QLabel's, they
/// never ask for a layout, which would cost more than they do.
class LiveLine : public QWidget
{
    Q_OBJECT
public:
    explicit LiveLine(QWidget *parent = nullptr);

    void setText(const QString &text);
    void setMostLines(int lines);
    void setColour(const QColor &colour);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_lines = 2;
    QString m_text;
    QColor m_colour;
};

} // namespace gatescope
