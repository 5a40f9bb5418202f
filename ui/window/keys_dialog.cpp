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

} // namespace

KeysDialog::KeysDialog(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *table = new QGridLayout(this);
    table->setContentsMargins(4 * grid, 3 * grid, 4 * grid, 3 * grid);
    table->setHorizontalSpacing(4 * grid);
    table->setVerticalSpacing(grid);
    QString group;
    int row = 0;
    for (const QAction *action : actions) {
        if (groupOf(*action) != group) {
            group = groupOf(*action);
            if (row > 0)
                table->setRowMinimumHeight(row++, grid);
            table->addWidget(label(group, interfaceFont(15, QFont::DemiBold)), row++, 0, 1, 2);
        }
        table->addWidget(label(action->text(), interfaceFont(14)), row, 0);
        table->addWidget(label(keysOf(*action), numberFont(13)), row++, 1);
    }
}

} // namespace gatescope
