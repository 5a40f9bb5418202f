// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/card_text.h"

#include "ui/common/fonts.h"
#include "ui/common/scripts.h"
#include "ui/common/typed_index.h"
#include "ui/drawing/marks/program_words.h"
#include "ui/drawing/marks/words_in_colour.h"

#include <QAbstractTextDocumentLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextLayout>

#include <cmath>

namespace gatescope {

namespace {

constexpr double mathScale = 1.16;                           ///< STIX looks smaller than Inter
constexpr double formulaScale = 1.3;                         ///< of one that stands alone
constexpr int isSetProperty = QTextFormat::UserProperty + 2; ///< in the face of mathematics, in its hue

struct Stretch {
    int begin, length;
    QTextCharFormat format;
};

QList<Stretch> spansOf(const QTextDocument &document)
{
    QList<Stretch> spans;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment)
            spans.append(
                {fragment.fragment().position(), fragment.fragment().length(), fragment.fragment().charFormat()});
    return spans;
}

void set(QTextDocument &document, int begin, int length, const QTextCharFormat &format)
{
    QTextCursor cursor(&document);
    cursor.setPosition(begin);
    cursor.setPosition(begin + length, QTextCursor::KeepAnchor);
    cursor.mergeCharFormat(format);
}

QTextCharFormat mathFormat(double pixels, const std::optional<Role> &role, const Theme &theme, bool italic = true)
{
    QTextCharFormat format;
    format.setFont(mathFont(pixels * mathScale, italic));
    format.setFontFixedPitch(false);
    format.setProperty(isSetProperty, true);
    if (role)
        format.setForeground(theme.of(*role).text);
    return format;
}

/// Names, shapes and numbers of a program, as against a formula: "output[-1]", "(4, 7, 3)", "detach", "3e−3". A formula
/// has letters, and of names those of functions alone; a product unit by unit stands in no program.
bool isProgram(const QString &words)
{
    static const QRegularExpression name(
        QStringLiteral("(?<![A-Za-z])(?!(?:tanh|log|exp|max|min)(?![A-Za-z]))[A-Za-z]{3,}"));
    static const QRegularExpression number(QStringLiteral("^[\\d.]+e[−-]?\\d+$")); // "3e−3", as in cells
    if (words.contains(u'⊙'))
        return false;
    return words.contains(number) || words.startsWith('(') || words.startsWith('"') || words.contains('_')
        || words.contains('[') || words.contains(u"h, c"_qs) || words.contains(name);
}

/// A letter that stands for itself: the small t of a state's step is none.
bool isLetter(QChar c)
{
    return c.isLetter() && c.category() != QChar::Letter_Modifier;
}

/// "W_n", or "hₜ₋₁": the index is lowered as on the stage, in one face with its letter. Code has the face of numbers
/// and stays as it is.
void lowerIndices(QTextDocument &document, double pixels)
{
    const QRegularExpression &indexed = indexedLetters();
    for (QTextCursor found = document.find(indexed); !found.isNull(); found = document.find(indexed, found)) {
        if (found.charFormat().fontFixedPitch())
            continue;
        const auto [letter, index] = indexedLetter(indexed.match(found.selectedText()));
        QTextCursor first(&document);
        first.setPosition(found.selectionStart() + 1); // its format is that of the sign before it
        QTextCharFormat high = first.charFormat();
        if (!letter.isEmpty() && !high.boolProperty(isSetProperty))
            high.setFont(mathFont(pixels * mathScale));
        QTextCharFormat low = high;
        low.setVerticalAlignment(QTextCharFormat::AlignSubScript);
        found.insertText(letter, high);
        found.insertText(index, low);
    }
}

bool hasFormula(const QTextBlock &block)
{
    for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment)
        if (FormulaObject::isFormula(fragment.fragment().charFormat()))
            return true;
    return false;
}

/// "update gate z" ends in a letter of its own.
int lengthOfLetter(const QString &words)
{
    const int last = int(words.size() - words.lastIndexOf(' ') - 1);
    return last <= 2 && words.back().isLetter() ? last : 0;
}

} // namespace

CardText::CardText(QWidget *parent) : QLabel(parent)
{
    setMouseTracking(true);
    m_document.setDocumentMargin(0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CardText::setMarkdown(const QString &markdown)
{
    m_markdown = markdown;
    rebuild();
}

void CardText::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_pixels = pixels;
    rebuild();
}

void CardText::rebuild()
{
    m_document.setDefaultFont(interfaceFont(m_pixels));
    m_document.setMarkdown(keptTogether(inScriptsOfMarkdown(m_markdown)), QTextDocument::MarkdownNoHTML);
    m_formulas.setLook(*m_theme, formulaScale * m_pixels);
    m_formulas.placeIn(m_document);
    setText(FormulaObject::inWords(m_document).replace(QChar::Nbsp, u' ')); // what screen readers say
    for (const Stretch &span : spansOf(m_document)) {
        const QString words = m_document.toPlainText().mid(span.begin, span.length);
        if (span.format.isAnchor()) {
            const auto role = roleInWords(span.format.anchorHref());
            QTextCharFormat term;
            term.setFontWeight(QFont::DemiBold);
            term.setFontUnderline(false);
            term.setForeground(role ? m_theme->of(*role).text : m_theme->ink);
            set(m_document, span.begin, span.length, term);
            if (const int letter = lengthOfLetter(words))
                set(m_document, span.begin + span.length - letter, letter, mathFormat(m_pixels, role, *m_theme));
        } else if (span.format.fontFixedPitch() && isProgram(words)) {
            QTextCharFormat program;
            program.setFont(numberFont(0.93 * m_pixels));
            program.setFontFixedPitch(true);
            set(m_document, span.begin, span.length, program);
        } else if (span.format.fontFixedPitch()) {
            // A formula: each letter in its role's hue, signs upright.
            set(m_document, span.begin, span.length, mathFormat(m_pixels, {}, *m_theme, false));
            for (int i = 0; i < words.size(); ++i) {
                const bool alone
                    = (i == 0 || !isLetter(words[i - 1])) && (i + 1 == words.size() || !isLetter(words[i + 1]));
                if (alone && isLetter(words[i]))
                    set(m_document, span.begin + i, 1, mathFormat(m_pixels, roleInWords(words[i]), *m_theme));
            }
        } else if (span.format.fontWeight() >= QFont::Bold) {
            QTextCharFormat strong;
            strong.setFontWeight(QFont::DemiBold);
            set(m_document, span.begin, span.length, strong);
        }
    }
    lowerIndices(m_document, m_pixels);
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat lines = block.blockFormat();
        if (hasFormula(block))
            lines.setLineHeight(0, QTextBlockFormat::SingleHeight); // as high as it is
        else
            lines.setLineHeight(std::round(1.6 * m_pixels), QTextBlockFormat::FixedHeight);
        lines.setTopMargin(hasFormula(block) ? 0.2 * m_pixels : 0);
        lines.setBottomMargin(block.next().isValid() ? 0.6 * m_pixels : 0);
        QTextCursor(block).setBlockFormat(lines);
    }
    updateGeometry();
    update();
}

int CardText::heightForWidth(int width) const
{
    m_document.setTextWidth(width);
    return int(std::ceil(m_document.size().height()));
}

QSize CardText::sizeHint() const
{
    const int wide = width() > 40 ? width() : 320;
    return {wide, heightForWidth(wide)};
}

QSize CardText::minimumSizeHint() const
{
    return {120, int(1.6 * m_pixels)};
}

QList<QRectF> CardText::lines() const
{
    m_document.setTextWidth(width());
    QList<QRectF> lines;
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        const QTextLayout &laidOut = *block.layout();
        for (int line = 0; line < laidOut.lineCount(); ++line)
            lines.append(laidOut.lineAt(line).rect().translated(laidOut.position()));
    }
    return lines;
}

void CardText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_document.setTextWidth(width());
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, m_theme->ink);
    m_document.documentLayout()->draw(&painter, context);
}

void CardText::point(const QString &symbol)
{
    if (symbol == m_pointed)
        return;
    m_pointed = symbol;
    setCursor(symbol.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    emit termPointed(symbol);
}

void CardText::mouseMoveEvent(QMouseEvent *event)
{
    point(m_document.documentLayout()->anchorAt(event->position()));
}

void CardText::leaveEvent(QEvent *)
{
    point({});
}

} // namespace gatescope
