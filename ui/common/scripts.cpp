// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/scripts.h"

#include <QRegularExpression>
#include <QStringList>

namespace gatescope {

namespace {

QString inSigns(const QString &typed, QStringView signs)
{
    QString written;
    for (const QChar c : typed)
        written += signs[plainSigns.indexOf(c == u'-' ? QChar(u'−') : c)];
    return written;
}

template<typename Written>
QString replaced(const QString &text, const QRegularExpression &what, Written written)
{
    QString whole;
    qsizetype at = 0;
    for (auto each = what.globalMatch(text); each.hasNext();) {
        const auto match = each.next();
        whole += text.mid(at, match.capturedStart() - at) + written(match);
        at = match.capturedEnd();
    }
    return whole + text.mid(at);
}

} // namespace

QString inScripts(const QString &typed)
{
    static const QRegularExpression shortPower(
        QStringLiteral("(?<![\\w.,])(\\d+(?:[.,]\\d+)?)e([-−]?)\\+?0*(\\d+)(?!\\w|[.,]\\w)"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression power(QStringLiteral("(?<=[\\w)])\\^([-−]?(?:\\d+|[aknt]))(?!\\w|[.,]\\w)"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression step(QStringLiteral("(?<![\\w.])([hxrznc])_(?:\\{(t[-−]1|t)\\}|t(?!\\w))"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    QString text = replaced(typed, shortPower, [](const QRegularExpressionMatch &match) {
        const QString ten = QStringLiteral("10") + inSigns(match.captured(2) + match.captured(3), highSigns);
        return match.captured(1) == QStringLiteral("1") ? ten
                                                        : match.captured(1) + QStringLiteral("\u00a0×\u00a0") + ten;
    });
    static const QRegularExpression percent(QStringLiteral("(?<=\\d) %"));
    text.replace(percent, QStringLiteral("\u00a0%")); // no line ends between the two
    text = replaced(text, power, [](const auto &match) { return inSigns(match.captured(1), highSigns); });
    return replaced(text, step, [](const auto &match) {
        return match.captured(1)
            + inSigns(match.captured(2).isEmpty() ? QStringLiteral("t") : match.captured(2), lowSigns);
    });
}

QString inPlainLetters(const QString &low)
{
    QString written;
    for (const QChar c : low) {
        const auto at = lowSigns.indexOf(c);
        written += at < 0 ? c : plainSigns[at];
    }
    return written;
}

QString inScriptsOfMarkdown(const QString &typed)
{
    QStringList pieces = typed.split('`');
    for (qsizetype i = 0; i < pieces.size(); ++i)
        if (i % 2 == 0 || i + 1 == pieces.size()) // every other one is code, unless nothing ends it
            pieces[i] = inScripts(pieces[i]);
    return pieces.join('`');
}

} // namespace gatescope
