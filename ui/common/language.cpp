// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/language.h"

#include "ui/common/translate.h"

#include <QCoreApplication>
#include <QFile>
#include <QXmlStreamReader>

#include <algorithm>

namespace gatescope {

namespace {

/// What a Language answers with its own code.
constexpr const char *codeContext = "gatescope language", *codeSource = "code";
constexpr qint64 largestLanguage = 32 << 20;

QString keyOf(const QString &context, const QString &comment, const QString &source)
{
    return context + QChar(4) + comment + QChar(4) + source;
}

QString pluralIn(const QString &code, const QStringList &forms, int number)
{
    return forms.value(std::min<qsizetype>(pluralForm(code, number), forms.size() - 1));
}

} // namespace

Result<std::unique_ptr<Language>> Language::read(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly) || in.size() > largestLanguage)
        return error("%1: cannot be read as a translation.", {file.toStdString()});
    QXmlStreamReader xml(&in);
    std::unique_ptr<Language> language(new Language);
    if (xml.readNextStartElement() && xml.name() == u"TS")
        language->m_code = xml.attributes().value(QStringLiteral("language")).toString();
    else if (!xml.hasError())
        xml.raiseError(Words::tr("a translation begins with <TS>"));
    if (!xml.hasError() && language->m_code.isEmpty())
        xml.raiseError(Words::tr("<TS> does not say its language"));
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        else if (xml.name() == u"message")
            language->readMessage(xml, context);
        else if (xml.name() != u"context")
            xml.skipCurrentElement();
    }
    if (xml.hasError())
        return error("%1: line %2: %3.",
                     {file.toStdString(), std::to_string(xml.lineNumber()), xml.errorString().toStdString()});
    return language;
}

void Language::readMessage(QXmlStreamReader &xml, const QString &context)
{
    QString source, comment, type;
    QStringList forms;
    while (xml.readNextStartElement()) {
        const auto name = xml.name();
        if (name == u"source") {
            source = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        } else if (name == u"comment") {
            comment = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        } else if (name == u"translation") {
            type = xml.attributes().value(QStringLiteral("type")).toString();
            QString text;
            while (!xml.atEnd() && !(xml.isEndElement() && xml.name() == u"translation")) {
                xml.readNext();
                if (xml.isCharacters())
                    text += xml.text();
                else if (xml.isStartElement() && xml.name() == u"numerusform")
                    forms += xml.readElementText(QXmlStreamReader::IncludeChildElements);
                else if (xml.isStartElement())
                    xml.skipCurrentElement();
            }
            if (forms.isEmpty())
                forms = {text};
        } else {
            xml.skipCurrentElement();
        }
    }
    if (type == u"vanished" || type == u"obsolete")
        return;
    const bool isThere = !forms.isEmpty() && !forms.contains(QString());
    m_missing += !isThere || type == u"unfinished";
    if (!isThere)
        return;
    m_texts.insert(keyOf(context, comment, source), forms);
    if (!m_anywhere.contains(source))
        m_anywhere.insert(source, forms);
}

QString Language::translate(const char *context, const char *source, const char *disambiguation, int n) const
{
    if (qstrcmp(context, codeContext) == 0)
        return m_code;
    const QString text = QString::fromUtf8(source);
    auto found = m_texts.constFind(keyOf(QString::fromUtf8(context), QString::fromUtf8(disambiguation), text));
    if (found == m_texts.constEnd()) {
        found = m_anywhere.constFind(text);
        if (found == m_anywhere.constEnd())
            return {};
    }
    return n < 0 ? found->front() : pluralIn(m_code, *found, n);
}

QString spokenLanguage()
{
    const QString code = QCoreApplication::translate(codeContext, codeSource);
    return code == QLatin1String(codeSource) ? QStringLiteral("en") : code;
}

int pluralForm(const QString &code, int number)
{
    const QString language = code.section(u'_', 0, 0);
    const int ones = number % 10, tens = number / 10 % 10;
    const bool isFew = ones >= 2 && ones <= 4 && tens != 1;
    if (language == u"fr" || code == u"pt_BR")
        return number > 1;
    if (language == u"cs" || language == u"sk")
        return number == 1 ? 0 : number >= 2 && number <= 4 ? 1 : 2;
    if (language == u"pl")
        return number == 1 ? 0 : isFew ? 1 : 2;
    if (language == u"ru" || language == u"uk")
        return ones == 1 && tens != 1 ? 0 : isFew ? 1 : 2;
    return number == 1 ? 0 : 1; // a language of one form has no other to give
}

} // namespace gatescope
