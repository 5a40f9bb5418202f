// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/races.h"

#include <QTimer>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int milliseconds = 150; ///< between two looks at a race

QString words(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

QString taskInWords(const RacePlan &plan)
{
    const auto task = std::ranges::find(tasks(), plan.task, &TaskDescription::name);
    if (task == tasks().end())
        return {};
    return Races::tr("%1, %2 %3")
        .arg(words(task->title))
        .arg(plan.options.length > 0 ? plan.options.length : task->usualLength)
        .arg(words(task->lengthMeans));
}

Races::Races(QObject *parent) : QObject(parent), m_timer(new QTimer(this))
{
    m_timer->setInterval(milliseconds);
    connect(m_timer, &QTimer::timeout, this, &Races::look);
}

Races::~Races() = default;

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
        m_ending.push_back(std::move(m_race));
    }
    m_isStopping = false;
    m_race = std::move(*race);
    m_all.insert(m_all.begin(),
                 RaceShown{tr("%1 · lr %2 · %3 seeds")
                               .arg(taskInWords(*whole))
                               .arg(whole->settings.training.optimizer.learningRate)
                               .arg(whole->seeds),
                           *whole, m_race->runs()});
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
    emit changed();
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
    }
    emit changed();
}

} // namespace gatescope
