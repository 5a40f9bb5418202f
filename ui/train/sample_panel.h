// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/sample_drawing.h"

#include <QWidget>

class QPushButton;

namespace gatescope {

/// One sequence that is never trained on with the network at work, and how many of all such rows it answers rightly.
/// The network of an earlier update can stand beside it, with the same sequence on the same scales.
class SamplePanel : public QWidget
{
    Q_OBJECT
public:
    explicit SamplePanel(QWidget *parent = nullptr);

    void setLook(const TrainLook &look);
    void setTask(const Task &task);
    void setSample(std::shared_ptr<const TrainingSample> sample);
    /// Two pictures stand side by side, or one over the whole width.
    void showBefore(bool shown);
    bool showsBefore() const { return m_showsBefore; }
    /// What stands at the left of two.
    void setBefore(std::shared_ptr<const TrainingSample> before);
    std::shared_ptr<const TrainingSample> before() const { return m_before; }

    /// The update that is looked back at; none: the newest.
    void setLookedAt(std::optional<int> update);
    /// Why there is no sample; shown in its place.
    void setProblem(const QString &problem);

    /// Steps of the row that an input marks, as in the adding task.
    std::vector<int> marked() const { return m_sample ? markedSteps(*m_sample, m_words) : std::vector<int>(); }

    QSize minimumSizeHint() const override { return {240, 260}; }

signals:
    void beforeRequested(bool wanted);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void describe();
    void placeButton();
    void drawSample(QPainter &painter, const TrainingSample &sample, const TrainingSample *beside,
                    const QString &caption, const QRectF &area) const;
    QString whatIsShown(const TrainingSample &sample, bool isOfThePast) const;

    QPushButton *m_turn;
    TrainLook m_look;
    SampleWords m_words;
    QString m_problem;
    std::optional<int> m_lookedAt;
    bool m_showsBefore = false;
    std::shared_ptr<const TrainingSample> m_sample, m_before;
};

} // namespace gatescope
