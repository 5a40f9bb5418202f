// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QMenu;

namespace gatescope {

class Settings;

/// The files that were opened or saved, the newest first. Without settings they are forgotten at the end.
class RecentFiles : public QObject
{
    Q_OBJECT
public:
    /// `settings` may be null.
    explicit RecentFiles(Settings *settings, QObject *parent = nullptr);

    const QStringList &paths() const { return m_paths; }
    void add(const QString &path);
    void clear();

    /// Adds the files to a menu, missing ones greyed, and a way to clear the list.
    void addTo(QMenu &menu);

signals:
    void chosen(const QString &path);

private:
    Settings *m_settings;
    QStringList m_paths;
};

} // namespace gatescope
