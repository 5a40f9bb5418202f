// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace gatescope {

class Document;
class FileReading;
class Playhead;
struct MessageWay;
struct ReadNetwork;

/// Brings files into the document and the document into files, and asks what has to be asked: which
/// of several modules, and what to do with unsaved changes. A file that cannot be opened changes
/// nothing. Networks are read on a thread of their own; what is opened otherwise meanwhile takes their place.
class ExperimentFiles : public QObject
{
    Q_OBJECT
public:
    ExperimentFiles(Document &document, Playhead &playhead, QWidget &window);

    /// An experiment or a model in its place, once it is read, or numbers or text for the open network to read, at
    /// once.
    void open(const QString &path);
    FileReading &reading() { return m_reading; }
    bool openDemo(const QString &name);
    /// An experiment that came as a line of text.
    bool openText(const QString &text);
    /// Shows an experiment from where it was last looked at; a large one once it is computed, for which nobody waits.
    bool show(Experiment experiment, const QString &path = {});
    /// Shows a model that came alone, and says what of its file is left out and that its input is made up. Where its
    /// reset is in doubt the other place is offered, to be undone as any edit.
    bool showModel(Experiment network, const std::vector<Sentence> &notes = {});

    /// The open experiment as it would be saved: with where one looks, and the lesson that is open.
    Experiment asSeen() const;
    /// Who knows the lesson that is open.
    void setLessonSource(std::function<std::optional<LessonPlace>()> source) { m_lessonSource = std::move(source); }
    bool save();
    bool saveAs();
    void chooseAndOpen();
    /// Asks for a network to look at beside the open one, see secondRead().
    void chooseSecond();
    void openSecond(const QString &path);
    /// Save, discard or cancel: false when the person would rather stay.
    bool mayLeave();

signals:
    void opened();                  ///< another experiment is there; its record is not
    void used(const QString &path); ///< read or written
    void secondRead(const gatescope::Experiment &second);
    void refused(const QString &sentence);    ///< why a file was not opened or written
    void learnRequested(const QString &path); ///< a text or a table that is to be learned, not read by the open network
    /// What was opened was saved in a lesson.
    void lessonFound(const gatescope::LessonPlace &place);
    void told(const QString &sentence); ///< what is worth knowing about what was opened
    /// The same, and something to be done about it.
    void offered(const QString &sentence, const gatescope::MessageWay &way);

private:
    bool saveTo(const QString &path);
    bool take(const QString &path, Result<ReadNetwork> read);
    void placeReset(ResetPlacement reset);
    bool openInput(const QString &path);
    bool openWithFittingNetwork(const QString &path, const Error &misfit);

    Document &m_document;
    Playhead &m_playhead;
    QWidget &m_window;
    FileReading &m_reading;
    QMetaObject::Connection m_looksThen; ///< once a large network's first record is there
    std::function<std::optional<LessonPlace>()> m_lessonSource = [] { return std::nullopt; };
};

} // namespace gatescope
