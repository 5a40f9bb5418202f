// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"

#include <QHashSeed>
#include <QLocale>
#include <QStyleFactory>

#include <cstdio>

namespace gatescope {

namespace {

/// Hides what a person has set up. Only the place where fontconfig keeps its cache stays, so that it
/// can be written.
void leavePersonalEnvironment()
{
    if (qEnvironmentVariableIsEmpty("XDG_CACHE_HOME"))
        qputenv("XDG_CACHE_HOME", qgetenv("HOME") + "/.cache");
    for (const char *variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        qputenv(variable, "/nonexistent");
    for (const char *variable :
         {"FONTCONFIG_FILE", "FONTCONFIG_PATH", "LANGUAGE", "LANG", "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE",
          "QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_AUTO_SCREEN_SCALE_FACTOR", "QT_ENABLE_HIGHDPI_SCALING",
          "QT_SCALE_FACTOR_ROUNDING_POLICY", "QT_FONT_DPI", "QT_USE_PHYSICAL_DPI", "QT_LAYOUT_DIRECTION"})
        qunsetenv(variable);
    qputenv("LC_ALL", "C.UTF-8");
    qputenv("QT_QPA_PLATFORM", "offscreen");
}

/// Qt warns about what an offscreen platform cannot do; standard error is for our own sentences.
void keepOnlyFailures(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(message));
}

} // namespace

HeadlessApplication::HeadlessApplication()
{
    qInstallMessageHandler(keepOnlyFailures);
    leavePersonalEnvironment();
    QHashSeed::setDeterministicGlobalSeed();
    QLocale::setDefault(QLocale::c());
    m_application = std::make_unique<QApplication>(m_argumentCount, m_arguments);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
}

} // namespace gatescope
