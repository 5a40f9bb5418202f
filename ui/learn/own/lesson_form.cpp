// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/own/lesson_form.h"

#include "ui/common/learning_texts.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/word_items.h"
#include "ui/learn/own/card_fields.h"
#include "ui/learn/own/main_claim_field.h"
#include "ui/learn/own/source_ticks.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int longestLesson = 60; ///< minutes
constexpr int linesOfCards = 5;
constexpr int largestPlaceInList = 1'000'000;

/// "cards[2].text: …" is of card 2 and its field "text"; of what was read from a file the line stands before it.
struct ProblemPlace {
    std::optional<int> card;
    QString field;
    QString rest; ///< the sentence from the field on
};

ProblemPlace placeOf(const QString &sentence)
{
    static const QRegularExpression line(QStringLiteral("^\\w+ \\d+: "));
    static const QRegularExpression ofCard(QStringLiteral("^cards\\[(\\d+)\\]\\.?"));
    static const QRegularExpression word(QStringLiteral("^\\w+"));
    const QString said = sentence.mid(line.match(sentence).capturedLength());
    const auto card = ofCard.match(said);
    ProblemPlace place;
    place.rest = said.mid(card.capturedLength());
    if (card.hasMatch())
        place.card = card.captured(1).toInt();
    place.field = word.match(place.rest).captured();
    return place;
}

} // namespace

LessonForm::LessonForm(const LessonSurroundings &around, const std::filesystem::path &folder, OpenNetwork open,
                       QWidget *parent)
    : QWidget(parent), m_around(around), m_layout(new QFormLayout(this)), m_fields(*m_layout), m_title(new QLineEdit),
      m_minutes(new QSpinBox), m_number(new QSpinBox), m_essential(new QCheckBox(tr("belongs to the essentials"))),
      m_network(new NetworkField(around, folder, std::move(open))), m_claim(new MainClaimField),
      m_sources(new SourceTicks(sourcesAsSpoken(around.resources).sources)), m_cards(new QListWidget),
      m_add(new QPushButton(tr("Add a card"))), m_remove(new QPushButton(tr("Remove it"))),
      m_earlier(new QPushButton(tr("Earlier"))), m_later(new QPushButton(tr("Later")))
{
    m_layout->setContentsMargins(16, 16, 16, 16);
    m_layout->setVerticalSpacing(6);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_minutes->setRange(1, longestLesson);
    m_number->setRange(0, largestPlaceInList);
    m_number->setSpecialValueText(tr("behind the others"));
    addRows();
    m_cardFields = new CardFields(m_fields, around, this);
    connectParts();
    setDraft({});
}

void LessonForm::addRows()
{
    m_essential->setToolTip(tr("The short path, “Only the essentials”, takes its readers through it"));
    m_claim->setToolTip(tr("What the lesson says above all, of what its cards measure"));
    m_fields.add("title", tr("&Title"), m_title);
    m_fields.add("minutes", tr("M&inutes"), m_minutes);
    m_fields.add("number", tr("&Place in the list"), m_number);
    m_fields.add("essential", tr("Short path (&1)"), m_essential);
    m_fields.add("experiment", tr("Netw&ork"), m_network);
    m_fields.add("evidence", tr("Main claim (&3)"), m_claim);
    m_fields.add("sources", tr("Sources (&4)"), m_sources);
    m_fields.add("cards", tr("Ca&rds"), cardList());
}

void LessonForm::connectParts()
{
    connect(m_title, &QLineEdit::textEdited, this, &LessonForm::edited);
    for (QSpinBox *number : {m_minutes, m_number})
        connect(number, &QSpinBox::valueChanged, this, &LessonForm::edited);
    connect(m_essential, &QCheckBox::clicked, this, &LessonForm::edited);
    connect(m_network, &NetworkField::edited, this, [this] {
        followNetwork();
        emit edited();
    });
    connect(m_network, &NetworkField::refused, this, [this](const Error &why) { showProblem(why); });
    connect(m_claim, &QComboBox::activated, this, &LessonForm::edited);
    connect(m_sources, &SourceTicks::edited, this, &LessonForm::edited);
    connect(m_cards, &QListWidget::currentRowChanged, this, &LessonForm::showCard);
    connect(m_cardFields, &CardFields::questionRequested, this, &LessonForm::questionRequested);
    connect(m_cardFields, &CardFields::edited, this, &LessonForm::noteEdit);
}

QWidget *LessonForm::cardList()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    m_cards->setFixedHeight(linesOfCards * (m_cards->fontMetrics().lineSpacing() + 6));
    m_cards->setItemDelegate(new WordItems(m_cards));
    row->addWidget(m_cards, 1);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(4);
    for (QPushButton *button : {m_add, m_remove, m_earlier, m_later})
        buttons->addWidget(button);
    buttons->addStretch(1);
    row->addLayout(buttons);
    box->setFocusProxy(m_cards);
    m_cards->setAccessibleName(tr("Cards"));
    m_earlier->setToolTip(tr("The card before it comes behind it"));
    m_later->setToolTip(tr("The card behind it comes before it"));
    connect(m_add, &QPushButton::clicked, this, &LessonForm::addCard);
    connect(m_remove, &QPushButton::clicked, this, &LessonForm::removeCard);
    connect(m_earlier, &QPushButton::clicked, this, [this] { moveCard(-1); });
    connect(m_later, &QPushButton::clicked, this, [this] { moveCard(1); });
    return box;
}

void LessonForm::setDraft(const LessonDraft &draft)
{
    const QSignalBlocker quiet(this);
    showProblem({});
    m_draft = draft;
    m_card = 0;
    m_title->setText(QString::fromStdString(draft.title));
    m_minutes->setValue(draft.minutes);
    m_number->setValue(draft.number);
    m_essential->setChecked(draft.isEssential);
    m_network->setExperiment(draft.experiment);
    m_sources->setIds(draft.sources);
    followNetwork();
    if (m_draft.cards.empty())
        m_draft.cards.emplace_back();
    m_claim->setClaim(draft.claim, m_draft.cards);
    fillCards();
    m_cardFields->setCard(m_draft.cards.front());
}

LessonDraft LessonForm::draft() const
{
    LessonDraft draft = m_draft;
    draft.title = m_title->text().trimmed().toStdString();
    draft.minutes = m_minutes->value();
    draft.number = m_number->value();
    draft.isEssential = m_essential->isChecked();
    draft.experiment = m_network->experiment();
    draft.claim = m_claim->claim();
    draft.sources = m_sources->ids();
    draft.cards[std::size_t(m_card)] = m_cardFields->card();
    return draft;
}

QString LessonForm::state() const
{
    return QString::fromStdString(writeJson(toJson(draft())));
}

void LessonForm::followNetwork()
{
    const auto network = m_network->network();
    m_cardFields->setNetwork(network ? &*network : nullptr);
}

Result<void> LessonForm::takeNetwork(const QString &file)
{
    const auto taken = m_network->takeFile(file);
    followNetwork();
    return taken;
}

void LessonForm::keepCard()
{
    m_draft.cards[std::size_t(m_card)] = m_cardFields->card();
}

void LessonForm::fillCards()
{
    const QSignalBlocker quiet(m_cards);
    m_cards->clear();
    for (std::size_t i = 0; i < m_draft.cards.size(); ++i) {
        const QString title = QString::fromStdString(m_draft.cards[i].card.title);
        m_cards->addItem(QStringLiteral("%1  %2").arg(i + 1).arg(title.isEmpty() ? tr("without a headline") : title));
    }
    m_cards->setCurrentRow(m_card);
    m_remove->setEnabled(m_draft.cards.size() > 1);
    m_earlier->setEnabled(m_card > 0);
    m_later->setEnabled(m_card + 1 < std::ssize(m_draft.cards));
}

void LessonForm::showCard(int card)
{
    if (card < 0 || card >= std::ssize(m_draft.cards) || card == m_card)
        return;
    keepCard();
    m_card = card;
    fillCards();
    m_cardFields->setCard(m_draft.cards[std::size_t(card)]);
}

void LessonForm::addCard()
{
    keepCard();
    DraftCard fresh;
    fresh.card.place = m_draft.cards[std::size_t(m_card)].card.place; // one tells on where one is
    m_draft.cards.insert(m_draft.cards.begin() + m_card + 1, fresh);
    ++m_card;
    fillCards();
    m_cardFields->setCard(fresh);
    m_cardFields->focusTitle(); // where one goes on
    emit edited();
}

void LessonForm::removeCard()
{
    if (m_draft.cards.size() < 2)
        return;
    m_draft.cards.erase(m_draft.cards.begin() + m_card);
    m_card = std::min(m_card, int(m_draft.cards.size()) - 1);
    m_claim->follow(m_draft.cards);
    fillCards();
    m_cardFields->setCard(m_draft.cards[std::size_t(m_card)]);
    emit edited();
}

void LessonForm::moveCard(int by)
{
    const int to = m_card + by;
    if (to < 0 || to >= std::ssize(m_draft.cards))
        return;
    keepCard();
    std::swap(m_draft.cards[std::size_t(m_card)], m_draft.cards[std::size_t(to)]);
    m_card = to;
    fillCards();
    emit edited();
}

/// The list follows a headline as it is written.
void LessonForm::noteEdit()
{
    keepCard();
    m_claim->follow(m_draft.cards);
    fillCards();
    emit edited();
}

void LessonForm::showProblem(const std::optional<Error> &problem)
{
    m_problem = problem ? said(problem->sentence) : QString();
    if (!problem)
        return m_fields.showProblem({}, {});
    const ProblemPlace place = placeOf(m_problem);
    if (place.card)
        showCard(*place.card);
    const std::string field = (place.card ? "card_" : "") + place.field.toStdString();
    const std::string otherwise = place.card ? "card_text" : "cards";
    m_fields.showProblem(m_fields.has(field) ? field : otherwise, withoutPlace(place.rest));
}

void LessonForm::followQuestions()
{
    m_cardFields->setQuestions(m_around);
}

void LessonForm::focusTitle()
{
    m_title->setFocus(Qt::OtherFocusReason);
}

} // namespace gatescope
