// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QObject>
#include <QTextObjectInterface>

class QTextDocument;

namespace gatescope {

/// Formulas within a text, where its Markdown has a picture: "![formula](formula:blend)". They shrink to the text's
/// width.
class FormulaObject : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    using QObject::QObject;

    void setLook(const Theme &theme, double pixels);
    /// Puts formulas into the places of the document's pictures.
    void placeIn(QTextDocument &document);
    /// Whether a text has a formula at this place.
    static bool isFormula(const QTextFormat &format);
    /// The document's text with each formula as one says it.
    static QString inWords(const QTextDocument &document);

    QSizeF intrinsicSize(QTextDocument *document, int at, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &where, QTextDocument *document, int at,
                    const QTextFormat &format) override;

private:
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    double m_pixels = 16;
};

} // namespace gatescope
