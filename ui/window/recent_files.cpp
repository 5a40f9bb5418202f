// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/recent_files.h"

#include <QFileInfo>
#include <QMenu>

namespace gatescope {

namespace {
constexpr int mostFiles = 10;
}

RecentFiles::RecentFiles(QStringList paths, QObject *parent) : QObject(parent), m_paths(std::move(paths)) {}

void RecentFiles::add(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    m_paths.removeAll(absolute);
    m_paths.prepend(absolute);
    while (m_paths.size() > mostFiles)
        m_paths.removeLast();
    emit changed(m_paths);
}

void RecentFiles::clear()
{
    m_paths.clear();
    emit changed(m_paths);
}

void RecentFiles::fill(QMenu &menu)
{
    for (const QString &path : m_paths) {
        const QFileInfo file(path);
        QAction *action = menu.addAction(file.fileName());
        action->setToolTip(path);
        action->setEnabled(file.exists());
        connect(action, &QAction::triggered, this, [this, path] { emit chosen(path); });
    }
    if (m_paths.isEmpty())
        menu.addAction(tr("None yet"))->setEnabled(false);
    menu.addSeparator();
    QAction *forget = menu.addAction(tr("Clear the list"));
    forget->setEnabled(!m_paths.isEmpty());
    connect(forget, &QAction::triggered, this, &RecentFiles::clear);
}

} // namespace gatescope
