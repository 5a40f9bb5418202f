// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/stage/stage_drawing.h"

#include "ui/drawing/cell/cell_canvas.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/stage/stage_levels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace gatescope {

namespace {

/// `from` on its way to `to`: slowly at first, while one still sees where it comes from.
QRectF grown(const QRectF &from, const QRectF &to, double share)
{
    const double grow = std::pow(share, 1.5);
    const auto between = [grow](double small, double large) { return small + (large - small) * grow; };
    return QRectF(QPointF(between(from.left(), to.left()), between(from.top(), to.top())),
                  QPointF(between(from.right(), to.right()), between(from.bottom(), to.bottom())));
}

/// From here on the paper of the nearer picture hides what lies under it.
constexpr double opaqueFrom = 1.0 / 3;

/// The strips around `hole`, on whole pixels.
std::array<QRectF, 4> around(const QRectF &all, const QRectF &hole)
{
    const QRectF in(QPointF(std::ceil(hole.left()), std::ceil(hole.top())),
                    QPointF(std::floor(hole.right()), std::floor(hole.bottom())));
    return {QRectF(all.topLeft(), QPointF(all.right(), in.top())),
            QRectF(QPointF(all.left(), in.bottom()), all.bottomRight()),
            QRectF(QPointF(all.left(), in.top()), in.bottomLeft()),
            QRectF(in.topRight(), QPointF(all.right(), in.bottom()))};
}

/// The farther picture, with what was in the middle of `from` now in the middle of `place`.
void drawFarther(QPainter &painter, const QImage &image, const QSizeF &size, const QRectF &from, const QRectF &place,
                 double share)
{
    const double zoom = std::min(place.width() / from.width(), place.height() / from.height());
    const QRectF target(place.center() - from.center() * zoom, size * zoom);
    const Opacity opacity(painter, 1 - (1 - dimmed) * std::min(1.0, 2 * share));
    if (share < opaqueFrom) {
        painter.drawImage(target, image);
        return;
    }
    for (const QRectF &strip : around(QRectF(QPointF(), size), place)) {
        if (strip.isEmpty())
            continue;
        const PainterScope scope(painter);
        painter.setClipRect(strip);
        painter.drawImage(target, image);
    }
}

/// How much one sees of the nearer picture: nothing at first, so that a move does not begin with two pictures to draw.
double nearerOpacity(double share)
{
    return std::clamp(1.6 * share - 0.1, 0.0, 1.0);
}

/// The paper on which the nearer picture comes.
void drawNearerPaper(QPainter &painter, const QRectF &place, const Theme &theme, double share)
{
    const Opacity opacity(painter, std::min(1.0, share / opaqueFrom));
    painter.fillRect(place, theme.paper);
}

/// The nearer picture as large as it fits into `place`.
void drawNearer(QPainter &painter, const QImage &image, const QSizeF &size, const QRectF &place, double share)
{
    const double zoom = std::min(place.width() / size.width(), place.height() / size.height());
    const QSizeF fitted = size * zoom;
    const Opacity opacity(painter, nearerOpacity(share));
    painter.drawImage(QRectF(place.center() - QPointF(fitted.width(), fitted.height()) / 2, fitted), image);
}

/// Of whole pixels: while the camera moves nobody sees its corners, and a path around the stage costs milliseconds.
void drawFrame(QPainter &painter, const QRectF &place, const Theme &theme, double share)
{
    constexpr double width = 3;
    const Opacity opacity(painter, 1 - share);
    const QRectF inside(place.adjusted(1, 1, -1, -1).toRect());
    for (const QRectF &side : around(inside.adjusted(-width, -width, width, width), inside))
        painter.fillRect(side, theme.ink);
}

} // namespace

bool StageCache::Key::operator==(const Key &other) const
{
    return record.trace == other.record.trace && record.gradients == other.record.gradients
        && record.experiment == other.record.experiment && ghost.trace == other.ghost.trace
        && playhead == other.playhead && theme == other.theme && classroom == other.classroom
        && predicting == other.predicting && guess == other.guess && candidateLetter == other.candidateLetter
        && lit == other.lit && size == other.size && pixels == other.pixels;
}

StageCache::Key StageCache::keyOf(const QSizeF &size, double pixels, const Scene &scene)
{
    Key key{scene.record,    scene.ghost ? *scene.ghost : Record(),
            scene.playhead,  &scene.theme,
            scene.classroom, scene.predicting,
            scene.guess,     scene.candidateLetter,
            scene.lit,       size,
            pixels};
    key.playhead.level = 0;
    return key;
}

const StageCache::Picture &StageCache::picture(int level, const QSizeF &size, double pixels, const Scene &scene)
{
    const Key key = keyOf(size, pixels, scene);
    m_pictures.resize(stageLevels().size());
    if (!(key == m_key)) {
        m_key = key;
        for (Picture &picture : m_pictures)
            picture.isDrawn = false;
    }
    Picture &picture = m_pictures[static_cast<std::size_t>(level)];
    if (!picture.isDrawn) {
        const QSize wanted = (size * pixels).toSize();
        if (picture.image.size() != wanted)
            picture.image = QImage(wanted, QImage::Format_RGB32);
        QPainter painter(&picture.image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(pixels, pixels);
        Scene whole = scene;
        whole.playhead.level = level;
        picture.areas = stageLevels()[static_cast<std::size_t>(level)].draw(painter, size, whole);
        picture.isDrawn = true;
    }
    return picture;
}

bool StageCache::hasPicture(int level, const QSizeF &size, double pixels, const Scene &scene) const
{
    const auto place = static_cast<std::size_t>(level);
    return place < m_pictures.size() && m_pictures[place].isDrawn && keyOf(size, pixels, scene) == m_key;
}

bool StageCache::hasSameRecord(const Scene &scene)
{
    return std::exchange(m_lastTrace, scene.record.trace) == scene.record.trace;
}

namespace {

/// A whole level: where the camera may start from any moment its picture is kept, not while a part is on its way or a
/// value is dragged.
HitAreas drawWholeLevel(QPainter &painter, int level, const QSizeF &size, const Scene &scene, StageCache &cache)
{
    const double pixels = painter.deviceTransform().m11();
    const bool fits = (size * pixels).toSize() == size * pixels;
    if (!cache.hasSameRecord(scene) || scene.playhead.progress < 1 || !fits)
        return stageLevels()[static_cast<std::size_t>(level)].draw(painter, size, scene);
    const StageCache::Picture &picture = cache.picture(level, size, pixels, scene);
    painter.drawImage(QRectF(QPointF(), size), picture.image);
    return picture.areas;
}

} // namespace

HitAreas drawStage(QPainter &painter, const QSizeF &size, const Scene &scene, StageCache &cache)
{
    const double level = std::clamp(scene.playhead.level, 0.0, static_cast<double>(nearestStageLevel()));
    const int farther = static_cast<int>(std::floor(level));
    const double share = level - farther;
    if (share == 0)
        return drawWholeLevel(painter, farther, size, scene, cache);

    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF stage(QPointF(), size);
    painter.setClipRect(stage);
    fillGround(painter, stage, scene.theme.paper);
    const double pixels = painter.deviceTransform().m11();
    // Each move draws two pictures anew; they come in two frames where one of them is not seen yet.
    const bool isUnderWay = cache.hasPicture(farther, size, pixels, scene);
    const StageCache::Picture &outer = cache.picture(farther, size, pixels, scene);
    const QRectF from = stageLevels()[static_cast<std::size_t>(farther) + 1].source(size, scene, outer.areas);
    const QRectF place = grown(from, stage, share);
    drawFarther(painter, outer.image, size, from, place, share);
    drawNearerPaper(painter, place, scene.theme, share);
    const bool isNearerSeen = nearerOpacity(share) > 0;
    if (isUnderWay || isNearerSeen) {
        const QImage &nearer = cache.picture(farther + 1, size, pixels, scene).image;
        if (isNearerSeen)
            drawNearer(painter, nearer, size, place, share);
    }
    drawFrame(painter, place, scene.theme, share);
    return {};
}

HitAreas drawStage(QPainter &painter, const QSizeF &size, const Scene &scene)
{
    const double level = std::clamp(scene.playhead.level, 0.0, static_cast<double>(nearestStageLevel()));
    if (level == std::floor(level))
        return stageLevels()[static_cast<std::size_t>(level)].draw(painter, size, scene);
    StageCache cache;
    return drawStage(painter, size, scene, cache);
}

} // namespace gatescope
