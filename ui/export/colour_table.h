// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <unordered_map>
#include <vector>

namespace gatescope {

/// At most 255 colours that stand for all colours of some pictures, as a GIF needs them. Frequent
/// colours (paper, ink, the hues) are kept as they are, the rest is shared out by median cut
/// (Heckbert 1982). The same pictures give the same table.
class ColourTable
{
public:
    /// Counts the colours of a picture; before anything else is asked.
    void add(const QImage &image);
    /// Chooses the colours from what was added.
    void choose();

    const std::vector<QRgb> &colours() const { return m_colours; }
    /// The index of the nearest colour for each pixel, row by row.
    std::vector<std::uint8_t> indicesOf(const QImage &image);

private:
    std::uint8_t nearest(QRgb colour) const;

    std::unordered_map<QRgb, std::uint64_t> m_counts;
    std::vector<QRgb> m_colours;
    std::unordered_map<QRgb, std::uint8_t> m_known; ///< nearest(), remembered
};

} // namespace gatescope
