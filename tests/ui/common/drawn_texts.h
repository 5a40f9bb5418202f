// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QRect>

#include <memory>
#include <vector>

namespace gatescope {

/// A text as it came onto a picture.
struct DrawnText {
    QString text;   ///< empty where only its letters' shapes were handed over
    double pixels;  ///< of the font, on the picture
    bool isBold;    ///< semibold and more
    double opacity; ///< 1: not dimmed
    QColor colour;  ///< opaque
    QRect where;
    std::vector<QColor> grounds; ///< what lay under it, in stretches of a sixth of the box or more
};

/// A picture that remembers the texts which are drawn on it, each with what lay under it.
class TextRecorder : public QPaintDevice
{
public:
    explicit TextRecorder(const QSize &size);
    ~TextRecorder() override;

    QPaintEngine *paintEngine() const override;
    const QImage &picture() const { return m_picture; }
    const std::vector<DrawnText> &texts() const { return m_texts; }

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;
    QImage m_picture;
    std::vector<DrawnText> m_texts;
    std::unique_ptr<Engine> m_engine;
};

} // namespace gatescope
