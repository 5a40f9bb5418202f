// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

#include <QImage>
#include <QPainter>
#include <QSizeF>

#include <vector>

namespace gatescope {

/// Keeps the pictures of whole levels, at rest and while the camera moves between them. It changes no picture, only how
/// long one takes.
class StageCache
{
public:
    struct Picture {
        QImage image;
        HitAreas areas;
        bool isDrawn = false; ///< otherwise it is an older one, whose memory is used again
    };
    /// The level's picture with so many pixels to one of the stage.
    const Picture &picture(int level, const QSizeF &size, double pixels, const Scene &scene);
    bool hasPicture(int level, const QSizeF &size, double pixels, const Scene &scene) const;
    /// Whether the record is the one of the last call. While something is dragged each picture has a record of its own
    /// and is seen once, so that to keep it would only cost a copy.
    bool hasSameRecord(const Scene &scene);

private:
    struct Key {
        Record record, ghost;
        PlayheadState playhead;
        const Theme *theme = nullptr;
        bool classroom = false, predicting = false;
        std::optional<double> guess;
        QString candidateLetter;
        Term lit;
        QSizeF size;
        double pixels = 0;

        bool operator==(const Key &other) const;
    };
    static Key keyOf(const QSizeF &size, double pixels, const Scene &scene);

    Key m_key;
    std::shared_ptr<const Trace> m_lastTrace;
    std::vector<Picture> m_pictures; ///< at their level
};

/// The stage: at a whole level of the playhead that level's picture; between two the farther one's current place grows
/// into the nearer picture, while all else dims and moves out. Between levels nothing has an area.
HitAreas drawStage(QPainter &painter, const QSizeF &size, const Scene &scene, StageCache &cache);
/// The same without keeping anything; whole levels are drawn as lines and letters, whatever the painter writes.
HitAreas drawStage(QPainter &painter, const QSizeF &size, const Scene &scene);

} // namespace gatescope
