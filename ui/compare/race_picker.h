// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/races.h"

#include <QComboBox>
#include <QDateTime>

namespace gatescope {

/// When a race was begun, in the fewest words: "14:05" today, "29 Nov 14:05" this year, "29 Nov 2025" before.
QString whenBegun(const QDateTime &begun, const QDateTime &now);
/// The same with all there is to say of it.
QString wholeDate(const QDateTime &begun);
/// As the race has it.
QDateTime begunAt(const KeptRace &race);

/// The races, the newest first, with a number each. A name that has no room ends in "…" and is whole in the tool tip.
class RacePicker : public QComboBox
{
    Q_OBJECT
public:
    explicit RacePicker(QWidget *parent = nullptr);

    void offer(const std::vector<RaceShown> &races, std::size_t chosen);
    /// What stands in the closed picker.
    QString shownText() const;
    /// Room for the longest name.
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tellWhole(int index);
    int room(const QSize &size) const;
};

} // namespace gatescope
