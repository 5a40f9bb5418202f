// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/typed_index.h"

#include "ui/common/fonts.h"

#include <QLabel>

namespace gatescope {

const QRegularExpression &typedIndex()
{
    static const QRegularExpression typed(
        QStringLiteral("(?<![A-Za-ce-z_])(?:([WUb])_(in|hn|ir|hr|iz|hz|r|z|n)|(u)_(\\d{1,2}))\\b"));
    return typed;
}

QString withLoweredIndices(QString rich)
{
    const QString set
        = QStringLiteral("<span style=\"font-family:'%1'; font-style:italic\">\\1\\3</span><sub>\\2\\4</sub>")
              .arg(mathFont(10).families().constFirst());
    return rich.replace(typedIndex(), set);
}

void showLowered(QLabel &label, const QString &words)
{
    const bool isSet = words.contains(typedIndex());
    label.setAccessibleName(words);
    label.setTextFormat(isSet ? Qt::RichText : Qt::PlainText);
    label.setText(isSet ? withLoweredIndices(words.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"))) : words);
}

} // namespace gatescope
