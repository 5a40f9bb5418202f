// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/timeline/typed_input.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace gatescope {

Result<std::vector<int>> rowNumbersOf(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    std::vector<int> rows;
    for (const QString &word : text.split(between, Qt::SkipEmptyParts)) {
        bool isNumber = false;
        rows.push_back(word.toInt(&isNumber));
        if (!isNumber)
            return error("“%1” is not a row of the embedding; write row numbers with spaces between, such as 3 1 5.",
                         {word.toStdString()});
    }
    return rows;
}

bool isTruthUnknown(const Objective &objective, int sequence)
{
    return objective.kind == LossKind::crossEntropy && sequence < std::ssize(objective.classes)
        && std::ranges::all_of(objective.classes[static_cast<std::size_t>(sequence)],
                               [](int wanted) { return wanted < 0; });
}

std::optional<QString> typedText(const Input &input, int sequence)
{
    if (const auto *characters = std::get_if<CharacterInput>(&input.source))
        return QString::fromStdString(characters->texts[sequence]);
    const auto *tokens = std::get_if<TokenInput>(&input.source);
    if (!tokens)
        return std::nullopt;
    QStringList rows;
    for (const int row : tokens->sequences[sequence])
        rows.append(QString::number(row));
    return rows.join(' ');
}

} // namespace gatescope
