// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/learn/labs/padding_settings.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QPushButton;
class QRadioButton;
class QSpinBox;
class QStackedWidget;
class QVBoxLayout;

namespace gatescope {

/// The settings of the padding lab: what is shown, and what can be chosen of it.
class PaddingForm : public QWidget
{
    Q_OBJECT
public:
    explicit PaddingForm(QWidget *parent = nullptr);

    const PaddingSettings &settings() const { return m_settings; }
    void setFontPixels(double pixels);

    QPushButton *viewButton(PaddingView view) const { return m_views[int(view)]; }
    QSpinBox *lengthField(int sequence) const { return m_lengths[sequence]; }
    QSpinBox *moreZerosField() const { return m_moreZeros; }
    QComboBox *sideField() const { return m_side; }
    /// "bidirectional", "bias", "enforce_sorted", "detach": null where there is none.
    QCheckBox *switchField(const QString &name) const;
    QRadioButton *wayField(StatefulWay way) const { return m_ways[int(way)]; }

signals:
    void edited();
    /// The mask shall be that of the lengths, with the padding at that side.
    void maskRequested(gatescope::PaddingSide side);
    void fullMaskRequested();

private:
    QWidget *paddingPage();
    QWidget *statefulPage();
    QWidget *maskPage();
    QCheckBox *addSwitch(QVBoxLayout *column, const QString &name, bool PaddingSettings::*on, const QString &says);
    void addButton(QVBoxLayout *column, const QString &words, const std::function<void()> &press);
    void addWords(QVBoxLayout *column, const QString &words);

    PaddingSettings m_settings;
    QList<QPushButton *> m_views;
    QStackedWidget *m_pages;
    QList<QSpinBox *> m_lengths;
    QSpinBox *m_moreZeros = nullptr;
    QComboBox *m_side = nullptr;
    QList<QCheckBox *> m_switches;
    QList<QRadioButton *> m_ways;
};

} // namespace gatescope
