// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/backends.h"
#include "gpu/check/agreement.h"
#include "gpu/check/times.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>

using namespace gatescope;
using namespace gatescope::trial;

namespace {

enum ExitCode { agrees = 0, differs = 1, wrongArguments = 2, notHere = 4 };

constexpr double valueTolerance = 2e-6, gradientTolerance = 2e-5;

/// How many shapes disagree; says which, and how the others did.
int compareShapes(const Backend &cuda, int shapes, std::uint64_t seed)
{
    Agreement worst;
    int wrong = 0;
    for (int i = 0; i < shapes; ++i) {
        const DrawnCase drawn = drawnCase(seed + std::uint64_t(i));
        const auto found = agreementOn(cuda, drawn);
        if (found) {
            worst.values = std::max(worst.values, found->values);
            worst.gradients = std::max(worst.gradients, found->gradients);
            worst.update = std::max(worst.update, found->update);
        }
        if (found && found->values <= valueTolerance && found->gradients <= gradientTolerance
            && found->update <= gradientTolerance)
            continue;
        ++wrong;
        std::cout << "seed " << seed + std::uint64_t(i) << ", " << drawn.text() << ": ";
        if (found)
            std::cout << "values " << found->values << ", gradients " << found->gradients << ", update "
                      << found->update << "\n";
        else
            std::cout << found.error().english() << "\n";
    }
    std::cout << shapes - wrong << " of " << shapes << " shapes agree with the reference; furthest: values "
              << worst.values << " (allowed " << valueTolerance << "), gradients " << worst.gradients << ", update "
              << worst.update << " (allowed " << gradientTolerance << ")\n";
    return wrong;
}

void printTimes(const Backend &cuda, int units, int sequences, int steps)
{
    const auto own = updateMilliseconds(cuda, timedCase(units, sequences, steps));
    std::cout << "| " << units << " | " << sequences << " | " << steps << " | ";
    if (own)
        std::cout << *own;
    else
        std::cout << own.error().english();
    const auto cudnn = cudnnTimes(units, sequences, steps);
    if (!cudnn) {
        std::cout << " | " << cudnn.error().english() << " | |\n";
        return;
    }
    const auto best = std::ranges::min_element(*cudnn, {}, &CudnnTime::milliseconds);
    std::cout << " | " << best->milliseconds << " (" << best->algorithm << ") | ";
    if (own)
        std::cout << best->milliseconds / *own;
    std::cout << " |\n" << std::flush;
}

void printAllTimes(const Backend &cuda)
{
    std::cout
        << "\nOne GRU layer, I = H, float32, ms. Ours: a whole update, batch copied in, Adam. cuDNN: forward, backward "
           "with dx, weight gradients.\n\n| H | B | T | cuda | cuDNN, best | ratio |\n|---|---|---|---|---|---|\n";
    for (const int steps : {512, 100})
        for (const int units : {128, 256, 512, 1024})
            for (const int sequences : {16, 64, 256})
                printTimes(cuda, units, sequences, steps);
}

} // namespace

int main(int count, char **arguments)
{
    int shapes = 200;
    bool times = true;
    std::uint64_t seed = std::uint64_t(std::chrono::system_clock::now().time_since_epoch().count());
    for (int i = 1; i < count; ++i) {
        const std::string_view argument = arguments[i];
        if (argument == "--shapes" && i + 1 < count)
            shapes = std::atoi(arguments[++i]);
        else if (argument == "--seed" && i + 1 < count)
            seed = std::strtoull(arguments[++i], nullptr, 10);
        else if (argument == "--no-times")
            times = false;
        else {
            std::cerr << "gatescope_check [--shapes 200] [--seed N] [--no-times]\n";
            return wrongArguments;
        }
    }
    const auto cuda = backendNamed("cuda");
    if (!cuda) {
        std::cerr << cuda.error().english() << "\n";
        return notHere;
    }
    std::cout << (*cuda)->description() << "; seed " << seed << "\n" << std::flush;
    const int wrong = compareShapes(**cuda, shapes, seed);
    if (times)
        printAllTimes(**cuda);
    return wrong == 0 ? agrees : differs;
}
