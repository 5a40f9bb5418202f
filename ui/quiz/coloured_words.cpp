// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/coloured_words.h"

#include "ui/common/fonts.h"
#include "ui/common/scripts.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace gatescope {

namespace {

/// Where the sentence begins that ends at `end`.
qsizetype beginOfSentence(const QString &text, qsizetype end)
{
    static const QRegularExpression boundary(QStringLiteral("[.?!:] (?=[A-Z(\\[\"])"));
    qsizetype begin = 0;
    for (auto each = boundary.globalMatch(text); each.hasNext();)
        if (const auto match = each.next(); match.capturedEnd() <= end && text[match.capturedStart()] != u':')
            begin = match.capturedEnd();
    return begin;
}

/// What stands between code.
QString colouredPiece(const QString &typed, const Theme &theme, bool coloured)
{
    const QString sentence = inScripts(typed);
    static const QRegularExpression letter(QStringLiteral("(?<![\\w.\\]'])(hₜ₋₁|hₜ|xₜ|h′|[xrznhcg])(?![\\w′\\[(])"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression power(QStringLiteral("\\^([−-]?(?:\\d+(?:\\.\\d+)?|[a-z]))"));
    static const QRegularExpression stored(QStringLiteral("(?<![A-Za-ce-z_])([WUb])_(in|hn|ir|hr|iz|hz|r|z|n)\\b"));
    const QString family = mathFont(10).families().constFirst();
    QString rich;
    qsizetype at = 0;
    for (auto each = letter.globalMatch(sentence); each.hasNext();) {
        const auto match = each.next();
        rich += sentence.mid(at, match.capturedStart() - at).toHtmlEscaped();
        const Role role = roleOfLetter(match.captured(1).left(1)).value_or(Role::state); // with or without its step
        const QString hue = coloured ? QStringLiteral("; color:") + theme.of(role).text.name() : QString();
        rich += QStringLiteral("<span style=\"font-family:'%1'; font-style:italic%2\">%3</span>")
                    .arg(family, hue, match.captured(1));
        at = match.capturedEnd();
    }
    rich += sentence.mid(at).toHtmlEscaped();
    const QString letters
        = QStringLiteral("<span style=\"font-family:'%1'; font-style:italic\">\\1</span>").arg(family);
    return rich.replace(stored, letters + QStringLiteral("<sub>\\2</sub>"))
        .replace(power, QStringLiteral("<sup>\\1</sup>"));
}

} // namespace

QString colouredWords(const QString &typed, const Theme &theme, bool coloured)
{
    const QStringList pieces = typed.split('`');
    QString rich;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (i % 2 == 1 && i + 1 < pieces.size())
            rich += QStringLiteral("<code>") + pieces[i].toHtmlEscaped() + QStringLiteral("</code>");
        else // a mark that nothing ends stands as it was typed
            rich += (i % 2 == 1 ? QStringLiteral("`") : QString()) + colouredPiece(pieces[i], theme, coloured);
    }
    return rich;
}

AskedText partsOf(const QString &text)
{
    const qsizetype mark = text.lastIndexOf(u'?');
    const qsizetype end = mark < 0 ? text.size() : mark + 1;
    const qsizetype begin = beginOfSentence(text, end - 1);
    return {text.left(begin).trimmed(), text.mid(begin, end - begin).trimmed(), text.mid(end).trimmed()};
}

AskedText askedText(const Question &question)
{
    const QString text = said(question.text);
    AskedText asked = partsOf(text);
    const QString all = QCoreApplication::translate("gatescope", "Choose all that apply.");
    if (question.kind == QuestionKind::choices && !text.contains(all))
        asked.how = (asked.how + ' ' + all).trimmed();
    return asked;
}

} // namespace gatescope
