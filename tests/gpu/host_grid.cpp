// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/host_grid.h"

#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <numeric>
#include <random>
#include <utility>

#include <sys/mman.h>
#include <ucontext.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
#endif

namespace gatescope::gpu {

namespace {

constexpr int lanes = 32;
constexpr std::size_t stackBytes = 128u << 10;
constexpr int longestPause = 600; ///< of a block, in turns
constexpr int stillInPause = 20;  ///< turns after which nobody else is expected to get on, and the pause ends
constexpr int stillFor = 600;     ///< turns after which nobody at all is
constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

/// Where threads meet: each waits until all have come.
struct Meeting {
    int members = 0, arrived = 0, times = 0;
};

/// One instruction of the tensor core, as a lane has it.
struct LaneProduct {
    float *c; ///< [4]
    std::uint32_t a[4], b[2];
    bool isBf16;
};

struct Warp {
    Meeting meeting;
    std::vector<float> handed[2][lanes]; ///< to the other lanes, the last time and the time before
    std::vector<LaneProduct> products[lanes];
};

struct Block {
    Meeting meeting;
    std::vector<float> shared;
    std::vector<float> written; ///< what it sees in the memory that all blocks write
    std::vector<Warp> warps;
};

struct Copy {
    float *to;
    const float *from;
};

/// A word on its way to memory.
struct Sent {
    char *to;
    std::uint64_t word;
    std::size_t bytes;
};

struct Fiber {
    ucontext_t context{};
    char *stack = nullptr;
    void *fakeStack = nullptr; ///< of the address sanitizer
    bool isDone = false, isSlow = false;
    int syncs = 0, handed = 0;
    std::vector<Copy> copies;
};

[[noreturn]] void stop(const char *why)
{
    std::fprintf(stderr, "%s\n", why);
    std::abort();
}

/// A device reads 16 bytes at once only from such places.
void requireAligned(const void *from)
{
    if (std::bit_cast<std::uintptr_t>(from) % 16 != 0)
        stop("Words are read at once that do not begin at a multiple of 16 bytes.");
}

float floatOfBits(std::uint32_t bits)
{
    return std::bit_cast<float>(bits);
}

/// The numbers of A and B that the lanes hold, after the pictures of mma.m16n8k8 (.tf32) and mma.m16n8k16 (.bf16) in
/// NVIDIA's "Parallel Thread Execution ISA": group = lane / 4, place = lane mod 4.
struct Fragments {
    const std::vector<LaneProduct> (&lanesOf)[lanes];
    std::size_t at;

    float tf32(int row, int k, bool isA) const
    {
        const int lane = row % 8 * 4 + k % 4;
        const LaneProduct &held = lanesOf[lane][at];
        const std::uint32_t bits = isA ? held.a[(row >= 8 ? 1 : 0) + (k >= 4 ? 2 : 0)] : held.b[k >= 4 ? 1 : 0];
        return floatOfBits(bits & 0xffffe000u); // the instruction does not look at the rest
    }
    float bf16(int row, int k, bool isA) const
    {
        const int lane = row % 8 * 4 + k % 8 / 2;
        const LaneProduct &held = lanesOf[lane][at];
        const std::uint32_t pair = isA ? held.a[(row >= 8 ? 1 : 0) + (k >= 8 ? 2 : 0)] : held.b[k >= 8 ? 1 : 0];
        return floatOfBits(k % 2 == 0 ? pair << 16 : pair & 0xffff0000u);
    }
};

/// A lane's four numbers of C: rows group and group + 8, columns 2·place and 2·place + 1.
void addProduct(const Fragments &fragments, int lane, const LaneProduct &product)
{
    for (int i = 0; i < 4; ++i) {
        const int row = lane / 4 + (i >= 2 ? 8 : 0), column = 2 * (lane % 4) + i % 2;
        float sum = 0;
        for (int k = 0; k < (product.isBf16 ? 16 : 8); ++k)
            sum += product.isBf16 ? fragments.bf16(row, k, true) * fragments.bf16(column, k, false)
                                  : fragments.tf32(row, k, true) * fragments.tf32(column, k, false);
        product.c[i] += sum;
    }
}

} // namespace

struct HostGrid::State {
    int threads = 0;
    ThreadOrder order = ThreadOrder::firstToLast;
    Mistake mistake;
    std::vector<Block> blocks;
    std::vector<Fiber> fibers; ///< block by block
    char *stacks = nullptr;
    std::vector<Sent> sent;
    std::mt19937 random{7};
    int pausing = -1, pausesFor = 0; ///< a block, or none, and for how many turns
    std::vector<std::span<float>> written;
    int shown = -1; ///< the block that has its own view of what is written there now, or none
    ucontext_t scheduler{};
    const void *schedulerStack = nullptr;
    std::size_t schedulerBytes = 0;
    Fiber *running = nullptr;
    bool hasMoved = false; ///< somebody, since the last look
    int still = 0;         ///< turns in which nobody did
    const std::function<void(const Thread &)> *kernel = nullptr;
    HostGrid *grid = nullptr;

    Fiber &fiberOf(int block, int number) { return fibers[std::size_t(block * threads + number)]; }
    Warp &warpOf(int block, int number) { return blocks[std::size_t(block)].warps[std::size_t(number / lanes)]; }

    void prepare(Fiber &fiber)
    {
        const auto address = std::bit_cast<std::uintptr_t>(this);
        fiber.isSlow = random() % 4 == 0;
        fiber.stack = stacks + stackBytes * std::size_t(&fiber - fibers.data());
        getcontext(&fiber.context);
        fiber.context.uc_stack = {fiber.stack, 0, stackBytes};
        fiber.context.uc_link = nullptr;
        makecontext(&fiber.context, reinterpret_cast<void (*)()>(enter), 2, unsigned(address), unsigned(address >> 32));
        fiber.context.uc_stack.ss_size = 0; // or the address sanitizer clears what it knows of it at every turn
    }
    void resume(Fiber &fiber)
    {
        running = &fiber;
#if defined(__SANITIZE_ADDRESS__)
        void *own = nullptr;
        __sanitizer_start_switch_fiber(&own, fiber.stack, stackBytes);
#endif
        swapcontext(&scheduler, &fiber.context);
#if defined(__SANITIZE_ADDRESS__)
        __sanitizer_finish_switch_fiber(own, nullptr, nullptr);
#endif
    }
    /// Lets others take their turn; the last time, when the thread is at its end.
    void yield(bool isLast = false)
    {
        Fiber &fiber = *running;
#if defined(__SANITIZE_ADDRESS__)
        __sanitizer_start_switch_fiber(isLast ? nullptr : &fiber.fakeStack, schedulerStack, schedulerBytes);
#else
        static_cast<void>(isLast);
#endif
        swapcontext(&fiber.context, &scheduler);
        begun();
    }
    void begun()
    {
#if defined(__SANITIZE_ADDRESS__)
        __sanitizer_finish_switch_fiber(running->fakeStack, &schedulerStack, &schedulerBytes);
#endif
    }

    void meet(Meeting &meeting)
    {
        const int time = meeting.times;
        if (++meeting.arrived == meeting.members) {
            meeting.arrived = 0;
            ++meeting.times;
            hasMoved = true;
        }
        while (meeting.times == time)
            yield();
    }

    void send(void *to, std::uint64_t word, std::size_t bytes)
    {
        sent.push_back({static_cast<char *>(to), word, bytes});
        hasMoved = true;
    }
    /// Some of the words arrive; those to one place in the order in which they were sent.
    void deliver()
    {
        std::vector<char *> waiting;
        std::erase_if(sent, [&](const Sent &each) {
            if (random() % 8 == 0 || std::ranges::find(waiting, each.to) != waiting.end()) {
                waiting.push_back(each.to);
                return false;
            }
            std::memcpy(each.to, &each.word, each.bytes); // little-endian
            hasMoved = true;
            return true;
        });
    }

    /// work(memory, place) for all memory that is written; the place is where it stands in a copy of all.
    template<typename Work>
    void forWritten(const Work &work) const
    {
        std::size_t place = 0;
        for (const std::span<float> &memory : written) {
            work(memory, place);
            place += memory.size();
        }
    }
    /// Lets a block see what it saw last, or none.
    void show(int block)
    {
        if (block == shown)
            return;
        forWritten([&](std::span<float> memory, std::size_t place) {
            if (shown >= 0)
                std::memcpy(&blocks[std::size_t(shown)].written[place], memory.data(), memory.size_bytes());
            if (block >= 0)
                std::memcpy(memory.data(), &blocks[std::size_t(block)].written[place], memory.size_bytes());
        });
        shown = block;
    }
    std::vector<float> copyOfWritten() const
    {
        std::vector<float> all;
        for (const std::span<float> &memory : written)
            all.insert(all.end(), memory.begin(), memory.end());
        return all;
    }
    /// Brings together what all blocks wrote.
    void endWriting(const std::vector<float> &before)
    {
        show(-1);
        forWritten([&](std::span<float> memory, std::size_t place) {
            for (float &each : memory) {
                const auto bits = std::bit_cast<std::uint32_t>(before[place]);
                int writers = 0;
                each = before[place];
                for (const Block &block : blocks)
                    if (std::bit_cast<std::uint32_t>(block.written[place]) != bits) {
                        each = block.written[place];
                        ++writers;
                    }
                if (writers > 1)
                    stop("Two blocks have written to one place.");
                ++place;
            }
        });
    }

    /// Who gets a turn, in this order. Shuffled, each second thread does, and now and then one that is slow; but none
    /// of a block that pauses.
    std::vector<int> turns()
    {
        std::vector<int> all(fibers.size());
        std::iota(all.begin(), all.end(), 0);
        if (order == ThreadOrder::lastToFirst)
            std::ranges::reverse(all);
        if (order != ThreadOrder::shuffled)
            return all;
        if (--pausesFor < 0 || (pausing >= 0 && still > stillInPause)) {
            pausing = int(random() % (blocks.size() + 1)) - 1;
            pausesFor = int(random() % unsigned(longestPause));
        }
        std::ranges::shuffle(all, random);
        std::erase_if(all, [this](int i) {
            return i / threads == pausing || random() % (fibers[std::size_t(i)].isSlow ? 16 : 2) != 0;
        });
        return all;
    }

    static void enter(unsigned low, unsigned high)
    {
        auto *state = std::bit_cast<State *>(std::uintptr_t(low) | std::uintptr_t(high) << 32);
        state->begun();
        const auto at = int(state->running - state->fibers.data());
        (*state->kernel)(Thread(*state->grid, at / state->threads, at % state->threads));
        state->running->isDone = true;
        state->hasMoved = true;
        state->yield(true);
    }
};

HostGrid::HostGrid(int blocks, int threads, std::size_t sharedFloats, ThreadOrder order, const Mistake &mistake)
    : m_state(std::make_unique<State>())
{
    m_state->threads = threads;
    m_state->order = order;
    m_state->mistake = mistake;
    m_state->grid = this;
    m_state->blocks.resize(std::size_t(blocks));
    for (Block &block : m_state->blocks) {
        block.meeting.members = threads;
        block.shared.assign(sharedFloats + 4, nothing);
        block.warps.resize(std::size_t(threads / lanes));
        for (Warp &warp : block.warps)
            warp.meeting.members = lanes;
    }
    m_state->fibers.resize(std::size_t(blocks * threads));
    const std::size_t bytes = stackBytes * m_state->fibers.size();
    void *stacks = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (stacks == MAP_FAILED)
        stop("There is no memory for the stacks of all threads.");
    m_state->stacks = static_cast<char *>(stacks);
}

HostGrid::~HostGrid()
{
    munmap(m_state->stacks, stackBytes * m_state->fibers.size());
}

bool HostGrid::run(const std::function<void(const Thread &)> &kernel, std::vector<std::span<float>> written)
{
    State &state = *m_state;
    state.kernel = &kernel;
    if (state.order != ThreadOrder::shuffled) // which would go from block to block too often
        state.written = std::move(written);
    const std::vector<float> before = state.copyOfWritten();
    for (Block &block : state.blocks)
        block.written = before;
    for (Fiber &fiber : state.fibers)
        state.prepare(fiber);
    while (!std::ranges::all_of(state.fibers, &Fiber::isDone)) {
        state.hasMoved = false;
        for (const int i : state.turns())
            if (!state.fibers[std::size_t(i)].isDone) {
                state.show(i / state.threads);
                state.resume(state.fibers[std::size_t(i)]);
            }
        state.deliver();
        state.still = state.hasMoved ? 0 : state.still + 1;
        if (state.still > stillFor)
            return false;
    }
    state.endWriting(before);
    return true;
}

int HostGrid::Thread::count() const
{
    return m_grid.m_state->threads;
}

float *HostGrid::Thread::shared() const
{
    std::vector<float> &shared = m_grid.m_state->blocks[std::size_t(m_block)].shared;
    return reinterpret_cast<float *>((std::bit_cast<std::uintptr_t>(shared.data()) + 15) / 16 * 16);
}

void HostGrid::Thread::sync() const
{
    State &state = *m_grid.m_state;
    const int made = state.fiberOf(m_block, m_number).syncs++;
    const Mistake &mistake = state.mistake;
    if (mistake.forgottenSync >= 0 && made >= mistake.forgottenSync
        && (made - mistake.forgottenSync) % mistake.every == 0)
        return;
    state.meet(state.blocks[std::size_t(m_block)].meeting);
}

void HostGrid::Thread::copyAhead(float *to, const float *from) const
{
    *to = nothing;
    m_grid.m_state->fiberOf(m_block, m_number).copies.push_back({to, from});
}

void HostGrid::Thread::waitForCopies() const
{
    if (m_grid.m_state->mistake.forgetsCopies)
        return;
    std::vector<Copy> &copies = m_grid.m_state->fiberOf(m_block, m_number).copies;
    for (const Copy &copy : copies)
        *copy.to = *copy.from;
    copies.clear();
}

void HostGrid::Thread::publish(std::uint32_t *to, std::uint32_t word) const
{
    m_grid.m_state->send(to, word, sizeof word);
}

void HostGrid::Thread::publish(std::uint64_t *to, std::uint64_t word) const
{
    m_grid.m_state->send(to, word, sizeof word);
}

void HostGrid::Thread::read(const std::uint32_t *from, std::uint32_t *words) const
{
    requireAligned(from);
    std::memcpy(words, from, 4 * sizeof *words);
}

void HostGrid::Thread::read(const std::uint64_t *from, std::uint64_t *words) const
{
    requireAligned(from);
    std::memcpy(words, from, 2 * sizeof *words);
}

void HostGrid::Thread::awaitOthers(unsigned) const
{
    m_grid.m_state->yield();
}

void HostGrid::Thread::sumOfFour(float *sums, int count) const
{
    State &state = *m_grid.m_state;
    Warp &warp = state.warpOf(m_block, m_number);
    auto &handed = warp.handed[state.fiberOf(m_block, m_number).handed++ % 2];
    const int lane = m_number % lanes, first = lane - lane % 4;
    handed[lane].assign(sums, sums + count);
    state.meet(warp.meeting); // nobody is two of these ahead
    for (int i = 0; i < count; ++i) {
        const auto at = std::size_t(i);
        sums[i] = (handed[first][at] + handed[first + 1][at]) + (handed[first + 2][at] + handed[first + 3][at]);
    }
}

void HostGrid::Thread::mmaTf32(float (&c)[4], const std::uint32_t (&a)[4], const std::uint32_t (&b)[2]) const
{
    m_grid.m_state->warpOf(m_block, m_number)
        .products[m_number % lanes]
        .push_back({c, {a[0], a[1], a[2], a[3]}, {b[0], b[1]}, false});
}

void HostGrid::Thread::mmaBf16(float (&c)[4], const std::uint32_t (&a)[4], const std::uint32_t (&b)[2]) const
{
    m_grid.m_state->warpOf(m_block, m_number)
        .products[m_number % lanes]
        .push_back({c, {a[0], a[1], a[2], a[3]}, {b[0], b[1]}, true});
}

void HostGrid::Thread::finishProducts() const
{
    State &state = *m_grid.m_state;
    Warp &warp = state.warpOf(m_block, m_number);
    const int lane = m_number % lanes;
    state.meet(warp.meeting); // all lanes have begun theirs
    if (warp.products[lane].size() != warp.products[0].size())
        stop("The lanes of a warp have not asked the tensor core for the same products.");
    for (std::size_t at = 0; at < warp.products[lane].size(); ++at)
        addProduct({warp.products, at}, lane, warp.products[lane][at]);
    state.meet(warp.meeting); // nobody looks at them any more
    warp.products[lane].clear();
}

} // namespace gatescope::gpu
