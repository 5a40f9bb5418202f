// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/race.h"

#include "core/base/background.h"
#include "core/base/median.h"
#include "core/base/within_memory.h"
#include "core/engine/gradient_reach.h"
#include "core/engine/reference_backend.h"
#include "core/model/initialisation.h"
#include "core/ops/embedding.h"
#include "core/training/training_backends.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cmath>

namespace gatescope {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int mostPoints = 250;
/// Of the batch by which reaches are measured: none that a run learns from.
constexpr std::uint64_t reachSeed = 0x7ea0;

/// The mean reach over a few sequences of the task; empty for a network that is not asked, see gradientReach().
std::vector<double> reachOf(const Task &task, const NetworkSpec &spec, const Parameters &parameters)
{
    const TrainingBatch batch = task.batch(8, reachSeed, 1);
    const auto reach = gradientReach(ReferenceBackend(), spec, parameters,
                                     std::make_shared<const Batch>(lookedUp(batch.batch, parameters)), reachSeed);
    return reach ? *reach : std::vector<double>();
}

/// Gathers outcomes into means of so many. A look at held-out data stands in the mean in which it was made, and in no
/// other.
class Means
{
public:
    explicit Means(int together) : m_together(together) { }
    void add(const UpdateRecord &record, std::vector<RaceRun::Point> &points)
    {
        if (record.heldOut)
            m_heldOut = record.heldOut;
        m_sum.loss += record.outcome.loss;
        m_sum.score += record.outcome.score;
        if (++m_count == m_together)
            close(record.update, points);
    }
    void close(int update, std::vector<RaceRun::Point> &points)
    {
        if (m_count > 0)
            points.push_back({update, {m_sum.loss / m_count, m_sum.score / m_count}, m_heldOut});
        m_sum = {};
        m_count = 0;
        m_heldOut.reset();
    }

private:
    int m_together, m_count = 0;
    Outcome m_sum;
    std::optional<Outcome> m_heldOut;
};

} // namespace

int unitsNearest(NetworkSpec spec, std::int64_t parameters)
{
    const auto countOf = [&spec](int units) {
        spec.hiddenSize = units;
        return parameterCount(spec);
    };
    int most = 1; // the first number of units with as many parameters
    while (most < (1 << 20) && countOf(most) < parameters)
        most *= 2;
    int low = most / 2;
    while (most - low > 1) {
        const int middle = low + (most - low) / 2;
        (countOf(middle) < parameters ? low : most) = middle;
    }
    if (low < 1)
        return most;
    return parameters - countOf(low) <= countOf(most) - parameters ? low : most;
}

Result<RacePlan> prepared(RacePlan plan, bool equalParameters)
{
    const auto task = makeTask(plan.task, plan.options);
    if (!task)
        return task.error();
    if (plan.entries.empty())
        return error("There is no network to race: add one.");
    if (plan.seeds < 1 || plan.updates < 1)
        return error("A race needs at least one seed and one update.");
    if (plan.toTheEnd && (*task)->heldOut().empty())
        return error("This task makes fresh data for every update, so that nothing can be learned by heart: choose one "
                     "that holds data out, a text or a table.");
    const TaskShape shape = (*task)->shape();
    for (RaceEntry &entry : plan.entries) {
        entry.spec.inputSize = shape.inputSize;
        entry.spec.embeddingRows = shape.embeddingRows;
        entry.spec.paddingRow = shape.paddingRow;
        entry.spec.headOutputs = shape.outputs;
        entry.spec.decoder = shape.decoder;
        if (equalParameters && !plan.toTheEnd && &entry != &plan.entries.front())
            entry.spec.hiddenSize = unitsNearest(entry.spec, parameterCount(plan.entries.front().spec));
        if (const auto valid = check(entry.spec); !valid)
            return inPlace(entry.name, valid.error());
        if (const auto fits = check(shape, entry.spec); !fits)
            return inPlace(entry.name, fits.error());
        if (entry.keepsAtFirst) {
            Parameters any = zeroParameters(entry.spec);
            if (const auto set = setUpdateBias(entry.spec, any, *entry.keepsAtFirst); !set)
                return inPlace(entry.name, set.error());
        }
        if (plan.backend != "auto") // which takes what can do it
            if (const auto able = trainingBackends(plan.backend, entry.spec, plan.settings); !able)
                return able.error();
    }
    return plan;
}

Result<std::unique_ptr<Race>> Race::start(const RacePlan &plan)
{
    auto task = makeTask(plan.task, plan.options);
    if (!task)
        return task.error();
    return std::unique_ptr<Race>(new Race(plan, std::move(*task)));
}

Race::Race(RacePlan plan, std::shared_ptr<const Task> task) : m_plan(std::move(plan)), m_task(std::move(task))
{
    for (std::size_t seed = 0; seed < std::size_t(m_plan.seeds); ++seed)
        for (std::size_t entry = 0; entry < m_plan.entries.size(); ++entry) {
            RaceRun run;
            run.entry = entry;
            run.seed = seed;
            m_runs.push_back(std::move(run));
        }
    const auto machine = std::max<std::size_t>(1, std::thread::hardware_concurrency());
    const std::size_t wished = m_plan.threads > 0 ? std::size_t(m_plan.threads) : machine;
    const std::size_t threads = std::min({wished, machine, m_runs.size()});
    for (std::size_t i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

Race::~Race()
{
    stop();
}

void Race::work()
{
    workInBackground();
    for (std::size_t run = m_next++; run < std::size_t(m_plan.seeds) * m_plan.entries.size(); run = m_next++)
        learn(run);
}

void Race::learn(std::size_t run)
{
    RaceRun own;
    {
        const std::lock_guard lock(m_mutex);
        own = m_runs[run];
    }
    if (!m_stopped)
        if (const auto learned = withinMemory([&] { return learnTo(own); }); !learned)
            own.failure = learned.error();
    own.isOver = true;
    show(own);
}

/// One run, from its first numbers to its last update.
Result<void> Race::learnTo(RaceRun &own)
{
    const RaceEntry &entry = m_plan.entries[own.entry];
    Parameters parameters = initialParameters(entry.spec, own.seed);
    if (entry.keepsAtFirst)
        if (const auto set = setUpdateBias(entry.spec, parameters, *entry.keepsAtFirst); !set)
            return set;
    own.reachBefore = reachOf(*m_task, entry.spec, parameters);
    TrainerSettings settings = m_plan.settings;
    settings.seed = own.seed;
    settings.training.threads = 1;
    auto backends = trainingBackends(m_plan.backend, entry.spec, settings);
    if (!backends)
        return backends.error();
    const auto trainer = Trainer::start(m_task, entry.spec, parameters, settings, std::move(*backends));
    if (!trainer)
        return trainer.error();

    Means means((m_plan.updates + mostPoints - 1) / mostPoints);
    std::optional<Error> failure;
    std::vector<double> took; // milliseconds
    while (own.updates < m_plan.updates && (m_plan.toTheEnd || !own.solvedAt) && !m_stopped && !failure) {
        const Clock::time_point start = Clock::now();
        const auto record = (*trainer)->update();
        took.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
        if (!record) {
            failure = record.error();
            break;
        }
        const std::size_t before = own.points.size();
        own.updates = record->update;
        own.solvedAt = (*trainer)->solvedAt();
        means.add(*record, own.points);
        if (own.points.size() > before) {
            own.milliseconds = medianOf(took);
            show(own);
        }
    }
    means.close(own.updates, own.points);
    if (!m_stopped && !failure && !own.points.empty()) { // who stops it does not wait for more
        if (const auto looked = (*trainer)->lookOnceMore(); !looked)
            failure = looked.error();
        own.points.back().heldOut = (*trainer)->heldOut();
    }
    if (own.updates > 0)
        own.milliseconds = medianOf(took);
    if (!m_stopped)
        own.reachAfter = reachOf(*m_task, entry.spec, (*trainer)->parameters());
    return failure ? Result<void>(*failure) : Result<void>();
}

void Race::show(const RaceRun &own)
{
    const std::lock_guard lock(m_mutex);
    m_runs[std::size_t(own.seed) * m_plan.entries.size() + own.entry] = own;
}

std::vector<RaceRun> Race::runs() const
{
    const std::lock_guard lock(m_mutex);
    return m_runs;
}

double Race::progress() const
{
    const std::lock_guard lock(m_mutex);
    double made = 0;
    for (const RaceRun &run : m_runs)
        made += run.isOver ? 1.0 : double(run.updates) / m_plan.updates;
    return made / double(m_runs.size());
}

bool Race::isOver() const
{
    const std::lock_guard lock(m_mutex);
    return std::ranges::all_of(m_runs, &RaceRun::isOver);
}

void Race::stop()
{
    m_stopped = true;
}

void Race::wait(const std::stop_token &stop)
{
    const std::stop_callback stopping(stop, [this] { this->stop(); });
    for (std::jthread &thread : m_threads)
        if (thread.joinable())
            thread.join();
}

} // namespace gatescope
