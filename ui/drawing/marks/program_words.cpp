// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/marks/program_words.h"

#include <QRegularExpression>
#include <QStringList>

namespace gatescope {

namespace {

const QRegularExpression &programWords()
{
    static const QRegularExpression words(
        QStringLiteral("(?<![\\w.])("
                       "\\w+, \\(\\w+, \\w+\\) = \\w+\\(\\w+\\)"                    // out, (h, c) = gru(x)
                       "|(?:nn|torch|keras|tf)(?:\\.[A-Za-z]\\w+)+(?:\\([^)]*\\))?" // nn.GRU(4, 8), keras.layers.GRU
                       "|GRU\\((?:\\d|[a-z_]+=)[^)]*\\)"                            // GRU(16, 32)
                       "|(?:[A-Za-z]\\w*\\.)*[A-Za-z]\\w*\\(\\)"                    // h.detach(), eval()
                       "|(?:[a-z]{3,}|[hc]_n)\\[[^\\]]*\\]"                         // output[-1], h_n[0]
                       "|(?:[a-z]{2,}(?:_[a-z0-9]+)+|[a-z]{4,}(?==[TF'\\d]))(?:=(?:True|False|'\\w+'|\\d+(?:\\.\\d+)?))"
                       "?"                                                                // batch_first=True
                       "|\\((?=[^)]*[A-Z])(?:\\d*[A-Z]|\\d+)(?:, (?:\\d*[A-Z]|\\d+))+\\)" // (N, L, I), (3H, I)
                       "|[hc]_n|h_prev|_reverse"
                       ")(?!\\w)"));
    return words;
}

constexpr qsizetype shortOnes = 24;

/// "(4, 7, 5)", "[batch, units]": what stands between the commas has no spaces.
void keepShapesTogether(QString &words)
{
    static const QRegularExpression shape(QStringLiteral("[(\\[](?:[^\\s,()\\[\\]]+, )+[^\\s,()\\[\\]]+[)\\]]"));
    for (auto each = shape.globalMatch(words); each.hasNext();)
        if (const auto match = each.next(); match.capturedLength() <= shortOnes)
            words.replace(match.capturedStart(), match.capturedLength(), match.captured().replace(u' ', QChar::Nbsp));
}

} // namespace

QString keptTogether(const QString &sentence)
{
    QStringList pieces = sentence.split(u'`');
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (i % 2 == 0)
            keepShapesTogether(pieces[i]);
        else if (pieces[i].size() <= shortOnes)
            pieces[i].replace(u' ', QChar::Nbsp);
    }
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
