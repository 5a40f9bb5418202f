// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/settings.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace gatescope {

namespace {

const QString themeKey = QStringLiteral("theme");
const QString reducedMotionKey = QStringLiteral("reducedMotion");
const QString languageKey = QStringLiteral("language");
const QString recentFilesKey = QStringLiteral("recentFiles");
const QString profileKey = QStringLiteral("profile");
const QString geometryKey = QStringLiteral("windowGeometry");

/// QVariant::toBool calls every other text true.
bool readBool(const QSettings &settings, const QString &key)
{
    return settings.value(key).toString() == "true";
}

QString absolute(const QString &path)
{
    return QFileInfo(path).absoluteFilePath();
}

} // namespace

Settings::Settings()
    : m_settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("gatescope"), QStringLiteral("gatescope")),
      m_dataFolder(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/gatescope"))
{
    m_settings.setFallbacksEnabled(false);
}

Settings::Settings(const QString &file)
    : m_settings(file, QSettings::IniFormat), m_dataFolder(QFileInfo(file).absolutePath())
{
}

ThemeName Settings::theme() const
{
    return themeNamed(m_settings.value(themeKey).toString()).value_or(ThemeName::light);
}

void Settings::setTheme(ThemeName theme)
{
    m_settings.setValue(themeKey, keyOf(theme));
}

bool Settings::hasReducedMotion() const
{
    return readBool(m_settings, reducedMotionKey);
}

void Settings::setReducedMotion(bool reduced)
{
    m_settings.setValue(reducedMotionKey, reduced);
}

QString Settings::language() const
{
    const QString code = m_settings.value(languageKey).toString();
    return code.contains(u'/') ? QString() : code;
}

void Settings::setLanguage(const QString &code)
{
    m_settings.setValue(languageKey, code);
}

QStringList Settings::recentFiles() const
{
    QStringList files = m_settings.value(recentFilesKey).toStringList();
    files.removeAll(QString());
    files.removeDuplicates();
    return files.mid(0, recentFilesKept);
}

void Settings::addRecentFile(const QString &path)
{
    QStringList files = recentFiles();
    files.removeAll(absolute(path));
    files.prepend(absolute(path));
    m_settings.setValue(recentFilesKey, QStringList(files.mid(0, recentFilesKept)));
}

void Settings::removeRecentFile(const QString &path)
{
    QStringList files = recentFiles();
    files.removeAll(absolute(path));
    m_settings.setValue(recentFilesKey, files);
}

QString Settings::profile() const
{
    return m_settings.value(profileKey, QStringLiteral("learner")).toString();
}

void Settings::setProfile(const QString &profile)
{
    m_settings.setValue(profileKey, profile);
}

QByteArray Settings::windowGeometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_settings.setValue(geometryKey, geometry);
}

} // namespace gatescope
