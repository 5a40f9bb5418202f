// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/display.h"

#include "core/engine/reference_backend.h"
#include "ui/common/settings.h"
#include "ui/document/document.h"
#include "ui/document/player.h"
#include "ui/explore/explore_place.h"
#include "ui/window/demos.h"
#include "ui/window/experiment_files.h"
#include "ui/window/look.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QStyleFactory>

namespace gatescope {

namespace {

/// The experiment to begin with; numbers and text are read by the opening demo's network.
Result<Experiment> firstExperiment(const WindowOptions &options)
{
    if (options.file.empty())
        return openingExperiment();
    const FileKind kind = recogniseFile(options.file);
    if (kind != FileKind::numbers && kind != FileKind::text)
        return options.modelOptions.open(options.file);
    const Result<Experiment> demo = openingExperiment();
    return demo ? withInputFrom(*demo, options.file) : demo;
}

std::unique_ptr<QApplication> makeApplication(int &argumentCount, char **arguments)
{
    const DisplayGuard guard;
    return std::make_unique<QApplication>(argumentCount, arguments);
}

} // namespace

ExitCode openWindow(const WindowOptions &options, std::vector<std::string> arguments)
{
    const Result<Experiment> experiment = firstExperiment(options);
    if (!experiment)
        return fail(ExitCode::wrongInput, options.file, experiment.error());

    std::vector<char *> pointers;
    for (std::string &argument : arguments)
        pointers.push_back(argument.data());
    int argumentCount = int(pointers.size());
    pointers.push_back(nullptr);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const std::unique_ptr<QApplication> application = makeApplication(argumentCount, pointers.data());
    QApplication::setApplicationName(QStringLiteral("Gatescope"));
    QApplication::setDesktopFileName(QStringLiteral("gatescope"));

    Document document(std::make_unique<ReferenceBackend>());
    Playhead playhead;
    Player player(document, playhead);
    Settings settings;
    MainWindow window(document, playhead, player, &settings);
    const bool isExperiment = !options.file.empty() && recogniseFile(options.file) == FileKind::experiment;
    window.files().show(*experiment, isExperiment ? QString::fromStdString(options.file) : QString());
    if (!options.theme.empty())
        window.look().setTheme(*themeNamed(QString::fromStdString(options.theme)));
    window.look().setClassroom(options.classroom);
    window.show();
    if (options.file.empty() && !settings.isCardDismissed())
        window.explore().showOpeningCard();
    return static_cast<ExitCode>(QApplication::exec());
}

} // namespace gatescope
