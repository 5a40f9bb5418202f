// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keys_dialog.h"

#include "ui/common/fonts.h"
#include "ui/window/actions.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>

namespace gatescope {

namespace {

constexpr int grid = 8;
constexpr QSize largest(1280, 756); ///< fits a window of 1280 × 800; more rows are reached by scrolling

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
    made->setWordWrap(true);
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
    auto *rows = new QWidget;
    auto *halves = new QHBoxLayout(rows);
    halves->setContentsMargins(4 * grid, 3 * grid, 4 * grid, 3 * grid);
    halves->setSpacing(6 * grid);
    QGridLayout *tables[2];
    for (QGridLayout *&table : tables) {
        table = new QGridLayout;
        table->setHorizontalSpacing(3 * grid);
        table->setVerticalSpacing(grid / 4);
        table->setColumnStretch(0, 5); // what it does, beside its keys
        table->setColumnStretch(1, 3);
        auto *half = new QVBoxLayout;
        half->addLayout(table);
        half->addStretch(1);
        halves->addLayout(half, 1);
    }
    for (const QList<QAction *> &group : inGroups(actions))
        addGroup(tables[0]->rowCount() <= tables[1]->rowCount() ? *tables[0] : *tables[1], group);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(rows);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    const QSize room = largest.boundedTo(screen()->availableSize() - QSize(8, 40)); // with its frame
    resize(room.width(), std::min(room.height(), rows->heightForWidth(room.width())));
    scroll->setFocus();
}

} // namespace gatescope
