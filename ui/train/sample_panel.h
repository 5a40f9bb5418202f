// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/sample_drawing.h"

#include <QWidget>

namespace gatescope {

/// One sequence that is never trained on with the network at work, and how many of all such rows it answers rightly.
class SamplePanel : public QWidget
{
    Q_OBJECT
public:
    explicit SamplePanel(QWidget *parent = nullptr);

    void setLook(const TrainLook &look);
    void setTask(const Task &task);
    void setSample(std::shared_ptr<const TrainingSample> sample);

    /// The update that is looked back at; none: the newest.
    void setLookedAt(std::optional<int> update);
    /// Why there is no sample; shown in its place.
    void setProblem(const QString &problem);

    /// Steps of the row that an input marks, as in the adding task.
    std::vector<int> marked() const { return m_sample ? markedSteps(*m_sample, m_words) : std::vector<int>(); }

    QSize minimumSizeHint() const override { return {240, 260}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void drawRows(QPainter &painter, const QRectF &area) const;
    void drawScatter(QPainter &painter, const QRectF &box) const;
    void drawWritten(QPainter &painter, const QRectF &area) const;
    QString whatIsShown() const;
    QString countInWords() const;
    QString countMeans() const;

    TrainLook m_look;
    SampleWords m_words;
    QString m_problem, m_solvedMeans;
    std::optional<int> m_lookedAt;
    std::shared_ptr<const TrainingSample> m_sample;
};

} // namespace gatescope
