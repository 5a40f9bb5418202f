// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QProcess>

namespace gatescope {

ProgramOutcome run(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
{
    constexpr int patience = 120000; // milliseconds
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    ProgramOutcome outcome;
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished();
        return outcome;
    }
    outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

ProgramOutcome runProgram(const QStringList &arguments, const QProcessEnvironment &environment)
{
    return run(QStringLiteral(GATESCOPE_BINARY), arguments, environment.isEmpty() ? withoutDisplay() : environment);
}

QProcessEnvironment withoutDisplay(const QList<std::pair<QString, QString>> &besides)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(variable));
    for (const auto &[name, value] : besides)
        environment.insert(name, value);
    return environment;
}

} // namespace gatescope
