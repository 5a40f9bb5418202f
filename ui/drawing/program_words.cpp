// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/program_words.h"

#include <QRegularExpression>
#include <QStringList>

namespace gatescope {

namespace {

const QRegularExpression &programWords()
{
    static const QRegularExpression words(QStringLiteral(
        "(?<![\\w.])("
        "\\w+, \\(\\w+, \\w+\\) = \\w+\\(\\w+\\)"             // out, (h, c) = gru(x)
        "|nn\\.[A-Z]\\w+(?:\\([^)]*\\))?"                      // nn.GRU(4, 8)
        "|(?:[a-z]{3,}|[hc]_n)\\[[^\\]]*\\]"                   // output[-1], h_n[0]
        "|(?:[a-z]{2,}(?:_[a-z0-9]+)+|[a-z]{4,}(?==[TF\\d]))(?:=(?:True|False|\\d+(?:\\.\\d+)?))?" // batch_first=True
        "|[hc]_n|_reverse"
        ")(?!\\w)"));
    return words;
}

} // namespace

QString keptTogether(const QString &sentence)
{
    constexpr qsizetype shortOnes = 24;
    QStringList pieces = sentence.split(u'`');
    for (qsizetype i = 1; i < pieces.size(); i += 2)
        if (pieces[i].size() <= shortOnes)
            pieces[i].replace(u' ', QChar::Nbsp);
    return pieces.join(u'`');
}

QString withCode(const QString &sentence)
{
    QStringList pieces = sentence.split(u'`');
    for (qsizetype i = 0; i < pieces.size(); i += 2) // every other piece is code
        pieces[i].replace(programWords(), QStringLiteral("`\\1`"));
    return keptTogether(pieces.join(u'`'));
}

} // namespace gatescope
