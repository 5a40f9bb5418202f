// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/look.h"

namespace gatescope {

void Look::setTheme(ThemeName theme)
{
    if (theme == m_theme)
        return;
    m_theme = theme;
    emit changed();
}

void Look::nextTheme()
{
    switch (m_theme) {
    case ThemeName::light:
        return setTheme(ThemeName::dark);
    case ThemeName::dark:
        return setTheme(ThemeName::contrast);
    case ThemeName::contrast:
        return setTheme(ThemeName::light);
    }
}

void Look::setClassroom(bool classroom)
{
    if (classroom == m_classroom)
        return;
    m_classroom = classroom;
    emit changed();
}

QString labelOf(ThemeName theme)
{
    switch (theme) {
    case ThemeName::light:
        return Look::tr("Light");
    case ThemeName::dark:
        return Look::tr("Dark");
    case ThemeName::contrast:
        break;
    }
    return Look::tr("High contrast");
}

} // namespace gatescope
