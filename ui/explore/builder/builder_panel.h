// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTabWidget;

namespace gatescope {

class NetworkForm;
class NumbersForm;

/// The drawer where the network is built and its numbers are edited; every change can be undone.
class BuilderPanel : public QWidget
{
    Q_OBJECT
public:
    BuilderPanel(Document &document, Playhead &playhead, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    NetworkForm &network() { return *m_network; }
    NumbersForm &numbers() { return *m_numbers; }
    void showNumbers();

signals:
    void closed();
    /// A change was not taken; the sentence says why. Empty: a change was taken.
    void refused(const QString &sentence);
    /// To begin with, in place of what is open.
    void demoChosen(const gatescope::Experiment &demo);
    void told(const QString &sentence); ///< what a change brought with it

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ViewSettings m_settings;
    QLabel *m_title;
    QPushButton *m_close;
    QTabWidget *m_tabs;
    NetworkForm *m_network;
    NumbersForm *m_numbers;
};

} // namespace gatescope
