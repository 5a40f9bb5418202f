// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/own/card_fields.h"

#include "core/learning/evidence.h"
#include "ui/common/scripts.h"
#include "ui/common/translate.h"
#include "ui/learn/own/place_fields.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace gatescope {

namespace {

constexpr int longestItem = 90;

QString shortened(const QString &words)
{
    return words.size() > longestItem ? words.left(longestItem) + QStringLiteral("…") : words;
}

/// An item whose data is this; one more where there is none, for a card has it.
void chooseData(QComboBox &box, const QVariant &data, const QString &otherwise)
{
    int at = 0;
    while (at < box.count() && box.itemData(at) != data)
        ++at;
    if (at == box.count())
        box.addItem(otherwise, data);
    box.setCurrentIndex(at);
}

} // namespace

CardFields::CardFields(FormFields &fields, const std::vector<Question> &questions, QObject *parent)
    : QObject(parent), m_fields(fields), m_title(new QLineEdit), m_text(paragraphField(6)), m_after(paragraphField(3)),
      m_place(new PlaceFields), m_commitment(new QComboBox), m_evidence(new QComboBox)
{
    m_fields.add("card_title", tr("&Headline"), m_title);
    m_fields.add("card_text", tr("T&ext"), m_text);
    m_fields.add("card_place", tr("St&age"), m_place);
    m_fields.add("card_evidence", tr("&Measured"), m_evidence);
    m_fields.add("card_commitment", tr("&Question"), m_commitment);
    m_fields.add("card_after", tr("Said a&fter it"), m_after);
    m_text->setPlaceholderText(
        tr("Markdown: **bold**, *slanted*, `h`, and [update gate z](z) for a letter of the equations. An empty line "
           "begins a paragraph."));
    m_after->setPlaceholderText(tr("What is said once the question is answered; may stay empty."));
    m_commitment->addItem(tr("nothing is asked"), QString());
    for (const Question &question : questions)
        m_commitment->addItem(shortened(inScripts(said(question.text)).simplified()),
                              QString::fromStdString(question.id));
    m_evidence->addItem(tr("nothing is measured"), QStringList());
    for (const Claim &claim : claims())
        m_evidence->addItem(shortened(inScripts(translated(claim.says))), QStringList{written(claim.name)});
    for (QComboBox *box : {m_commitment, m_evidence}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(24);
        box->setMaxVisibleItems(20);
        connect(box, &QComboBox::activated, this, &CardFields::edited);
    }
    for (QPlainTextEdit *field : {m_text, m_after})
        connect(field, &QPlainTextEdit::textChanged, this, &CardFields::edited);
    connect(m_title, &QLineEdit::textEdited, this, &CardFields::edited);
    connect(m_place, &PlaceFields::edited, this, &CardFields::edited);
    connect(m_commitment, &QComboBox::currentIndexChanged, this, &CardFields::followQuestion);
    followQuestion();
}

void CardFields::followQuestion()
{
    m_fields.setVisible("card_after", !m_commitment->currentData().toString().isEmpty());
}

void CardFields::setNetwork(const Experiment *network)
{
    m_place->setNetwork(network);
}

void CardFields::setCard(const DraftCard &draft)
{
    const QSignalBlocker quiet(this);
    m_base = draft;
    const LessonCard &card = draft.card;
    m_title->setText(QString::fromStdString(card.title));
    m_text->setPlainText(QString::fromStdString(card.text));
    m_after->setPlainText(QString::fromStdString(card.after));
    m_place->setPlace(card.place, card.level);
    const QString asked = QString::fromStdString(card.commitment);
    chooseData(*m_commitment, asked, tr("%1 (there is no such question)").arg(asked));
    QStringList measured;
    for (const std::string &name : card.evidence)
        measured += QString::fromStdString(name);
    chooseData(*m_evidence, measured, tr("as in the file: %1").arg(measured.join(u", "_qs)));
}

DraftCard CardFields::card() const
{
    DraftCard draft = m_base;
    LessonCard &card = draft.card;
    card.title = m_title->text().trimmed().toStdString();
    card.text = m_text->toPlainText().trimmed().toStdString();
    card.place = m_place->place();
    card.level = m_place->level();
    card.commitment = m_commitment->currentData().toString().toStdString();
    card.after = card.commitment.empty() ? std::string() : m_after->toPlainText().trimmed().toStdString();
    card.evidence.clear();
    for (const QString &name : m_evidence->currentData().toStringList())
        card.evidence.push_back(name.toStdString());
    return draft;
}

} // namespace gatescope
