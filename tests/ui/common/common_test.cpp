// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/numbers.h"
#include "ui/common/settings.h"
#include "ui/common/theme.h"
#include "ui/common/translate.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <cmath>

using namespace gatescope;

namespace {

/// Knows one sentence, with its places in another order.
class OneSentence : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        const bool known = qstrcmp(context, "gatescope") == 0 && qstrcmp(text, "Expected %1 values, got %2.") == 0;
        return known ? QStringLiteral("%2 Werte statt %1.") : QString();
    }
};

} // namespace

class CommonTest : public QObject
{
    Q_OBJECT
private slots:
    void argumentsAreFilledInOnce();
    void aTranslationMayTurnTheOrderRound();
    void numbersHaveATrueMinusAndNoNegativeZero();
    void countsHaveGapsBetweenTheirThousands();
    void whatDoesNotComeOutAfterRoundingIsNotCalledEqual();
    void aSmallNumberDoesNotReadAsNothing();
    void hugeNumbersStayNarrow();
    void everyThemeIsReadable_data();
    void everyThemeIsReadable();
    void theStyleSheetLeavesNothingUnfilled();
    void theStyleSheetScales();
    void freshSettingsAreDefaults();
    void settingsComeBack();
    void impossibleSettingsAreDefaults();
    void recentFilesAreTheNewestTenWithoutDoubles();
};

void CommonTest::argumentsAreFilledInOnce()
{
    QCOMPARE(said(sentence("File %1: %2 is not %3, %9, 100 %.", {"a%2b", "%1", "c"})),
             QStringLiteral("File a%2b: %1 is not c, %9, 100 %."));
    QCOMPARE(said(sentence("%1", {"Grüße"})), QString::fromUtf8("Grüße"));
}

void CommonTest::aTranslationMayTurnTheOrderRound()
{
    OneSentence translator;
    QCoreApplication::installTranslator(&translator);
    const QString german = said(sentence("Expected %1 values, got %2.", {"3", "4"}));
    QCoreApplication::removeTranslator(&translator);
    QCOMPARE(german, QStringLiteral("4 Werte statt 3."));
}

void CommonTest::numbersHaveATrueMinusAndNoNegativeZero()
{
    QCOMPARE(onStage(-0.914), QString::fromUtf8("−0.91"));
    QCOMPARE(decimals(-0.001, 2), QStringLiteral("0.00"));
    QCOMPARE(onStage(-1e-17), QStringLiteral("0.00")); // what rounding leaves
    QCOMPARE(gradientNumber(-4.91e-5), QString::fromUtf8("−4.9e−5"));
    QCOMPARE(gradientNumber(0), QStringLiteral("0"));
}

void CommonTest::countsHaveGapsBetweenTheirThousands()
{
    QCOMPARE(wholeNumber(0), QStringLiteral("0"));
    QCOMPARE(wholeNumber(999), QStringLiteral("999"));
    QCOMPARE(wholeNumber(1000), QString::fromUtf8("1\u2009000"));
    QCOMPARE(wholeNumber(-13505), QString::fromUtf8("−13\u2009505"));
    QCOMPARE(wholeNumber(9463821), QString::fromUtf8("9\u2009463\u2009821"));
}

void CommonTest::whatDoesNotComeOutAfterRoundingIsNotCalledEqual()
{
    const auto sum = [](double a, double b) { return equalsOnStage(shownOnStage(a) + shownOnStage(b), a + b); };
    QCOMPARE(sum(0.334, 0.214), QString::fromUtf8("≈")); // 0.33 + 0.21, 0.55
    QCOMPARE(sum(0.331, 0.212), QStringLiteral("="));
    QCOMPARE(sum(-0.002, 0.001), QStringLiteral("="));   // −2.0e−3 + 1.0e−3, −1.0e−3
    QCOMPARE(sum(0.3, -0.1 - 0.2), QStringLiteral("=")); // but for rounding
    QCOMPARE(shownOnStage(-0.914), -0.91);
    QCOMPARE(shownOnStage(2.5e7), 2.5e7);
}

void CommonTest::aSmallNumberDoesNotReadAsNothing()
{
    QCOMPARE(onStage(3.14e-4), QString::fromUtf8("3.1e−4"));
    QCOMPARE(onStage(-0.0049), QString::fromUtf8("−4.9e−3"));
    QCOMPARE(onStage(0.0051), QStringLiteral("0.01"));
    QCOMPARE(onStage(0), QStringLiteral("0.00"));
    QCOMPARE(onStageBriefly(-3.14e-4), QString::fromUtf8("−3e−4"));
    QCOMPARE(onStageBriefly(0.31), QStringLiteral("0.31"));
    QCOMPARE(inInspector(-3.14e-5), QString::fromUtf8("−3.1e−5"));
    QCOMPARE(inInspector(0.0001), QStringLiteral("0.0001"));
    QCOMPARE(shownOnStage(-3.14e-4), -3.1e-4);
    for (int exponent = -9; exponent < 0; ++exponent)
        for (const double digits : {1.0, -4.6, 9.96})
            QVERIFY(onStageBriefly(digits * std::pow(10.0, exponent)).size() <= 5); // as "−0.12"
}

void CommonTest::hugeNumbersStayNarrow()
{
    QCOMPARE(inInspector(1e300), QStringLiteral("1.0000e300"));
    QCOMPARE(inInspector(-123456.0), QString::fromUtf8("−1.2346e5"));
    QCOMPARE(inInspector(99999.0), QStringLiteral("99999.0000"));
    QCOMPARE(onStage(1e300), QStringLiteral("1e300"));
    QCOMPARE(onStage(-2.4e7), QString::fromUtf8("−2e7"));
    QCOMPARE(onStage(99999.0), QStringLiteral("99999.00"));
    for (int exponent = 5; exponent <= 308; ++exponent)
        QVERIFY(onStage(-std::pow(10.0, exponent)).size() <= 6);
}

void CommonTest::everyThemeIsReadable_data()
{
    QTest::addColumn<ThemeName>("name");
    for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::contrast})
        QTest::newRow(qPrintable(keyOf(name))) << name;
}

void CommonTest::everyThemeIsReadable()
{
    QFETCH(ThemeName, name);
    QCOMPARE(themeNamed(keyOf(name)), std::optional(name));
    const Theme &shown = theme(name);
    for (const QColor &under : {shown.paper, shown.panel, shown.wash}) {
        QVERIFY(contrastRatio(shown.ink, under) >= 4.5);
        QVERIFY(contrastRatio(shown.ink2, under) >= 4.5);
        for (const RoleColours &role : shown.roles)
            QVERIFY(contrastRatio(role.text, under) >= 4.5);
    }
    QVERIFY(contrastRatio(shown.wire(Role::state), shown.panel) >= 3); // the focus ring
    for (const RoleColours &role : shown.roles)
        for (int percent = 0; percent <= 100; ++percent)
            for (const QColor &hue : {role.hue, shown.negative}) {
                const QColor fill = blended(hue, percent / 100.0, shown.paper);
                QVERIFY(contrastRatio(shown.inkOn(hue, percent / 100.0), fill) >= 4.5);
            }
}

void CommonTest::theStyleSheetLeavesNothingUnfilled()
{
    for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::contrast}) {
        const QString sheet = widgetStyleSheet(theme(name));
        QVERIFY(sheet.contains("QPushButton"));
        const qsizetype rules = sheet.indexOf("*/") + 2; // behind the comment that explains the places
        QVERIFY(!sheet.mid(rules).contains('@'));
        QVERIFY(!QRegularExpression("[0-9]u\\b").match(sheet.mid(rules)).hasMatch());
        QVERIFY(sheet.contains(theme(name).ink.name()));
    }
}

void CommonTest::theStyleSheetScales()
{
    QVERIFY(widgetStyleSheet(theme(ThemeName::light)).contains("border-radius: 8px"));
    QVERIFY(widgetStyleSheet(theme(ThemeName::light), 1.5).contains("border-radius: 12px"));
    QVERIFY(widgetStyleSheet(theme(ThemeName::light), 1.5).contains("border: 1px")); // a hairline stays one
}

void CommonTest::freshSettingsAreDefaults()
{
    const QTemporaryDir folder;
    const Settings settings(folder.filePath("a.ini"));
    QCOMPARE(settings.theme(), ThemeName::light);
    QVERIFY(!settings.hasReducedMotion());
    QVERIFY(settings.recentFiles().isEmpty());
    QVERIFY(settings.windowGeometry().isEmpty());
}

void CommonTest::settingsComeBack()
{
    const QTemporaryDir folder;
    const QByteArray geometry("\0\1,;\"\xff", 6);
    {
        Settings settings(folder.filePath("a.ini"));
        settings.setTheme(ThemeName::contrast);
        settings.setReducedMotion(true);
        settings.addRecentFile("/a, b.gatescope");
        settings.setWindowGeometry(geometry);
    }
    const Settings settings(folder.filePath("a.ini"));
    QCOMPARE(settings.theme(), ThemeName::contrast);
    QVERIFY(settings.hasReducedMotion());
    QCOMPARE(settings.recentFiles(), QStringList{"/a, b.gatescope"});
    QCOMPARE(settings.windowGeometry(), geometry);
}

void CommonTest::impossibleSettingsAreDefaults()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("a.ini"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[General]\ntheme=purple\nreducedMotion=perhaps\nrecentFiles=,,\n\x01=[");
    file.close();
    const Settings settings(file.fileName());
    QCOMPARE(settings.theme(), ThemeName::light);
    QVERIFY(!settings.hasReducedMotion());
    QVERIFY(settings.recentFiles().isEmpty());
}

void CommonTest::recentFilesAreTheNewestTenWithoutDoubles()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath("a.ini"));
    for (int i = 0; i < 15; ++i)
        settings.addRecentFile(QString("/%1").arg(i));
    settings.addRecentFile("/9");
    const QStringList files = settings.recentFiles();
    QCOMPARE(files.size(), 10);
    QCOMPARE(files[0], QString("/9"));
    QCOMPARE(files[1], QString("/14"));
    QCOMPARE(files.count("/9"), 1);
    settings.removeRecentFile("/9");
    QCOMPARE(settings.recentFiles()[0], QString("/14"));
}

QTEST_MAIN(CommonTest)
#include "common_test.moc"
