// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/engine/trace_distance.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// What is smaller than this throughout is what sums of larger numbers left over, and has fewer digits.
constexpr double smallest = 0.05;

/// What is further from the reference than allowed, by name.
class Differences
{
public:
    explicit Differences(double tolerance) : m_tolerance(tolerance) { }

    template<typename Array>
    void compare(const std::string &name, const Array &array, const Array &reference)
    {
        const double apart = distance(array, reference);
        if (!(apart <= m_tolerance))
            m_text += name + " is off by " + std::to_string(apart * 1e6) + "e-6; ";
    }
    std::string text() const { return m_text; }

private:
    double m_tolerance;
    std::string m_text;
};

} // namespace

double distance(const TimeArray &array, const TimeArray &reference)
{
    double largest = 0, apart = 0;
    for (int t = 0; t < reference.steps(); ++t) {
        for (int n = 0; n < reference.batch(); ++n) {
            for (int j = 0; j < reference.units(); ++j) {
                largest = std::max(largest, std::abs(reference(t, n, j)));
                apart = std::max(apart, std::abs(reference(t, n, j) - array(t, n, j)));
            }
        }
    }
    return apart / std::max(largest, smallest);
}

double distance(const Matrix &matrix, const Matrix &reference)
{
    if (reference.size() == 0)
        return matrix.size();
    return (matrix - reference).cwiseAbs().maxCoeff() / std::max(reference.cwiseAbs().maxCoeff(), smallest);
}

std::string differences(const Trace &trace, const Trace &reference, double tolerance)
{
    Differences found(tolerance);
    found.compare("output", trace.output, reference.output);
    found.compare("head", trace.headOutput, reference.headOutput);
    for (std::size_t i = 0; i < reference.layers.size(); ++i) {
        for (const auto &[part, values] : reference.layers[i].parts)
            found.compare(std::string(describe(part).key), trace.layers[i][part], values);
        found.compare("h_n", trace.hN[i], reference.hN[i]);
        if (!reference.cN.empty())
            found.compare("c_n", trace.cN[i], reference.cN[i]);
    }
    return found.text();
}

std::string differences(const NetworkSpec &spec, const GradientTrace &gradients, const GradientTrace &reference,
                        double tolerance)
{
    Differences found(tolerance);
    found.compare("dx", gradients.x, reference.x);
    found.compare("doutput", gradients.output, reference.output);
    for (std::size_t i = 0; i < reference.layers.size(); ++i) {
        for (const auto &[part, values] : reference.layers[i].parts)
            found.compare("d" + std::string(describe(part).key), gradients.layers[i][part], values);
        found.compare("dh0", gradients.h0[i], reference.h0[i]);
        if (!reference.c0.empty())
            found.compare("dc0", gradients.c0[i], reference.c0[i]);
    }
    const auto expected = views(spec, reference.parameters);
    const auto given = views(spec, gradients.parameters);
    for (std::size_t i = 0; i < expected.size(); ++i)
        found.compare("d" + expected[i].name, Matrix(given[i].values), Matrix(expected[i].values));
    return found.text();
}

} // namespace gatescope
