// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/files/open_file.h"
#include "ui/document/errand.h"

#include <QObject>
#include <QString>

class QWidget;

namespace gatescope {

/// A network out of a file, and what there is to say about it.
struct ReadNetwork {
    Experiment experiment;
    std::vector<Sentence> notes;
    bool isExperiment = false; ///< or else a model, which came alone
};

/// Reads files that hold a network once each, on a thread of its own, so that the window goes on meanwhile; the newest
/// wish wins. Where a file holds several networks it asks which.
class NetworkReading : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<ReadNetwork>)>;

    /// What is asked is asked over the window.
    explicit NetworkReading(QWidget &window);

    /// `done` is called once, when the file is read and no dialog or menu is open; not at all where somebody cancels or
    /// wishes for another file first.
    void read(const QString &path, Done done);
    void cancel();

    bool isBusy() const { return bool(m_done); }
    /// The file that is being read.
    const QString &path() const { return m_path; }

signals:
    void began();
    void ended(); ///< also by being cancelled

private:
    struct Answer {
        int wish = 0;                               ///< which one it answers
        std::shared_ptr<const NetworkFile> several; ///< where a choice is to be made first
        Result<ReadNetwork> network;                ///< unless there is
    };
    void begin();
    void take(Answer answer);
    void choose(const std::shared_ptr<const NetworkFile> &file);

    QWidget &m_window;
    QString m_path;
    Done m_done;             ///< null: nobody waits
    int m_wish = 0;          ///< a late answer to another one is dropped
    bool m_isNext = false;   ///< whether the file waits until the one before is let go
    Errand<Answer> m_errand; ///< last: it ends before the rest does
};

} // namespace gatescope
