// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/merging_canvas.h"

#include "ui/learn/labs/merging_drawing.h"

#include <QPainter>

#include <cmath>
#include <utility>

namespace gatescope {

namespace {

constexpr int millisecondsAWay = 550;

} // namespace

MergingCanvas::MergingCanvas(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("The matrices and their products"));
    m_move.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&m_move, &QVariantAnimation::valueChanged, this, [this](const QVariant &place) {
        m_place = place.toDouble();
        update();
    });
}

void MergingCanvas::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_pixels = pixels;
    update();
}

void MergingCanvas::show(MergingPicture picture)
{
    const double to = int(picture.settings.way);
    const bool isOnItsWay = m_move.state() == QVariantAnimation::Running && m_move.endValue() == to;
    m_picture = std::move(picture);
    setAccessibleDescription(inWords(*m_picture));
    if (m_isReduced || !isVisible()) {
        setPlace(to);
    } else if (!isOnItsWay && m_place != to) {
        m_move.stop();
        m_move.setStartValue(m_place);
        m_move.setEndValue(to);
        m_move.setDuration(int(millisecondsAWay * std::max(1.0, std::abs(to - m_place))));
        m_move.start();
    }
    update();
}

void MergingCanvas::setPlace(double place)
{
    m_move.stop();
    m_place = place;
    update();
}

void MergingCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->paper);
    if (m_picture)
        drawMerging(painter, rect(), *m_picture, m_place, *m_theme, m_pixels);
}

} // namespace gatescope
