// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace gatescope::gpu {

/// In which order threads take turns. On a device it is any. Shuffled, some threads are slow, and now and then all of a
/// block pause.
enum class ThreadOrder { firstToLast, lastToFirst, shuffled };

/// The threads of a grid, which this computer executes in turn: each goes on until it has to wait for others. What they
/// hand to each other is there as late as a device may let it be: words reach other threads after a while and in any
/// order, copies when they are waited for, and the sums of a tensor core when they are asked for. Memory that a block
/// shares begins as NaN. What a block writes in any other way than as words, other blocks do not see at all while the
/// kernel runs, unless threads are shuffled. What a device would not do, such as reading four words from an odd place,
/// ends the program.
class HostGrid
{
public:
    /// What a thread asks of the device: see gpu/recurrence/recurrence_kernel.h.
    class Thread
    {
    public:
        Thread(HostGrid &grid, int block, int number) : m_grid(grid), m_block(block), m_number(number) { }

        int number() const { return m_number; }
        int count() const;
        int block() const { return m_block; }
        float *shared() const;
        void sync() const;
        void copyAhead(float *to, const float *from) const;
        void waitForCopies() const;
        void publish(std::uint32_t *to, std::uint32_t word) const;
        void publish(std::uint64_t *to, std::uint64_t word) const;
        void read(const std::uint32_t *from, std::uint32_t *words) const;
        void read(const std::uint64_t *from, std::uint64_t *words) const;
        void awaitOthers(unsigned attempts) const;
        void prefetch(const float *) const { }
        template<int count>
        void sumOfFour(float (&sums)[count]) const
        {
            sumOfFour(sums, count);
        }
        void mmaTf32(float (&c)[4], const std::uint32_t (&a)[4], const std::uint32_t (&b)[2]) const;
        void mmaBf16(float (&c)[4], const std::uint32_t (&a)[4], const std::uint32_t (&b)[2]) const;
        void finishProducts() const;

    private:
        void sumOfFour(float *sums, int count) const;

        HostGrid &m_grid;
        int m_block, m_number;
    };

    /// What a test leaves out, to see that it would be noticed.
    struct Mistake {
        int forgottenSync = -1;     ///< the sync() that no thread makes, counted from 0 in each thread; −1: none
        int every = 1;              ///< and again after so many
        bool forgetsCopies = false; ///< does not wait for them
        bool hasOneSlot = false;    ///< messages do not take turns
    };

    HostGrid(int blocks, int threads, std::size_t sharedFloats, ThreadOrder order, const Mistake &mistake);
    ~HostGrid();
    /// Whether all threads came to their end; false: they wait for each other for ever. `written` is the memory that
    /// the kernel writes, but for words: two blocks that write to one place of it end the program.
    [[nodiscard]] bool run(const std::function<void(const Thread &)> &kernel, std::vector<std::span<float>> written);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace gatescope::gpu
