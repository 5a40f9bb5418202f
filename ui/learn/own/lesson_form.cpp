// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/own/lesson_form.h"

#include "ui/common/translate.h"
#include "ui/learn/own/card_fields.h"

#include <QComboBox>
#include <QFileDialog>
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

/// "cards[2].text: …" is of card 2 and its field "text".
struct ProblemPlace {
    std::optional<int> card;
    QString field;
    QString rest; ///< the sentence from the field on
};

ProblemPlace placeOf(const QString &sentence)
{
    static const QRegularExpression ofCard(QStringLiteral("^cards\\[(\\d+)\\]\\.?"));
    static const QRegularExpression word(QStringLiteral("^\\w+"));
    const auto card = ofCard.match(sentence);
    ProblemPlace place;
    place.rest = sentence.mid(card.capturedLength());
    if (card.hasMatch())
        place.card = card.captured(1).toInt();
    place.field = word.match(place.rest).captured();
    return place;
}

} // namespace

LessonForm::LessonForm(const LessonSurroundings &around, const std::filesystem::path &folder, QWidget *parent)
    : QWidget(parent), m_around(around), m_folder(folder), m_layout(new QFormLayout(this)), m_fields(*m_layout),
      m_title(new QLineEdit), m_minutes(new QSpinBox), m_number(new QSpinBox), m_network(new QComboBox),
      m_cards(new QListWidget),
      m_add(new QPushButton(tr("Add a card"))), m_remove(new QPushButton(tr("Remove it"))),
      m_earlier(new QPushButton(tr("Earlier"))), m_later(new QPushButton(tr("Later")))
{
    m_layout->setContentsMargins(16, 16, 16, 16);
    m_layout->setVerticalSpacing(6);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_minutes->setRange(1, longestLesson);
    m_number->setRange(0, largestPlaceInList);
    m_number->setSpecialValueText(tr("behind the others"));
    m_network->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_network->setMinimumContentsLength(24);
    m_fields.add("title", tr("&Title"), m_title);
    m_fields.add("minutes", tr("M&inutes"), m_minutes);
    m_fields.add("number", tr("&Place in the list"), m_number);
    m_fields.add("experiment", tr("Netw&ork"), m_network);
    m_fields.add("cards", tr("Ca&rds"), cardList());
    m_cardFields = new CardFields(m_fields, around, this);
    connect(m_title, &QLineEdit::textEdited, this, &LessonForm::edited);
    for (QSpinBox *number : {m_minutes, m_number})
        connect(number, &QSpinBox::valueChanged, this, &LessonForm::edited);
    connect(m_cardFields, &CardFields::questionRequested, this, &LessonForm::questionRequested);
    connect(m_network, &QComboBox::activated, this, [this](int row) {
        if (row == int(m_networks.size()))
            chooseFile();
        else
            m_draft.experiment = m_networks[std::size_t(row)];
        followNetwork();
        emit edited();
    });
    connect(m_cards, &QListWidget::currentRowChanged, this, &LessonForm::showCard);
    connect(m_cardFields, &CardFields::edited, this, &LessonForm::noteEdit);
    setDraft({});
}

QWidget *LessonForm::cardList()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    m_cards->setFixedHeight(linesOfCards * (m_cards->fontMetrics().lineSpacing() + 6));
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
    fillNetworks(draft.experiment);
    if (m_draft.cards.empty())
        m_draft.cards.emplace_back();
    fillCards();
    m_cardFields->setCard(m_draft.cards.front());
}

LessonDraft LessonForm::draft() const
{
    LessonDraft draft = m_draft;
    draft.title = m_title->text().trimmed().toStdString();
    draft.minutes = m_minutes->value();
    draft.number = m_number->value();
    if (const auto row = std::size_t(m_network->currentIndex()); row < m_networks.size())
        draft.experiment = m_networks[row];
    draft.cards[std::size_t(m_card)] = m_cardFields->card();
    return draft;
}

QString LessonForm::state() const
{
    return QString::fromStdString(writeJson(toJson(draft())));
}

/// The demos, one's own files, the one that the lesson has where it is none of them, and a way to more.
void LessonForm::fillNetworks(const Json &chosen)
{
    m_network->clear();
    m_networks.clear();
    for (const OfferedNetwork &offered : offeredNetworks(m_folder, m_around.resources)) {
        m_network->addItem(QString::fromStdString(offered.title));
        m_networks.push_back(offered.experiment);
    }
    auto at = std::ranges::find(m_networks, chosen);
    if (at == m_networks.end()) {
        m_network->addItem(tr("as in the lesson's file"));
        m_networks.push_back(chosen);
        at = m_networks.end() - 1;
    }
    m_network->addItem(tr("a file…"));
    m_network->setCurrentIndex(int(at - m_networks.begin()));
    followNetwork();
}

void LessonForm::followNetwork()
{
    const auto row = std::size_t(m_network->currentIndex());
    const auto network = row < m_networks.size() ? experimentOfLesson(m_networks[row], m_folder, m_around)
                                                 : Result<Experiment>(error("experiment: none is chosen."));
    m_cardFields->setNetwork(network ? &*network : nullptr);
}

Result<void> LessonForm::takeNetwork(const QString &file)
{
    const auto name = takeExperiment(file.toStdString(), m_folder);
    if (!name)
        return inPlace("experiment", name.error());
    m_draft.experiment = Json{{"file", *name}};
    fillNetworks(m_draft.experiment);
    return {};
}

void LessonForm::chooseFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Take a network"), {},
                                                      tr("Experiments (*.gatescope);;All files (*)"));
    fillNetworks(m_draft.experiment);
    if (file.isEmpty())
        return;
    if (const auto taken = takeNetwork(file); !taken)
        showProblem(taken.error());
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
    m_draft.cards[std::size_t(m_card)] = m_cardFields->card();
    m_card = card;
    fillCards();
    m_cardFields->setCard(m_draft.cards[std::size_t(card)]);
}

void LessonForm::addCard()
{
    m_draft.cards[std::size_t(m_card)] = m_cardFields->card();
    DraftCard fresh;
    fresh.card.place = m_draft.cards[std::size_t(m_card)].card.place; // one tells on where one is
    m_draft.cards.insert(m_draft.cards.begin() + m_card + 1, fresh);
    ++m_card;
    fillCards();
    m_cardFields->setCard(fresh);
    emit edited();
}

void LessonForm::removeCard()
{
    if (m_draft.cards.size() < 2)
        return;
    m_draft.cards.erase(m_draft.cards.begin() + m_card);
    m_card = std::min(m_card, int(m_draft.cards.size()) - 1);
    fillCards();
    m_cardFields->setCard(m_draft.cards[std::size_t(m_card)]);
    emit edited();
}

void LessonForm::moveCard(int by)
{
    const int to = m_card + by;
    if (to < 0 || to >= std::ssize(m_draft.cards))
        return;
    m_draft.cards[std::size_t(m_card)] = m_cardFields->card();
    std::swap(m_draft.cards[std::size_t(m_card)], m_draft.cards[std::size_t(to)]);
    m_card = to;
    fillCards();
    emit edited();
}

/// The list follows a headline as it is written.
void LessonForm::noteEdit()
{
    m_draft.cards[std::size_t(m_card)] = m_cardFields->card();
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
