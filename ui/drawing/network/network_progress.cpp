// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/network/network_progress.h"

#include <algorithm>

namespace gatescope {

NetworkProgress::NetworkProgress(const Scene &scene)
    : m_spec(scene.spec()), m_at(scene.playhead), m_length(scene.trace().length(scene.playhead.sequence)),
      m_backward(scene.playhead.pass == Pass::backward && scene.record.gradients), m_here(0)
{
    const int last = static_cast<int>(describe(m_spec.cell).stepParts.size()) - 1;
    if (m_backward)
        m_here = 1; // the gradient by a state is there when the pass comes to its step
    else if (m_at.part == last)
        m_here = m_at.progress;
}

int NetworkProgress::stepsBefore(Direction direction, int step) const
{
    return (direction == Direction::forward) == !m_backward ? step : m_length - 1 - step;
}

double NetworkProgress::inFocusedLayer(Direction direction, int step) const
{
    const int before = stepsBefore(direction, step);
    const int here = stepsBefore(m_at.direction, m_at.step);
    if (before != here)
        return before < here ? 1 : 0;
    if (direction == m_at.direction)
        return m_here;
    return m_here >= 1 ? 1 : 0;
}

double NetworkProgress::state(int layer, Direction direction, int step) const
{
    if (layer == m_at.layer)
        return inFocusedLayer(direction, step);
    const bool earlier = m_backward ? layer > m_at.layer : layer < m_at.layer;
    if (m_spec.bidirectional)
        return earlier ? 1 : 0;
    const int before = stepsBefore(direction, step);
    const int here = stepsBefore(m_at.direction, m_at.step);
    return before < here || (earlier && before == here) ? 1 : 0;
}

double NetworkProgress::answer(int step) const
{
    if (m_backward)
        return 1;
    const int top = m_spec.layers - 1;
    const bool wholeSequence = m_spec.headReads == HeadReads::attention;
    double share = state(top, Direction::forward, wholeSequence ? m_length - 1 : step);
    if (m_spec.bidirectional)
        share = std::min(share, state(top, Direction::backward, wholeSequence ? 0 : step));
    return share;
}

} // namespace gatescope
