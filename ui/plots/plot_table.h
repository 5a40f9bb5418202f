// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace gatescope {

/// What a chart shows, as numbers: for the clipboard and for whoever cannot see it.
struct PlotTable {
    QStringList headings;
    QList<QStringList> rows;

    /// Lines of cells with a tab between, as spreadsheets take them.
    QString text() const
    {
        QString lines = headings.join(u'\t') + u'\n';
        for (const QStringList &row : rows)
            lines += row.join(u'\t') + u'\n';
        return lines;
    }
};

} // namespace gatescope
