// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keys_dialog.h"

#include "ui/common/fonts.h"
#include "ui/window/actions.h"

#include <QGridLayout>
#include <QLabel>

namespace gatescope {

namespace {

constexpr int grid = 8;

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &key : action.shortcuts())
        keys.append(key.toString(QKeySequence::NativeText));
    return keys.join(QStringLiteral("   "));
}

QLabel *label(const QString &text, const QFont &font)
{
    auto *made = new QLabel(text);
    made->setFont(font);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

/// A group of actions under its heading, from `row` on; moves `row` behind it.
void addGroup(QGridLayout &table, int column, int &row, const QList<QAction *> &actions)
{
    if (row > 0)
        table.setRowMinimumHeight(row++, grid);
    table.addWidget(label(groupOf(*actions.constFirst()), interfaceFont(15, QFont::DemiBold)), row++, column, 1, 2);
    for (const QAction *action : actions) {
        table.addWidget(label(action->text(), interfaceFont(13)), row, column);
        table.addWidget(label(keysOf(*action), interfaceFont(13, QFont::DemiBold)), row++, column + 1);
    }
}

} // namespace

KeysDialog::KeysDialog(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *table = new QGridLayout(this);
    table->setContentsMargins(4 * grid, 3 * grid, 4 * grid, 3 * grid);
    table->setHorizontalSpacing(3 * grid);
    table->setVerticalSpacing(grid);
    table->setColumnMinimumWidth(2, 2 * grid);
    QList<QList<QAction *>> groups;
    for (QAction *action : actions) {
        if (groups.isEmpty() || groupOf(*groups.constLast().constFirst()) != groupOf(*action))
            groups.append(QList<QAction *>());
        groups.last().append(action);
    }
    // The first group fills the left half; all others share the right one.
    int left = 0;
    int right = 0;
    for (const QList<QAction *> &group : qAsConst(groups)) {
        const bool isFirst = left == 0;
        addGroup(*table, isFirst ? 0 : 3, isFirst ? left : right, group);
    }
    table->setRowStretch(std::max(left, right), 1);
}

} // namespace gatescope
