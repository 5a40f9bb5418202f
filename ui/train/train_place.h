// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "ui/train/train_look.h"

#include <QWidget>

class QLabel;
class QScrollArea;

namespace gatescope {

class ChartsVeil;
class FileReading;
class GatePlot;
class HistoryBar;
class LossPlot;
class NormPlot;
class PathPlot;
class RunBar;
class RunPlot;
class SamplePanel;
class StoryDialog;
class ScorePlot;
class SideRun;
class Task;
class Training;
struct ReadModel;
struct StoppedTraining;
struct TrainingSample;
class TrainingWatch;
class TrainingForm;

/// The place where a network learns and a class looks on: the form at the left, the charts of the run, and under them
/// its history and what starts and stops it.
class TrainPlace : public QWidget
{
    Q_OBJECT
public:
    explicit TrainPlace(Training &training, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setClassroom(bool classroom);
    /// A sentence under the charts; an empty one goes away.
    void setMessage(const QString &message);
    QString message() const;

    /// "Adding, 30 steps", and its network in a few words each.
    QString title() const;
    QStringList networkInWords() const;
    /// Makes a text or a table of one's own the task; of a table it asks first which columns.
    void learnFile(const QString &path);
    /// Asks where, and keeps the run there, to go on another day; false when it was not kept.
    bool keepRun();
    /// Asks which kept run goes on here, in the place of the one that is here, and has it read.
    void resumeRun(FileReading &reading);

    Training &training() { return m_training; }
    HistoryBar &history() { return *m_history; }
    SideRun &sideRun() { return *m_side; }
    /// What is shown of the network at work; null before there is any.
    std::shared_ptr<const TrainingSample> sample() const;
    /// The network that is looked back at, or the one before the first update, stands beside the newest one.
    void showBefore(bool shown);
    bool showsBefore() const;
    /// Of that network; null while it does not stand there.
    std::shared_ptr<const TrainingSample> before() const;
    /// Shows a table of one's own, to be learned once its columns are chosen.
    bool openTable(const QString &path);
    /// Opens what the next update does to one weight.
    StoryDialog &tellOfOneWeight();

    QSize minimumSizeHint() const override { return {940, 600}; }

signals:
    void titleChanged();
    /// A kept run is to go on: what becomes of the one that is here, the window asks.
    void resumeRequested();
    /// The network at the update that is looked at, with sequences of its task.
    void openInExploreRequested(const gatescope::Experiment &experiment);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    void connectParts();
    void applyLook();
    void takeFacts();
    void follow();
    void followSide();
    void lookAt(std::optional<int> update);
    void veilCharts();
    void showSample();
    void watch();
    void openInExplore();
    void chooseFile(bool isTable);
    void goOnWith(const Result<StoppedTraining> &stopped, const std::optional<ReadModel> &model);
    void offerLargerDemo();
    QList<RunPlot *> runPlots() const;

    Training &m_training;
    SideRun *m_side;
    TrainingWatch *m_watch;
    TrainingWatch *m_watchBefore; ///< active while two networks stand side by side
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    bool m_isClassroom = false;
    double m_scale = 1; ///< in a much larger window everything grows
    QScrollArea *m_formArea;
    TrainingForm *m_form;
    LossPlot *m_loss;
    SamplePanel *m_sample;
    ScorePlot *m_score;
    GatePlot *m_gates;
    NormPlot *m_norms;
    PathPlot *m_path;
    HistoryBar *m_history;
    RunBar *m_bar;
    QLabel *m_message;
    ChartsVeil *m_veil;
    std::shared_ptr<const Task> m_sampled; ///< whose sequence is shown
    StoryDialog *m_story = nullptr;        ///< once somebody has asked for it
};

} // namespace gatescope
