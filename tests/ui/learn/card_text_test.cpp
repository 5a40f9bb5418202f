// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/drawn_texts.h"
#include "ui/learn/card_text.h"

#include "core/base/program_files.h"
#include "core/learning/lessons/lesson.h"
#include "ui/drawing/marks/formula.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/marks/words_in_colour.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>

using namespace gatescope;

namespace {

/// What the text draws in a page of 900 pixels.
std::vector<DrawnText> textsOf(CardText &text)
{
    text.resize(900, text.heightForWidth(900));
    TextRecorder recorder(text.size());
    text.render(&recorder);
    return recorder.texts();
}

} // namespace

class CardTextTest : public QObject
{
    Q_OBJECT
private slots:
    void aFormulaWearsTheHuesOfItsLettersInEveryThemeAndIsReadOut()
    {
        for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::contrast}) {
            CardText text;
            text.setLook(theme(name), 20);
            text.setMarkdown("The blend:\n\n![formula](formula:blend)\n\nA [gate z](z) decides.");
            QCOMPARE(text.text(),
                     QStringLiteral("The blend:\nh t is 1 minus z, unit by unit times n, plus z, unit by "
                                    "unit times h t minus 1.\nA gate z decides."));
            text.resize(500, text.heightForWidth(500));
            const QImage picture = text.grab().toImage();
            std::set<QRgb> seen;
            for (int y = 40; y < 90; ++y) // without the line of words under it
                for (int x = 0; x < picture.width(); ++x)
                    seen.insert(picture.pixel(x, y));
            for (const Role role : {Role::state, Role::keeps, Role::candidate})
                QVERIFY2(seen.contains(theme(name).of(role).text.rgb()), qPrintable(keyOf(name)));
            QVERIFY(seen.contains(theme(name).ink.rgb()));
        }
    }

    void weightsHaveTheirIndexLoweredButInCode()
    {
        CardText text;
        text.setMarkdown("Here **U_n** reads r, b_hn too, and the [six W_r, W_z](x) are one; in code `b_z` stays.");
        QCOMPARE(text.text(),
                 QStringLiteral("Here U_n reads r, b_hn too, and the six W_r, W_z are one; in code b_z stays."));
        QString words;
        std::map<QString, double> size;
        for (const DrawnText &drawn : textsOf(text)) {
            words += drawn.text + '|';
            size[drawn.text.trimmed()] = drawn.pixels;
        }
        QCOMPARE(words.count('_'), 1);
        QVERIFY2(words.contains("b_z") && size.contains("hn") && size.contains("U"), qPrintable(words));
        QVERIFY(size["hn"] < size["b"]);
    }

    /// No sign that is low by itself is drawn: each face has it at another height, and most have none.
    void stepsAreLoweredInTheFaceOfTheirLetter()
    {
        CardText text;
        text.setMarkdown("`hₜ = (1−z)⊙hₜ₋₁ + U_n x`; x₀ and log₂ of W_z.");
        QCOMPARE(text.text(), QStringLiteral("hₜ = (1−z)⊙hₜ₋₁ + U_n x; x₀ and log₂ of W_z."));
        std::map<QString, double> size;
        for (const DrawnText &drawn : textsOf(text)) {
            QVERIFY2(!drawn.text.contains(QRegularExpression("[₀₂₋ₜ_]")), qPrintable(drawn.text));
            size[drawn.text.trimmed()] = drawn.pixels;
        }
        for (const char *index : {"t", "t−1", "n", "0", "2", "z"}) {
            QVERIFY2(size.contains(index), index);
            QVERIFY(size[index] < 0.75 * size["h"]);
        }
        const QString rich = colouredWords("W_z hₜ₋₁ and log₂ of x₀", theme(ThemeName::light));
        QVERIFY(!rich.contains(QRegularExpression("[₀₂₋ₜ]")));
        QCOMPARE(rich.count("<sub>"), 4);
        QVERIFY(rich.contains("h<sub>t−1</sub></span>") && rich.contains("W<sub>z</sub></span>"));
    }

    /// In words g is an LSTM's candidate and no gradient.
    void anLstmsCandidateWearsTheCandidatesHue()
    {
        for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::contrast}) {
            const QRgb candidate = theme(name).of(Role::candidate).text.rgb();
            const QRgb gradient = theme(name).of(Role::gradient).text.rgb();
            CardText text;
            text.setLook(theme(name), 40);
            text.setMarkdown("[candidate g](g) and `i⊙g`");
            text.resize(900, text.heightForWidth(900));
            const QImage picture = text.grab().toImage();
            std::set<QRgb> seen;
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 0; x < picture.width(); ++x)
                    seen.insert(picture.pixel(x, y));
            QVERIFY(seen.contains(candidate) && !seen.contains(gradient));
            const QString rich = colouredWords("c = f⊙c + i⊙g", theme(name));
            QVERIFY(rich.contains(QColor(candidate).name()) && !rich.contains(QColor(gradient).name()));
        }
    }

    void aWideFormulaShrinksToTheCard()
    {
        CardText text;
        text.setMarkdown("![formula](formula:candidate)");
        const int wide = text.heightForWidth(600), narrow = text.heightForWidth(150);
        QVERIFY(narrow < wide);
    }

    /// Of the formulas that come with the program each is drawn by some card, and every letter in it has a hue or ink.
    void everyFormulaIsShownSomewhere()
    {
        std::string all;
        for (const Lesson &lesson : readLessonFolder(resourceFolder()).lessons)
            for (const LessonCard &card : lesson.cards)
                all += card.text + card.after;
        const QStringList files = QDir(GATESCOPE_SOURCE_DIR "/resources/formulas").entryList({"*.svg"});
        QVERIFY(files.size() >= 8);
        for (const QString &file : files) {
            const QString name = file.chopped(4);
            QVERIFY2(all.find("](formula:" + name.toStdString() + ")") != std::string::npos, qPrintable(name));
            const auto formula = Formula::named(name);
            QVERIFY2(formula && !formula->inWords().isEmpty() && formula->size(10).width() > 20, qPrintable(name));
        }
        QVERIFY(!Formula::named("nothing"));
    }

    void termsWearTheHueOfTheirRole()
    {
        CardText text;
        text.setLook(theme(ThemeName::light), 16);
        text.setMarkdown("The [update gate z](z) and `h′ = (1−z)∘n + z∘h`.");
        QCOMPARE(text.text(), QStringLiteral("The update gate z and h′ = (1−z)∘n + z∘h."));
        QCOMPARE(roleOfLetter("h_new"), std::optional(Role::state));
        QVERIFY(!roleOfLetter("W"));
        text.resize(300, text.heightForWidth(300));
        const QImage picture = text.grab().toImage();
        const QRgb orange = theme(ThemeName::light).of(Role::keeps).text.rgb();
        bool found = false;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                found = found || picture.pixel(x, y) == orange;
        QVERIFY(found);
    }
};

QTEST_MAIN(CardTextTest)
#include "card_text_test.moc"
