// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/backend_comparison.h"

#include "core/base/within_memory.h"
#include "core/engine/backends.h"
#include "core/model/initialisation.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace gatescope {

namespace {

double largestOf(const NetworkSpec &spec, const Parameters &one, const Parameters *other)
{
    double largest = 0;
    const auto first = views(spec, one);
    const auto second = other ? views(spec, *other) : first;
    for (std::size_t i = 0; i < first.size(); ++i)
        if (first[i].values.size() > 0)
            largest = std::max(largest,
                               other ? (first[i].values - second[i].values).cwiseAbs().maxCoeff()
                                     : first[i].values.cwiseAbs().maxCoeff());
    return largest;
}

/// The weights after so many updates; the times go into the row.
Result<Parameters> learned(const Backend &backend, const RacePlan &plan, const Task &task, const Parameters &first,
                           int updates, const std::stop_token &stop, BackendRow &row)
{
    const NetworkSpec &spec = plan.entries.front().spec;
    auto run = backend.startTraining(spec, first, plan.settings.training);
    if (!run)
        return run.error();
    std::vector<double> times;
    for (int update = 1; update <= updates && !stop.stop_requested(); ++update) {
        const TrainingBatch batch = task.batch(plan.settings.sequences, 0, update);
        const auto begun = std::chrono::steady_clock::now();
        const auto report = (*run)->update(batch.batch, batch.objective);
        if (!report)
            return report.error();
        if (report->notFinite)
            return *report->notFinite;
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count());
    }
    std::ranges::sort(times);
    row.milliseconds = times.empty() ? 0 : times[times.size() / 2];
    return (*run)->parameters();
}

} // namespace

Result<std::vector<BackendRow>> compareBackends(const RacePlan &plan, int updates, const std::stop_token &stop)
{
    const auto task = makeTask(plan.task, plan.options);
    if (!task)
        return task.error();
    const RaceEntry &entry = plan.entries.front();
    Parameters first = initialParameters(entry.spec, 0);
    if (entry.keepsAtFirst)
        if (const auto set = setUpdateBias(entry.spec, first, *entry.keepsAtFirst); !set)
            return set.error();
    std::vector<BackendRow> rows;
    std::optional<Parameters> reference;
    for (const std::string_view name : backendNames()) {
        if (stop.stop_requested())
            break;
        BackendRow row;
        row.name = name;
        const auto backend = backendNamed(name);
        if (!backend) {
            row.why = backend.error();
            rows.push_back(std::move(row));
            continue;
        }
        row.precision = precisionName((*backend)->precision());
        auto weights = learned(**backend, plan, **task, first, updates, stop, row);
        if (!weights) {
            row.why = weights.error();
        } else {
            row.spread = largestOf(entry.spec, *weights, nullptr);
            if (!reference)
                reference = std::move(*weights);
            else
                row.difference = largestOf(entry.spec, *weights, &*reference);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

BackendMeasurement::BackendMeasurement(RacePlan plan, int updates)
    : m_plan(std::move(plan)), m_updates(updates), m_thread([this](const std::stop_token &stop) {
          auto rows = withinMemory([&] { return compareBackends(m_plan, m_updates, stop); });
          const std::lock_guard lock(m_mutex);
          m_outcome = std::move(rows);
      })
{
}

std::optional<Result<std::vector<BackendRow>>> BackendMeasurement::outcome() const
{
    const std::lock_guard lock(m_mutex);
    return m_outcome;
}

} // namespace gatescope
