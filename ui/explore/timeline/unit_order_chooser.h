// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/unit_order.h"

#include <QComboBox>

#include <optional>

namespace gatescope {

class Document;
class Playhead;
class StepView;

/// In what order the timeline's units stand: by number, by the mean of a gate, by how much they move, by likeness, or
/// by their state at the playhead's step as it was when that was chosen. Hidden where there are few units.
class UnitOrderChooser : public QComboBox
{
    Q_OBJECT
public:
    UnitOrderChooser(const Document &document, const Playhead &playhead, StepView &stepView, QWidget *parent = nullptr);

private:
    void refresh();
    void choose(int index);

    const Document &m_document;
    const Playhead &m_playhead;
    StepView &m_stepView;
    std::optional<CellKind> m_cell; ///< whose gates are offered
    std::vector<UnitOrder> m_offered;
};

} // namespace gatescope
