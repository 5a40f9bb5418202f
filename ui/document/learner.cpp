// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/learner.h"

#include "ui/common/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalBlocker>
#include <QTimer>
#include <QUrl>

#include <utility>

namespace gatescope {

namespace {

const QString ending = QStringLiteral(".json");
const QString racesEnding = QStringLiteral(".races");
constexpr int longestFileName = 200; ///< of the 255 bytes of most file systems

QString folderOf(const Settings &settings)
{
    return settings.dataFolder() + QStringLiteral("/profiles");
}

} // namespace

Learner::Learner(Settings *settings, QObject *parent)
    : QObject(parent), m_settings(settings), m_profile(settings ? settings->profile() : QString())
{
}

Learner::~Learner()
{
    const QSignalBlocker quiet(this); // who would listen is on the way out, too
    save();
}

QString Learner::file() const
{
    if (!m_settings || isGuest())
        return {};
    return folderOf(*m_settings) + '/' + QString::fromLatin1(QUrl::toPercentEncoding(m_profile)) + ending;
}

QString Learner::racesFolder() const
{
    const QString own = file();
    return own.isEmpty() ? QString() : own.chopped(ending.size()) + racesEnding;
}

bool Learner::isNew() const
{
    const QString races = racesFolder();
    return progress().answered() == 0 && progress().lastLesson().empty() && (races.isEmpty() || QDir(races).isEmpty());
}

QStringList Learner::profiles() const
{
    QStringList names;
    if (m_settings)
        for (const QString &kept :
             QDir(folderOf(*m_settings)).entryList({'*' + ending, '*' + racesEnding}, QDir::AllEntries))
            names += QUrl::fromPercentEncoding(QFileInfo(kept).completeBaseName().toLatin1());
    if (!isGuest())
        names += m_profile;
    names.removeDuplicates();
    names.sort(Qt::CaseInsensitive);
    return names;
}

QString Learner::nameFrom(const QString &typed)
{
    QString name = typed.simplified();
    while (QUrl::toPercentEncoding(name).size() > longestFileName)
        name.chop(name.size() > 1 && name.back().isLowSurrogate() ? 2 : 1);
    return name.trimmed();
}

void Learner::setProfile(const QString &profile)
{
    if (!m_settings || profile == m_profile)
        return;
    save();
    if (m_isDirty && m_mayWrite && !isGuest())
        return emit changed(); // what could not be written would be lost: `trouble` says why
    m_profile = profile;
    m_settings->setProfile(profile);
    m_progress.reset();
    m_trouble.reset();
    m_mayWrite = true;
    m_isDirty = false;
    emit changed();
    emit replaced();
}

const Progress &Learner::progress() const
{
    if (m_progress)
        return *m_progress;
    const QString path = file();
    auto read = path.isEmpty() ? Result<Progress>(Progress()) : readProgress(path.toStdString());
    m_mayWrite = read.ok();
    if (!read)
        m_trouble = read.error();
    m_progress = read ? std::move(read).value() : Progress();
    return *m_progress;
}

const std::optional<Error> &Learner::trouble() const
{
    progress(); // reading it may be what fails
    return m_trouble;
}

void Learner::touch()
{
    m_isDirty = true;
    QTimer::singleShot(0, this, &Learner::save); // once for all that happens now; again where it failed before
    emit changed();
}

void Learner::note(const Question &question, bool right)
{
    progress();
    m_progress->note(question, right);
    touch();
}

void Learner::keepAnswer(const Question &question, const Answer &answer)
{
    progress();
    m_progress->keepAnswer(question, answer);
    touch();
}

void Learner::reachCard(const std::string &lesson, int card)
{
    if (progress().lastLesson() == lesson && progress().lesson(lesson).card == card)
        return;
    m_progress->reachCard(lesson, card);
    touch();
}

int Learner::cardToOpen(const std::string &lesson) const
{
    const Progress::LessonResult result = progress().lesson(lesson);
    return result.finished ? 0 : result.card;
}

void Learner::finishCard(const std::string &lesson, int card)
{
    if (progress().lesson(lesson).done.contains(card))
        return;
    m_progress->finishCard(lesson, card);
    touch();
}

void Learner::finishLesson(const std::string &lesson)
{
    if (progress().lesson(lesson).finished)
        return;
    m_progress->finishLesson(lesson);
    touch();
}

void Learner::noteChallenge(int right)
{
    if (right <= progress().longestChallenge())
        return;
    m_progress->noteChallenge(right);
    touch();
}

Result<void> Learner::erase()
{
    const QString path = file();
    if (!path.isEmpty())
        if (const auto erased = eraseProgress(path.toStdString()); !erased)
            return erased;
    if (const QString races = racesFolder();
        !races.isEmpty() && QDir(races).exists() && !QDir(races).removeRecursively())
        return error("The races in %1 cannot be erased.", {races.toStdString()});
    m_progress = Progress();
    m_trouble.reset();
    m_mayWrite = true;
    m_isDirty = false;
    emit changed();
    emit replaced();
    return {};
}

void Learner::save()
{
    const QString path = file();
    if (!m_isDirty || path.isEmpty() || !m_mayWrite) {
        m_isDirty = false;
        return;
    }
    QDir().mkpath(folderOf(*m_settings));
    const auto written = writeProgress(path.toStdString(), *m_progress);
    m_isDirty = !written;
    const bool hadTrouble
        = std::exchange(m_trouble, written ? std::nullopt : std::optional(written.error())).has_value();
    if (hadTrouble == written.ok())
        emit changed();
}

} // namespace gatescope
