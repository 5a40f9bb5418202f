// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/own/lesson_draft.h"
#include "core/learning/own/own_lessons.h"
#include "ui/common/form_fields.h"

#include <QObject>

class QLineEdit;
class QPlainTextEdit;

namespace gatescope {

class BiasField;
class ChoiceBox;
class DeedFields;
class PlaceFields;
class SliderFields;
class WaitingFields;

/// The rows of a form in which a card is written: its headline, its words, where the stage stands and what is lit on
/// it, what can be moved, what is measured, what is asked before going on, and what is to be done.
class CardFields : public QObject
{
    Q_OBJECT
public:
    /// Adds its rows; a field is called as the card's JSON calls it, behind "card_".
    CardFields(FormFields &fields, const LessonSurroundings &around, QObject *parent);

    void setNetwork(const Experiment *network);
    /// Those that a card may ask now. Where one was wanted that is not written yet, the first new one is asked.
    void setQuestions(const LessonSurroundings &around);
    void setCard(const DraftCard &card);
    void focusTitle();
    /// As it was set, with what is written now.
    DraftCard card() const;

signals:
    void edited();
    /// A question is to be written that the card then asks.
    void questionRequested();

private:
    void addRows();
    void fillQuestions(const LessonSurroundings &around);
    void fillClaims();
    void fillLetters(const Experiment *network);
    void chooseQuestion();
    void followQuestion();

    FormFields &m_fields;
    DraftCard m_base;
    QLineEdit *m_title;
    QPlainTextEdit *m_text, *m_after;
    PlaceFields *m_place;
    WaitingFields *m_before;
    ChoiceBox *m_highlight, *m_commitment, *m_evidence, *m_moreEvidence;
    BiasField *m_bias;
    SliderFields *m_sliders;
    DeedFields *m_deed;
    QString m_asked;         ///< what the list of questions showed last
    bool m_wantsNew = false; ///< a question is being written for this card
};

} // namespace gatescope
