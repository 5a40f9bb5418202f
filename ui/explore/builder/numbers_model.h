// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/builder/number_source.h"
#include "ui/explore/controls/view_settings.h"

#include <QAbstractTableModel>

namespace gatescope {

/// The numbers of one source as a table; what is typed becomes an edit of the document.
class NumbersModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit NumbersModel(Document &document, QObject *parent = nullptr);

    void show(const NumberSource &source);
    const NumberSource &source() const { return m_source; }
    void setSettings(const ViewSettings &settings);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    /// What was typed was not taken; empty when it was.
    void refused(const QString &sentence);

private:
    void follow();

    Document &m_document;
    ViewSettings m_settings;
    NumberSource m_source;
    int m_rows = 0, m_columns = 0;
};

} // namespace gatescope
