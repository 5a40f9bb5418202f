// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/races.h"

#include "ui/common/translate.h"
#include "ui/document/learner.h"

#include <QDateTime>
#include <QDir>
#include <QTimer>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace gatescope {

namespace {

constexpr int milliseconds = 150;           ///< between two looks at a race
constexpr int millisecondsToWrite = 30'000; ///< between two tries to write what could not be written

} // namespace

QString taskInWords(const RacePlan &plan)
{
    const auto task = std::ranges::find(tasks(), plan.task, &TaskDescription::name);
    if (task == tasks().end())
        return {};
    return Races::tr("%1, %2 %3")
        .arg(translated(task->title))
        .arg(plan.options.length > 0 ? plan.options.length : task->usualLength)
        .arg(translated(task->lengthMeans));
}

Races::Races(const Learner *learner, QObject *parent)
    : QObject(parent), m_learner(learner), m_folder(learner ? learner->racesFolder() : QString()),
      m_timer(new QTimer(this)), m_again(new QTimer(this)),
      m_reading([this](RaceFiles files) { take(std::move(files)); })
{
    if (learner)
        connect(learner, &Learner::replaced, this, &Races::replace);
    m_timer->setInterval(milliseconds);
    connect(m_timer, &QTimer::timeout, this, &Races::look);
    m_again->setInterval(millisecondsToWrite);
    connect(m_again, &QTimer::timeout, this, &Races::tryAgain);
}

/// The learner may be gone before.
Races::~Races()
{
    blockSignals(true); // nobody may hear of it any more
    if (m_race) {
        m_race->stop();
        m_race->wait();
        m_all.front().runs = m_race->runs();
        keep(m_all.front());
    }
    for (std::vector<RaceShown> *races : {&m_all, &m_absent})
        for (RaceShown &race : *races)
            write(race);
}

Result<void> Races::begin(const RacePlan &plan, bool equalParameters)
{
    const auto whole = prepared(plan, equalParameters);
    if (!whole)
        return whole.error();
    auto race = Race::start(*whole);
    if (!race)
        return race.error();
    if (m_race) {
        m_race->stop();
        m_all.front().runs = m_race->runs();
        keep(m_all.front());
        m_ending.push_back(std::move(m_race));
    }
    m_isStopping = false;
    m_race = std::move(*race);
    const QString name = tr("%1 · lr %2 · %3 seeds")
                             .arg(taskInWords(*whole))
                             .arg(whole->settings.training.optimizer.learningRate)
                             .arg(whole->seeds);
    const QString begun = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    m_all.insert(m_all.begin(), RaceShown{{name.toStdString(), begun.toStdString(), *whole, m_race->runs()}});
    m_over.reset();
    m_chosen = 0;
    m_timer->start();
    emit listChanged();
    emit changed();
    return {};
}

void Races::stop()
{
    if (!m_race)
        return;
    m_race->stop();
    m_isStopping = true;
    look();
}

double Races::progress() const
{
    return m_race ? m_race->progress() : 1;
}

const RaceShown *Races::shown() const
{
    return m_chosen < m_all.size() ? &m_all[m_chosen] : nullptr;
}

void Races::choose(std::size_t race)
{
    m_chosen = std::min(race, m_all.empty() ? 0 : m_all.size() - 1);
    m_over.reset();
    emit changed();
}

Result<void> Races::layOver(std::optional<std::size_t> race)
{
    if (race && (*race >= m_all.size() || *race == m_chosen))
        return error("A race is laid over another one.");
    if (race)
        if (const auto both = laidOver(m_all[m_chosen], m_all[*race]); !both)
            return both.error();
    m_over = race;
    emit changed();
    return {};
}

Result<void> Races::rename(std::size_t race, const QString &name)
{
    const QString plain = name.simplified();
    if (race >= m_all.size() || plain.isEmpty())
        return {};
    KeptRace renamed = m_all[race];
    renamed.name = plain.toStdString();
    if (!m_all[race].file.empty())
        if (const auto written = writeRaceFile(m_all[race].file, renamed); !written)
            return written;
    m_all[race].name = renamed.name;
    emit listChanged();
    emit changed();
    return {};
}

Result<void> Races::erase(std::size_t race)
{
    if (race >= m_all.size())
        return {};
    if (m_race && race == 0)
        return error("This race is going on: stop it first.");
    if (!m_all[race].file.empty())
        if (const auto erased = eraseRaceFile(m_all[race].file); !erased)
            return erased;
    m_all.erase(m_all.begin() + std::ptrdiff_t(race));
    m_isOutdated = isReading();
    m_over.reset();
    if (m_chosen > race || m_chosen == m_all.size())
        m_chosen -= m_chosen > 0 ? 1 : 0;
    emit listChanged();
    emit changed();
    return {};
}

bool Races::areKept() const
{
    return !m_folder.isEmpty();
}

void Races::open()
{
    if (std::exchange(m_isOpen, true))
        return;
    read();
}

void Races::read()
{
    if (isReading()) {
        m_isOutdated = true;
        m_reading.stop();
    } else if (areKept()) {
        m_isOutdated = false;
        m_reading.start(
            [folder = m_folder.toStdString()](const std::stop_token &stop) { return readRaceFiles(folder, stop); });
    }
}

/// Behind those that are here.
void Races::take(RaceFiles files)
{
    if (m_isOutdated)
        return read();
    std::set<std::filesystem::path> here;
    for (const RaceShown &race : m_all)
        here.insert(race.file);
    for (RaceFiles::File &each : files.races)
        if (!here.contains(each.path))
            m_all.push_back({std::move(each.race), std::move(each.path)});
    for (const Error &broken : files.broken)
        m_unread += said(broken.sentence);
    emit listChanged();
    emit changed();
}

/// Another learner has come, or has erased everything: only a race that goes on stays, and what waits to be written.
void Races::replace()
{
    const QString before = std::exchange(m_folder, m_learner->racesFolder());
    const std::ptrdiff_t goesOn = m_race ? 1 : 0;
    if (m_folder != before)
        std::copy_if(m_all.begin() + goesOn, m_all.end(), std::back_inserter(m_absent),
                     [](const RaceShown &race) { return !race.due.empty(); });
    m_all.resize(std::size_t(goesOn));
    const auto isOwn = [this](const RaceShown &race) {
        return areKept() && race.due.parent_path() == std::filesystem::path(m_folder.toStdString());
    };
    if (m_folder != before)
        std::copy_if(m_absent.begin(), m_absent.end(), std::back_inserter(m_all), isOwn);
    std::erase_if(m_absent, isOwn);
    m_chosen = 0;
    m_over.reset();
    m_unread.clear();
    m_whyUnwritten.clear();
    tryAgain();
    if (m_isOpen)
        read();
    emit listChanged();
    emit changed();
}

/// Writes a race that is over; one without an update is nothing to keep.
void Races::keep(RaceShown &race)
{
    const auto hasLearned = [](const RaceRun &run) { return run.updates > 0; };
    if (!areKept() || std::ranges::none_of(race.runs, hasLearned))
        return;
    const QString name = QString::fromStdString(race.begun).remove(u':') + QStringLiteral(".race");
    race.due = QDir(m_folder).filePath(name).toStdString();
    tryAgain();
}

/// False where it is still to be written.
bool Races::write(RaceShown &race)
{
    if (race.due.empty())
        return true;
    QDir().mkpath(QString::fromStdString(race.due.parent_path().string()));
    if (const auto written = writeRaceFile(race.due, race); !written) {
        m_whyUnwritten = said(written.error().sentence);
        return false;
    }
    race.file = std::exchange(race.due, {});
    return true;
}

void Races::tryAgain()
{
    const QString before = unwritten();
    m_whyUnwritten.clear();
    for (RaceShown &race : m_absent)
        write(race);
    std::erase_if(m_absent, [](const RaceShown &race) { return race.due.empty(); });
    for (RaceShown &race : m_all)
        write(race);
    isAnyDue() || !m_absent.empty() ? m_again->start() : m_again->stop();
    if (unwritten() != before) {
        emit listChanged();
        emit changed();
    }
}

bool Races::isAnyDue() const
{
    return std::ranges::any_of(m_all, [](const RaceShown &race) { return !race.due.empty(); });
}

QString Races::unwritten() const
{
    if (!isAnyDue())
        return {};
    const auto many = std::ranges::count_if(m_all, [](const RaceShown &race) { return !race.due.empty(); });
    return (many == 1 ? tr("A race is not written yet, which is tried again every half minute: %1")
                      : tr("Some races are not written yet, which is tried again every half minute: %1"))
        .arg(m_whyUnwritten);
}

QStringList Races::troubles() const
{
    const QString why = unwritten();
    return why.isEmpty() ? m_unread : m_unread + QStringList{why};
}

void Races::look()
{
    std::erase_if(m_ending, [](const std::unique_ptr<Race> &race) { return race->isOver(); });
    if (!m_race)
        return;
    const bool isOver = m_race->isOver();
    m_all.front().runs = m_race->runs();
    if (isOver) {
        m_race.reset();
        m_isStopping = false;
        m_timer->stop();
        keep(m_all.front());
        emit listChanged();
    }
    emit changed();
}

} // namespace gatescope
