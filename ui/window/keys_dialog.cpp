// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keys_dialog.h"

#include "ui/common/fonts.h"
#include "ui/window/actions.h"

#include <QGridLayout>
#include <QHBoxLayout>
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

/// A group of actions under its heading.
void addGroup(QGridLayout &table, const QList<QAction *> &actions)
{
    int row = table.rowCount();
    if (table.count() > 0)
        table.setRowMinimumHeight(row++, grid);
    table.addWidget(label(groupOf(*actions.constFirst()), interfaceFont(15, QFont::DemiBold)), row++, 0, 1, 2);
    for (const QAction *action : actions) {
        table.addWidget(label(action->text(), interfaceFont(13)), row, 0);
        table.addWidget(label(keysOf(*action), interfaceFont(13, QFont::DemiBold)), row++, 1);
    }
}

QList<QList<QAction *>> inGroups(const QList<QAction *> &actions)
{
    QList<QList<QAction *>> groups;
    for (QAction *action : actions) {
        if (groups.isEmpty() || groupOf(*groups.constLast().constFirst()) != groupOf(*action))
            groups.append(QList<QAction *>());
        groups.last().append(action);
    }
    return groups;
}

} // namespace

KeysDialog::KeysDialog(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *halves = new QHBoxLayout(this);
    halves->setContentsMargins(4 * grid, 3 * grid, 4 * grid, 3 * grid);
    halves->setSpacing(6 * grid);
    QGridLayout *tables[2];
    for (QGridLayout *&table : tables) {
        table = new QGridLayout;
        table->setHorizontalSpacing(3 * grid);
        table->setVerticalSpacing(0); // all of it fits a window of 1280 × 800
        auto *half = new QVBoxLayout;
        half->addLayout(table);
        half->addStretch(1);
        halves->addLayout(half);
    }
    for (const QList<QAction *> &group : inGroups(actions))
        addGroup(tables[0]->rowCount() <= tables[1]->rowCount() ? *tables[0] : *tables[1], group);
}

} // namespace gatescope
