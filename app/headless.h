// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <memory>

namespace gatescope {

/// A QApplication that draws into memory and is the same for everybody: no display, no settings,
/// fonts, language or scale of the person who runs it. One per program.
class HeadlessApplication
{
public:
    HeadlessApplication();

private:
    int m_argumentCount = 1;
    char m_programName[10] = "gatescope";
    char *m_arguments[2] = {m_programName, nullptr};
    std::unique_ptr<QApplication> m_application;
};

} // namespace gatescope
