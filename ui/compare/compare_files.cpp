// SPDX-License-Identifier: GPL-3.0-or-later
// What the place Compare writes: the table as CSV, the charts as PNG.
#include "ui/compare/compare_place.h"

#include "core/base/file.h"
#include "ui/common/translate.h"
#include "ui/compare/race_table.h"
#include "ui/plots/race_plot.h"
#include "ui/plots/reach_plot.h"
#include "ui/plots/sweep_plot.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QStackedWidget>

namespace gatescope {

namespace {

/// A cell of a CSV file (RFC 4180).
QString csvCell(const QString &text)
{
    const bool isPlain = !text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n');
    return isPlain ? text : u'"' + QString(text).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString csvLine(const QStringList &cells)
{
    QStringList quoted;
    for (const QString &cell : cells)
        quoted += csvCell(cell);
    return quoted.join(u',') + u'\n';
}

} // namespace

/// The charts that are shown, by the names of their files.
std::array<std::pair<QString, QWidget *>, 2> ComparePlace::pictures() const
{
    const bool isSweep = m_right->currentWidget() == m_sweep;
    return {{{QStringLiteral("race.png"), m_race},
             {isSweep ? QStringLiteral("sweep.png") : QStringLiteral("reach.png"), m_right}}};
}

Result<void> ComparePlace::exportPictures(const QString &folder) const
{
    for (const auto &[name, chart] : pictures())
        if (const QString path = QDir(folder).filePath(name); !chart->grab().save(path))
            return error("%1 cannot be written.", {path.toStdString()});
    return {};
}

void ComparePlace::chooseFolderAndExport()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("A folder for the pictures"));
    if (folder.isEmpty())
        return;
    QStringList there;
    for (const auto &[name, chart] : pictures())
        if (QDir(folder).exists(name))
            there << name;
    if (!there.isEmpty()
        && QMessageBox::question(this, tr("Export pictures"),
                                 tr("Write over %1?").arg(there.join(QStringLiteral(", "))))
            != QMessageBox::Yes)
        return;
    const auto written = exportPictures(folder);
    m_legend->setText(written ? tr("The pictures are saved in %1.").arg(folder) : said(written.error().sentence));
}

Result<void> ComparePlace::exportTable(const QString &path) const
{
    const PlotTable table = m_table->table();
    QString text = csvLine(table.headings);
    for (const QStringList &row : table.rows)
        text += csvLine(row);
    return writeFileAtomically(path.toStdString(), text.toStdString());
}

void ComparePlace::chooseFileAndExport()
{
    const QString path
        = QFileDialog::getSaveFileName(this, tr("Export table"), QStringLiteral("race.csv"), tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    const auto written = exportTable(path);
    m_legend->setText(written ? tr("The table is saved as %1.").arg(path) : said(written.error().sentence));
}

} // namespace gatescope
