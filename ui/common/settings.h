// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace gatescope {

/// What the program remembers between starts, in an INI file of the user's configuration folder. A
/// value that cannot be is as good as none: the default stands. What renders without a window asks
/// no settings.
class Settings
{
public:
    /// The file is $XDG_CONFIG_HOME/gatescope/gatescope.ini.
    Settings();
    explicit Settings(const QString &file);

    ThemeName theme() const;
    void setTheme(ThemeName theme);

    bool hasReducedMotion() const;
    void setReducedMotion(bool reduced);

    /// The code of the language that was chosen: "de"; empty: none was.
    QString language() const;
    void setLanguage(const QString &code);

    static constexpr int recentFilesKept = 10;
    /// The newest first; whether they still exist is not asked.
    QStringList recentFiles() const;
    void addRecentFile(const QString &path);
    void removeRecentFile(const QString &path);

    /// Under which name a learner's progress is kept; empty: under none, as a guest.
    QString profile() const;
    void setProfile(const QString &profile);
    /// Where files are kept that a person did not name: $XDG_DATA_HOME/gatescope, or beside a settings file of its own.
    QString dataFolder() const { return m_dataFolder; }

    /// As QWidget::saveGeometry gives it; empty when none is remembered.
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

private:
    QSettings m_settings;
    QString m_dataFolder;
};

} // namespace gatescope
