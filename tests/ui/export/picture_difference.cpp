// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/export/picture_difference.h"

#include <algorithm>
#include <vector>

namespace gatescope {

namespace {

/// A channel may be so much beyond what the other picture has within one pixel around.
constexpr int tolerance = 16;

constexpr int channels = 4; // of a pixel in memory

using Bytes = std::vector<uchar>;

/// The bytes of a picture, row after row.
Bytes bytesOf(const QImage &image)
{
    const QImage pixels = image.convertToFormat(QImage::Format_RGB32);
    Bytes bytes;
    bytes.reserve(std::size_t(pixels.sizeInBytes()));
    for (int y = 0; y < pixels.height(); ++y)
        bytes.insert(bytes.end(), pixels.constScanLine(y), pixels.constScanLine(y) + pixels.width() * channels);
    return bytes;
}

/// The lowest and the highest value of each channel in the 3 × 3 pixels around every pixel.
struct Surroundings {
    Bytes lowest, highest;

    Surroundings(const Bytes &bytes, std::size_t row) : lowest(bytes), highest(bytes)
    {
        widen(channels);
        widen(row);
    }

    bool hold(std::size_t at, int value) const
    {
        return value >= lowest[at] - tolerance && value <= highest[at] + tolerance;
    }

private:
    /// By what is so many bytes before and behind; at an edge that is the row beyond it, which does no harm.
    void widen(std::size_t apart)
    {
        const Bytes low = lowest, high = highest;
        for (std::size_t i = apart; i < low.size(); ++i) {
            lowest[i] = std::min(lowest[i], low[i - apart]);
            highest[i] = std::max(highest[i], high[i - apart]);
            lowest[i - apart] = std::min(lowest[i - apart], low[i]);
            highest[i - apart] = std::max(highest[i - apart], high[i]);
        }
    }
};

} // namespace

double difference(const QImage &one, const QImage &other)
{
    if (one.size() != other.size())
        return 1;
    const std::size_t row = std::size_t(one.width() * channels);
    const Bytes ofOne = bytesOf(one), ofOther = bytesOf(other);
    const Surroundings aroundOne(ofOne, row), aroundOther(ofOther, row);
    int count = 0;
    for (std::size_t pixel = 0; pixel < ofOne.size(); pixel += channels) {
        bool isSame = true;
        for (std::size_t i = pixel; i < pixel + channels; ++i)
            isSame = isSame && aroundOther.hold(i, ofOne[i]) && aroundOne.hold(i, ofOther[i]);
        count += !isSame;
    }
    return double(count) / (one.width() * one.height());
}

} // namespace gatescope
