// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QWidget;

namespace gatescope {

class Lab;

/// A row of the table of labs.
struct LabRow {
    const char *title; ///< marked for translation in the context "gatescope"
    const char *says;
    Lab *(*make)(QWidget *parent);
};

const std::vector<LabRow> &labs();

} // namespace gatescope
