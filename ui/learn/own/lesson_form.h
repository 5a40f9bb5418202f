// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/own/lesson_draft.h"
#include "core/learning/own/own_lessons.h"
#include "ui/common/form_fields.h"
#include "ui/learn/own/network_field.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace gatescope {

class CardFields;
class MainClaimField;
class SourceTicks;

/// Where a lesson is written: its title, how long it takes, the network that it is about, what it rests on, and its
/// cards, one at a time; under a field what is wrong with it.
class LessonForm : public QWidget
{
    Q_OBJECT
public:
    /// `around` outlives it. Without `open` no network is open in Explore.
    LessonForm(const LessonSurroundings &around, const std::filesystem::path &folder, OpenNetwork open = {},
               QWidget *parent = nullptr);

    void setDraft(const LessonDraft &draft);
    /// What is written.
    LessonDraft draft() const;
    /// Everything that is written, to tell whether it was changed.
    QString state() const;

    int card() const { return m_card; }
    void showCard(int card);
    QListWidget &cards() { return *m_cards; }
    /// Follows what `around` says of questions now.
    void followQuestions();
    /// Copies an experiment's file beside the lessons and makes the lesson one about it.
    Result<void> takeNetwork(const QString &file);
    NetworkField &network() { return *m_network; }

    /// Puts the sentence under the field that it begins with, on the card that it is about; none takes the last away.
    void showProblem(const std::optional<Error> &problem);
    void goToProblem() { m_fields.goToProblem(); }
    QString problem() const { return m_problem; }
    void focusTitle();

signals:
    void edited();
    void questionRequested();

private:
    QWidget *cardList();
    void addRows();
    void connectParts();
    void followNetwork();
    /// The shown card as it is written now, among the others.
    void keepCard();
    void fillCards();
    void addCard();
    void removeCard();
    void moveCard(int by);
    void noteEdit();

    const LessonSurroundings &m_around;
    LessonDraft m_draft; ///< the shown card as it was when it was shown
    int m_card = 0;
    QString m_problem;
    QFormLayout *m_layout;
    FormFields m_fields;
    QLineEdit *m_title;
    QSpinBox *m_minutes, *m_number;
    QCheckBox *m_essential;
    NetworkField *m_network;
    MainClaimField *m_claim;
    SourceTicks *m_sources;
    QListWidget *m_cards;
    QPushButton *m_add, *m_remove, *m_earlier, *m_later;
    CardFields *m_cardFields;
};

} // namespace gatescope
