// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/asking/asked_text.h"

#include "ui/common/translate.h"

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

} // namespace

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
