// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/program_files.h"
#include "core/learning/classroom/nicknames.h"
#include "ui/classroom/addresses.h"
#include "ui/classroom/class_name.h"
#include "ui/classroom/qr_picture.h"
#include "ui/common/languages.h"

#include <QTest>

#include <set>

using namespace gatescope;

/// Names, addresses and the code that leads to them.
class ClassNameTest : public QObject
{
    Q_OBJECT
private slots:
    void aNameIsWhatCanBeSeenOfIt_data();
    void aNameIsWhatCanBeSeenOfIt();
    void namesThatLookAlikeAreAlike();
    void everyLanguageHasItsNicknames();
    void addressesOfAHouseAreNotPublic();
    void thereIsAlwaysAPreview();
    void aCodeIsBlackOnWhiteWithItsQuietZone();
};

namespace {

QString shown(const QString &typed)
{
    const auto name = classNameTyped(typed);
    return name ? QString::fromStdString(name->shown) : QString();
}

} // namespace

void ClassNameTest::aNameIsWhatCanBeSeenOfIt_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    const auto row
        = [](const char *what, const QString &typed, const QString &name) { QTest::newRow(what) << typed << name; };
    row("plain", "Ada", "Ada");
    row("spaces", "  Ada \t Lovelace\n", "Ada Lovelace");
    row("composed", QStringLiteral("Zoe\u0308"), QStringLiteral("Zo\u00eb"));
    row("turned round", QStringLiteral("Ada\u202Egnorw\u2066"), "Adagnorw");
    row("controls", QStringLiteral("A\u0007d\u001b[31ma"), "Ad[31ma");
    row("no width", QStringLiteral("A\u200Bd\u200Da\uFEFF"), "Ada");
    row("markup", "<img src=x onerror=alert(1)>", "<img src=x onerror=alert"); // shown as it is, and cut
    row("other scripts", QStringLiteral("\u0418\u0440\u0438\u043d\u0430 \u674e"),
        QStringLiteral("\u0418\u0440\u0438\u043d\u0430 \u674e"));
    row("24 letters", QString(50, 'x'), QString(24, 'x'));
    row("marks upon marks", QStringLiteral("a") + QString(100, QChar(0x0335)), QStringLiteral("a\u0335\u0335"));
    row("nothing", "   ", {});
    row("unseen alone", QStringLiteral("\u202E\u200B\u3164"), {});
    row("signs alone", "!!!", {});
    row("much too long", QString(100'000, 'x'), QString(24, 'x'));
}

void ClassNameTest::aNameIsWhatCanBeSeenOfIt()
{
    QFETCH(QString, typed);
    QFETCH(QString, name);
    QCOMPARE(shown(typed), name);
}

void ClassNameTest::namesThatLookAlikeAreAlike()
{
    const auto key = [](const QString &typed) { return classNameTyped(typed)->key; };
    QCOMPARE(key("ADA"), key("ada"));
    QCOMPARE(key(QStringLiteral("\uFF21da")), key("Ada")); // wide letters
    QCOMPARE(key(QStringLiteral("A\u200Bda")), key("Ada"));
    QCOMPARE(key(QStringLiteral("STRASSE")), key(QStringLiteral("Stra\u00dfe")));
    QVERIFY(key("Ada") != key("Adam"));
}

void ClassNameTest::everyLanguageHasItsNicknames()
{
    const auto keys = [] {
        std::set<std::string> all;
        for (const ClassName &name : mixedNicknames(1))
            all.insert(name.key);
        return all;
    };
    const auto english = keys();
    QCOMPARE(english.size(), nicknames().size());
    const SpokenLanguage german("de",
                                {QString::fromStdString(resourceFolder().string()) + QStringLiteral("/translations")});
    const auto other = keys();
    QCOMPARE(other.size(), nicknames().size());
    QVERIFY(english != other);
    QVERIFY(mixedNicknames(1) == mixedNicknames(1));
    QVERIFY(mixedNicknames(1) != mixedNicknames(2));
}

void ClassNameTest::addressesOfAHouseAreNotPublic()
{
    for (const char *home :
         {"192.168.1.20", "10.0.0.1", "172.16.0.1", "172.31.255.1", "169.254.3.4", "100.64.0.1", "127.0.0.1"})
        QVERIFY2(!isPublic(QHostAddress(QLatin1String(home))), home);
    for (const char *open : {"8.8.8.8", "172.32.0.1", "100.128.0.1", "192.169.0.1", "11.0.0.1"})
        QVERIFY2(isPublic(QHostAddress(QLatin1String(open))), open);
}

void ClassNameTest::thereIsAlwaysAPreview()
{
    const auto addresses = classAddresses();
    QVERIFY(addresses.back().way == ClassAddress::Way::preview);
    for (const ClassAddress &one : addresses)
        QVERIFY(addressWords(one).startsWith(one.address.toString()));
}

void ClassNameTest::aCodeIsBlackOnWhiteWithItsQuietZone()
{
    const QImage code = qrImage("http://192.168.1.20:8642");
    QVERIFY(code.width() == code.height() && code.width() >= 21 + 2 * qrQuietZone);
    for (int i = 0; i < code.width(); ++i)
        for (int edge = 0; edge < qrQuietZone; ++edge)
            for (const QRgb pixel : {code.pixel(i, edge), code.pixel(edge, i), code.pixel(i, code.height() - 1 - edge),
                                     code.pixel(code.width() - 1 - edge, i)})
                QCOMPARE(pixel, qRgb(255, 255, 255));
    QCOMPARE(code.pixel(qrQuietZone, qrQuietZone), qRgb(0, 0, 0)); // its corner
    QVERIFY(qrImage(QString(10'000, 'x')).isNull());
    QrPicture picture;
    picture.resize(401, 300);
    picture.setText("http://192.168.1.20:8642");
    const QImage drawn = picture.grab().toImage();
    const int module = 300 / code.width();
    const int left = (401 - module * code.width()) / 2, top = (300 - module * code.width()) / 2;
    QVERIFY(qGray(drawn.pixel(left + 2 * module, top + 2 * module)) > 250);
    QVERIFY(qGray(drawn.pixel(left + 4 * module + module / 2, top + 4 * module + module / 2)) < 5);
}

QTEST_MAIN(ClassNameTest)
#include "class_name_test.moc"
