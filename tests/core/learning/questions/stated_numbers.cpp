// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/learning/questions/stated_numbers.h"

#include "core/model/quantisation.h"
#include "core/model/squash.h"

#include <cmath>

namespace gatescope {

std::optional<Answer> answerOfStatedNumbers(const Json &check)
{
    const std::string is = check["is"];
    if (is == "products") { // of matrices, in the order in which a layer reads
        double done = check["way"] == "all" ? 1 : 0;
        for (int t = 0; t < check["steps"].get<int>(); ++t)
            done += check["way"] == "six" ? 6 : 1;
        return done;
    }
    if (is == "pairs") {
        double pairs = 0;
        for (int t = 0; t < check["steps"].get<int>(); ++t)
            for (int s = 0; s < check["steps"].get<int>(); ++s)
                ++pairs;
        return pairs;
    }
    if (is == "hard-sigmoid")
        return squashed(GateActivation::hardSigmoid, Eigen::ArrayXd::Constant(1, check["of"].get<double>()))[0];
    if (is == "tanh-slope")
        return 1 - std::pow(std::tanh(check["of"].get<double>()), 2);
    if (is == "bits")
        return -std::log2(check["p"].get<double>());
    if (is == "softmax") {
        std::vector<double> powers;
        double sum = 0;
        for (const double score : check["scores"].get<std::vector<double>>())
            sum += powers.emplace_back(std::exp(score / check["temperature"].get<double>()));
        return powers[check["of"].get<std::size_t>()] / sum;
    }
    if (is == "normalised") {
        const std::vector<double> values = check["values"];
        double mean = 0, variance = 0;
        for (const double value : values)
            mean += value / double(values.size());
        for (const double value : values)
            variance += (value - mean) * (value - mean) / double(values.size());
        return (values[check["of"].get<std::size_t>()] - mean) / std::sqrt(variance);
    }
    if (is == "root-mean-square") {
        const std::vector<double> errors = check["errors"];
        double sum = 0;
        for (const double each : errors)
            sum += each * each;
        return std::sqrt(sum / double(errors.size()));
    }
    if (is == "eight-bits") { // what the program makes of a matrix with these two weights
        NetworkSpec spec;
        spec.bias = false;
        Parameters parameters = zeroParameters(spec);
        parameters.layers[0].W(0, 0) = check["largest"];
        parameters.layers[0].W(1, 0) = check["weight"];
        return double(quantised(spec, parameters, Granularity::tensor)->matrices[0].q(1, 0));
    }
    return std::nullopt;
}

} // namespace gatescope
