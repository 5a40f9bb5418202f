// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/animation.h"

#include "ui/export/colour_table.h"

#include <cgif.h>

#include <optional>

namespace gatescope {

namespace {

/// So many frames tell which colours there are; the others are between them.
constexpr std::size_t framesLookedAt = 40;

/// Drawing takes the time: what is drawn of both rounds is done.
class GifProgress
{
public:
    explicit GifProgress(const Animation &animation)
        : m_animation(animation), m_every(std::max<std::size_t>(1, animation.milliseconds.size() / framesLookedAt)),
          m_all(double(animation.milliseconds.size() + (animation.milliseconds.size() - 1) / m_every + 1))
    {
    }

    std::size_t every() const { return m_every; }
    bool goesOn() { return m_animation.isWanted(m_drawn++ / m_all); }

private:
    const Animation &m_animation;
    std::size_t m_every;
    double m_all;
    int m_drawn = 0;
};

/// None when it is given up.
std::optional<ColourTable> colourTableOf(const Animation &animation, GifProgress &progress)
{
    ColourTable table;
    for (std::size_t i = 0; i < animation.milliseconds.size(); i += progress.every()) {
        if (!progress.goesOn())
            return std::nullopt;
        table.add(animation.frame(i));
    }
    table.choose();
    return table;
}

int append(void *context, const std::uint8_t *data, const std::size_t count)
{
    static_cast<QByteArray *>(context)->append(reinterpret_cast<const char *>(data), qsizetype(count));
    return 0;
}

/// A GIF being written into `bytes`.
class Gif
{
public:
    Gif(const QSize &size, const std::vector<QRgb> &colours, QByteArray &bytes)
    {
        for (const QRgb colour : colours)
            m_palette.insert(m_palette.end(),
                             {std::uint8_t(qRed(colour)), std::uint8_t(qGreen(colour)), std::uint8_t(qBlue(colour))});
        CGIF_Config config{};
        config.pGlobalPalette = m_palette.data();
        config.numGlobalPaletteEntries = std::uint16_t(colours.size());
        config.attrFlags = CGIF_ATTR_IS_ANIMATED;
        config.width = std::uint16_t(size.width());
        config.height = std::uint16_t(size.height());
        config.numLoops = CGIF_INFINITE_LOOP;
        config.pWriteFn = append;
        config.pContext = &bytes;
        m_gif = cgif_newgif(&config);
    }
    Gif(const Gif &) = delete;
    Gif &operator=(const Gif &) = delete;
    ~Gif() { close(); }

    bool add(std::vector<std::uint8_t> indices, int milliseconds)
    {
        CGIF_FrameConfig frame{};
        frame.pImageData = indices.data();
        frame.genFlags = CGIF_FRAME_GEN_USE_DIFF_WINDOW | CGIF_FRAME_GEN_USE_TRANSPARENCY;
        frame.delay = std::uint16_t(milliseconds / 10);
        return m_gif && cgif_addframe(m_gif, &frame) == CGIF_OK;
    }
    bool close()
    {
        CGIF *const gif = std::exchange(m_gif, nullptr);
        return gif && cgif_close(gif) == CGIF_OK;
    }

private:
    std::vector<std::uint8_t> m_palette;
    CGIF *m_gif = nullptr;
};

} // namespace

Error givenUp()
{
    return error("The animation was given up.");
}

Error outOfMemory()
{
    return error("The frames of this animation are too large for this computer's memory.");
}

Result<QImage> frameOf(const Animation &animation, std::size_t frame)
{
    QImage image = animation.frame(frame);
    return image.isNull() ? Result<QImage>(outOfMemory()) : image;
}

Result<QByteArray> gifBytes(const Animation &animation)
{
    const auto first = frameOf(animation, 0);
    if (!first)
        return first.error();
    const QSize size = first->size();
    constexpr int longestSide = 65535;
    if (size.width() > longestSide || size.height() > longestSide)
        return error("A GIF of %1 × %2 pixels cannot be made; the format ends at 65535.",
                     {std::to_string(size.width()), std::to_string(size.height())});
    GifProgress progress(animation);
    std::optional<ColourTable> table = colourTableOf(animation, progress);
    if (!table || !progress.goesOn())
        return givenUp();
    QByteArray bytes;
    Gif gif(size, table->colours(), bytes);

    // A frame that looks like the one before lengthens it.
    std::vector<std::uint8_t> waiting = table->indicesOf(*first);
    int waitingMilliseconds = animation.milliseconds.front();
    bool good = true;
    for (std::size_t i = 1; i < animation.milliseconds.size() && good; ++i) {
        if (!progress.goesOn())
            return givenUp();
        const auto frame = frameOf(animation, i);
        if (!frame)
            return frame.error();
        std::vector<std::uint8_t> indices = table->indicesOf(*frame);
        if (indices == waiting) {
            waitingMilliseconds += animation.milliseconds[i];
            continue;
        }
        good = gif.add(std::move(waiting), waitingMilliseconds);
        waiting = std::move(indices);
        waitingMilliseconds = animation.milliseconds[i];
    }
    good = good && gif.add(std::move(waiting), waitingMilliseconds);
    if (!gif.close() || !good)
        return error("The GIF could not be put together; there may be too little memory.");
    return bytes;
}

} // namespace gatescope
