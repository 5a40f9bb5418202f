// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QHBoxLayout;
class QLabel;
class QString;
class QWidget;

namespace gatescope {

/// Adds a field to a row, quiet words before it, which screen readers say of it too. Returns the label of these words.
QLabel *addLabelled(QHBoxLayout &row, const QString &words, QWidget *field);

} // namespace gatescope
