// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/train_look.h"

#include <QWidget>

#include <optional>

namespace gatescope {

class Training;

/// The run from its first update to its last, with the loss as a silhouette. The knob is dragged, or moved with the
/// arrows, to look back; at its end it follows the run.
class HistoryBar : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryBar(Training &training, QWidget *parent = nullptr);

    void setLook(const TrainLook &look);
    /// The update that is looked at; none: the newest.
    std::optional<int> lookedAt() const { return m_lookedAt; }
    void lookAt(std::optional<int> update);
    /// Where the knob stands.
    int shown() const;

signals:
    void lookedAtChanged(std::optional<int> update);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void follow();
    void followPointer(double x);
    double placeOf(double update) const;
    QRectF track() const;
    void drawSilhouette(QPainter &painter) const;
    void drawTicks(QPainter &painter) const;
    void drawSolved(QPainter &painter) const;

    Training &m_training;
    TrainLook m_look;
    std::optional<int> m_lookedAt;
};

} // namespace gatescope
