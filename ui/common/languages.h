// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/language.h"

#include <vector>

namespace gatescope {

class Settings;

/// A language that can be chosen.
struct OfferedLanguage {
    QString code; ///< "de"
    QString name; ///< in itself: "Deutsch"
};

/// Folders that have translations: the program's, then what a person has added, which wins.
QStringList translationFolders();
/// Where a person's own translations lie: gatescope/translations, …/lessons and …/questions in the folder for data.
QString ownResources();

/// English, and each language of which one of the folders has a file gatescope_CODE.ts.
std::vector<OfferedLanguage> offeredLanguages(const QStringList &folders = translationFolders());
/// How many texts the program's own translation lacks; none where it has no such language.
std::optional<int> missingTexts(const QString &code);

/// The language to begin with: the one that is remembered, or at first the system's where nothing of it is missing.
QString firstLanguage(const Settings &settings, const QStringList &systemLanguages);

/// The application speaks a language, Qt's own dialogs too, for as long as this lives.
class SpokenLanguage
{
public:
    explicit SpokenLanguage(const QString &code, const QStringList &folders = translationFolders());
    ~SpokenLanguage();
    Q_DISABLE_COPY_MOVE(SpokenLanguage)

    /// Files that could not be read.
    const std::vector<Error> &refused() const { return m_refused; }

private:
    void add(std::unique_ptr<QTranslator> translator);

    std::vector<std::unique_ptr<QTranslator>> m_translators;
    std::vector<Error> m_refused;
};

} // namespace gatescope
