// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/quiz/progress.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace gatescope {

class Settings;

/// The one who learns, shared by lessons and quiz: what was read and answered, under a profile in a file of the
/// settings' data folder, or as a guest of whom nothing is ever written.
///
/// The file is read when somebody first asks, and written once control is back in the event loop after a change. A file
/// that cannot be read is left as it is: what is learned meanwhile is not kept, and `trouble` says why.
class Learner : public QObject
{
    Q_OBJECT
public:
    /// Without settings: a guest.
    explicit Learner(Settings *settings = nullptr, QObject *parent = nullptr);
    ~Learner() override;

    /// The profile's name; empty for a guest.
    QString profile() const { return m_profile; }
    bool isGuest() const { return m_profile.isEmpty(); }
    /// Whether there is a place to keep anything.
    bool canBeKept() const { return m_settings != nullptr; }
    /// Whether nothing was read, answered or raced yet.
    bool isNew() const;
    /// The profiles that have kept something, by name, and the present one.
    QStringList profiles() const;
    /// A name as it is kept, whatever blanks were typed, and short enough for a file's name; empty if nothing is left.
    static QString nameFrom(const QString &typed);
    /// Goes on as somebody else; an empty name is a guest, who begins with nothing. Without settings nobody else can
    /// be.
    void setProfile(const QString &profile);

    const Progress &progress() const;
    /// Where a lesson opens: at the card where one stopped, a finished one at its first.
    int cardToOpen(const std::string &lesson) const;

    /// As Progress does.
    void note(const Question &question, bool right);
    void keepAnswer(const Question &question, const Answer &answer);
    void reachCard(const std::string &lesson, int card);
    void finishCard(const std::string &lesson, int card);
    void finishLesson(const std::string &lesson);
    /// Keeps the longest: so many right answers before the first mistake.
    void noteChallenge(int right);

    /// Where the races of this learner are kept, a file each, whether or not there are any; empty for a guest.
    QString racesFolder() const;

    /// Nothing of the present learner stays, neither here nor in a file.
    Result<void> erase();
    /// Writes now what is not written yet.
    void save();

    /// Why the file could not be read or written; none: all is well.
    const std::optional<Error> &trouble() const;

signals:
    void changed();  ///< also by erasing, and when another learner came
    void replaced(); ///< another learner came, or nothing of this one's has stayed

private:
    QString file() const; ///< empty for a guest
    void touch();

    Settings *m_settings;
    QString m_profile;
    mutable std::optional<Progress> m_progress; ///< none: not read yet
    mutable std::optional<Error> m_trouble;
    mutable bool m_mayWrite = true; ///< false: the file there holds something that cannot be read
    bool m_isDirty = false;
};

} // namespace gatescope
