// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/verdict.h"

#include <QObject>
#include <QString>

class QTimer;

namespace gatescope {

/// A race as it was or is: what was planned, and its runs.
struct RaceShown {
    QString name; ///< "Temporal order, 50 steps · lr 0.01 · 5 seeds"
    RacePlan plan;
    std::vector<RaceRun> runs;
};

/// The race that is run now, and those of before. Its news come at screen speed.
class Races : public QObject
{
    Q_OBJECT
public:
    explicit Races(QObject *parent = nullptr);
    ~Races() override;

    /// Ends the race before, if one is run, and begins this one.
    Result<void> begin(const RacePlan &plan, bool equalParameters);
    /// Its runs end after the updates that are being made; nobody waits for that.
    void stop();
    bool isRunning() const { return m_race != nullptr; }
    bool isStopping() const { return m_isStopping; }
    double progress() const;

    /// The newest first; those that are over stay until the program ends.
    const std::vector<RaceShown> &all() const { return m_all; }
    /// The one that is looked at; null before the first race.
    const RaceShown *shown() const;
    void choose(std::size_t race);

signals:
    /// Other runs, or another moment of them.
    void changed();
    void listChanged();

private:
    void look();

    std::vector<RaceShown> m_all;
    std::size_t m_chosen = 0;
    std::unique_ptr<Race> m_race; ///< runs of m_all.front(), while it is run
    bool m_isStopping = false;
    std::vector<std::unique_ptr<Race>> m_ending; ///< that others have followed before their last update was made
    QTimer *m_timer;
};

/// "Temporal order, 50 steps".
QString taskInWords(const RacePlan &plan);

} // namespace gatescope
