// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/device/recurrence.h"

namespace gatescope::gpu {

/// Where the blocks of a group meet: what any of them wrote before arrive() all of them see after wait(), if they read
/// it past what their processor keeps. Between the two a block may do what needs nothing of the others. Both are called
/// by all threads, in turn.
class GroupMeeting
{
public:
    __device__ GroupMeeting(const RecurrencePlan &plan, unsigned *counters, int group)
        : m_meeting(plan.meeting), m_blocks(unsigned(plan.blocks)),
          m_counter(counters + std::size_t(group) * counterStride)
    {
    }

    __device__ void arrive() const
    {
        if (m_meeting == RecurrencePlan::Meeting::cluster) {
#if __CUDA_ARCH__ >= 900
            asm volatile("barrier.cluster.arrive.release;" ::: "memory");
#endif
            return;
        }
        __syncthreads();
        if (m_meeting == RecurrencePlan::Meeting::grid && threadIdx.x == 0) {
            __threadfence();
            atomicAdd(m_counter, 1u);
        }
    }

    /// Waits until all blocks have arrived so many times.
    __device__ void wait(int times) const
    {
        if (m_meeting == RecurrencePlan::Meeting::cluster) {
#if __CUDA_ARCH__ >= 900
            asm volatile("barrier.cluster.wait.acquire;" ::: "memory");
#endif
            return;
        }
        if (m_meeting == RecurrencePlan::Meeting::grid) {
            if (threadIdx.x == 0) {
                unsigned arrived = 0;
                do
                    asm volatile("ld.acquire.gpu.global.u32 %0, [%1];" : "=r"(arrived) : "l"(m_counter) : "memory");
                while (arrived < m_blocks * unsigned(times));
            }
            __syncthreads();
        }
    }

private:
    RecurrencePlan::Meeting m_meeting;
    unsigned m_blocks;
    unsigned *m_counter;
};

} // namespace gatescope::gpu
