// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QObject>

namespace gatescope {

/// How the whole window looks: its theme, and whether it is read from the last row.
class Look : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    const Theme &theme() const { return gatescope::theme(m_theme); }
    bool isClassroom() const { return m_classroom; }

    void setTheme(ThemeName theme);
    /// Light, dark, high contrast, and round again.
    void nextTheme();
    void setClassroom(bool classroom);

signals:
    void changed();

private:
    ThemeName m_theme = ThemeName::light;
    bool m_classroom = false;
};

/// The theme's name for people.
QString labelOf(ThemeName theme);

} // namespace gatescope
