// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/display.h"

#include "core/engine/reference_backend.h"
#include "ui/common/languages.h"
#include "ui/common/settings.h"
#include "ui/common/translate.h"
#include "ui/document/document.h"
#include "ui/document/playing/player.h"
#include "ui/explore/explore_place.h"
#include "ui/window/demos.h"
#include "ui/window/experiment_files.h"
#include "ui/window/fitting_network.h"
#include "ui/window/look.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QLocale>
#include <QScreen>
#include <QStyleFactory>

namespace gatescope {

namespace {

/// Whether the file is read once the window is there, which says how long it takes; on a command line one waits for the
/// refusal there.
bool isReadLater(const WindowOptions &options)
{
    return options.fromDesktop && options.modelOptions.saysNothing() && recogniseFile(options.file) == FileKind::model;
}

/// The experiment to begin with; numbers and text are read by the opening demo's network or, where that
/// cannot, by a new one.
Result<Experiment> firstExperiment(const WindowOptions &options, std::vector<Sentence> &notes)
{
    if (options.file.empty() || isReadLater(options))
        return openingExperiment();
    const FileKind kind = recogniseFile(options.file);
    if (kind != FileKind::numbers && kind != FileKind::text)
        return options.modelOptions.open(options.file, &notes);
    const Result<Experiment> demo = openingExperiment();
    const Result<Experiment> read = demo ? withInputFrom(*demo, options.file) : demo;
    return read ? read : networkThatReads(QString::fromStdString(options.file));
}

std::unique_ptr<QApplication> makeApplication(int &argumentCount, char **arguments)
{
    const DisplayGuard guard;
    return std::make_unique<QApplication>(argumentCount, arguments);
}

/// The window with all that it works on.
class Program
{
public:
    explicit Program(const std::string &language);

    void open(const WindowOptions &options, const Result<Experiment> &experiment, const std::vector<Sentence> &notes);

private:
    Settings m_settings;
    SpokenLanguage m_language;
    Document m_document{std::make_unique<ReferenceBackend>()};
    Playhead m_playhead;
    Player m_player{m_document, m_playhead};
    MainWindow m_window{m_document, m_playhead, m_player, &m_settings};
};

Program::Program(const std::string &language)
    : m_language(language.empty() ? firstLanguage(m_settings, QLocale::system().uiLanguages())
                                  : QString::fromStdString(language))
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
}

void Program::open(const WindowOptions &options, const Result<Experiment> &experiment,
                   const std::vector<Sentence> &notes)
{
    const bool later = isReadLater(options);
    const bool isOpen = experiment && !options.file.empty() && !later;
    const FileKind kind = isOpen ? recogniseFile(options.file) : FileKind::unknown;
    const bool isOwnFile = kind == FileKind::experiment;
    const Result<Experiment> shown = experiment ? experiment : openingExperiment();
    if (shown && kind == FileKind::model)
        m_window.files().showModel(*shown, notes);
    else if (shown)
        m_window.files().show(*shown, isOwnFile ? QString::fromStdString(options.file) : QString());
    if (!options.theme.empty())
        m_window.look().setTheme(*themeNamed(QString::fromStdString(options.theme)));
    m_window.look().setClassroom(options.classroom);
    // The usual size may be too large for the screen.
    const QSize room = m_window.screen()->availableSize();
    m_window.width() < room.width() && m_window.height() < room.height() ? m_window.show() : m_window.showMaximized();
    if (!experiment)
        m_window.explore().setMessage(said(experiment.error().sentence));
    else if (!m_language.refused().empty())
        m_window.explore().setMessage(said(m_language.refused().front().sentence));
    else if (options.file.empty())
        m_window.explore().showOpeningCard();
    if (later)
        m_window.files().open(QString::fromStdString(options.file));
}

/// Whether a name that opens nothing was perhaps to be one of the verbs.
bool mayBeAVerb(const std::string &name)
{
    return name.find_first_of("./\\") == std::string::npos && !std::filesystem::exists(name);
}

Error noVerbEither(const Error &notOpened)
{
    return error("%1 It is no verb either; `gatescope --help` lists them.", {notOpened});
}

} // namespace

ExitCode openWindow(const WindowOptions &options, std::vector<std::string> arguments)
{
    std::vector<Sentence> notes;
    const Result<Experiment> experiment = firstExperiment(options, notes);
    if (!experiment && !options.fromDesktop)
        return fail(ExitCode::wrongInput, options.file,
                    mayBeAVerb(options.file) ? noVerbEither(experiment.error()) : experiment.error());

    std::vector<char *> pointers;
    for (std::string &argument : arguments)
        pointers.push_back(argument.data());
    int argumentCount = int(pointers.size());
    pointers.push_back(nullptr);
    const std::unique_ptr<QApplication> application = makeApplication(argumentCount, pointers.data());
    QApplication::setApplicationName(QStringLiteral("Gatescope"));
    QApplication::setDesktopFileName(QStringLiteral("gatescope"));
    Program program(options.language);
    program.open(options, experiment, notes);
    return static_cast<ExitCode>(QApplication::exec());
}

} // namespace gatescope
