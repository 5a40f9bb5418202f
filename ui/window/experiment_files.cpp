// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/experiment_files.h"

#include "core/experiment/files/experiment_text.h"
#include "core/experiment/files/open_file.h"
#include "core/io/foreign/found_network.h"
#include "core/io/table_preview.h"
#include "ui/common/translate.h"
#include "ui/document/document.h"
#include "ui/document/file_reading.h"
#include "ui/document/playhead.h"
#include "ui/explore/bars/message_bar.h"
#include "ui/window/demos.h"
#include "ui/window/file_questions.h"
#include "ui/window/fitting_network.h"
#include "ui/window/network_reading.h"

#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace gatescope {

namespace {

/// A text, or a table whose rows have all the same cells, whatever these are.
bool trainReads(const QString &path)
{
    const QString kind = QFileInfo(path).suffix().toLower();
    return kind == u"txt"_qs || ((kind == u"csv"_qs || kind == u"tsv"_qs) && previewTableFile(path.toStdString()));
}

/// Whether the window is not to stand still until it is computed.
bool takesLong(const Experiment &experiment)
{
    constexpr std::int64_t ofAMoment = 20'000'000; // multiplications
    return parameterCount(experiment.spec) * experiment.input.longest() * experiment.input.sequences() > ofAMoment;
}

} // namespace

ExperimentFiles::ExperimentFiles(Document &document, Playhead &playhead, QWidget &window)
    : QObject(&window), m_document(document), m_playhead(playhead), m_window(window), m_reading(*new FileReading(this))
{
}

bool ExperimentFiles::show(Experiment experiment, const QString &path)
{
    const PlayheadState where = fromView(experiment.view);
    const std::optional<LessonPlace> lesson = experiment.lesson;
    m_reading.cancel(); // something else is wanted now
    if (const Result<void> shown = m_document.open(std::move(experiment), path); !shown) {
        emit refused(said(shown.error().sentence));
        return false;
    }
    emit opened(); // before the computation, whose failure has something to say
    const auto look = [this, where] {
        if (m_document.record())
            m_playhead.moveTo(clamped(where, *m_document.record().trace));
    };
    disconnect(m_looksThen);
    if (takesLong(m_document.experiment())) {
        m_looksThen = connect(&m_document, &Document::recordChanged, this, look, Qt::SingleShotConnection);
    } else {
        m_document.waitForRecord();
        look();
    }
    if (lesson)
        emit lessonFound(*lesson);
    return true;
}

bool ExperimentFiles::showModel(Experiment network, const std::vector<Sentence> &notes)
{
    const int steps = network.input.longest();
    if (!show(std::move(network)))
        return false;
    QStringList all;
    for (const Sentence &note : notes)
        all.append(said(note));
    all.append(tr("No input was given: the program made up %1 steps; type or open your own.").arg(steps));
    if (std::ranges::none_of(notes, isAboutReset)) {
        emit told(all.join(u' '));
        return true;
    }
    const bool isBefore = m_document.experiment().spec.reset == ResetPlacement::before;
    const ResetPlacement other = isBefore ? ResetPlacement::after : ResetPlacement::before;
    emit offered(all.join(u' '),
                 {isBefore ? tr("Reset after the product") : tr("Reset before the product"),
                  [this, other] { placeReset(other); }});
    return true;
}

/// The weights stay as they are: it is read otherwise, not converted.
void ExperimentFiles::placeReset(ResetPlacement reset)
{
    Experiment changed = m_document.experiment();
    changed.spec.reset = reset;
    const bool isAfter = reset == ResetPlacement::after;
    if (const auto placed
        = m_document.edit(isAfter ? tr("Reset after the product") : tr("Reset before the product"), changed);
        !placed)
        emit refused(said(placed.error().sentence));
    else
        emit told(
            isAfter ? tr(
                "The reset acts after the product now, as in PyTorch; the weights are the same. Undo takes it back.")
                    : tr("The reset acts before the product now; the weights are the same. Undo takes it back."));
}

void ExperimentFiles::open(const QString &path)
{
    switch (recogniseFile(path.toStdString())) {
    case FileKind::numbers:
    case FileKind::text:
        m_reading.cancel();
        if (openInput(path))
            emit used(path);
        break;
    case FileKind::experiment:
    case FileKind::model:
    case FileKind::unknown: // the refusal says what it might have been
        readNetwork(m_reading, m_window, path, [this, path](Result<ReadNetwork> read) {
            if (take(path, std::move(read)))
                emit used(path);
        });
        break;
    }
}

bool ExperimentFiles::take(const QString &path, Result<ReadNetwork> read)
{
    if (!read) {
        emit refused(said(read.error().sentence));
        return false;
    }
    if (!mayLeave())
        return false;
    return read->isExperiment ? show(std::move(read->experiment), path)
                              : showModel(std::move(read->experiment), read->notes);
}

bool ExperimentFiles::openInput(const QString &path)
{
    const Result<Experiment> next = withInputFrom(m_document.experiment(), path.toStdString());
    if (!next)
        return openWithFittingNetwork(path, next.error());
    const Result<void> read = m_document.edit(tr("Read %1").arg(QFileInfo(path).fileName()), *next);
    if (!read)
        emit refused(said(read.error().sentence));
    return read.ok();
}

bool ExperimentFiles::openWithFittingNetwork(const QString &path, const Error &misfit)
{
    const Result<Experiment> network = networkThatReads(path);
    const QString why = said(misfit.sentence);
    const bool canBeLearned = trainReads(path);
    if (!network && !canBeLearned) {
        emit refused(why);
        return false;
    }
    switch (askAboutMisfit(m_window, why, network ? std::optional(network->spec) : std::nullopt, canBeLearned)) {
    case MisfitAnswer::newNetwork:
        return mayLeave() && show(*network);
    case MisfitAnswer::learn:
        emit learnRequested(path);
        return false;
    case MisfitAnswer::cancel:
        break;
    }
    emit refused(why);
    return false;
}

bool ExperimentFiles::openDemo(const QString &name)
{
    const Result<Experiment> demo = gatescope::openDemo(name);
    if (!demo) {
        emit refused(said(demo.error().sentence));
        return false;
    }
    return mayLeave() && show(*demo);
}

bool ExperimentFiles::openText(const QString &text)
{
    const Result<Experiment> sent = readExperimentText(text.toStdString(), demoNetworks());
    if (!sent) {
        emit refused(said(sent.error().sentence));
        return false;
    }
    return mayLeave() && show(*sent);
}

void ExperimentFiles::chooseAndOpen()
{
    const auto experiments = u"*.gatescope"_qs,
               models = u"*.safetensors *.pt *.pth *.ckpt *.bin *.keras *.h5 *.hdf5 *.onnx"_qs,
               data = u"*.csv *.tsv *.json *.npy *.txt"_qs;
    const QStringList filters{tr("Everything that can be opened") + u" (%1 %2 %3)"_qs.arg(experiments, models, data),
                              tr("Experiments") + u" (%1)"_qs.arg(experiments), tr("Models") + u" (%1)"_qs.arg(models),
                              tr("Numbers and texts") + u" (%1)"_qs.arg(data), tr("All files") + u" (*)"_qs};
    const QString path = QFileDialog::getOpenFileName(&m_window, tr("Open"), {}, filters.join(u";;"_qs));
    if (!path.isEmpty())
        open(path);
}

Experiment ExperimentFiles::asSeen() const
{
    return m_document.asSeen(toView(m_playhead.state()), m_lessonSource());
}

bool ExperimentFiles::save()
{
    return m_document.path().isEmpty() ? saveAs() : saveTo(m_document.path());
}

bool ExperimentFiles::saveAs()
{
    QFileDialog dialog(&m_window, tr("Save the experiment"), {}, tr("Experiments (*.gatescope)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("gatescope"));
    dialog.selectFile(m_document.path().isEmpty() ? tr("experiment.gatescope") : m_document.path());
    return dialog.exec() == QDialog::Accepted && saveTo(dialog.selectedFiles().constFirst());
}

bool ExperimentFiles::saveTo(const QString &path)
{
    if (const Result<void> saved = m_document.save(path, toView(m_playhead.state()), m_lessonSource()); !saved) {
        emit refused(said(saved.error().sentence));
        return false;
    }
    emit used(path);
    return true;
}

void ExperimentFiles::chooseSecond()
{
    const QString path = QFileDialog::getOpenFileName(&m_window, tr("A network to look at beside the open one"));
    if (!path.isEmpty())
        openSecond(path);
}

void ExperimentFiles::openSecond(const QString &path)
{
    readNetwork(m_reading, m_window, path, [this, path](Result<ReadNetwork> read) {
        if (!read) {
            emit refused(said(read.error().sentence));
            return;
        }
        if (read->experiment.title.empty())
            read->experiment.title = QFileInfo(path).fileName().toStdString();
        emit secondRead(read->experiment);
    });
}

bool ExperimentFiles::mayLeave()
{
    if (!m_document.isModified())
        return true;
    switch (askAboutUnsaved(m_window, QString::fromStdString(m_document.experiment().title))) {
    case UnsavedAnswer::save:
        return save();
    case UnsavedAnswer::discard:
        return true;
    case UnsavedAnswer::cancel:
        break;
    }
    return false;
}

} // namespace gatescope
