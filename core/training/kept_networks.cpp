// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/kept_networks.h"

#include <algorithm>
#include <cassert>

namespace gatescope {

namespace {

std::size_t bytesOf(const LayerParameters &layer)
{
    return sizeof(double)
        * std::size_t(layer.W.size() + layer.U.size() + layer.bIn.size() + layer.bRec.size() + layer.normIn.size()
                      + layer.normRec.size());
}

std::size_t bytesOf(const Parameters &parameters)
{
    std::size_t bytes = 0;
    for (const std::vector<LayerParameters> *stack : {&parameters.layers, &parameters.decoder})
        for (const LayerParameters &layer : *stack)
            bytes += bytesOf(layer);
    if (parameters.head)
        bytes += sizeof(double) * std::size_t(parameters.head->weight.size() + parameters.head->bias.size());
    if (parameters.embedding)
        bytes += sizeof(double) * std::size_t(parameters.embedding->size());
    if (const auto &attention = parameters.attention)
        bytes += sizeof(double)
            * std::size_t(attention->weight.size() + attention->bias.size() + attention->score.size());
    return bytes;
}

/// The first, and each that stands far enough behind the last one that stays.
std::vector<KeptNetwork> thinned(const std::vector<KeptNetwork> &all, int spacing)
{
    std::vector<KeptNetwork> left;
    for (const KeptNetwork &each : all)
        if (left.empty() || each.update - left.back().update >= spacing)
            left.push_back(each);
    return left;
}

} // namespace

KeptNetworks::KeptNetworks(std::size_t most, std::size_t mostBytes)
    : m_most(std::max<std::size_t>(2, most)), m_mostBytes(mostBytes)
{
}

void KeptNetworks::add(int update, std::shared_ptr<const Parameters> parameters)
{
    assert(parameters && (m_kept.empty() || update > m_kept.back().update));
    if (m_kept.empty())
        m_bytesOfOne = bytesOf(*parameters);
    // The newest stays only where the spacing would have kept it.
    const std::size_t count = m_kept.size();
    if (count >= 2 && m_kept[count - 1].update - m_kept[count - 2].update < m_spacing)
        m_kept.pop_back();
    const std::size_t room = std::clamp<std::size_t>(m_mostBytes / std::max<std::size_t>(1, m_bytesOfOne), 2, m_most);
    while (m_kept.size() >= room && m_kept.size() > 1) {
        m_spacing *= 2;
        m_kept = thinned(m_kept, m_spacing);
    }
    m_kept.push_back({update, std::move(parameters)});
}

const KeptNetwork *KeptNetworks::nearest(int update) const
{
    const auto distance = [&](const KeptNetwork &each) { return std::abs(each.update - update); };
    const auto found = std::ranges::min_element(m_kept, {}, distance);
    return found == m_kept.end() ? nullptr : &*found;
}

} // namespace gatescope
