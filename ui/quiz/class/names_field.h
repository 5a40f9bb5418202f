// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QWidget>

#include <string>
#include <vector>

class QLabel;
class QPlainTextEdit;

namespace gatescope {

/// Where the names of a class are typed, pasted or read from a file: one on each line, or a table with a line over it.
class NamesField : public QWidget
{
    Q_OBJECT
public:
    explicit NamesField(const std::string &list, QWidget *parent = nullptr);

    QPlainTextEdit &edit() { return *m_edit; }
    std::string text() const;
    bool isBlank() const;
    /// Refuses what is no list; also a blank one.
    Result<std::vector<std::string>> names() const;
    /// Puts the names of a text file or a CSV in place of what is there; says why not where they cannot be read.
    void openFile(const QString &path);

signals:
    void changed();

private:
    void chooseFile();
    void sayHowMany();

    QPlainTextEdit *m_edit;
    QLabel *m_said;
};

} // namespace gatescope
