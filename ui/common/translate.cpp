// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/translate.h"

#include <QCoreApplication>
#include <QTextDocument>

namespace gatescope {

namespace {

/// In one pass, so that a "%2" inside an argument stays what it is.
QString filled(const QString &text, const std::vector<Argument> &arguments)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPlace = text[i] == u'%' && i + 1 < text.size() && text[i + 1] >= u'1' && text[i + 1] <= u'9';
        const std::size_t argument
            = isPlace ? static_cast<std::size_t>(text[i + 1].unicode() - u'1') : arguments.size();
        if (argument < arguments.size()) {
            const Argument &given = arguments[argument];
            result += given.sentence() ? said(*given.sentence()) : written(given.written());
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

} // namespace

QString said(const Sentence &sentence)
{
    return filled(translated(sentence.text), sentence.arguments);
}

QString translated(std::string_view text)
{
    return QCoreApplication::translate("gatescope", std::string(text).c_str());
}

QString written(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString asToolTip(const QString &words)
{
    return Qt::mightBeRichText(words) ? words.toHtmlEscaped().replace(u'\n', u"<br>"_qs) : words;
}

} // namespace gatescope
