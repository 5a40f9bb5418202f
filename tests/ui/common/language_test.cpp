// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/language.h"
#include "ui/common/languages.h"
#include "ui/common/settings.h"
#include "ui/common/translate.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

namespace {

const char *const english = R"(<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="xx" sourcelanguage="en">
<context><name>gatescope</name>
<message><source>update gate</source><translation>UPDATE GATE</translation></message>
<message><source>The %1 of unit %2.</source><translation>%2: %1</translation></message>
<message numerus="yes"><source>%n units</source>
 <translation><numerusform>%n one</numerusform><numerusform>%n many</numerusform></translation></message>
<message><source>Open</source><translation type="unfinished"></translation></message>
<message><source>Close</source><translation type="vanished">GONE</translation></message>
</context>
<context><name>gatescope::RunBar</name>
<message><source>Run</source><translation>RUN</translation></message>
<message><source>Run</source><comment>noun</comment><translation>THE RUN</translation></message>
</context>
</TS>)";

} // namespace

class LanguageTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder, m_own;

    QString write(const QTemporaryDir &folder, const QByteArray &text)
    {
        QFile file(folder.filePath("gatescope_xx.ts"));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("The test cannot write its files.");
        file.write(text);
        return file.fileName();
    }

private slots:
    void aFileOfATranslatorIsReadAsItIs()
    {
        const auto language = Language::read(write(m_folder, english));
        QVERIFY2(language.ok(), language ? "" : language.error().english().c_str());
        const Language &read = **language;
        QCOMPARE(read.code(), "xx");
        QCOMPARE(read.missing(), 1);
        QCOMPARE(read.translate("gatescope", "update gate"), "UPDATE GATE");
        QCOMPARE(read.translate("gatescope::RunBar", "Run", "noun"), "THE RUN");
        QCOMPARE(read.translate("gatescope::Other", "Run"), "RUN");
        QVERIFY(read.translate("gatescope", "Open").isNull());
        QVERIFY(read.translate("gatescope", "Close").isNull());
    }

    void whatIsNoTranslationIsRefusedWithItsLine()
    {
        for (const QByteArray &text : {QByteArray("<TS language=\"xx\">\n<context>\n<name>a"), QByteArray("<html/>"),
                                       QByteArray("<TS version=\"2.1\"></TS>"), QByteArray()}) {
            const auto language = Language::read(write(m_folder, text));
            QVERIFY(!language);
            QVERIFY2(language.error().english().find("line ") != std::string::npos, language.error().english().c_str());
        }
        QVERIFY(!Language::read(m_folder.filePath("none.ts")));
    }

    void numbersTakeTheirPluralForm()
    {
        QCOMPARE(pluralForm("de", 1), 0);
        QCOMPARE(pluralForm("de", 0), 1);
        QCOMPARE(pluralForm("fr", 0), 0);
        QCOMPARE(pluralForm("pl", 3), 1);
        QCOMPARE(pluralForm("pl", 13), 2);
        QCOMPARE(pluralForm("ru", 21), 0);
        write(m_folder, english);
        const SpokenLanguage spoken("xx", {m_folder.path()});
        QCOMPARE(QCoreApplication::translate("gatescope", "%n units", nullptr, 1), "1 one");
        QCOMPARE(QCoreApplication::translate("gatescope", "%n units", nullptr, 7), "7 many");
    }

    void aSentenceOfTheEngineIsSaidWithItsMarkedWords()
    {
        write(m_folder, english);
        const Sentence sentence{"The %1 of unit %2.", {worded("update gate"), "update gate"}};
        QCOMPARE(sentence.english(), std::string("The update gate of unit update gate."));
        QCOMPARE(spokenLanguage(), "en");
        const SpokenLanguage spoken("xx", {m_folder.path()});
        QCOMPARE(spokenLanguage(), "xx");
        QCOMPARE(said(sentence), "update gate: UPDATE GATE"); // a name or letter of the data stays what it is
    }

    void aSentenceWithinASentenceIsSaidTooWithItsOwnWords()
    {
        write(m_folder, english);
        const Sentence inner{"The %1 of unit %2.", {worded("update gate"), "7:%1\x1f"}};
        const Sentence outer{"%1 (%2)", {joined({inner, worded("Close")}, " → "), "plain"}};
        QCOMPARE(outer.english(), std::string("The update gate of unit 7:%1\x1f. → Close (plain)"));
        const SpokenLanguage spoken("xx", {m_folder.path()});
        QCOMPARE(said(outer), QStringLiteral("7:%1\x1f: UPDATE GATE → Close (plain)"));
    }

    void ownTextsWinAndTheLanguageEndsWithItsObject()
    {
        write(m_folder, english);
        write(m_own,
              "<TS language=\"xx\"><context><name>gatescope</name><message><source>update gate</source>"
              "<translation>MINE</translation></message></context></TS>");
        {
            const SpokenLanguage spoken("xx", {m_folder.path(), m_own.path()});
            QCOMPARE(translated("update gate"), "MINE");
            QCOMPARE(QCoreApplication::translate("gatescope::RunBar", "Run"), "RUN");
        }
        QCOMPARE(translated("update gate"), "update gate");
        QCOMPARE(spokenLanguage(), "en");
    }

    void theChoiceIsRememberedAndTheSystemsTakenOnlyWhole()
    {
        Settings settings(m_own.filePath("settings.ini"));
        QCOMPARE(firstLanguage(settings, {"de-DE", "de", "en"}), missingTexts("de") == 0 ? "de" : "en");
        QCOMPARE(firstLanguage(settings, {"tlh"}), "en");
        settings.setLanguage("en");
        QCOMPARE(firstLanguage(settings, {"de"}), "en");
        QCOMPARE(Settings(m_own.filePath("settings.ini")).language(), "en");
    }

    void germanIsOfferedByItsOwnName()
    {
        QStringList names;
        for (const OfferedLanguage &language : offeredLanguages())
            names += language.name;
        QVERIFY(names.contains("English") && names.contains("Deutsch"));
    }
};

QTEST_MAIN(LanguageTest)
#include "language_test.moc"
