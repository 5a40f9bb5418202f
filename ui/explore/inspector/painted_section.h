// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"

#include <QWidget>

#include <vector>

namespace gatescope {

/// How large the inspector's text is, against its size at 1920 × 1080.
double inspectorScale(const ViewSettings &settings);

/// A painted part of the inspector that is as high as its content needs. Layouts ask for the height of
/// the same width again and again; it is measured once.
class PaintedSection : public QWidget
{
    Q_OBJECT
public:
    explicit PaintedSection(QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {280, heightForWidth(280)}; }

protected:
    /// Paints the content in this width, or, without a painter, only measures it. Returns its height.
    virtual double lay(QPainter *painter, double width) const = 0;
    /// To be called when the content has become another one.
    void contentChanged();

    const ViewSettings &settings() const { return m_settings; }
    void paintEvent(QPaintEvent *event) override;

private:
    struct Measure {
        int width, height;
    };
    ViewSettings m_settings;
    mutable std::vector<Measure> m_measured;
};

} // namespace gatescope
