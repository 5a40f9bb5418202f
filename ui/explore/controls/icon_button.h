// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QByteArray>

namespace gatescope {

/// A signal of the transport.
enum class Icon { toStart, stepBack, partBack, play, pause, partOn, stepOn, toEnd };

/// Paints an icon into a square, mirrored when the computation runs to the left.
void drawIcon(QPainter &painter, const QRectF &where, Icon icon, const QColor &colour, bool mirrored = false);

/// Whether a control should show that it has the focus: it has it, and came to it by keyboard.
bool showsFocus(const QWidget &widget);

/// A button that is an icon; `round` is filled with ink.
class IconButton : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Shape { plain, round };

    explicit IconButton(Icon icon, Shape shape = Shape::plain, QWidget *parent = nullptr);

    void setIcon(Icon icon);
    void setMirrored(bool mirrored);
    void setTheme(const Theme &theme);
    /// Name for screen readers, and with the key that does the same for the tool tip.
    void setWords(const QString &name, const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Icon m_icon;
    Shape m_shape;
    bool m_mirrored = false;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
};

} // namespace gatescope
