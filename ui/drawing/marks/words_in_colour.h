// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QFont>
#include <QString>

#include <optional>

class QPainter;
class QPointF;

namespace gatescope {

/// A sentence of a question as rich text: the letters of a step (x, r, z, n, h, h′) in the face and colour that they
/// have everywhere, weights and biases with their index, powers raised, and `code` in the face of the numbers. All else
/// stays as it is. Not `coloured`: in the face alone, as what is quiet has it.
QString colouredWords(const QString &sentence, const Theme &theme, bool coloured = true);

/// The role whose hue a letter wears in words: there g is an LSTM's candidate, which charts have as a gradient.
std::optional<Role> roleInWords(const QString &letter);

/// The same as screen readers say it.
QString spokenWords(const QString &sentence);

/// Such rich text in lines of this width, each as high as one of the font alone; the upper left corner is at `at`.
/// Returns its height.
double drawWords(QPainter &painter, const QPointF &at, const QString &rich, const QFont &font, const QColor &colour,
                 double width);
double wordsHeight(const QString &rich, const QFont &font, double width);

} // namespace gatescope
