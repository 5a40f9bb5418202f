// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/typed_index.h"

#include "ui/common/fonts.h"
#include "ui/common/scripts.h"

#include <QLabel>

namespace gatescope {

const QRegularExpression &indexedLetters()
{
    static const QRegularExpression letters(
        QStringLiteral("(?<![A-Za-ce-z_])(?:([WUb])_(in|hn|ir|hr|iz|hz|r|z|n)|(u)_(\\d{1,2}))\\b"
                       "|((?<![A-Za-ce-z_])[A-Za-z])?([%1]+)")
            .arg(lowSigns));
    return letters;
}

IndexedLetter indexedLetter(const QRegularExpressionMatch &match)
{
    return {match.captured(1) + match.captured(3) + match.captured(5),
            match.captured(2) + match.captured(4) + inPlainLetters(match.captured(6))};
}

QString withLoweredIndices(const QString &rich)
{
    const QString face = QStringLiteral("<span style=\"font-family:'%1'; font-style:italic\">")
                             .arg(mathFont(10).families().constFirst());
    QString whole;
    qsizetype at = 0;
    for (auto each = indexedLetters().globalMatch(rich); each.hasNext();) {
        const auto match = each.next();
        const auto [letter, index] = indexedLetter(match);
        const QString low = QStringLiteral("<sub>") + index + QStringLiteral("</sub>");
        whole += rich.mid(at, match.capturedStart() - at)
            + (letter.isEmpty() ? low : face + letter + low + QStringLiteral("</span>"));
        at = match.capturedEnd();
    }
    return whole + rich.mid(at);
}

void showLowered(QLabel &label, const QString &words)
{
    const bool isSet = words.contains(indexedLetters());
    label.setAccessibleName(words);
    label.setTextFormat(isSet ? Qt::RichText : Qt::PlainText);
    label.setText(isSet ? withLoweredIndices(words.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"))) : words);
}

} // namespace gatescope
