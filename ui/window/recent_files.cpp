// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/recent_files.h"

#include "ui/common/settings.h"

#include <QFileInfo>
#include <QMenu>

namespace gatescope {

RecentFiles::RecentFiles(Settings *settings, QObject *parent)
    : QObject(parent), m_settings(settings), m_paths(settings ? settings->recentFiles() : QStringList())
{
}

void RecentFiles::add(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    m_paths.removeAll(absolute);
    m_paths.prepend(absolute);
    m_paths = m_paths.mid(0, Settings::recentFilesKept);
    if (m_settings)
        m_settings->addRecentFile(absolute);
}

void RecentFiles::clear()
{
    for (const QString &path : qAsConst(m_paths)) {
        if (m_settings)
            m_settings->removeRecentFile(path);
    }
    m_paths.clear();
}

void RecentFiles::addTo(QMenu &menu)
{
    for (const QString &path : m_paths) {
        const QFileInfo file(path);
        QAction *action = menu.addAction(file.fileName());
        action->setToolTip(path);
        action->setEnabled(file.exists());
        connect(action, &QAction::triggered, this, [this, path] { emit chosen(path); });
    }
    QAction *forget = menu.addAction(tr("Clear the list"));
    forget->setEnabled(!m_paths.isEmpty());
    connect(forget, &QAction::triggered, this, &RecentFiles::clear);
}

} // namespace gatescope
