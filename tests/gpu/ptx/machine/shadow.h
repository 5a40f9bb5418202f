// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace gatescope::ptx {

/// Who touches memory, and when. What a thread of a block did before a meeting of all its threads comes before what any
/// of them does after it; nothing else orders what threads of a launch do.
struct Touch {
    std::uint32_t launch = 0; ///< 0: nobody
    std::uint32_t block = 0, thread = 0;
    std::uint32_t meetings = 0; ///< of the block so far
    bool isAtOnce = true;       ///< whole words at once (.relaxed), as threads that nothing orders may touch them
};

/// What is known of some memory beside its bytes: which of them were ever written, and who touched them last. It finds
/// what is read before it was written, and two threads that touch the same word, one writing, with nothing that orders
/// them.
class Shadow
{
public:
    /// `grain`: bytes that are touched together, a power of 2.
    Shadow(std::size_t bytes, std::size_t grain);

    /// Notes that it happens. Answers what is wrong with it, or nothing.
    std::string reads(std::size_t at, std::size_t bytes, const Touch &touch);
    std::string writes(std::size_t at, std::size_t bytes, const Touch &touch);

    bool isWritten(std::size_t at, std::size_t bytes) const;
    void setWritten(std::size_t at, std::size_t bytes, bool written);
    /// Which bytes of another are written becomes so here too.
    void copyWritten(std::size_t at, const Shadow &from, std::size_t fromAt, std::size_t bytes);

private:
    struct Grain {
        Touch writer, reader;            ///< the last ones
        bool hasManyReaders = false;     ///< since the meeting that `reader` read after
        bool isReadByManyBlocks = false; ///< in the launch of `reader`

        void isReadBy(const Touch &touch);
    };

    std::size_t m_bytes, m_grain;
    // Both as soon as they are needed: much memory is never touched.
    std::vector<std::uint8_t> m_written; ///< a bit for each byte of a word of four
    std::vector<Grain> m_grains;
};

} // namespace gatescope::ptx
