// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/classroom/loopback_phone.h"

#include "ui/classroom/address_bar.h"
#include "ui/classroom/phone_list.h"
#include "ui/classroom/phones_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

using namespace gatescope;

/// How a teacher lets phones in.
class PhonesDialogTest : public QObject
{
    Q_OBJECT
private slots:
    void nothingListensBeforeItIsAskedFor();
    void theAddressStandsThereLargeAndAsACode();
    void closingTheDialogKeepsThePhones();
    void anAddressOfTheInternetHasToBeWantedTwice();
    void namesAreChangedAndTakenOut();
    void whatCannotBeOpenedIsSaid();
    void itSaysOpenlyWhatTravels();
};

namespace {

const std::vector<ClassAddress> &someAddresses()
{
    static const std::vector<ClassAddress> addresses
        = {{QHostAddress("10.255.255.254"), "wlan0", ClassAddress::Way::wireless, false}, // of no network here
           {QHostAddress("8.8.8.8"), "eth0", ClassAddress::Way::wired, true},
           {QHostAddress(QHostAddress::LocalHost), {}, ClassAddress::Way::preview, false}};
    return addresses;
}

struct Desk {
    ClassPhones phones;
    PhonesDialog dialog{phones, someAddresses()};
    QPushButton &turn = dialog.where().turn();
    QTableWidget &table = dialog.list().table();

    Desk()
    {
        dialog.where().addresses().setCurrentIndex(2);
        dialog.show();
    }
    QString words(const char *label) { return dialog.findChild<QLabel *>(QLatin1String(label))->text(); }
};

} // namespace

void PhonesDialogTest::nothingListensBeforeItIsAskedFor()
{
    Desk desk;
    QVERIFY(!desk.phones.isOpen());
    QVERIFY(!desk.words("phonesAddress").contains("http"));
    desk.turn.click();
    QVERIFY(desk.phones.isOpen());
    desk.turn.click();
    QVERIFY(!desk.phones.isOpen());
    QVERIFY(!desk.words("phonesAddress").contains("http"));
}

void PhonesDialogTest::theAddressStandsThereLargeAndAsACode()
{
    Desk desk;
    desk.dialog.resize(1500, 900);
    desk.turn.click();
    auto *address = desk.dialog.findChild<QLabel *>(QStringLiteral("phonesAddress"));
    QCOMPARE(address->text(), desk.phones.address());
    QVERIFY2(address->font().pixelSize() >= 44, qPrintable(QString::number(address->font().pixelSize())));
    QVERIFY(QFontMetrics(address->font()).horizontalAdvance(address->text()) <= address->width());
    const Phones joined = phonesJoining(desk.phones, 3);
    QVERIFY(soon([&] { return desk.table.rowCount() == 3; }));
    QVERIFY2(desk.words("phonesCount").contains("3"), qPrintable(desk.words("phonesCount")));
    QVERIFY(!desk.dialog.findChild<QLabel *>(QStringLiteral("phonesAdvice"))->isVisible()); // they get through
}

void PhonesDialogTest::closingTheDialogKeepsThePhones()
{
    ClassPhones phones;
    QVERIFY(phones.open(loopback, false, 0).ok());
    LoopbackPhone phone(phones, 1);
    QVERIFY(soon([&] { return phone.isIn(); }));
    {
        PhonesDialog dialog(phones, someAddresses());
        QCOMPARE(dialog.list().table().rowCount(), 1);
        dialog.reject();
    }
    QVERIFY(phones.isOpen() && !phone.isClosed);
}

void PhonesDialogTest::anAddressOfTheInternetHasToBeWantedTwice()
{
    Desk desk;
    desk.dialog.where().addresses().setCurrentIndex(1);
    QVERIFY(!desk.turn.isEnabled());
    auto *wanted = desk.dialog.where().findChild<QCheckBox *>();
    QVERIFY(wanted->isVisible());
    wanted->click();
    QVERIFY(desk.turn.isEnabled());
    desk.dialog.where().addresses().setCurrentIndex(2);
    QVERIFY(!wanted->isVisible() && !wanted->isChecked());
}

void PhonesDialogTest::namesAreChangedAndTakenOut()
{
    Desk desk;
    desk.turn.click();
    LoopbackPhone phone(desk.phones, 1), other(desk.phones, 2);
    QVERIFY(soon([&] { return desk.table.rowCount() == 2; }));
    desk.table.item(0, 0)->setText("Ada");
    QVERIFY(soon([&] { return phone.name == "Ada"; }));
    QVERIFY(desk.dialog.message().isEmpty());
    desk.table.item(1, 0)->setText(QStringLiteral("ADA"));
    QVERIFY(!desk.dialog.message().isEmpty());
    QVERIFY(soon([&] { return desk.table.item(1, 0)->text() == other.name; })); // as it was
    QVERIFY(!desk.dialog.list().takeOut().isEnabled());
    desk.table.selectRow(0);
    desk.dialog.list().takeOut().click();
    QVERIFY(soon([&] { return phone.out == "removed"; }));
    QCOMPARE(desk.table.item(0, 1)->text(), QStringLiteral("taken out"));
    desk.dialog.list().takeOut().click();
    QVERIFY(!desk.phones.roster().phone(1)->isRemoved);
}

void PhonesDialogTest::whatCannotBeOpenedIsSaid()
{
    Desk desk;
    desk.dialog.where().addresses().setCurrentIndex(0);
    desk.turn.click();
    QVERIFY(!desk.phones.isOpen());
    QVERIFY2(desk.dialog.message().contains("10.255.255.254"), qPrintable(desk.dialog.message()));
    desk.dialog.where().addresses().setCurrentIndex(2);
    desk.turn.click();
    QVERIFY(desk.dialog.message().isEmpty());
}

void PhonesDialogTest::itSaysOpenlyWhatTravels()
{
    Desk desk;
    QVERIFY(desk.words("phonesPlain").contains("plain HTTP") && desk.words("phonesPlain").contains("nickname"));
    QVERIFY(desk.words("phonesAdvice").contains(QString::number(ClassPhones::usualPort)));
}

QTEST_MAIN(PhonesDialogTest)
#include "phones_dialog_test.moc"
