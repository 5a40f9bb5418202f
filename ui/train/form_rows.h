// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/train_look.h"

#include <QList>
#include <QString>

#include <string_view>

class QHBoxLayout;
class QLabel;
class QSpacerItem;
class QVBoxLayout;
class QWidget;

namespace gatescope {

/// How a form stands: headings, and under them rows of words at the left and a field at the right. Tab goes through the
/// fields from top to bottom.
class FormRows
{
public:
    explicit FormRows(QWidget &form);

    QVBoxLayout &column() { return *m_column; }
    void addHeading(const QString &text);
    /// `help` says in a sentence what the field does.
    void addRow(const QString &words, QWidget *field, const QString &help);
    /// The same for a field that has much to say.
    void addWideRow(const QString &words, QWidget *field, const QString &help);
    void showRow(const QWidget *field, bool shown);

    void setLook(const TrainLook &look);

private:
    void add(const QString &words, QWidget *field, const QString &help, int stretch);

    QWidget &m_form;
    QVBoxLayout *m_column;
    QList<QLabel *> m_headings, m_words;
    QList<QHBoxLayout *> m_lines;
    QList<QSpacerItem *> m_above, m_below; ///< a heading; none above the first
    QWidget *m_last = nullptr;             ///< the field that Tab reached last
};

} // namespace gatescope
