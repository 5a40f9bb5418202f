// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/backend/prepared_pass.h"

#include <algorithm>

namespace gatescope::gpu {

namespace {

constexpr std::size_t mostPasses = 3; // whole batches, those held out, and what is left over of either

} // namespace

Result<std::unique_ptr<PreparedPass>> PreparedPasses::made(const PassSize &size)
{
    auto pass = NetworkPass::make(m_device, m_shape, size);
    if (!pass)
        return pass.error();
    auto tokens = TokenArrays::make(m_device, m_shape.spec(), size);
    if (!tokens)
        return tokens.error();
    return std::make_unique<PreparedPass>(PreparedPass{std::move(*pass), std::move(*tokens), RecordedStep(m_device)});
}

Result<PreparedPass *> PreparedPasses::of(const PassSize &size)
{
    const auto there = std::ranges::find_if(m_passes, [&](const auto &each) { return each->pass->size() == size; });
    if (there != m_passes.end()) {
        std::rotate(there, there + 1, m_passes.end());
        return m_passes.back().get();
    }
    if (m_passes.size() == mostPasses)
        m_passes.erase(m_passes.begin());
    auto fresh = made(size);
    for (; !fresh && !m_passes.empty(); fresh = made(size))
        m_passes.erase(m_passes.begin());
    if (!fresh)
        return fresh.error();
    m_passes.push_back(std::move(*fresh));
    return m_passes.back().get();
}

} // namespace gatescope::gpu
