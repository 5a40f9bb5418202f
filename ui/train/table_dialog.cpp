// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/table_dialog.h"

#include "core/base/within_memory.h"
#include "core/tasks/table.h"
#include "ui/common/dialog_buttons.h"
#include "ui/common/fonts.h"
#include "ui/common/translate.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QTableWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

namespace {

enum ColumnFacts { name, holds, empty, remark };

constexpr int previewedRows = 3, listedColumns = 5; ///< at least so many are seen at once, where there are so many
constexpr int rowHeight = 28, besideCell = 16;      ///< pixels
constexpr int usualWidth = 720, sideMargin = 24;    ///< of the dialog

QString words(const std::string &text)
{
    return QString::fromStdString(printable(text));
}

QString kindInWords(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::number:
        return TableDialog::tr("numbers");
    case ColumnKind::date:
        return TableDialog::tr("dates");
    case ColumnKind::text:
        return TableDialog::tr("words");
    case ColumnKind::empty:
        break;
    }
    return TableDialog::tr("nothing");
}

QString separatorInWords(char separator)
{
    return separator == '\t' ? TableDialog::tr("tab")
        : separator == ';'   ? TableDialog::tr("semicolon")
                             : TableDialog::tr("comma");
}

QString remarkOf(const ColumnPreview &column)
{
    if (column.kind != ColumnKind::number)
        return TableDialog::tr("cannot be read");
    return column.isConstant ? TableDialog::tr("never changes: nothing can be learned from it") : QString();
}

} // namespace

void addMissingValues(QComboBox &box)
{
    box.addItem(TableDialog::tr("refuse the table"), int(MissingValues::refuse));
    box.addItem(TableDialog::tr("skip such rows"), int(MissingValues::dropRow));
    box.addItem(TableDialog::tr("the column's last value"), int(MissingValues::lastValue));
}

TableDialog::TableDialog(const QString &path, const TablePreview &preview, const TableChoice &before, int length,
                         QWidget *parent)
    : QDialog(parent), m_path(path.toStdString()), m_preview(preview), m_columns(new QTreeWidget(this)),
      m_forecast(new QComboBox(this)), m_missing(new QComboBox(this)),
      m_differences(new QCheckBox(tr("Learn by how much it changes"), this)), m_length(new QSpinBox(this)),
      m_fit(new QPushButton(this)), m_problem(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("A table to learn"));
    const TaskDescription &task = *std::ranges::find(tasks(), std::string_view("table"), &TaskDescription::name);
    m_length->setRange(task.fewest, task.most);
    m_length->setValue(length > 0 ? length : task.usualLength);
    m_length->setSuffix(u' ' + translated(task.lengthMeans));
    addMissingValues(*m_missing);
    m_missing->setCurrentIndex(m_missing->findData(int(before.missing)));
    m_differences->setChecked(before.differences);
    layOut(path);
    fillColumns(before);
    connect(m_columns, &QTreeWidget::itemChanged, this, &TableDialog::columnsChanged);
    connect(m_forecast, &QComboBox::activated, this, &TableDialog::columnsChanged);
    connect(m_missing, &QComboBox::activated, this, &TableDialog::columnsChanged);
    connect(m_differences, &QCheckBox::toggled, this, &TableDialog::columnsChanged);
    connect(m_length, &QSpinBox::valueChanged, this, &TableDialog::columnsChanged);
    connect(m_fit, &QPushButton::clicked, this, [this] {
        m_length->setValue(m_fitting);
        m_length->setFocus(Qt::OtherFocusReason); // the button goes
    });
    columnsChanged();
    resize(usualWidth, 750);
}

void TableDialog::layOut(const QString &path)
{
    const CsvFormat &format = m_preview.format;
    auto *facts
        = new QLabel(tr("%1: %2 rows, %3 columns, parted by %4, with decimal %5 and %6.")
                         .arg(QFileInfo(path).fileName())
                         .arg(m_preview.rows)
                         .arg(m_preview.columns.size())
                         .arg(separatorInWords(format.separator), format.decimal == ',' ? tr("comma") : tr("point"),
                              format.header ? tr("names in its first row") : tr("no names")),
                     this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(sideMargin, 20, sideMargin, 20);
    column->setSpacing(12);
    for (QLabel *label : {facts, m_problem})
        label->setWordWrap(true);
    column->addWidget(facts);
    column->addWidget(makePreview());
    column->addWidget(new QLabel(tr("Each row is one step. The network reads the ticked columns."), this));
    column->addWidget(m_columns, 1);
    auto *choices = new QFormLayout;
    choices->addRow(tr("It forecasts the next value of"), m_forecast);
    choices->addRow(tr("Where a number is missing"), m_missing);
    choices->addRow(tr("Length"), m_length);
    auto *why = new QLabel(tr("For what rises or falls all along, out of the range that was learned. The forecast is "
                              "still shown in the table's own unit."),
                           this);
    why->setWordWrap(true);
    why->setProperty("secondary", true);
    auto *differences = new QVBoxLayout;
    differences->setSpacing(4);
    differences->addWidget(m_differences);
    differences->addWidget(why);
    choices->addRow(tr("Differences"), differences);
    column->addLayout(choices);
    m_problem->setObjectName(QStringLiteral("tableProblem"));
    m_problem->setFont(interfaceFont(QFontInfo(font()).pixelSize(), QFont::DemiBold));
    column->addWidget(m_problem);
    column->addWidget(m_fit, 0, Qt::AlignLeft);
    m_fit->setObjectName(QStringLiteral("fittingLength"));
    m_fit->setAutoDefault(false);
    m_length->setAccessibleName(tr("Length"));
    m_length->setToolTip(tr("How many rows are read before the last forecast; the form has it under Task, too"));
    QPushButton *learn = m_buttons->addButton(tr("Learn these"), QDialogButtonBox::AcceptRole);
    makePrimary(*learn);
    column->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &TableDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &TableDialog::reject);
    m_columns->setAccessibleName(tr("Columns"));
    m_forecast->setAccessibleName(tr("What is forecast"));
    m_missing->setAccessibleName(tr("Missing values"));
    m_differences->setAccessibleDescription(why->text());
}

/// The first rows as they stand in the file, none of them cut; numbers under each other by their ends.
QWidget *TableDialog::makePreview()
{
    auto *table = new QTableWidget(int(m_preview.firstRows.size()), int(m_preview.columns.size()), this);
    table->setAccessibleName(tr("First rows"));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    for (int column = 0; column < table->columnCount(); ++column) {
        const ColumnPreview &facts = m_preview.columns[std::size_t(column)];
        const bool isNumber = facts.kind == ColumnKind::number;
        const Qt::Alignment side = Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft);
        auto *heading = new QTableWidgetItem(words(facts.name));
        heading->setTextAlignment(side);
        table->setHorizontalHeaderItem(column, heading);
        for (int row = 0; row < table->rowCount(); ++row) {
            const std::string &cell = m_preview.firstRows[std::size_t(row)][std::size_t(column)];
            auto *item = new QTableWidgetItem(cell.empty() ? tr("–") : words(cell));
            item->setTextAlignment(side);
            if (isNumber)
                item->setFont(numberFont(QFontInfo(font()).pixelSize()));
            table->setItem(row, column, item);
        }
    }
    table->resizeColumnsToContents();
    const int bar = table->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, table);
    int free = usualWidth - 2 * sideMargin - 2 * table->frameWidth() - bar - table->horizontalHeader()->length();
    const int frame = 2 * table->frameWidth() + (free < 0 ? bar : 0);
    for (int column = 0; column < table->columnCount() && free > 0; ++column, free -= besideCell)
        table->setColumnWidth(column, table->columnWidth(column) + std::min(free, besideCell));
    const int rows = std::min(table->rowCount(), previewedRows);
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height() + rows * table->rowHeight(0) + frame);
    return table;
}

void TableDialog::fillColumns(const TableChoice &before)
{
    m_columns->setRootIsDecorated(false);
    m_columns->setHeaderLabels({tr("Column"), tr("Holds"), tr("Empty cells"), tr("Remark")});
    for (const ColumnPreview &column : m_preview.columns) {
        auto *item = new QTreeWidgetItem(
            m_columns,
            {words(column.name), kindInWords(column.kind), QString::number(column.missing), remarkOf(column)});
        const bool isNumber = column.kind == ColumnKind::number;
        const bool wasChosen = std::ranges::find(before.columns, column.name) != before.columns.end();
        item->setSizeHint(remark, QSize(0, rowHeight));
        item->setTextAlignment(empty, Qt::AlignCenter);
        item->setFont(empty, numberFont(QFontInfo(font()).pixelSize()));
        item->setDisabled(!isNumber);
        item->setCheckState(name, isNumber && (before.columns.empty() || wasChosen) ? Qt::Checked : Qt::Unchecked);
    }
    m_columns->headerItem()->setTextAlignment(empty, Qt::AlignCenter);
    for (int section : {name, holds, empty}) {
        m_columns->resizeColumnToContents(section);
        m_columns->setColumnWidth(section, m_columns->columnWidth(section) + besideCell);
    }
    // As many whole rows as there are, as long as the window is not too high for that.
    const int rows = std::min(int(m_preview.columns.size()), listedColumns);
    m_columns->setMinimumHeight(m_columns->header()->sizeHint().height() + rows * rowHeight
                                + 2 * m_columns->frameWidth());
    for (std::size_t column = 0; column < m_preview.columns.size(); ++column)
        if (isChosen(column))
            m_forecast->addItem(words(m_preview.columns[column].name), int(column));
    const auto last = before.columns.empty()
        ? m_preview.columns.end()
        : std::ranges::find(m_preview.columns, before.columns.back(), &ColumnPreview::name);
    m_forecast->setCurrentIndex(last == m_preview.columns.end()
                                    ? m_forecast->count() - 1
                                    : m_forecast->findData(int(last - m_preview.columns.begin())));
}

bool TableDialog::isChosen(std::size_t column) const
{
    return m_columns->topLevelItem(int(column))->checkState(name) == Qt::Checked;
}

int TableDialog::missingCells() const
{
    int missing = 0;
    for (std::size_t column = 0; column < m_preview.columns.size(); ++column)
        missing += isChosen(column) ? m_preview.columns[column].missing : 0;
    return missing;
}

/// What can be forecast, and what stands against a start.
void TableDialog::columnsChanged()
{
    const QVariant before = m_forecast->currentData();
    {
        const QSignalBlocker quiet(m_forecast);
        m_forecast->clear();
        for (std::size_t column = 0; column < m_preview.columns.size(); ++column)
            if (isChosen(column))
                m_forecast->addItem(words(m_preview.columns[column].name), int(column));
        const int still = m_forecast->findData(before);
        m_forecast->setCurrentIndex(still < 0 ? m_forecast->count() - 1 : still);
    }
    const int missing = missingCells();
    const auto rule = MissingValues(m_missing->currentData().toInt());
    m_missing->setEnabled(missing > 0);
    QString problem;
    if (m_forecast->count() == 0)
        problem = tr("No column is chosen: tick one that holds numbers.");
    else if (m_preview.columns[std::size_t(m_forecast->currentData().toInt())].isConstant)
        problem = tr("%1 never changes: there is nothing to forecast.").arg(m_forecast->currentText());
    else if (missing > 0 && rule == MissingValues::refuse)
        problem = missing == 1
            ? tr("One cell of these columns is empty: leave such rows out, fill them, or leave a column out.")
            : tr("%1 cells of these columns are empty: leave such rows out, fill them, or leave a column out.")
                  .arg(missing);
    if (problem.isEmpty())
        problem = problemOfLength(m_preview.rows); // fewer may be left, but no more
    else
        m_fitting = 0;
    sayProblem(problem);
    for (QAbstractButton *button : m_buttons->buttons())
        if (m_buttons->buttonRole(button) == QDialogButtonBox::AcceptRole)
            button->setEnabled(problem.isEmpty());
}

/// The held-out fifth must hold one sequence; says where that is set, and which length would do.
QString TableDialog::problemOfLength(Eigen::Index rows)
{
    const int fitting = int(heldOutRows(rows));
    m_fitting = 0;
    if (fitting >= m_length->value() || rows == 1) // of one row the task says what is wrong
        return {};
    if (fitting < m_length->minimum())
        return tr("%1 rows are too few: the last fifth is held out, and must hold a sequence of %2 rows or more.")
            .arg(rows)
            .arg(m_length->minimum());
    m_fitting = fitting;
    return tr("%1 rows are too few for a Length of %2 rows: the last fifth is held out, and must hold one such "
              "sequence. Up to %3 fits. Length is set above, or in the form under Task.")
        .arg(rows)
        .arg(m_length->value())
        .arg(fitting);
}

void TableDialog::sayProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_fit->setText(tr("&Set Length to %1").arg(m_fitting));
    m_fit->setVisible(m_fitting > 0);
}

int TableDialog::length() const
{
    return m_length->value();
}

TableChoice TableDialog::choice() const
{
    TableChoice choice;
    const int forecast = m_forecast->currentData().toInt();
    for (std::size_t column = 0; column < m_preview.columns.size(); ++column)
        if (isChosen(column) && int(column) != forecast)
            choice.columns.push_back(m_preview.columns[column].name);
    choice.columns.push_back(m_preview.columns[std::size_t(forecast)].name);
    choice.missing = MissingValues(m_missing->currentData().toInt());
    choice.differences = m_differences->isChecked();
    return choice;
}

/// Not before the table can be learned so.
void TableDialog::accept()
{
    const auto made
        = withinMemory([this] { return makeTask("table", {.length = length(), .file = m_path, .table = choice()}); });
    if (made)
        return QDialog::accept();
    const auto table = withinMemory([this] { return readChosenTable(m_path, choice()); });
    const QString ofLength = table ? problemOfLength(table->values.rows()) : QString();
    sayProblem(ofLength.isEmpty() ? said(made.error().sentence) : ofLength);
}

} // namespace gatescope
