// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/generation.h"

#include "core/base/random.h"
#include "core/engine/cpu/cpu_limits.h"
#include "core/engine/cpu/cpu_stepper.h"
#include "core/engine/reference_backend.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <span>

namespace gatescope {

namespace {

Result<void> checkWriter(const NetworkSpec &spec, const Parameters &parameters,
                         const std::vector<std::string> &alphabet, const std::vector<int> &prompt,
                         const GenerationSettings &settings)
{
    const int letters = int(alphabet.size());
    if (spec.bidirectional)
        return error("A network that reads in both directions needs the end of a text: it cannot write one.");
    if (spec.headOutputs != letters || (spec.embeddingRows > 0 ? spec.embeddingRows : spec.inputSize) != letters)
        return error("The alphabet has %1 letters, but the network reads %2 and says %3: it was not made to write.",
                     {std::to_string(letters),
                      std::to_string(spec.embeddingRows > 0 ? spec.embeddingRows : spec.inputSize),
                      std::to_string(spec.headOutputs)});
    if (const auto valid = check(spec, parameters); !valid)
        return valid;
    for (const int letter : prompt)
        if (letter < 0 || letter >= letters)
            return error("The prompt asks for letter %1 of an alphabet of %2.",
                         {std::to_string(letter), std::to_string(letters)});
    if (prompt.empty())
        return error("There is nothing to go on from: give at least one letter.");
    if (!(settings.temperature >= 0) || !std::isfinite(settings.temperature))
        return error("The temperature should be 0 or more.");
    return {};
}

/// Reads x and returns what the head says; keeps the state.
using Reader = std::function<Result<std::vector<double>>(const Vector &x)>;

Reader fastReader(const NetworkSpec &spec, const Parameters &parameters)
{
    const auto stepper = std::make_shared<CpuStepper>(spec, parameters);
    return [stepper, x = std::vector<float>(std::size_t(spec.inputSize))](const Vector &given) mutable {
        std::ranges::transform(given, x.begin(), [](double number) { return float(number); });
        const std::span<const float> y = stepper->step(x);
        return std::vector<double>(y.begin(), y.end());
    };
}

/// For networks with what only the reference backend has: runs of one step, each from the state of the one before.
Reader referenceReader(const NetworkSpec &spec, const Parameters &parameters)
{
    const auto before = std::make_shared<TrainingRun::FinalStates>();
    return [=](const Vector &x) -> Result<std::vector<double>> {
        Batch batch = fullLengthBatch(TimeArray(1, 1, spec.inputSize));
        batch.x.step(0).row(0) = x.transpose();
        batch.h0 = before->h;
        batch.c0 = before->c;
        const auto trace = ReferenceBackend().run(spec, parameters, std::make_shared<const Batch>(std::move(batch)));
        if (!trace)
            return trace.error();
        *before = {(*trace)->hN, (*trace)->cN};
        const Vector y = (*trace)->headOutput.at(0, 0);
        return std::vector<double>(y.begin(), y.end());
    };
}

Reader readerOf(const NetworkSpec &spec, const Parameters &parameters)
{
    return checkForCpu(spec) ? fastReader(spec, parameters) : referenceReader(spec, parameters);
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

Result<std::string> generateText(const NetworkSpec &spec, const Parameters &parameters,
                                 const std::vector<std::string> &alphabet, const std::vector<int> &prompt,
                                 const GenerationSettings &settings)
{
    if (const auto fits = checkWriter(spec, parameters, alphabet, prompt, settings); !fits)
        return fits.error();
    const Reader reader = readerOf(spec, parameters);
    Vector x(spec.inputSize);
    const auto read = [&](int letter) {
        if (spec.embeddingRows > 0)
            x = parameters.embedding->row(letter).transpose();
        else
            x = Vector::Unit(spec.inputSize, letter);
        return reader(x);
    };
    Result<std::vector<double>> y = std::vector<double>();
    for (const int letter : prompt)
        if (y = read(letter); !y)
            return y.error();
    Random random(settings.seed);
    std::string text;
    for (int i = 0; i < settings.length; ++i) {
        const int next = drawn(*y, settings.temperature, random.uniform());
        text += alphabet[std::size_t(next)];
        if (y = read(next); !y)
            return y.error();
    }
    return text;
}

} // namespace gatescope
