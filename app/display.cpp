// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/display.h"

#include "app/exit_code.h"

#include <QByteArray>
#include <QString>

#include <cstdlib>

namespace gatescope {

namespace {

std::string nameOfDisplay()
{
    for (const char *variable : {"WAYLAND_DISPLAY", "DISPLAY"}) {
        if (const QByteArray value = qgetenv(variable); !value.isEmpty())
            return std::string(variable) + " is " + value.toStdString() + ", where nothing answers";
    }
    return "neither DISPLAY nor WAYLAND_DISPLAY is set";
}

/// Qt reports a missing display as a fatal message, and aborts when the handler comes back from it.
/// Its warnings on the way there say the same in many lines.
void leaveOnFatalMessage(QtMsgType type, const QMessageLogContext &, const QString &)
{
    if (type != QtFatalMsg)
        return;
    const ExitCode code = fail(ExitCode::notAvailable,
                               "There is no display to open the window on (" + nameOfDisplay()
                                   + "); the verbs in `gatescope --help` work without one.");
    std::_Exit(static_cast<int>(code));
}

} // namespace

DisplayGuard::DisplayGuard() : m_previous(qInstallMessageHandler(leaveOnFatalMessage)) { }

DisplayGuard::~DisplayGuard()
{
    qInstallMessageHandler(m_previous);
}

} // namespace gatescope
