// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/files/race_file.h"
#include "ui/document/errand.h"

#include <QObject>
#include <QStringList>

class QTimer;

namespace gatescope {

class Learner;

/// A race as it was or is, and the file that keeps it.
struct RaceShown : KeptRace {
    std::filesystem::path file = {}; ///< empty: none does
    std::filesystem::path due = {};  ///< where it could not be written yet; empty: nothing is left to write
};

/// The race that is run now, and those of before. Its news come at screen speed.
///
/// A learner's races are kept in a folder of the learner's, a file each, written when a race is over, or as far as it
/// came where its end is not waited for; a guest's are forgotten. When another learner comes the list is that one's; a
/// race that goes on belongs to whoever is there at its end. One that cannot be written stays here, also while another
/// learner is there, and is tried again every half minute, with the next race, and at the end.
class Races : public QObject
{
    Q_OBJECT
public:
    /// Without a learner: a guest's.
    explicit Races(const Learner *learner = nullptr, QObject *parent = nullptr);
    ~Races() override;

    /// Reads what is kept, on a thread of its own, the first time that it is called; nobody asks for it before.
    void open();
    bool isReading() const { return m_reading.isBusy(); }
    /// Whether the races are kept when the program ends.
    bool areKept() const;
    /// A sentence for each file that could not be read, and one for those that could not be written yet.
    QStringList troubles() const;
    /// Why races of this learner are not written yet; empty: all are.
    QString unwritten() const;
    /// Why races, also of learners who are not here, would be lost if the program ended now; empty: none would.
    QString wouldBeLost() const { return isAnyDue() || !m_absent.empty() ? m_whyUnwritten : QString(); }
    /// Writes what could not be written before.
    void tryAgain();

    /// Ends the race before, if one is run, and begins this one.
    Result<void> begin(const RacePlan &plan, bool equalParameters);
    /// Its runs end after the updates that are being made; nobody waits for that.
    void stop();
    bool isRunning() const { return m_race != nullptr; }
    bool isStopping() const { return m_isStopping; }
    double progress() const;

    /// The newest first.
    const std::vector<RaceShown> &all() const { return m_all; }
    /// The one that is looked at; null before the first race.
    const RaceShown *shown() const;
    void choose(std::size_t race);
    std::size_t chosen() const { return m_chosen; }
    /// Draws another one over the one that is looked at; none: no longer. Refuses one that cannot be compared with it.
    Result<void> layOver(std::optional<std::size_t> race);
    const RaceShown *over() const { return m_over ? &m_all[*m_over] : nullptr; }

    /// In its file, too; an empty name changes nothing.
    Result<void> rename(std::size_t race, const QString &name);
    /// Nothing of it stays. Refuses the one that is run.
    Result<void> erase(std::size_t race);

signals:
    /// Other runs, or another moment of them.
    void changed();
    void listChanged();

private:
    void look();
    void keep(RaceShown &race);
    bool write(RaceShown &race);
    bool isAnyDue() const;
    void read();
    void take(RaceFiles files);
    void replace();

    const Learner *m_learner;
    QString m_folder; ///< of the learner's races; empty: a guest's
    bool m_isOpen = false;
    bool m_isOutdated = false; ///< what is read now: something has changed since
    QStringList m_unread;      ///< a sentence for each broken file
    QString m_whyUnwritten;
    std::vector<RaceShown> m_all;
    std::vector<RaceShown> m_absent; ///< that could not be written yet, of learners who are not here
    std::size_t m_chosen = 0;
    std::optional<std::size_t> m_over;
    std::unique_ptr<Race> m_race; ///< runs of m_all.front(), while it is run
    bool m_isStopping = false;
    std::vector<std::unique_ptr<Race>> m_ending; ///< that others have followed before their last update was made
    QTimer *m_timer, *m_again;
    Errand<RaceFiles> m_reading; ///< last: it ends before the rest does
};

/// "Temporal order, 50 steps".
QString taskInWords(const RacePlan &plan);

} // namespace gatescope
