// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/backend/sums.h"

#include <algorithm>

namespace gatescope::gpu {

namespace {

/// Enough to keep a device busy; a small array is added up by fewer.
constexpr std::size_t mostParts = 256 * FoldSums::folded;

std::size_t partsOf(std::size_t count)
{
    constexpr std::size_t least = 8; // numbers that are worth a part
    const std::size_t folds = (count / least + FoldSums::folded - 1) / FoldSums::folded;
    return std::clamp(folds * FoldSums::folded, FoldSums::folded, mostParts);
}

} // namespace

Result<std::unique_ptr<Sums>> Sums::make(Device &device, std::size_t numbers)
{
    std::unique_ptr<Sums> sums(new Sums(device, partsOf(numbers)));
    Arrays arrays;
    arrays.add(sums->m_parts, sums->m_mostParts);
    arrays.add(sums->m_folded, count * FoldSums::folded);
    auto memory = arrays.place(device);
    if (!memory)
        return memory.error();
    sums->m_memory = std::move(*memory);
    return sums;
}

void Sums::take(Which which, PartSums::Of of, const float *values, std::size_t numbers, const float *mask)
{
    const std::size_t parts = std::min(m_mostParts, partsOf(numbers));
    m_device.run(PartSums{of, values, numbers, mask, parts, m_parts}, parts);
    m_device.run(FoldSums{m_parts, parts, m_folded + std::size_t(which) * FoldSums::folded}, FoldSums::folded);
}

void Sums::copyOut(Copy &copy)
{
    copy.folded.resize(count * FoldSums::folded);
    m_device.copyOut(copy.folded.data(), m_folded, copy.folded.size() * sizeof(double));
}

double Sums::Copy::operator[](Which which) const
{
    double sum = 0;
    for (std::size_t i = 0; i < FoldSums::folded; ++i)
        sum += folded[std::size_t(which) * FoldSums::folded + i];
    return sum;
}

} // namespace gatescope::gpu
