// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/unit_order.h"
#include "ui/explore/controls/view_settings.h"

#include <QDialog>

#include <array>
#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QListWidget;
class QSpinBox;

namespace gatescope {

/// Which units are on at one step and off at another: a list that leads to each of them.
class UnitsDialog : public QDialog
{
    Q_OBJECT
public:
    UnitsDialog(const Document &document, Playhead &playhead, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    /// What is asked; nothing is changed by it but the list.
    void ask(const std::array<UnitCondition, 2> &wanted);
    std::array<UnitCondition, 2> asked() const;

private:
    /// "h above 0.5 at step 3"
    struct Row {
        QComboBox *part;
        QComboBox *side;
        QDoubleSpinBox *bound;
        QSpinBox *step;
    };
    Row makeRow(const QString &name);
    void refresh();
    void list();
    void follow(int row);

    const Document &m_document;
    Playhead &m_playhead;
    QLabel *m_how;
    std::array<Row, 2> m_rows;
    QLabel *m_found;
    QListWidget *m_list;
    Moment m_where;                 ///< without its step
    std::optional<CellKind> m_cell; ///< whose parts are offered
    std::vector<Part> m_parts;
    std::vector<int> m_units; ///< as they are listed
};

} // namespace gatescope
