// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/device/arrays.h"

#include <array>

namespace gatescope::gpu {

/// The few sums that a step of training ends in. They stay on the device until all of them are read at once.
class Sums
{
public:
    enum Which { loss, right, squares, lost };
    static constexpr std::size_t count = 4;

    /// With room to add up so many numbers quickly. Fails when the device has not enough memory.
    static Result<std::unique_ptr<Sums>> make(Device &device, std::size_t numbers);

    void take(Which which, PartSums::Of of, const float *values, std::size_t count, const float *mask = nullptr);
    /// A sum in FoldSums::folded parts, on the device.
    const double *folded(Which which) const { return m_folded + std::size_t(which) * FoldSums::folded; }

    /// All of them once the device has finished; what was not taken is not meant.
    struct Copy {
        std::vector<double> folded;
        double operator[](Which which) const;
    };
    void copyOut(Copy &copy);

private:
    Sums(Device &device, std::size_t mostParts) : m_device(device), m_mostParts(mostParts) { }

    Device &m_device;
    std::size_t m_mostParts;
    double *m_parts = nullptr, *m_folded = nullptr;
    Device::Floats m_memory;
};

} // namespace gatescope::gpu
