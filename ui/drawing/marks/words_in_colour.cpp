// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/marks/words_in_colour.h"

#include "ui/common/fonts.h"
#include "ui/common/scripts.h"
#include "ui/common/typed_index.h"
#include "ui/drawing/marks/marks.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QPainter>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace gatescope {

namespace {

/// What stands between code.
QString colouredPiece(const QString &typed, const Theme &theme, bool coloured)
{
    const QString sentence = inScripts(typed);
    // A letter with its step, its number, or a power behind it: hₜ, r_0, zᵏ.
    static const QRegularExpression letter(
        QStringLiteral("(?<![\\w.\\]'])(h′|[xrznhcg])"
                       "(?:_(\\d{1,2})(?!\\w)|([%1]+)(?!\\w)|(?=[%2])|(?![\\w′\\[(]))")
            .arg(lowSigns, highSigns),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression power(QStringLiteral("\\^([−-]?(?:\\d+(?:\\.\\d+)?|[a-z]))"));
    const QString family = mathFont(10).families().constFirst();
    QString rich;
    qsizetype at = 0;
    for (auto each = letter.globalMatch(sentence); each.hasNext();) {
        const auto match = each.next();
        rich += sentence.mid(at, match.capturedStart() - at).toHtmlEscaped();
        const Role role = roleInWords(match.captured(1).left(1)).value_or(Role::state); // with or without its step
        const QString hue = coloured ? QStringLiteral("; color:") + theme.of(role).text.name() : QString();
        const QString index = match.captured(2) + inPlainLetters(match.captured(3));
        const QString low = index.isEmpty() ? QString() : QStringLiteral("<sub>") + index + QStringLiteral("</sub>");
        rich += QStringLiteral("<span style=\"font-family:'%1'; font-style:italic%2\">%3</span>")
                    .arg(family, hue, match.captured(1) + low);
        at = match.capturedEnd();
    }
    rich += sentence.mid(at).toHtmlEscaped();
    return withLoweredIndices(rich).replace(power, QStringLiteral("<sup>\\1</sup>"));
}

/// Letters of another face and what is lowered make no line higher than the others.
void layOut(QTextDocument &document, const QString &rich, const QFont &font, double width)
{
    document.setDocumentMargin(0);
    document.setDefaultFont(font);
    document.setHtml(rich);
    document.setTextWidth(width);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat lines = block.blockFormat();
        lines.setLineHeight(QFontMetricsF(font).lineSpacing(), QTextBlockFormat::FixedHeight);
        QTextCursor(block).setBlockFormat(lines);
    }
}

} // namespace

QString colouredWords(const QString &typed, const Theme &theme, bool coloured)
{
    const QStringList pieces = typed.split('`');
    QString rich;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (i % 2 == 1 && i + 1 < pieces.size())
            rich += QStringLiteral("<span style=\"font-family:'%1'\">%2</span>")
                        .arg(numberFont(10).families().constFirst(), pieces[i].toHtmlEscaped());
        else // a mark that nothing ends stands as it was typed
            rich += (i % 2 == 1 ? QStringLiteral("`") : QString()) + colouredPiece(pieces[i], theme, coloured);
    }
    return rich;
}

std::optional<Role> roleInWords(const QString &letter)
{
    return letter == u"g" ? Role::candidate : roleOfLetter(letter);
}

QString spokenWords(const QString &sentence)
{
    return inScriptsOfMarkdown(sentence).remove(u'`');
}

double drawWords(QPainter &painter, const QPointF &at, const QString &rich, const QFont &font, const QColor &colour,
                 double width)
{
    QTextDocument document;
    layOut(document, rich, font, width);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, colour);
    painter.save();
    painter.translate(at);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
    return document.size().height();
}

double wordsHeight(const QString &rich, const QFont &font, double width)
{
    QTextDocument document;
    layOut(document, rich, font, width);
    return document.size().height();
}

} // namespace gatescope
