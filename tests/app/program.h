// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QStringList>

namespace gatescope {

/// What one run of the program gave back.
struct ProgramOutcome {
    int code = -1; ///< −1: it crashed or did not end
    QByteArray out;
    QByteArray err;

    int errorLines() const { return int(err.count('\n')); }
};

/// Runs some program.
ProgramOutcome run(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment);
/// Runs the built program, without a display.
ProgramOutcome runProgram(const QStringList &arguments, const QProcessEnvironment &environment = {});

/// The environment of a machine without a display, with these variables besides.
QProcessEnvironment withoutDisplay(const QList<std::pair<QString, QString>> &besides = {});

} // namespace gatescope
