// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/check/time_table.h"

#include "core/engine/backends.h"
#include "gpu/check/times.h"

#include <algorithm>
#include <iostream>

namespace gatescope::trial {

namespace {

constexpr double secondsOfOne = 0.15; ///< each of the times of a row

std::vector<TimedLayer> rowsOf(std::initializer_list<int> lengths)
{
    std::vector<TimedLayer> rows;
    for (const int steps : lengths)
        for (const int units : {128, 256, 512, 1024})
            for (const int sequences : {16, 64, 256})
                rows.push_back({CellKind::gru, units, sequences, steps});
    return rows;
}

/// Few for the cells that no target was set for.
std::vector<TimedLayer> timedRows(CellKind cell)
{
    if (cell == CellKind::gru)
        return rowsOf({512, 100});
    return {{cell, 256, 64, 100}, {cell, 512, 64, 100}, {cell, 1024, 16, 100}};
}

const CudnnTime *best(const std::vector<CudnnTime> &times, bool graph)
{
    const CudnnTime *found = nullptr;
    for (const CudnnTime &each : times)
        if (each.algorithm.ends_with(", graph") == graph && (!found || each.milliseconds < found->milliseconds))
            found = &each;
    return found;
}

void printRow(ProductPrecision precision, const TimedLayer &row)
{
    std::cout << "| " << row.units << " | " << row.sequences << " | " << row.steps << " | ";
    const auto own = ownTimes(precision, row, secondsOfOne);
    const auto cudnn = cudnnTimes(precision, row, secondsOfOne);
    if (!own) {
        std::cout << own.error().english() << " |\n" << std::flush;
        return;
    }
    const OwnTime &fastest = *std::ranges::min_element(*own, {}, &OwnTime::graph);
    for (const OwnTime &each : *own)
        std::cout << each.way << " " << each.graph << " (" << each.launched << ") ";
    std::cout << "| " << 1e3 * fastest.forward / row.steps << " | ";
    if (!cudnn) {
        std::cout << cudnn.error().english() << " | | |";
    } else {
        const CudnnTime *launched = best(*cudnn, false), *graph = best(*cudnn, true);
        for (const CudnnTime *each : {launched, graph})
            if (each)
                std::cout << each->algorithm << " " << each->milliseconds << " | ";
            else
                std::cout << "none | ";
        const double least = std::min(launched ? launched->milliseconds : graph->milliseconds,
                                      graph ? graph->milliseconds : launched->milliseconds);
        std::cout << least / fastest.graph << " |";
    }
    std::cout << " " << own->back().note << " |\n" << std::flush;
}

} // namespace

void printTimes(CellKind cell, ProductPrecision precision, const Deadline &deadline)
{
    std::cout << "\nOne " << describe(cell).pytorchName << " layer, I = H, " << nameOf(precision)
              << ", medians in ms. Ours: forward, backward, weight gradients, no dx, in a graph (launched one by one). "
                 "cuDNN: the same with dx, which it always computes, best algorithm. Ratio: cuDNN's better one by our "
                 "best graph. µs: a forward step, W x included.\n\n"
                 "| H | B | T | ours | µs | cuDNN launched | cuDNN graph | ratio | how |\n"
                 "|---|---|---|---|---|---|---|---|---|\n"
              << std::flush;
    const std::vector<TimedLayer> rows = timedRows(cell);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (deadline.isPast()) {
            std::cout << "\nTime was up: " << rows.size() - i << " of " << rows.size() << " rows are missing.\n";
            return;
        }
        printRow(precision, rows[i]);
    }
}

void printPlans(ProductPrecision precision, const Deadline &deadline)
{
    std::cout << "\nOne GRU layer, I = H, 100 steps, " << nameOf(precision)
              << ", by every plan, in a graph: a forward step with W x, and forward, backward and weight gradients.\n\n"
                 "| H | B | plan | forward, µs a step | all, ms | |\n|---|---|---|---|---|---|\n"
              << std::flush;
    for (const TimedLayer &row : rowsOf({100})) {
        if (deadline.isPast()) {
            std::cout << "\nTime was up.\n";
            return;
        }
        const auto times = planTimes(precision, row, secondsOfOne / 2);
        if (!times) {
            std::cout << "| " << row.units << " | " << row.sequences << " | " << times.error().english()
                      << " | | | |\n";
            continue;
        }
        const PlanTime &fastest = *std::ranges::min_element(*times, {}, &PlanTime::step);
        for (const PlanTime &each : *times)
            std::cout << "| " << row.units << " | " << row.sequences << " | " << each.plan << " | "
                      << 1e3 * each.forward / row.steps << " | " << each.step << " | " << (each.isTaken ? "taken " : "")
                      << (&each == &fastest ? "fastest" : "") << " |\n";
        std::cout << std::flush;
    }
}

void printDemoTimes(ProductPrecision precision, int units)
{
    const DrawnCase drawn = demoCase(units);
    std::optional<double> found[2];
    const std::string names[] = {withProducts("cuda", precision), "cpu"};
    std::cout << "\nThe larger demo, 2 layers of " << units
              << " units, 100 steps of 32 sequences, an update with Adam:\n\n";
    for (int i = 0; i < 2; ++i) {
        const auto backend = backendNamed(names[i]);
        const auto time = backend ? updateMilliseconds(**backend, drawn, 1) : Result<double>(backend.error());
        std::cout << "- " << names[i] << (i == 1 ? ", 2 threads: " : ": ");
        if (time)
            std::cout << *(found[i] = *time) << " ms\n";
        else
            std::cout << time.error().english() << "\n";
        std::cout << std::flush;
    }
    if (found[0] && found[1])
        std::cout << "- " << *found[1] / *found[0] << " times as fast\n";
}

} // namespace gatescope::trial
