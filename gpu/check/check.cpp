// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/backends.h"
#include "gpu/check/demand.h"
#include "gpu/check/time_table.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>

using namespace gatescope;
using namespace gatescope::trial;

namespace {

enum ExitCode { agrees = 0, differs = 1, wrongArguments = 2, notHere = 4 };

struct Options {
    std::string part, backend = "cuda";
    CellKind cell = CellKind::gru; ///< that is timed
    std::vector<Demand> wanted{demands.begin(), demands.end()};
    int shapes = 200, units = 1024;
    std::uint64_t seed = 1;
    double seconds = 1e9;
    CaseSize size = CaseSize::any;
};

/// What the shapes of one precision came to.
struct Tally {
    Agreement worst;
    int shapes = 0, beyond = 0, wrong = 0;

    void add(const Demand &demand, const Result<Agreement> &found, const std::string &which)
    {
        ++shapes;
        if (found) {
            worst.values = std::max(worst.values, found->values);
            worst.gradients = std::max(worst.gradients, found->gradients);
            worst.update = std::max(worst.update, found->update);
            if (demand.isMet(*found, 1))
                return;
            ++beyond;
            if (demand.roundsFactors && demand.isMet(*found, 3))
                return;
        }
        ++wrong;
        std::cout << demand.precision << ", " << which << ": ";
        if (found)
            std::cout << "values " << found->values << ", gradients " << found->gradients << ", update "
                      << found->update << "\n";
        else
            std::cout << found.error().english() << "\n";
    }
    bool isGood() const { return wrong == 0 && beyond * 20 <= shapes; }
};

ExitCode compareShapes(const Options &options)
{
    std::vector<std::unique_ptr<Backend>> backends;
    for (const Demand &demand : options.wanted) {
        auto backend = backendNamed(withProducts(options.backend, *productPrecisionNamed(demand.precision)));
        if (!backend) {
            std::cerr << backend.error().english() << "\n";
            return notHere;
        }
        backends.push_back(std::move(*backend));
    }
    std::cout << backends.front()->description() << "; seed " << options.seed << "\n\n" << std::flush;
    const Deadline deadline(options.seconds);
    std::vector<Tally> tallies(backends.size());
    for (int i = 0; i < options.shapes && !deadline.isPast(); ++i) {
        const DrawnCase drawn = drawnCase(options.seed + std::uint64_t(i), options.size, options.backend == "cuda");
        const auto found = agreementsOn(backends, drawn);
        for (std::size_t k = 0; k < backends.size(); ++k)
            tallies[k].add(options.wanted[k], found[k],
                           "seed " + std::to_string(options.seed + std::uint64_t(i)) + ", " + drawn.text());
    }
    std::cout << "| precision | shapes | of " << options.shapes
              << " | within | furthest: values | gradients | gradients of an update | allowed | agrees |\n"
                 "|---|---|---|---|---|---|---|---|---|\n";
    bool good = true;
    for (std::size_t k = 0; k < backends.size(); ++k) {
        const Tally &tally = tallies[k];
        std::cout << "| " << options.wanted[k].precision << " | " << tally.shapes << " | " << options.shapes << " | "
                  << tally.shapes - tally.beyond << " | " << tally.worst.values << " | " << tally.worst.gradients
                  << " | " << tally.worst.update << " | " << options.wanted[k].values << ", "
                  << options.wanted[k].gradients << " | " << (tally.isGood() ? "yes" : "no") << " |\n";
        good = good && tally.isGood();
    }
    std::cout << std::flush;
    return good ? agrees : differs;
}

/// print(precision, deadline) for each precision that is wanted, in its share of the time.
template<typename Print>
ExitCode printEach(const Options &options, const Print &print)
{
    if (const auto cuda = backendNamed("cuda"); !cuda) {
        std::cerr << cuda.error().english() << "\n";
        return notHere;
    }
    for (std::size_t i = 0; i < options.wanted.size(); ++i)
        print(*productPrecisionNamed(options.wanted[i].precision),
              Deadline(options.seconds / double(options.wanted.size())));
    return agrees;
}

ExitCode timeDemo(const Options &options)
{
    printDemoTimes(*productPrecisionNamed(options.wanted.front().precision), options.units);
    return agrees;
}

bool read(int count, char **arguments, Options &options)
{
    if (count < 2)
        return false;
    options.part = arguments[1];
    for (int i = 2; i < count; ++i) {
        const std::string_view argument = arguments[i];
        if (argument == "--small") {
            options.size = CaseSize::small;
            continue;
        }
        if (i + 1 == count)
            return false;
        const char *value = arguments[++i];
        if (argument == "--shapes")
            options.shapes = std::atoi(value);
        else if (argument == "--units")
            options.units = std::atoi(value);
        else if (argument == "--seed")
            options.seed = std::strtoull(value, nullptr, 10);
        else if (argument == "--seconds")
            options.seconds = std::atof(value);
        else if (argument == "--cell" && cellNamed(value))
            options.cell = *cellNamed(value);
        else if (argument == "--backend")
            options.backend = value;
        else if (argument == "--precision" && productPrecisionNamed(value))
            std::erase_if(options.wanted, [&](const Demand &each) { return each.precision != value; });
        else
            return false;
    }
    return options.shapes >= 0 && options.units > 0 && !options.wanted.empty();
}

} // namespace

int main(int count, char **arguments)
{
    Options options;
    if (read(count, arguments, options)) {
        if (options.part == "agreement")
            return compareShapes(options);
        if (options.part == "times")
            return printEach(options, [&](ProductPrecision precision, const Deadline &deadline) {
                printTimes(options.cell, precision, deadline);
            });
        if (options.part == "plans")
            return printEach(options, printPlans);
        if (options.part == "demo")
            return timeDemo(options);
    }
    std::cerr << "gatescope_check agreement [--backend cuda] [--precision P] [--shapes 200] [--seed N] [--seconds S] "
                 "[--small]\ngatescope_check times [--cell gru] [--precision P] [--seconds S]\n"
                 "gatescope_check plans [--precision P] [--seconds S]\n"
                 "gatescope_check demo [--precision P] [--units 1024]\n";
    return wrongArguments;
}
