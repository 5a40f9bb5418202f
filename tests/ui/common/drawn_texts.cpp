// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/drawn_texts.h"

#include <QFontInfo>
#include <QHash>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace gatescope {

namespace {

/// The colours that fill a sixth of the box or more, each with all that can hardly be told from it.
std::vector<QColor> groundsIn(const QImage &picture, const QRect &box)
{
    struct Ground {
        QRgb colour = 0; ///< the first of those that are nearly it
        int pixels = 0;
    };
    QHash<QRgb, Ground> found;
    for (int y = box.top(); y <= box.bottom(); ++y) {
        for (int x = box.left(); x <= box.right(); ++x) {
            const QRgb colour = picture.pixel(x, y);
            Ground &ground = found[colour & 0xfffcfcfcu];
            if (ground.pixels++ == 0)
                ground.colour = colour;
        }
    }
    std::vector<QColor> grounds;
    for (const Ground &ground : found) {
        if (ground.pixels * 6 >= box.width() * box.height())
            grounds.emplace_back(QColor::fromRgb(ground.colour));
    }
    return grounds;
}

} // namespace

/// Hands everything on to a painter of the picture.
class TextRecorder::Engine : public QPaintEngine
{
public:
    explicit Engine(TextRecorder &to) : QPaintEngine(QPaintEngine::AllFeatures), m_to(to) { }

    bool begin(QPaintDevice *) override
    {
        m_to.m_picture.paintEngine()->setSystemClip(systemClip()); // a widget paints within its own
        return m_painter.begin(&m_to.m_picture);
    }
    bool end() override { return m_painter.end(); }
    Type type() const override { return QPaintEngine::User; }

    void updateState(const QPaintEngineState &now) override
    {
        const DirtyFlags flags = now.state();
        m_painter.setPen(now.pen());
        m_painter.setBrush(now.brush());
        m_painter.setBrushOrigin(now.brushOrigin());
        m_painter.setFont(now.font());
        m_painter.setOpacity(now.opacity());
        m_painter.setBackground(now.backgroundBrush());
        m_painter.setBackgroundMode(now.backgroundMode());
        m_painter.setRenderHints(QPainter::RenderHints(0xffff), false);
        m_painter.setRenderHints(now.renderHints());
        m_painter.setCompositionMode(now.compositionMode());
        m_painter.setTransform(now.transform());
        if (flags & DirtyClipPath)
            m_painter.setClipPath(now.clipPath(), now.clipOperation());
        if (flags & DirtyClipRegion)
            m_painter.setClipRegion(now.clipRegion(), now.clipOperation());
        if (flags & DirtyClipEnabled)
            m_painter.setClipping(now.isClipEnabled());
    }
    void drawPath(const QPainterPath &path) override { m_painter.drawPath(path); }
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override
    {
        if (mode == PolylineMode)
            m_painter.drawPolyline(points, count);
        else
            m_painter.drawPolygon(points, count, mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    }
    void drawPixmap(const QRectF &where, const QPixmap &pixmap, const QRectF &source) override
    {
        m_painter.drawPixmap(where, pixmap, source);
    }
    void drawImage(const QRectF &where, const QImage &image, const QRectF &source,
                   Qt::ImageConversionFlags flags) override
    {
        m_painter.drawImage(where, image, source, flags);
    }
    void drawTiledPixmap(const QRectF &where, const QPixmap &pixmap, const QPointF &from) override
    {
        m_painter.drawTiledPixmap(where, pixmap, from);
    }
    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        const QTransform place = m_painter.transform();
        // From the base line up as high as small letters with some more: where the ink is.
        const double high = item.ascent() * 0.8;
        const QRectF inked(at.x(), at.y() - high, item.width(), high);
        const QRect box = place.mapRect(inked).toAlignedRect() & m_to.m_picture.rect();
        const bool isInside = systemClip().isEmpty() || systemClip().contains(box.center());
        const bool isSeen = isInside && !box.isEmpty()
            && (!m_painter.hasClipping() || m_painter.clipBoundingRect().intersects(inked));
        const QColor pen = m_painter.pen().color();
        const double scale = std::abs(place.m22()) + std::abs(place.m12());
        if (isSeen && !item.text().trimmed().isEmpty())
            m_to.m_texts.push_back({item.text(), QFontInfo(item.font()).pixelSize() * scale,
                                    item.font().weight() >= QFont::DemiBold, m_painter.opacity() * pen.alphaF(),
                                    QColor::fromRgb(pen.rgb()), box, groundsIn(m_to.m_picture, box)});
        m_painter.setFont(item.font());
        m_painter.drawText(at, item.text());
    }

private:
    TextRecorder &m_to;
    QPainter m_painter;
};

TextRecorder::TextRecorder(const QSize &size)
    : m_picture(size, QImage::Format_RGB32), m_engine(std::make_unique<Engine>(*this))
{
    m_picture.fill(Qt::white);
}

TextRecorder::~TextRecorder() = default;

QPaintEngine *TextRecorder::paintEngine() const
{
    return m_engine.get();
}

int TextRecorder::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
        return m_picture.width();
    case PdmHeight:
        return m_picture.height();
    case PdmWidthMM:
        return m_picture.widthMM();
    case PdmHeightMM:
        return m_picture.heightMM();
    case PdmDpiX:
    case PdmPhysicalDpiX:
        return m_picture.logicalDpiX();
    case PdmDpiY:
    case PdmPhysicalDpiY:
        return m_picture.logicalDpiY();
    case PdmNumColors:
        return 0;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return int(devicePixelRatioFScale());
    case PdmDepth:
        return m_picture.depth();
    default:
        return QPaintDevice::metric(metric);
    }
}

} // namespace gatescope
