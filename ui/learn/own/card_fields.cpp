// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/own/card_fields.h"

#include "core/learning/claims/evidence.h"
#include "ui/common/translate.h"
#include "ui/learn/own/choice_box.h"
#include "ui/learn/own/deed_fields.h"
#include "ui/learn/own/place_fields.h"
#include "ui/learn/own/stage_fields.h"

#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace gatescope {

namespace {

const QString toBeWritten = QStringLiteral("\n"); ///< no question has such an id

/// What is written in the field, or as it was where nothing of it was changed: a field tells hard blanks as blanks.
std::string wordsIn(const QPlainTextEdit &field, const std::string &before)
{
    const QString words = field.toPlainText().trimmed();
    const bool isSame = words == QString::fromStdString(before).replace(QChar::Nbsp, u' ').trimmed();
    return isSame ? before : words.toStdString();
}

std::vector<std::string> namesIn(const QStringList &list)
{
    std::vector<std::string> names;
    for (const QString &name : list)
        names.push_back(name.toStdString());
    return names;
}

} // namespace

CardFields::CardFields(FormFields &fields, const LessonSurroundings &around, QObject *parent)
    : QObject(parent), m_fields(fields), m_title(new QLineEdit), m_text(paragraphField(6)), m_after(paragraphField(3)),
      m_place(new PlaceFields), m_before(new WaitingFields), m_highlight(new ChoiceBox), m_commitment(new ChoiceBox),
      m_evidence(new ChoiceBox), m_moreEvidence(new ChoiceBox), m_bias(new BiasField), m_sliders(new SliderFields),
      m_deed(new DeedFields)
{
    addRows();
    fillQuestions(around);
    fillClaims();
    fillLetters(nullptr);
    for (ChoiceBox *box : {m_highlight, m_evidence, m_moreEvidence})
        connect(box, &QComboBox::activated, this, &CardFields::edited);
    for (QPlainTextEdit *field : {m_text, m_after})
        connect(field, &QPlainTextEdit::textChanged, this, &CardFields::edited);
    connect(m_title, &QLineEdit::textEdited, this, &CardFields::edited);
    connect(m_place, &PlaceFields::edited, this, &CardFields::edited);
    connect(m_before, &WaitingFields::edited, this, &CardFields::edited);
    connect(m_bias, &BiasField::edited, this, &CardFields::edited);
    connect(m_sliders, &SliderFields::edited, this, &CardFields::edited);
    connect(m_deed, &DeedFields::edited, this, &CardFields::edited);
    connect(m_commitment, &QComboBox::activated, this, &CardFields::chooseQuestion);
    connect(m_commitment, &QComboBox::currentIndexChanged, this, &CardFields::followQuestion);
    connect(m_evidence, &QComboBox::currentIndexChanged, this, &CardFields::followQuestion);
    followQuestion();
}

void CardFields::addRows()
{
    m_fields.add("card_title", tr("&Headline"), m_title);
    m_fields.add("card_text", tr("Te&xt"), m_text);
    m_fields.add("card_place", tr("St&age"), m_place);
    m_fields.add("card_highlight", tr("Li&ghts up"), m_highlight);
    m_fields.add("card_update_bias", tr("&Update bias"), m_bias);
    m_fields.add("card_controls", tr("Slid&ers"), m_sliders);
    m_fields.add("card_evidence", tr("&Measured"), m_evidence);
    m_fields.add("card_more_evidence", tr("and measured (&2)"), m_moreEvidence);
    m_fields.add("card_commitment", tr("&Question"), m_commitment);
    m_fields.add("card_before", tr("Stage &before it"), m_before);
    m_fields.add("card_after", tr("Said a&fter it"), m_after);
    m_fields.add("card_deed", tr("Tas&k"), m_deed);
    m_text->setPlaceholderText(
        tr("Markdown: **bold**, *slanted*, `h`, and [update gate z](z) for a letter of the equations. An empty line "
           "begins a paragraph."));
    m_after->setPlaceholderText(tr("What is said once the question is answered; may stay empty."));
}

void CardFields::fillQuestions(const LessonSurroundings &around)
{
    const QSignalBlocker quiet(m_commitment);
    m_commitment->clear();
    m_commitment->addItem(tr("nothing is asked"), QString());
    m_commitment->addItem(tr("one that I write now…"), toBeWritten);
    m_commitment->insertSeparator(m_commitment->count());
    for (std::size_t i = 0; i < around.questions.size(); ++i) {
        if (i == around.ownQuestions && i > 0)
            m_commitment->insertSeparator(m_commitment->count());
        m_commitment->addItem(rowWords(said(around.questions[i].text)), QString::fromStdString(around.questions[i].id));
    }
}

void CardFields::fillClaims()
{
    for (ChoiceBox *box : {m_evidence, m_moreEvidence}) {
        box->addItem(tr("nothing is measured"), QStringList());
        for (const Claim &claim : claims())
            box->addItem(rowWords(translated(claim.says)), QStringList{written(claim.name)});
    }
    m_moreEvidence->setItemText(0, tr("nothing else"));
}

/// What is read, the state before and after, and what each block of the cell makes.
void CardFields::fillLetters(const Experiment *network)
{
    const QVariant before = m_highlight->currentData();
    m_highlight->clear();
    m_highlight->addItem(tr("nothing"), QString());
    for (const auto &[letter, shown] : {std::pair("x", "x"), std::pair("h", "h"), std::pair("h_new", "h′")})
        m_highlight->addItem(QString::fromUtf8(shown), QString::fromLatin1(letter));
    for (const Block &block : describe(network ? network->spec.cell : CellKind::gru).blocks)
        if (block.letter != "h")
            m_highlight->addItem(written(block.letter), written(block.letter));
    m_highlight->chooseData(before.isValid() ? before : QVariant(QString()), before.toString());
}

void CardFields::setQuestions(const LessonSurroundings &around)
{
    QStringList known;
    for (int i = 0; i < m_commitment->count(); ++i)
        known += m_commitment->itemData(i).toString();
    fillQuestions(around);
    QString asked = m_asked;
    for (std::size_t i = 0; i < around.ownQuestions && m_wantsNew && asked == m_asked; ++i)
        if (const QString id = QString::fromStdString(around.questions[i].id); !known.contains(id))
            asked = id;
    const bool isNew = asked != m_asked;
    m_commitment->chooseData(asked, tr("%1 (there is no such question)").arg(asked));
    m_asked = asked;
    followQuestion();
    if (isNew) {
        m_wantsNew = false;
        emit edited();
    }
}

void CardFields::chooseQuestion()
{
    if (m_commitment->currentData().toString() == toBeWritten) {
        m_commitment->setCurrentIndex(m_commitment->findData(m_asked));
        m_wantsNew = true;
        emit questionRequested();
        return;
    }
    m_asked = m_commitment->currentData().toString();
    m_wantsNew = false;
    emit edited();
}

void CardFields::followQuestion()
{
    const QString asked = m_commitment->currentData().toString();
    m_fields.setVisible("card_after", !asked.isEmpty() && asked != toBeWritten);
    m_fields.setVisible("card_before", !asked.isEmpty() && asked != toBeWritten);
    m_fields.setVisible("card_more_evidence", m_evidence->currentData().toStringList().size() == 1);
}

void CardFields::setNetwork(const Experiment *network)
{
    m_place->setNetwork(network);
    m_before->setNetwork(network);
    m_deed->setNetwork(network);
    fillLetters(network);
}

void CardFields::setCard(const DraftCard &draft)
{
    const QSignalBlocker quiet(this);
    m_base = draft;
    m_wantsNew = false;
    const LessonCard &card = draft.card;
    m_title->setText(QString::fromStdString(card.title));
    m_text->setPlainText(QString::fromStdString(card.text));
    m_after->setPlainText(QString::fromStdString(card.after));
    m_place->setPlace(card.place, card.level);
    m_before->setPlace(card.before, card.place);
    const QString lit = QString::fromStdString(card.highlight);
    m_highlight->chooseData(lit, lit);
    m_bias->setBias(card.updateBias);
    m_sliders->setNames(card.controls);
    m_deed->setDeed(card.deed, card.asks);
    m_asked = QString::fromStdString(card.commitment);
    m_commitment->chooseData(m_asked, tr("%1 (there is no such question)").arg(m_asked));
    QStringList measured;
    for (const std::string &name : card.evidence)
        measured += QString::fromStdString(name);
    QStringList more;
    if (measured.size() == 2 && m_evidence->findData(QStringList{measured[1]}) >= 0)
        more += measured.takeLast();
    m_evidence->chooseData(measured, tr("as in the file: %1").arg(measured.join(u", "_qs)));
    m_moreEvidence->chooseData(more, QString());
    followQuestion();
}

void CardFields::focusTitle()
{
    m_title->setFocus(Qt::OtherFocusReason);
}

DraftCard CardFields::card() const
{
    DraftCard draft = m_base;
    LessonCard &card = draft.card;
    card.title = m_title->text().trimmed().toStdString();
    card.text = wordsIn(*m_text, m_base.card.text);
    card.place = m_place->place();
    card.level = m_place->level();
    card.highlight = m_highlight->currentData().toString().toStdString();
    card.updateBias = m_bias->bias();
    card.controls = m_sliders->names();
    card.deed = m_deed->deed();
    card.asks = m_deed->asks();
    card.commitment = m_commitment->currentData().toString().toStdString();
    card.after = card.commitment.empty() ? std::string() : wordsIn(*m_after, m_base.card.after);
    card.before = card.commitment.empty() ? std::nullopt : m_before->place();
    QStringList measured = m_evidence->currentData().toStringList();
    if (measured.size() == 1)
        measured += m_moreEvidence->currentData().toStringList();
    card.evidence = namesIn(measured);
    return draft;
}

} // namespace gatescope
