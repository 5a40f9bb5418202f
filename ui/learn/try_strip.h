// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/claims/control.h"
#include "core/learning/claims/evidence.h"
#include "core/learning/lessons/lesson.h"
#include "ui/document/record.h"
#include "ui/learn/chart_drawing.h"

#include <QWidget>

class QLabel;
class QSlider;

namespace gatescope {

/// The strip under a lesson's stage: the sliders of the card at the left, and at the right the curve of the state that
/// they change, beside that of the network as it was; or what was measured for the card's claims.
class TryStrip : public QWidget
{
    Q_OBJECT
public:
    explicit TryStrip(QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels);
    /// What a card has to try, beginning at the experiment as it shows it. It hides where there is neither slider nor
    /// curve.
    void show(const LessonCard &card, const Experiment &shown, const std::vector<Evidence> &measured);
    /// The newest run of the network, and where the stage stands.
    void follow(const Record &record, const Record *before, int step, const std::optional<DeedJudgement> &judgement);

    const Chart &chart() const { return m_chart; }
    /// The part of the strip that the chart has.
    QRectF chartPlace() const;
    /// The slider of this name; null where the card has none.
    QSlider *slider(const QString &name) const;

signals:
    void controlMoved(const QString &name, double value);
    /// A click on the curve at this step.
    void stepChosen(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    struct Row {
        const Control *control;
        QWidget *box;
        QSlider *slider;
        QLabel *title, *value, *low, *high;
    };
    void addRow(const Control &control, const Experiment &shown);
    void sayValue(const Row &row, const QString &value);
    void placeControls();
    void sayEffect(const Record &record);
    Chart stateChart(const Record &record, const Record *before, int step,
                     const std::optional<DeedJudgement> &judgement) const;
    Chart gradientChart(const GradientSurvival &asked, const Record &record, const Record *before, int step,
                        const std::optional<DeedJudgement> &judgement) const;

    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    double m_pixels = 14;
    std::optional<Deed> m_deed;
    int m_unit = 0;
    std::vector<Evidence> m_measured;
    Chart m_chart;
    std::vector<Row> m_rows;
    QWidget *m_controls;
    QLabel *m_effect;
};

} // namespace gatescope
