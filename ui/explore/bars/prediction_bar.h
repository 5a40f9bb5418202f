// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"

#include <QList>
#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace gatescope {

class ClassPhones;
class OptionButton;
class PhonePredictions;
class Predictions;

/// The bar between stage and transport while predicting: the question, its options with the keys 1 to 4, and, for a
/// class, how many hands were raised for each; phones answer beside
/// them. Afterwards what it became, and how many were right.
class PredictionBar : public QWidget
{
    Q_OBJECT
public:
    /// `phones`: from which a class answers too; null: it has none.
    explicit PredictionBar(Predictions &predictions, ClassPhones *phones = nullptr, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);

    /// Whether hands are counted, or one person answers.
    bool isCounting() const;
    void setCounting(bool counting);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void refresh();
    void makeOptions(int count);
    void showHands();
    void countHands();
    void connectPhones();
    void countPhones();
    QString wordsNow() const;

    Predictions &m_predictions;
    ViewSettings m_settings;
    QLabel *m_words;
    QBoxLayout *m_layout;
    QHBoxLayout *m_optionsRow;
    QList<OptionButton *> m_options;
    QList<QSpinBox *> m_hands; ///< one behind each option
    QPushButton *m_count;
    QPushButton *m_show;
    ClassPhones *m_phones; ///< may be null
    QPushButton *m_letIn;
    PhonePredictions *m_fromPhones = nullptr;
};

} // namespace gatescope
