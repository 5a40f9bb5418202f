// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/learn/formula_object.h"

#include <QLabel>
#include <QTextDocument>

namespace gatescope {

/// The text of a card: Markdown whose links name terms of the cell's equations. A term wears the hue of its role, its
/// letter that of mathematics; pointing at one says so. Letters in `code` are mathematics too, and
/// "![formula](formula:blend)" is a formula of its own.
class CardText : public QLabel
{
    Q_OBJECT
public:
    explicit CardText(QWidget *parent = nullptr);

    void setMarkdown(const QString &markdown);
    void setLook(const Theme &theme, double pixels);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Where its lines lie.
    QList<QRectF> lines() const;

signals:
    /// The symbol of the term that the pointer is on; empty: it has left.
    void termPointed(const QString &symbol);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void rebuild();
    void point(const QString &symbol);

    QString m_markdown;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    double m_pixels = 16;
    FormulaObject m_formulas;
    mutable QTextDocument m_document; ///< its width follows who asks
    QString m_pointed;
};

} // namespace gatescope
