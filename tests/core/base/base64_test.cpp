// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/base64.h"

#include <QTest>

using namespace gatescope;

class Base64Test : public QObject
{
    Q_OBJECT

private slots:
    void writesWhatTheRfcGives_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<std::string>("text");
        const std::pair<const char *, const char *> rows[]{{"", ""},
                                                           {"f", "Zg=="},
                                                           {"fo", "Zm8="},
                                                           {"foo", "Zm9v"},
                                                           {"foob", "Zm9vYg=="},
                                                           {"fooba", "Zm9vYmE="},
                                                           {"foobar", "Zm9vYmFy"}};
        for (const auto &[bytes, text] : rows)
            QTest::newRow(bytes) << std::string(bytes) << std::string(text);
    }
    void writesWhatTheRfcGives()
    {
        QFETCH(std::string, bytes);
        QFETCH(std::string, text);
        QCOMPARE(toBase64(bytes), text);
        QCOMPARE(fromBase64(text).value(), bytes);
    }

    void everyByteSurvivesAtEveryPlace()
    {
        for (int length = 1; length <= 4; ++length) {
            for (int byte = 0; byte < 256; ++byte) {
                std::string bytes(static_cast<std::size_t>(length), '\x5A');
                bytes.back() = static_cast<char>(byte);
                QCOMPARE(fromBase64(toBase64(bytes)).value(), bytes);
            }
        }
    }

    void refusesWithThePlace_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("says");
        QTest::newRow("length") << std::string("Zm9vY") << std::string("groups of 4 characters; here are 5");
        QTest::newRow("alphabet") << std::string("Zm9*YmFy") << std::string("place 3");
        QTest::newRow("space") << std::string("Zm9v Zm9") << std::string("place 4");
        QTest::newRow("padding in the middle") << std::string("Zg==Zm9v") << std::string("place 2");
        QTest::newRow("three paddings") << std::string("Z===") << std::string("place 1");
        QTest::newRow("only padding") << std::string("====") << std::string("place 0");
        QTest::newRow("bits left over") << std::string("Zh==") << std::string("place 1");
        QTest::newRow("high byte") << std::string("Zm9\xFF") << std::string("place 3");
    }
    void refusesWithThePlace()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, says);
        const Result<std::string> bytes = fromBase64(text);
        QVERIFY(!bytes);
        QVERIFY2(bytes.error().english().find(says) != std::string::npos, bytes.error().english().c_str());
    }
};

QTEST_GUILESS_MAIN(Base64Test)
#include "base64_test.moc"
