// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMimeData;
class QWidget;

namespace gatescope {

class ExperimentFiles;

/// What goes out and comes in without a file dialog: the open experiment as a line of text on the clipboard, such a
/// line pasted or dropped, a file dropped onto the window.
class Exchange : public QObject
{
    Q_OBJECT
public:
    Exchange(ExperimentFiles &files, QWidget &window);

    void copyAsText();
    /// Opens the experiment on the clipboard, or says that there is none.
    void paste();

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void told(const QString &sentence);
    void refused(const QString &sentence);

private:
    bool open(const QMimeData &data);

    ExperimentFiles &m_files;
};

} // namespace gatescope
