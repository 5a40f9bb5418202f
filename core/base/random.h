// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace gatescope {

/// Random numbers that are the same on every machine and with every standard library
/// (SplitMix64 by Steele, Lea and Flood 2014).
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) { }

    std::uint64_t next();
    /// Uniform in [0, 1).
    double uniform();
    /// Uniform in [low, high).
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// Uniform in 0 … count−1.
    int below(int count);
    /// Standard normal (Box and Muller 1958).
    double normal();

private:
    std::uint64_t m_state;
};

} // namespace gatescope
