// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lesson_draft.h"
#include "core/learning/own_lessons.h"
#include "ui/common/form_fields.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace gatescope {

class CardFields;

/// Where a lesson is written: its title, how long it takes, the network that it is about, and its cards, one at a time;
/// under a field what is wrong with it.
class LessonForm : public QWidget
{
    Q_OBJECT
public:
    /// `around` outlives it.
    LessonForm(const LessonSurroundings &around, const std::filesystem::path &folder, QWidget *parent = nullptr);

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
    void fillNetworks(const Json &chosen);
    void followNetwork();
    void fillCards();
    void addCard();
    void removeCard();
    void moveCard(int by);
    void chooseFile();
    void noteEdit();

    const LessonSurroundings &m_around;
    std::filesystem::path m_folder;
    LessonDraft m_draft; ///< the shown card as it was when it was shown
    int m_card = 0;
    std::vector<Json> m_networks; ///< as the list of networks has them
    QString m_problem;
    QFormLayout *m_layout;
    FormFields m_fields;
    QLineEdit *m_title;
    QSpinBox *m_minutes, *m_number;
    QComboBox *m_network;
    QListWidget *m_cards;
    QPushButton *m_add, *m_remove, *m_earlier, *m_later;
    CardFields *m_cardFields;
};

} // namespace gatescope
