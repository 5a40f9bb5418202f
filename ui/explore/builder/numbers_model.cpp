// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/builder/numbers_model.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/document/document.h"
#include "ui/drawing/marks/value_cells.h"

#include <QLocale>

namespace gatescope {

namespace {

constexpr double weightScale = 3; ///< weights wear their full hue here, as on the stage

/// A number as people type it: with a point, or as the person's language writes it.
std::optional<double> typedNumber(QString text)
{
    text = text.trimmed().replace(minus, '-');
    bool ok = false;
    double value = QLocale::c().toDouble(text, &ok);
    if (!ok)
        value = QLocale().toDouble(text, &ok);
    return ok ? std::optional(value) : std::nullopt;
}

} // namespace

NumbersModel::NumbersModel(Document &document, QObject *parent) : QAbstractTableModel(parent), m_document(document)
{
    connect(&document, &Document::experimentChanged, this, &NumbersModel::follow);
}

void NumbersModel::show(const NumberSource &source)
{
    beginResetModel();
    m_source = source;
    m_rows = rowsOf(m_document.experiment(), source);
    m_columns = columnsOf(m_document.experiment(), source);
    endResetModel();
}

/// The same table with other numbers, or another table.
void NumbersModel::follow()
{
    const QList<NumberSource> sources = numberSources(m_document.experiment());
    if (!sources.contains(m_source)) {
        if (!sources.isEmpty())
            show(sources.first());
        return;
    }
    const bool sameShape = rowsOf(m_document.experiment(), m_source) == m_rows
        && columnsOf(m_document.experiment(), m_source) == m_columns;
    if (!sameShape)
        return show(m_source);
    emit dataChanged(index(0, 0), index(m_rows - 1, m_columns - 1));
    emit headerDataChanged(Qt::Horizontal, 0, m_columns - 1);
    emit headerDataChanged(Qt::Vertical, 0, m_rows - 1);
}

void NumbersModel::setSettings(const ViewSettings &settings)
{
    beginResetModel();
    m_settings = settings;
    endResetModel();
}

int NumbersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int NumbersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant NumbersModel::data(const QModelIndex &index, int role) const
{
    const Experiment &experiment = m_document.experiment();
    const double value = numberAt(experiment, m_source, index.row(), index.column());
    const QColor fill = valueFill(value, ValueStyle::signedValue, roleOfRow(experiment, m_source, index.row()),
                                  weightScale, *m_settings.theme);
    switch (role) {
    case Qt::DisplayRole:
        return inInspector(value);
    case Qt::EditRole:
        return QLocale::c().toString(value, 'g', QLocale::FloatingPointShortest);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::BackgroundRole:
        return fill;
    case Qt::ForegroundRole:
        return m_settings.theme->inkOn(fill, 1.0);
    case Qt::FontRole:
        return numberFont(m_settings.px(m_settings.compact ? 11.5 : 13));
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3")
            .arg(rowName(experiment, m_source, index.row()), columnName(experiment, m_source, index.column()),
                 inInspector(value));
    default:
        return {};
    }
}

QVariant NumbersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const Experiment &experiment = m_document.experiment();
    if (role == Qt::FontRole)
        return numberFont(m_settings.px(m_settings.compact ? 11.5 : 13));
    if (role != Qt::DisplayRole)
        return {};
    return orientation == Qt::Vertical ? rowName(experiment, m_source, section)
                                       : columnName(experiment, m_source, section);
}

Qt::ItemFlags NumbersModel::flags(const QModelIndex &) const
{
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable;
}

bool NumbersModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole)
        return false;
    const QString text = value.toString();
    const auto typed = typedNumber(text);
    if (!typed) {
        emit refused(tr("“%1” is not a number. Write it like 0.25 or −1.5e−3.").arg(text));
        return false;
    }
    if (*typed == numberAt(m_document.experiment(), m_source, index.row(), index.column()))
        return true;
    const Result<Experiment> next = withNumber(m_document.experiment(), m_source, index.row(), index.column(), *typed);
    const QString name = tr("Change %1 [%2, %3]").arg(m_source.name).arg(index.row()).arg(index.column());
    const Result<void> done = next ? m_document.edit(name, *next) : Result<void>(next.error());
    emit refused(done ? QString() : said(done.error().sentence));
    return done.ok();
}

} // namespace gatescope
