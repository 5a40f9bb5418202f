// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>

#include <memory>

class QPainter;

namespace gatescope {

class ClippingEngine;

/// Passes on to a painter what is drawn on it, with clips made in geometry: what is outside a clip is cut off the shape
/// itself. For devices that know no clips, as QSvgGenerator in Qt 6.4. A letter that a clip cuts through stays whole;
/// the pixels of an image that is enlarged stay apart, whoever looks at it.
class ClippingDevice : public QPaintDevice
{
public:
    /// Draws in the painter's present coordinates. The painter outlives it.
    ClippingDevice(QPainter &painter, const QSize &size);
    ~ClippingDevice() override;

    QPaintEngine *paintEngine() const override;

protected:
    int metric(PaintDeviceMetric which) const override;

private:
    QSize m_size;
    int m_dotsPerInch;
    std::unique_ptr<ClippingEngine> m_engine;
};

} // namespace gatescope
