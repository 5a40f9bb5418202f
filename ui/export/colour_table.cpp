// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/colour_table.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

constexpr std::size_t mostColours = 255;
constexpr std::size_t keptExactly = 96;

struct Counted {
    QRgb colour;
    std::uint64_t count;
};

int channel(QRgb colour, int which)
{
    return which == 0 ? qRed(colour) : which == 1 ? qGreen(colour) : qBlue(colour);
}

/// Neighbouring colours that one colour will stand for.
struct Box {
    std::vector<Counted> members;
    int widest = 0; ///< the channel in which they differ most
    int spread = 0;

    explicit Box(std::vector<Counted> counted) : members(std::move(counted))
    {
        for (int which = 0; which < 3; ++which) {
            const auto [low, high] = std::ranges::minmax(
                members, {}, [which](const Counted &member) { return channel(member.colour, which); });
            const int difference = channel(high.colour, which) - channel(low.colour, which);
            if (difference > spread) {
                spread = difference;
                widest = which;
            }
        }
    }

    std::uint64_t count() const
    {
        std::uint64_t sum = 0;
        for (const Counted &member : members)
            sum += member.count;
        return sum;
    }

    QRgb mean() const
    {
        std::array<std::uint64_t, 3> sums{};
        for (const Counted &member : members) {
            for (int which = 0; which < 3; ++which)
                sums[which] += member.count * channel(member.colour, which);
        }
        const std::uint64_t all = count();
        return qRgb(int((sums[0] + all / 2) / all), int((sums[1] + all / 2) / all), int((sums[2] + all / 2) / all));
    }

    /// How much would be gained by halving it.
    double weight() const
    {
        return spread == 0 ? 0.0 : double(spread) * spread * std::min<double>(double(count()), 1e6);
    }

    /// Takes the half with the higher values out of it.
    Box takeUpperHalf()
    {
        std::ranges::sort(members, [this](const Counted &a, const Counted &b) {
            return std::pair(channel(a.colour, widest), a.colour) < std::pair(channel(b.colour, widest), b.colour);
        });
        const std::uint64_t half = count() / 2;
        std::uint64_t below = 0;
        std::size_t cut = 0;
        while (cut + 1 < members.size() && (cut == 0 || below < half))
            below += members[cut++].count;
        Box upper(std::vector(members.begin() + std::ptrdiff_t(cut), members.end()));
        members.resize(cut);
        *this = Box(std::move(members));
        return upper;
    }
};

} // namespace

void ColourTable::add(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width();) {
            const QRgb colour = line[x];
            const int begin = x;
            while (x < image.width() && line[x] == colour)
                ++x;
            m_counts[colour | 0xff000000u] += std::uint64_t(x - begin);
        }
    }
}

void ColourTable::choose()
{
    std::vector<Counted> counted;
    counted.reserve(m_counts.size());
    for (const auto &[colour, count] : m_counts)
        counted.push_back({colour, count});
    std::ranges::sort(counted, [](const Counted &a, const Counted &b) {
        return a.count != b.count ? a.count > b.count : a.colour < b.colour;
    });

    const std::size_t exact = counted.size() <= mostColours ? counted.size() : keptExactly;
    for (std::size_t i = 0; i < exact; ++i)
        m_colours.push_back(counted[i].colour);
    if (exact == counted.size())
        return;
    std::vector<Box> boxes{Box(std::vector(counted.begin() + std::ptrdiff_t(exact), counted.end()))};
    while (boxes.size() < mostColours - exact) {
        const auto heaviest = std::ranges::max_element(boxes, {}, &Box::weight);
        if (heaviest->spread == 0)
            break;
        boxes.push_back(heaviest->takeUpperHalf());
    }
    for (const Box &box : boxes)
        m_colours.push_back(box.mean());
}

std::uint8_t ColourTable::nearest(QRgb colour) const
{
    int best = 0;
    int bestDistance = std::numeric_limits<int>::max();
    for (int i = 0; i < int(m_colours.size()); ++i) {
        const int red = qRed(colour) - qRed(m_colours[i]);
        const int green = qGreen(colour) - qGreen(m_colours[i]);
        const int blue = qBlue(colour) - qBlue(m_colours[i]);
        // The eye is keenest for green.
        const int distance = 2 * red * red + 4 * green * green + 3 * blue * blue;
        if (distance < bestDistance) {
            bestDistance = distance;
            best = i;
        }
    }
    return static_cast<std::uint8_t>(best);
}

std::vector<std::uint8_t> ColourTable::indicesOf(const QImage &image)
{
    std::vector<std::uint8_t> indices;
    indices.reserve(std::size_t(image.width()) * std::size_t(image.height()));
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width();) {
            const QRgb colour = line[x];
            const int begin = x;
            while (x < image.width() && line[x] == colour)
                ++x;
            const auto [known, isNew] = m_known.try_emplace(colour | 0xff000000u, std::uint8_t(0));
            if (isNew)
                known->second = nearest(colour);
            indices.insert(indices.end(), std::size_t(x - begin), known->second);
        }
    }
    return indices;
}

} // namespace gatescope
