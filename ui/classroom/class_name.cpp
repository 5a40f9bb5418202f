// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/class_name.h"

#include "core/learning/classroom/nicknames.h"
#include "ui/common/translate.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <random>

namespace gatescope {

namespace {

constexpr qsizetype longestTyped = 400; ///< more than that is no name, and is not looked at
constexpr int mostMarks = 2;            ///< upon one letter

bool isUnseen(char32_t letter)
{
    switch (QChar::category(letter)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // what turns the direction of writing, and what has no width
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return true;
    default:
        return (letter >= 0x115F && letter <= 0x1160) || letter == 0x3164 || letter == 0xFFA0; // blank Hangul letters
    }
}

QString onlySeen(const QString &typed)
{
    QString seen;
    int marks = 0;
    for (const char32_t letter : typed.toUcs4()) {
        if (QChar::isSpace(letter)) {
            seen += u' ';
            continue;
        }
        if (isUnseen(letter))
            continue;
        marks = QChar::isMark(letter) ? marks + 1 : 0;
        if (marks <= mostMarks)
            seen += QString::fromUcs4(&letter, 1);
    }
    return seen.simplified();
}

QString firstLetters(const QString &text, int most)
{
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0;
    for (int i = 0; i < most && end >= 0 && end < text.size(); ++i)
        end = letters.toNextBoundary();
    return end < 0 ? text : text.left(end);
}

} // namespace

std::optional<ClassName> classNameTyped(const QString &typed)
{
    const QString seen = onlySeen(typed.left(longestTyped).normalized(QString::NormalizationForm_C));
    const QString shown = firstLetters(seen, longestClassName).trimmed();
    if (std::ranges::none_of(shown.toUcs4(), [](char32_t letter) { return QChar::isLetterOrNumber(letter); }))
        return std::nullopt;
    const QString key = shown.normalized(QString::NormalizationForm_KC).toUpper().toCaseFolded(); // ß is SS
    return ClassName{shown.toStdString(), key.toStdString()};
}

std::vector<ClassName> mixedNicknames(quint32 seed)
{
    std::vector<ClassName> names;
    for (const char *word : nicknames())
        if (const auto name = classNameTyped(translated(word)))
            names.push_back(*name);
    std::ranges::shuffle(names, std::mt19937(seed));
    return names;
}

} // namespace gatescope
