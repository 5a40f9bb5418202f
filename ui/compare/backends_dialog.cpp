// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/backends_dialog.h"

#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/compare/races.h"
#include "ui/plots/network_name.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace gatescope {

namespace {
constexpr int betweenLooks = 50; ///< ms
}

BackendsDialog::BackendsDialog(BackendMeasurement &measurement, QWidget *parent)
    : QDialog(parent), m_measurement(measurement), m_head(new QLabel(this)), m_foot(new QLabel(this)),
      m_table(new QTableWidget(0, 4, this)), m_timer(new QTimer(this))
{
    setWindowTitle(tr("Backends side by side"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    m_head->setText(tr("%1 on %2: %3 updates on each, measured now…")
                        .arg(networkName(measurement.plan().entries.front().name), taskInWords(measurement.plan()))
                        .arg(measurement.updates()));
    for (QLabel *label : {m_head, m_foot})
        label->setWordWrap(true);
    m_table->setHorizontalHeaderLabels({tr("Backend"), tr("Numbers"), tr("ms an update"), tr("Largest difference")});
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Backends"));
    m_table->setFocusPolicy(Qt::TabFocus);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch); // of which a reason begins
    column->addWidget(m_head);
    column->addWidget(m_table, 1);
    column->addWidget(m_foot);
    resize(640, 300);
    connect(m_timer, &QTimer::timeout, this, &BackendsDialog::look);
    m_timer->start(betweenLooks);
}

BackendsDialog::~BackendsDialog()
{
    m_measurement.stop();
}

bool BackendsDialog::isMeasuring() const
{
    return m_timer->isActive();
}

void BackendsDialog::look()
{
    if (const auto rows = m_measurement.outcome()) {
        m_timer->stop();
        show(*rows);
    }
}

void BackendsDialog::show(const Result<std::vector<BackendRow>> &rows)
{
    m_head->setText(m_head->text().remove(tr(", measured now…")));
    if (!rows)
        return m_foot->setText(said(rows.error().sentence));
    double spread = 0;
    for (const BackendRow &row : *rows) {
        const int at = m_table->rowCount();
        m_table->insertRow(at);
        const auto put = [&](int cell, const QString &text) { m_table->setItem(at, cell, new QTableWidgetItem(text)); };
        put(0, QString::fromStdString(row.name));
        if (row.why) {
            put(1, said(row.why->sentence));
            m_table->setSpan(at, 1, 1, 3);
            continue;
        }
        put(1, row.precision == "f64" ? tr("double precision") : tr("single precision"));
        put(2, decimals(row.milliseconds, row.milliseconds < 1 ? 3 : 2));
        put(3, at == 0 ? tr("the measure") : row.difference == 0 ? tr("none") : gradientNumber(row.difference, 1));
        if (at == 0)
            spread = row.spread;
    }
    m_table->resizeRowsToContents(); // a reason may take more lines than one
    m_foot->setText(tr("The difference is that of a weight after all updates, from the reference's; the largest weight "
                       "there is %1.")
                        .arg(decimals(spread, 2)));
}

QString BackendsDialog::text() const
{
    QString lines;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_table->columnCount(); ++column)
            if (const QTableWidgetItem *item = m_table->item(row, column))
                cells += item->text();
        lines += cells.join(u'\t') + u'\n';
    }
    return lines;
}

} // namespace gatescope
