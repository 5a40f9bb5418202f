// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <cassert>
#include <variant>
#include <vector>

namespace gatescope {

/// An array [time, batch, unit] of doubles or floats. Views read it as double whatever it holds; the reference
/// engine writes whole steps, [batch, unit], as matrices, faster engines write floats().
class TimeArray
{
public:
    enum class Precision { f64, f32 };

    template<typename Scalar>
    using StepMatrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

    TimeArray() = default;

    /// All values are 0.
    TimeArray(int steps, int batch, int units, Precision precision = Precision::f64)
        : m_steps(steps), m_batch(batch), m_units(units)
    {
        if (precision == Precision::f64)
            m_values = std::vector<double>(size(), 0.0);
        else
            m_values = std::vector<float>(size(), 0.0f);
    }

    int steps() const { return m_steps; }
    int batch() const { return m_batch; }
    int units() const { return m_units; }
    bool empty() const { return size() == 0; }
    std::size_t size() const { return std::size_t(m_steps) * std::size_t(m_batch) * std::size_t(m_units); }
    Precision precision() const { return m_values.index() == 0 ? Precision::f64 : Precision::f32; }

    double operator()(int step, int sequence, int unit) const
    {
        const std::size_t i = index(step, sequence, unit);
        if (const auto *doubles = std::get_if<0>(&m_values))
            return (*doubles)[i];
        return std::get<1>(m_values)[i];
    }

    void set(int step, int sequence, int unit, double value)
    {
        const std::size_t i = index(step, sequence, unit);
        if (auto *doubles = std::get_if<0>(&m_values))
            (*doubles)[i] = value;
        else
            std::get<1>(m_values)[i] = static_cast<float>(value);
    }

    /// The values of one sequence at one step, [unit].
    Vector at(int step, int sequence) const
    {
        Vector values(m_units);
        for (int unit = 0; unit < m_units; ++unit)
            values[unit] = (*this)(step, sequence, unit);
        return values;
    }

    /// One step as a matrix [batch, unit]; the array must hold doubles.
    Eigen::Map<const StepMatrix<double>> step(int step) const
    {
        return {std::get<0>(m_values).data() + index(step, 0, 0), m_batch, m_units};
    }
    Eigen::Map<StepMatrix<double>> step(int step)
    {
        return {std::get<0>(m_values).data() + index(step, 0, 0), m_batch, m_units};
    }

    /// The numbers in the order [time, batch, unit], if they are of this precision; otherwise null.
    const double *doubles() const { return precision() == Precision::f64 ? std::get<0>(m_values).data() : nullptr; }
    const float *floats() const { return precision() == Precision::f32 ? std::get<1>(m_values).data() : nullptr; }
    float *floats() { return precision() == Precision::f32 ? std::get<1>(m_values).data() : nullptr; }

    bool allFinite() const
    {
        // 0 · x is 0, but NaN where x is not finite; the sum, unlike Eigen's allFinite(), uses the processor's vectors.
        const Eigen::Index count = static_cast<Eigen::Index>(size());
        if (const double *values = doubles())
            return (Eigen::Map<const Eigen::ArrayXd>(values, count) * 0.0).sum() == 0.0;
        return (Eigen::Map<const Eigen::ArrayXf>(floats(), count) * 0.0f).sum() == 0.0f;
    }

    bool operator==(const TimeArray &) const = default;

private:
    std::size_t index(int step, int sequence, int unit) const
    {
        assert(step >= 0 && step < m_steps && sequence >= 0 && sequence < m_batch && unit >= 0);
        return (std::size_t(step) * std::size_t(m_batch) + std::size_t(sequence)) * std::size_t(m_units)
            + std::size_t(unit);
    }

    int m_steps = 0;
    int m_batch = 0;
    int m_units = 0;
    std::variant<std::vector<double>, std::vector<float>> m_values;
};

} // namespace gatescope
