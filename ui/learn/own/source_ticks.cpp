// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/own/source_ticks.h"

#include "ui/common/translate.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr int sourceRows = 4; ///< that are seen at once

QString authorsOf(const Source &source)
{
    const QString who = QString::fromStdString(source.who);
    return source.year > 0 ? QStringLiteral("%1, %2").arg(who).arg(source.year) : who;
}

} // namespace

SourceTicks::SourceTicks(const std::vector<Source> &sources, QWidget *parent)
    : QListWidget(parent), m_known(int(sources.size()))
{
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const Source &source : sources)
        addRow(QStringLiteral("%1 (%2)").arg(QString::fromStdString(source.title), authorsOf(source)),
               said(source.says), source.id);
    setFixedHeight(sourceRows * rowHeight() + 2 * frameWidth());
    connect(this, &QListWidget::itemChanged, this, &SourceTicks::edited);
}

int SourceTicks::rowHeight() const
{
    return fontMetrics().lineSpacing() + 8;
}

void SourceTicks::addRow(const QString &words, const QString &tip, const std::string &id)
{
    auto *row = new QListWidgetItem(words, this);
    row->setToolTip(asToolTip(tip));
    row->setSizeHint({0, rowHeight()}); // as wide as the list
    row->setData(Qt::UserRole, QString::fromStdString(id));
    row->setFlags(row->flags() | Qt::ItemIsUserCheckable);
    row->setCheckState(Qt::Unchecked);
}

void SourceTicks::setIds(const std::vector<std::string> &ids)
{
    const QSignalBlocker quiet(this);
    m_base = ids;
    while (count() > m_known)
        delete takeItem(m_known);
    for (int row = 0; row < count(); ++row)
        item(row)->setCheckState(Qt::Unchecked);
    for (const std::string &id : ids) {
        int row = 0;
        while (row < count() && item(row)->data(Qt::UserRole).toString().toStdString() != id)
            ++row;
        if (row == count())
            addRow(tr("%1 (Sources has no such one)").arg(QString::fromStdString(printable(id))), {}, id);
        item(row)->setCheckState(Qt::Checked);
    }
    scrollToTop();
}

std::vector<std::string> SourceTicks::ids() const
{
    std::vector<std::string> ticked, fresh;
    for (int row = 0; row < count(); ++row)
        if (item(row)->checkState() == Qt::Checked)
            fresh.push_back(item(row)->data(Qt::UserRole).toString().toStdString());
    for (const std::string &id : m_base)
        if (std::erase(fresh, id) > 0)
            ticked.push_back(id);
    ticked.insert(ticked.end(), fresh.begin(), fresh.end());
    return ticked;
}

/// Who comes by key sees where they are.
void SourceTicks::focusInEvent(QFocusEvent *event)
{
    if (currentRow() < 0)
        setCurrentRow(0);
    QListWidget::focusInEvent(event);
}

} // namespace gatescope
