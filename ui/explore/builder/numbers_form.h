// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/builder/numbers_model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableView;

namespace gatescope {

/// The numbers of the network, of a number input and of the initial states, to be edited. The selection
/// follows the playhead.
class NumbersForm : public QWidget
{
    Q_OBJECT
public:
    NumbersForm(Document &document, Playhead &playhead, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    NumbersModel &model() { return *m_model; }
    QTableView &table() { return *m_table; }
    /// Shows the source of this name, if there is one.
    void showSource(const QString &name);
    /// Shows one stored number, chosen and with the focus.
    void showPlace(const ParameterPlace &place);

signals:
    void refused(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void listSources();
    void followPlayhead();

    Document &m_document;
    Playhead &m_playhead;
    NumbersModel *m_model;
    QComboBox *m_source;
    QTableView *m_table;
    QLabel *m_refusal;
};

} // namespace gatescope
