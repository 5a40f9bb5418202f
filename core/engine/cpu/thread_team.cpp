// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/thread_team.h"

#include "core/engine/cpu/flush_to_zero.h"

#include <system_error>

namespace gatescope {

namespace {

void pause()
{
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

/// Waits until `value` is no longer `old`.
void waitWhile(const std::atomic<unsigned> &value, unsigned old)
{
    constexpr int spins = 2000, yields = 200;
    for (int i = 0; i < spins; ++i) {
        if (value.load(std::memory_order_acquire) != old)
            return;
        pause();
    }
    for (int i = 0; i < yields; ++i) {
        if (value.load(std::memory_order_acquire) != old)
            return;
        std::this_thread::yield();
    }
    value.wait(old, std::memory_order_acquire);
}

} // namespace

ThreadTeam::ThreadTeam(int threads)
{
    m_workers.reserve(std::size_t(threads));
    try {
        for (int index = 1; index < threads; ++index)
            m_workers.emplace_back([this, index] { work(index); });
    } catch (const std::system_error &) { // the others share the work
    }
}

ThreadTeam::~ThreadTeam()
{
    m_leave = true;
    ++m_round;
    m_round.notify_all();
    for (std::thread &worker : m_workers)
        worker.join();
}

void ThreadTeam::start(Call call, const void *job)
{
    m_call = call;
    m_job = job;
    m_done.store(0, std::memory_order_relaxed);
    m_round.fetch_add(1, std::memory_order_release);
    m_round.notify_all();
    call(job, 0);
    for (unsigned done = m_done.load(std::memory_order_acquire); done < m_workers.size();
         done = m_done.load(std::memory_order_acquire))
        waitWhile(m_done, done);
}

void ThreadTeam::work(int index)
{
    const FlushToZero flush;
    unsigned round = 0;
    for (;;) {
        waitWhile(m_round, round);
        round = m_round.load(std::memory_order_acquire);
        if (m_leave)
            return;
        m_call(m_job, index);
        m_done.fetch_add(1, std::memory_order_release);
        m_done.notify_one();
    }
}

} // namespace gatescope
