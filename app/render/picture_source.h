// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/document/playhead.h"
#include "ui/document/record.h"
#include "ui/document/term.h"
#include "ui/export/picture.h"

#include <memory>
#include <string>
#include <vector>

namespace gatescope {

/// What pictures of one experiment have in common.
struct PictureStyle {
    QSize size{1920, 1080};
    double scale = 1.0;
    ThemeName theme = ThemeName::light;
    bool classroom = false;
    Term lit = {}; ///< as if the pointer rested on it
};

/// Makes the picture for any place of the playhead.
class PictureSource
{
public:
    virtual ~PictureSource() = default;
    virtual Picture at(const PlayheadState &state) = 0;
};

/// "cell", "timeline", …, and "window".
std::vector<std::string> viewNames();

/// The view must be one of viewNames(); the QApplication is there.
std::unique_ptr<PictureSource> pictureSource(const std::string &view, const Record &record, const PictureStyle &style);

} // namespace gatescope
