// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QStringList>
#include <QTranslator>

#include <memory>

class QXmlStreamReader;

namespace gatescope {

/// A language of the window, read from the file in which it is translated: a .ts, as Qt Linguist and any text editor
/// write it. What the file does not have stays English.
class Language : public QTranslator
{
public:
    /// Refuses what is no such file, with its line.
    static Result<std::unique_ptr<Language>> read(const QString &file);

    /// "de"
    const QString &code() const { return m_code; }
    /// How many of the file's texts have no translation yet.
    int missing() const { return m_missing; }

    /// A text that its own context does not have is looked for in all others.
    QString translate(const char *context, const char *source, const char *disambiguation = nullptr,
                      int n = -1) const override;
    bool isEmpty() const override { return m_texts.isEmpty(); }

private:
    Language() = default;
    void readMessage(QXmlStreamReader &xml, const QString &context);

    QString m_code;
    int m_missing = 0;
    QHash<QString, QStringList> m_texts;    ///< by context, comment and source; of a number the plural forms
    QHash<QString, QStringList> m_anywhere; ///< by source alone, the first one
};

/// The code of the language that the window speaks: "de"; "en" without a translation.
QString spokenLanguage();

/// Which of a language's plural forms stands beside a number: 0, 1, …
int pluralForm(const QString &code, int number);

} // namespace gatescope
