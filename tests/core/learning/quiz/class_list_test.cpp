// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/quiz/class_list.h"

#include <QTest>

using namespace gatescope;

namespace {

using Names = std::vector<std::string>;

std::string refusal(std::string_view text)
{
    const auto names = studentsIn(text);
    return names ? std::string() : names.error().english();
}

} // namespace

/// A class's list of names, as people have it.
class ClassListTest : public QObject
{
    Q_OBJECT

private slots:
    void aNameOnEachLineIsRead()
    {
        const Names two{"Ada Lovelace", "Bär"};
        QCOMPARE(studentsIn("\xEF\xBB\xBF"
                            "Ada Lovelace\r\n\r\n  Bär \n")
                     .value(),
                 two);
        QCOMPARE(studentsIn("Ada Lovelace\rB\xE4r").value(), two); // as older spreadsheets write it
        QCOMPARE(studentsIn(std::string("\xFF\xFE"
                                        "A\0d\0a\0",
                                        8))
                     .value(),
                 Names{"Ada"});
        QCOMPARE(studentsIn("Lovelace, Ada\n\"Bär, Bruno\"\n\"Al \"\"Scarface\"\" C.\"\n").value(),
                 (Names{"Lovelace, Ada", "Bär, Bruno", "Al \"Scarface\" C."}));
        QCOMPARE(studentsIn("Ada;\nBob;\n").value(), (Names{"Ada", "Bob"})); // a column that is empty
    }

    void aTableSaysInItsFirstLineWhereTheNamesAre()
    {
        const Names two{"Lovelace, Ada", "Bär"};
        QCOMPARE(studentsIn("No,Name,Class\r\n1,\"Lovelace, Ada\",9a\r\n2,Bär,9a\r\n").value(), two);
        QCOMPARE(studentsIn("\xEF\xBB\xBFNr;NAME\r\n1;Lovelace, Ada\r\n\r\n2;Bär").value(), two);
        QCOMPARE(studentsIn("Name\nLovelace, Ada\nBär\n").value(), two);
        const Names joined{"Ada Lovelace", "Bär"};
        QCOMPARE(studentsIn("Last name\tFirst name\nLovelace\tAda\n\tBär\n").value(), joined);
        QCOMPARE(studentsIn("Name;Vorname;E-Mail\nLovelace;Ada;a@b\n;Bär;b@b\n").value(), joined);
        QCOMPARE(studentsIn("First name,Surname,Email address\nAda,Lovelace,a@b\nBär,,b@b\n").value(), joined);
    }

    void whatIsNoListIsRefusedInASentence()
    {
        QVERIFY(refusal("Ada\nBär\nAda\n").find("\"Ada\" stands there twice") != std::string::npos);
        QVERIFY(refusal("1;Ada\n2;Bob\n").find("\"First name\" and \"Last name\"") != std::string::npos);
        QVERIFY(refusal("Name;Class\nAda;9a\n;9a\n").find("line 3") != std::string::npos);
        QVERIFY(refusal("Name;Class\n\"Ada;9a\n").find("quote is never closed") != std::string::npos);
        QVERIFY(!refusal(" \n\n").empty());
        QVERIFY(!refusal("Name\n").empty());
        QVERIFY(!refusal(std::string(200, 'x')).empty());
        QVERIFY(!refusal(std::string("A\0d\0", 4)).empty());
        std::string many;
        for (int i = 0; i <= mostStudents; ++i)
            many += "Student " + std::to_string(i) + "\n";
        QVERIFY(refusal(many).find("501") != std::string::npos);
    }

    void whatIsWrittenIsReadBack()
    {
        const Names names{"Lovelace, Ada", "Al \"Scarface\" C.", "A;B", "Bär", "ends,"};
        QCOMPARE(studentsIn(classListText(names)).value(), names);
    }
};

QTEST_GUILESS_MAIN(ClassListTest)
#include "class_list_test.moc"
