// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/document/playhead.h"
#include "ui/document/record.h"
#include "ui/document/term.h"
#include "ui/drawing/scene/area_words.h"

#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace gatescope {

/// Everything a picture is a function of, besides its size.
struct Scene {
    const Record &record;
    PlayheadState playhead;
    const Theme &theme;
    bool classroom = false;                        ///< digits at least 24 px at 1080p, only where they matter
    QString candidateLetter = QStringLiteral("n"); ///< or "h̃", as one's book has it
    const Record *ghost = nullptr; ///< the run before a what-if, drawn faintly beside the new one; null: none
    bool predicting = false;       ///< what is not computed yet at this playhead cannot be seen
    std::optional<double> guess
        = {};             ///< what somebody thinks the followed unit's state becomes; none: nobody was asked
    Term lit = {};        ///< what the pointer rests on, with its inputs and its consumers; nothing: all as usual
    bool printed = false; ///< on paper, where what is not computed yet is as dark as the rest, empty as it is

    const Trace &trace() const { return *record.trace; }
    const GradientTrace &gradients() const { return *record.gradients; }
    const NetworkSpec &spec() const { return record.trace->spec; }
    Moment moment() const { return playhead.moment(); }
};

/// What one sees at a place of a picture, and where a click on it leads.
struct HitArea {
    QRectF where;
    PlayheadState leadsTo; ///< where the playhead goes on a click
    AreaWords words;
    Term term = {};                               ///< what stands there, if it is of the equations
    std::optional<ParameterPlace> parameter = {}; ///< the stored number that stands there

    QString says() const { return words.text(); }
};

/// The areas of a picture, the topmost last.
using HitAreas = std::vector<HitArea>;

/// The topmost area under a point; none outside all.
const HitArea *areaAt(const HitAreas &areas, const QPointF &point);

} // namespace gatescope
