// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/formula_object.h"

#include "ui/drawing/marks/formula.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int objectType = QTextFormat::UserObject + 1;
constexpr int nameProperty = QTextFormat::UserProperty + 1;
const QString scheme = QStringLiteral("formula:");

std::optional<Formula> formulaOf(const QTextFormat &format)
{
    return Formula::named(format.property(nameProperty).toString());
}

} // namespace

void FormulaObject::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_pixels = pixels;
}

void FormulaObject::placeIn(QTextDocument &document)
{
    document.documentLayout()->registerHandler(objectType, this);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
            const QTextImageFormat picture = fragment.fragment().charFormat().toImageFormat();
            if (!picture.isValid() || !picture.name().startsWith(scheme))
                continue;
            QTextCharFormat formula;
            formula.setObjectType(objectType);
            formula.setProperty(nameProperty, picture.name().mid(scheme.size()));
            QTextCursor cursor(&document);
            cursor.setPosition(fragment.fragment().position());
            cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
            cursor.insertText(QString(QChar::ObjectReplacementCharacter), formula);
            return placeIn(document); // the text has changed under the loop
        }
}

bool FormulaObject::isFormula(const QTextFormat &format)
{
    return format.objectType() == objectType;
}

QString FormulaObject::inWords(const QTextDocument &document)
{
    QString words;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        words += words.isEmpty() ? QString() : QStringLiteral("\n");
        for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
            const auto formula = formulaOf(fragment.fragment().charFormat());
            words += formula ? formula->inWords() + u'.' : fragment.fragment().text();
        }
    }
    return words;
}

QSizeF FormulaObject::intrinsicSize(QTextDocument *document, int, const QTextFormat &format)
{
    const auto formula = formulaOf(format);
    if (!formula)
        return {};
    const QSizeF size = formula->size(m_pixels);
    const double room = document->textWidth() > 0 ? document->textWidth() : size.width();
    return size * std::min(1.0, room / size.width());
}

void FormulaObject::drawObject(QPainter *painter, const QRectF &where, QTextDocument *, int, const QTextFormat &format)
{
    if (const auto formula = formulaOf(format))
        formula->draw(*painter, where, *m_theme);
}

} // namespace gatescope
