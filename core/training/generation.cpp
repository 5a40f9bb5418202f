// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/generation.h"

#include "core/base/random.h"
#include "core/engine/cpu/cpu_limits.h"
#include "core/engine/cpu/cpu_stepper.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

Result<void> checkWriter(const NetworkSpec &spec, const std::vector<std::string> &alphabet, const std::vector<int> &prompt,
                         const GenerationSettings &settings)
{
    const int letters = int(alphabet.size());
    if (spec.bidirectional)
        return error("A network that reads in both directions needs the end of a text: it cannot write one.");
    if (spec.headOutputs != letters || (spec.embeddingRows > 0 ? spec.embeddingRows : spec.inputSize) != letters)
        return error("The alphabet has %1 letters, but the network reads %2 and says %3: it was not made to write.",
                     {std::to_string(letters), std::to_string(spec.embeddingRows > 0 ? spec.embeddingRows : spec.inputSize),
                      std::to_string(spec.headOutputs)});
    if (prompt.empty())
        return error("There is nothing to go on from: give at least one letter.");
    if (!(settings.temperature >= 0) || !std::isfinite(settings.temperature))
        return error("The temperature should be 0 or more.");
    return {};
}

} // namespace

int drawn(const std::vector<double> &y, double temperature, double u)
{
    const auto likeliest = std::ranges::max_element(y);
    if (temperature == 0)
        return int(likeliest - y.begin());
    // p ∝ e^((y − max) / temperature)
    std::vector<double> powers;
    double sum = 0;
    for (const double each : y)
        sum += powers.emplace_back(std::exp((each - *likeliest) / temperature));
    for (std::size_t i = 0; i < powers.size(); ++i) {
        u -= powers[i] / sum;
        if (u < 0)
            return int(i);
    }
    return int(likeliest - y.begin()); // rounding left nothing over
}

Result<std::string> generateText(const NetworkSpec &spec, const Parameters &parameters, const std::vector<std::string> &alphabet,
                                 const std::vector<int> &prompt, const GenerationSettings &settings)
{
    if (const auto fits = checkWriter(spec, alphabet, prompt, settings); !fits)
        return fits.error();
    if (const auto fits = checkForCpu(spec); !fits)
        return fits.error();
    CpuStepper stepper(spec, parameters);
    std::vector<float> x(std::size_t(spec.inputSize));
    const auto read = [&](int letter) {
        std::ranges::fill(x, 0.0f);
        if (spec.embeddingRows > 0)
            std::ranges::transform(parameters.embedding->row(letter), x.begin(), [](double number) { return float(number); });
        else
            x[std::size_t(letter)] = 1;
        const std::span<const float> y = stepper.step(x);
        return std::vector<double>(y.begin(), y.end());
    };
    std::vector<double> y;
    for (const int letter : prompt)
        y = read(letter);
    Random random(settings.seed);
    std::string text;
    for (int i = 0; i < settings.length; ++i) {
        const int next = drawn(y, settings.temperature, random.uniform());
        text += alphabet[std::size_t(next)];
        y = read(next);
    }
    return text;
}

} // namespace gatescope
