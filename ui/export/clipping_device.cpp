// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/clipping_device.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPathStroker>

namespace gatescope {

namespace {

/// What a drawing turns on and off; the other hints are the target's own.
constexpr QPainter::RenderHints passedOn
    = QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform;

/// Who looks at the file smooths what is magnified: each of a few colours gets so many pixels that they stay apart.
QImage enlarged(const QImage &image, const QSizeF &place)
{
    constexpr double magnified = 1.5;
    constexpr int pixelsPerUnit = 2;
    if (place.width() < magnified * image.width() && place.height() < magnified * image.height())
        return image;
    return image.scaled((place * pixelsPerUnit).toSize().expandedTo(image.size()), Qt::IgnoreAspectRatio,
                        Qt::FastTransformation);
}

/// What of an image at its place is inside the clip; the rest is transparent.
QImage within(const QPainterPath &clip, const QImage &image, const QRectF &place)
{
    QTransform toPixels;
    toPixels.scale(image.width() / place.width(), image.height() / place.height());
    toPixels.translate(-place.x(), -place.y());
    QImage mask(image.size(), QImage::Format_ARGB32_Premultiplied);
    mask.fill(Qt::transparent);
    QPainter painter(&mask);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(toPixels.map(clip), Qt::black);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.drawImage(0, 0, image);
    return mask;
}

} // namespace

class ClippingEngine : public QPaintEngine
{
public:
    explicit ClippingEngine(QPainter &target)
        : QPaintEngine(AllFeatures), m_target(target), m_base(target.transform()), m_opacity(target.opacity())
    {
    }

    bool begin(QPaintDevice *) override
    {
        m_target.save();
        m_hasClip = false;
        return true;
    }
    bool end() override
    {
        m_target.restore();
        return true;
    }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState &state) override;

    void drawPath(const QPainterPath &path) override;
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override;
    void drawTextItem(const QPointF &at, const QTextItem &item) override;
    void drawPixmap(const QRectF &to, const QPixmap &pixmap, const QRectF &from) override;
    void drawImage(const QRectF &to, const QImage &image, const QRectF &from, Qt::ImageConversionFlags flags) override;

private:
    void takeClip(const QPainterPath &path, const QTransform &transform, Qt::ClipOperation operation);
    /// The clip in the present coordinates; a rectangle stays one.
    QPainterPath clipHere() const { return m_transform.inverted().map(m_clip); }
    bool isClipped() const { return m_hasClip && m_isEnabled; }
    bool isWhole(const QRectF &here) const;
    bool isNothing(const QRectF &here) const;

    QPainter &m_target;
    const QTransform m_base;
    const double m_opacity;
    QTransform m_transform;
    bool m_hasClip = false;
    bool m_isEnabled = true;
    QPainterPath m_clip; ///< in the device's coordinates
};

void ClippingEngine::updateState(const QPaintEngineState &now)
{
    const DirtyFlags changed = now.state();
    if (changed & DirtyTransform) {
        m_transform = now.transform();
        m_target.setTransform(m_transform * m_base);
    }
    if (changed & DirtyPen)
        m_target.setPen(now.pen());
    if (changed & DirtyBrush)
        m_target.setBrush(now.brush());
    if (changed & DirtyBrushOrigin)
        m_target.setBrushOrigin(now.brushOrigin());
    if (changed & DirtyFont)
        m_target.setFont(now.font());
    if (changed & DirtyOpacity)
        m_target.setOpacity(m_opacity * now.opacity());
    if (changed & DirtyHints) {
        m_target.setRenderHints(now.renderHints());
        m_target.setRenderHints(passedOn & ~now.renderHints(), false);
    }
    if (changed & DirtyClipPath)
        takeClip(now.clipPath(), now.transform(), now.clipOperation());
    if (changed & DirtyClipRegion) {
        QPainterPath region;
        region.addRegion(now.clipRegion());
        takeClip(region, now.transform(), now.clipOperation());
    }
    m_isEnabled = now.isClipEnabled(); // also where there is no clip
}

void ClippingEngine::takeClip(const QPainterPath &path, const QTransform &transform, Qt::ClipOperation operation)
{
    const QPainterPath mapped = transform.map(path);
    if (operation == Qt::IntersectClip && m_hasClip)
        m_clip = m_clip.intersected(mapped);
    else
        m_clip = mapped;
    m_hasClip = operation != Qt::NoClip;
}

bool ClippingEngine::isWhole(const QRectF &here) const
{
    return !isClipped() || m_clip.contains(m_transform.mapRect(here));
}

bool ClippingEngine::isNothing(const QRectF &here) const
{
    return isClipped() && !m_clip.intersects(m_transform.mapRect(here));
}

/// An outline that is cut becomes a shape: what the pen would have painted, within the clip.
void ClippingEngine::drawPath(const QPainterPath &path)
{
    const QPen pen = m_target.pen();
    const double reach = pen.style() == Qt::NoPen ? 0 : std::max(pen.widthF(), 1.0);
    const QRectF bounds = path.boundingRect().adjusted(-reach, -reach, reach, reach);
    if (isWhole(bounds))
        return m_target.drawPath(path);
    if (isNothing(bounds))
        return;
    const QBrush brush = m_target.brush();
    const QPainterPath clip = clipHere();
    m_target.setPen(Qt::NoPen);
    if (brush.style() != Qt::NoBrush)
        m_target.drawPath(path.intersected(clip));
    if (pen.style() != Qt::NoPen) {
        QPainterPathStroker stroker(pen);
        stroker.setWidth(reach); // a cosmetic pen has no width
        m_target.setBrush(pen.brush());
        m_target.drawPath(stroker.createStroke(path).intersected(clip));
        m_target.setBrush(brush);
    }
    m_target.setPen(pen);
}

void ClippingEngine::drawPolygon(const QPointF *points, int count, PolygonDrawMode mode)
{
    QPainterPath path(points[0]);
    for (int i = 1; i < count; ++i)
        path.lineTo(points[i]);
    if (mode == PolylineMode) {
        const QBrush brush = m_target.brush();
        m_target.setBrush(Qt::NoBrush);
        drawPath(path);
        m_target.setBrush(brush);
        return;
    }
    path.closeSubpath();
    path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    drawPath(path);
}

void ClippingEngine::drawTextItem(const QPointF &at, const QTextItem &item)
{
    const QRectF bounds(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent());
    if (isNothing(bounds))
        return;
    const QFont before = m_target.font();
    QFont font = item.font();
    font.setResolveMask(QFont::AllPropertiesResolved); // nothing of it is left to the target
    m_target.setFont(font);
    m_target.drawText(at, item.text());
    m_target.setFont(before);
}

void ClippingEngine::drawPixmap(const QRectF &to, const QPixmap &pixmap, const QRectF &from)
{
    drawImage(to, pixmap.toImage(), from, Qt::AutoColor);
}

/// Cut by whole pixels first, so that little is enlarged, and then along the clip.
void ClippingEngine::drawImage(const QRectF &to, const QImage &image, const QRectF &from,
                               Qt::ImageConversionFlags flags)
{
    if (isNothing(to) || from.isEmpty())
        return;
    const double across = to.width() / from.width(), down = to.height() / from.height();
    const QRectF seen = isWhole(to) ? to : to & clipHere().boundingRect();
    const QRectF wanted(from.x() + (seen.x() - to.x()) / across, from.y() + (seen.y() - to.y()) / down,
                        seen.width() / across, seen.height() / down);
    const QRect pixels = wanted.toAlignedRect() & image.rect();
    const QRectF place(to.x() + (pixels.x() - from.x()) * across, to.y() + (pixels.y() - from.y()) * down,
                       pixels.width() * across, pixels.height() * down);
    QImage part = pixels == image.rect() ? image : image.copy(pixels);
    if (!m_target.testRenderHint(QPainter::SmoothPixmapTransform))
        part = enlarged(part, place.size());
    if (!isWhole(place))
        part = within(clipHere(), part, place);
    const QBrush brush = m_target.brush();
    m_target.setBrush(Qt::black); // QPdfWriter takes the brush's alpha for the image, too
    m_target.drawImage(place, part, QRectF(QPointF(), part.size()), flags);
    m_target.setBrush(brush);
}

ClippingDevice::ClippingDevice(QPainter &painter, const QSize &size)
    : m_size(size), m_dotsPerInch(painter.device()->logicalDpiX()), m_engine(std::make_unique<ClippingEngine>(painter))
{
}

ClippingDevice::~ClippingDevice() = default;

QPaintEngine *ClippingDevice::paintEngine() const
{
    return m_engine.get();
}

int ClippingDevice::metric(PaintDeviceMetric which) const
{
    constexpr double inch = 25.4; // mm
    switch (which) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmWidthMM:
        return qRound(m_size.width() * inch / m_dotsPerInch);
    case PdmHeightMM:
        return qRound(m_size.height() * inch / m_dotsPerInch);
    case PdmNumColors:
        return 0x7fffffff;
    case PdmDepth:
        return 32;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return int(devicePixelRatioFScale());
    default:
        return m_dotsPerInch;
    }
}

} // namespace gatescope
