// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QMenu;

namespace gatescope {

/// The files that were opened or saved, the newest first.
class RecentFiles : public QObject
{
    Q_OBJECT
public:
    explicit RecentFiles(QStringList paths, QObject *parent = nullptr);

    const QStringList &paths() const { return m_paths; }
    void add(const QString &path);
    void clear();

    /// Fills a menu with the files, missing ones greyed, and a way to clear the list.
    void fill(QMenu &menu);

signals:
    void changed(const QStringList &paths);
    void chosen(const QString &path);

private:
    QStringList m_paths;
};

} // namespace gatescope
