// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/scripts.h"

#include <QTest>

using namespace gatescope;

class ScriptsTest : public QObject
{
    Q_OBJECT
private slots:
    void powersAndStepsAreReadAsTheyAreWrittenByHand_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        const char *rows[][2]{{"left: 10^-4 of it", "left: 10⁻⁴ of it"},
                              {"0,1e-3 also", "0,1\u00a0×\u00a010⁻³ also"},
                              {"kept in 1e-5.pt", "kept in 1e-5.pt"},
                              {"2^0,5", "2^0,5"},
                              {"about 40 % of it", "about 40\u00a0% of it"},
                              {"0.5^10 = 0.001", "0.5¹⁰ = 0.001"},
                              {"z^k is left", "zᵏ is left"},
                              {"1 / (1 + e^−a)", "1 / (1 + e⁻ᵃ)"},
                              {"by 1e-7.", "by 10⁻⁷."},
                              {"RNN 8.38e−14, GRU 7.21e-011", "RNN 8.38\u00a0×\u00a010⁻¹⁴, GRU 7.21\u00a0×\u00a010⁻¹¹"},
                              {"h_t and h_{t-1}", "hₜ and hₜ₋₁"},
                              {"2^(1/3)", "2^(1/3)"},
                              {"4^0.5", "4^0.5"},
                              {"h_n and weight_ih_l0", "h_n and weight_ih_l0"},
                              {"layer_3e5, 0x1e5", "layer_3e5, 0x1e5"}};
        for (const auto &[typed, shown] : rows)
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(shown);
    }
    void powersAndStepsAreReadAsTheyAreWrittenByHand()
    {
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        QCOMPARE(inScripts(typed), shown);
        QCOMPARE(inScripts(shown), shown); // once is enough
    }
    void codeStaysAsItIs()
    {
        QCOMPARE(inScriptsOfMarkdown(QStringLiteral("lr `1e-3`, so 1e-3 and `x_t`")),
                 QStringLiteral("lr `1e-3`, so 10⁻³ and `x_t`"));
        QCOMPARE(inScriptsOfMarkdown(QStringLiteral("` begins no code: 1e-3")),
                 QStringLiteral("` begins no code: 10⁻³"));
    }
};

QTEST_GUILESS_MAIN(ScriptsTest)
#include "scripts_test.moc"
