// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lesson_draft.h"
#include "ui/common/form_fields.h"

#include <QObject>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace gatescope {

class PlaceFields;

/// The rows of a form in which a card is written: its headline, its words, where the stage stands, what is asked before
/// going on, and what is measured.
class CardFields : public QObject
{
    Q_OBJECT
public:
    /// Adds its rows; a field is called as the card's JSON calls it, behind "card_".
    CardFields(FormFields &fields, const std::vector<Question> &questions, QObject *parent);

    void setNetwork(const Experiment *network);
    void setCard(const DraftCard &card);
    /// As it was set, with what is written now.
    DraftCard card() const;

signals:
    void edited();

private:
    void followQuestion();

    FormFields &m_fields;
    DraftCard m_base;
    QLineEdit *m_title;
    QPlainTextEdit *m_text, *m_after;
    PlaceFields *m_place;
    QComboBox *m_commitment, *m_evidence;
};

} // namespace gatescope
