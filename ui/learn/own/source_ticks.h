// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lessons/sources.h"

#include <QListWidget>

namespace gatescope {

/// What a lesson rests on, to be ticked in the list of all sources.
class SourceTicks : public QListWidget
{
    Q_OBJECT
public:
    explicit SourceTicks(const std::vector<Source> &sources, QWidget *parent = nullptr);

    /// One that is not in the list gets a row of its own, so that it is not lost.
    void setIds(const std::vector<std::string> &ids);
    /// Those that are ticked: as they were set, behind them the new ones.
    std::vector<std::string> ids() const;

signals:
    void edited();

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    int rowHeight() const;
    void addRow(const QString &words, const QString &tip, const std::string &id);

    int m_known; ///< rows of the list of all
    std::vector<std::string> m_base;
};

} // namespace gatescope
