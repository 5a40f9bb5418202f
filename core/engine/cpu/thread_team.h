// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <thread>
#include <vector>

namespace gatescope {

/// Threads that work on the same thing together. Between two jobs that follow closely they spin for about
/// a tenth of a millisecond, then yield, then sleep, so that others get their cores. A job may not throw.
class ThreadTeam
{
public:
    /// The caller is one of `threads`. Where the system refuses to start so many, there are fewer.
    explicit ThreadTeam(int threads);
    ~ThreadTeam();
    ThreadTeam(const ThreadTeam &) = delete;
    ThreadTeam &operator=(const ThreadTeam &) = delete;

    int size() const { return int(m_workers.size()) + 1; }
    /// Calls job(0) … job(size − 1), each on its own thread, and returns when all are done.
    template<typename Job>
    void run(const Job &job)
    {
        start([](const void *of, int index) { (*static_cast<const Job *>(of))(index); }, &job);
    }

private:
    using Call = void (*)(const void *job, int index);
    void start(Call call, const void *job);
    void work(int index);

    Call m_call = nullptr;
    const void *m_job = nullptr;
    std::atomic<unsigned> m_round = 0; ///< one more for every job
    std::atomic<unsigned> m_done = 0;  ///< workers that have finished this round
    std::atomic<bool> m_leave = false;
    std::vector<std::thread> m_workers;
};

} // namespace gatescope
