// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/backend_comparison.h"
#include "core/training/verdict.h"
#include "ui/common/theme.h"
#include "ui/plots/learning_facts.h"

#include <QWidget>

#include <array>
#include <memory>
#include <optional>
#include <utility>

class QLabel;
class QStackedWidget;
class QPushButton;

namespace gatescope {

class Learner;
class RacePicker;
class RacePlot;
class RaceStrip;
class RaceTable;
class Races;
struct RaceShown;
class ReachPlot;
class SweepPlot;

/// The place where networks race on one task: what is raced, the loss of every run, how far gradients reach, what may
/// be said of it, and the table behind it.
class ComparePlace : public QWidget
{
    Q_OBJECT
public:
    /// Races are the learner's; without one a guest's.
    explicit ComparePlace(const Learner *learner = nullptr, QWidget *parent = nullptr);
    ~ComparePlace() override;

    void setTheme(const Theme &theme);
    void setClassroom(bool classroom);

    Races &races() { return *m_races; }
    RaceStrip &strip() { return *m_strip; }
    /// Begins the race that the strip describes.
    void run();
    /// Writes the table as CSV; the sentence says why it could not.
    Result<void> exportTable(const QString &path) const;

    /// Writes both charts as PNG into the folder; the sentence says why it could not.
    Result<void> exportPictures(const QString &folder) const;

    /// "GRU, LSTM, RNN".
    QString title() const;
    /// The name of the race that is shown; before there is one, the task that would be raced.
    QString race() const;
    QString headline() const;

    QSize minimumSizeHint() const override { return {940, 600}; }

signals:
    void titleChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void applyLook();
    void follow();
    void listRaces();
    void chooseFileAndExport();
    std::array<std::pair<QString, QWidget *>, 2> pictures() const;
    void chooseFolderAndExport();
    void learnFacts(const RacePlan &plan);
    void showVerdict(const RaceShown &shown, bool isLive);
    void showOverlay(const RaceShown &shown, const RaceShown &over);
    void showPlanned();
    void drawPlanned();
    void showParts(QWidget *first = nullptr, QWidget *second = nullptr, QWidget *third = nullptr);
    void sayWhatWasRaced(const RacePlan &plan);
    void showRaces();
    void addNetwork();
    void showBackends();

    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    bool m_isClassroom = false;
    double m_scale = 1; ///< in a much larger window everything grows
    Races *m_races;
    RaceStrip *m_strip;
    RacePlot *m_race;
    ReachPlot *m_reach;
    SweepPlot *m_sweep;
    QStackedWidget *m_right; ///< one of the two
    RaceTable *m_table;
    QLabel *m_raced, *m_headline, *m_notes, *m_legend;
    RacePicker *m_earlier;
    QPushButton *m_all, *m_backends, *m_export, *m_pictures;
    QWidget *m_blank;                  ///< where there is no chart
    std::optional<RacePlan> m_factsOf; ///< the race whose task's facts are known
    LearningFacts m_facts;
    std::vector<std::unique_ptr<BackendMeasurement>> m_measurements; ///< the last of them may be ending still
};

} // namespace gatescope
