// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/sweep.h"
#include "ui/common/theme.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QHBoxLayout;
class QMenu;
class QPushButton;
class QSpinBox;

namespace gatescope {

/// What is raced: the task, by what it is fair, how often, and the button that begins it.
class RaceStrip : public QWidget
{
    Q_OBJECT
public:
    explicit RaceStrip(QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels, bool compact, double scale);
    /// A race of the ticked networks, or a sweep of the first of them over its sizes.
    RacePlan plan() const;
    /// What grows in the sweep that is chosen; none: a race is.
    std::optional<SweepOver> sweep() const;
    void chooseSweep(std::optional<SweepOver> over);
    /// Offers a network of one's own, ticked.
    void addNetwork(const RaceEntry &network);
    int units() const;
    /// What the task asks of a network, in a sentence or two.
    QString taskMeans() const;
    bool equalParameters() const;
    void chooseTask(const QString &name);
    /// As the Tab key goes through them.
    QWidgetList fields() const;
    /// While a race is run the button stops it.
    void setRunning(bool running, double progress, bool stopping);

signals:
    void runRequested();
    void stopRequested();
    void networkRequested();
    /// plan() has become another one.
    void planChanged();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void offerUsual();
    void followKind();
    void stand(bool inTwoRows);
    int tooWide() const;
    QList<QAction *> ticks() const;
    QWidget *labelled(const QString &label, QWidget *field);

    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    bool m_isRunning = false;
    double m_progress = 0;
    std::vector<RaceEntry> m_own; ///< networks behind those that are offered to everybody
    QComboBox *m_kind, *m_task, *m_fair, *m_seeds;
    QSpinBox *m_length, *m_units, *m_updates;
    QDoubleSpinBox *m_rate;
    QMenu *m_networks;
    QPushButton *m_networksButton, *m_run;
    QHBoxLayout *m_upper, *m_lower;
    QList<QWidget *> m_sizes;
};

} // namespace gatescope
