// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/bars/prediction_bar.h"

#include "ui/classroom/class_phones.h"
#include "ui/classroom/phones_dialog.h"
#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/document/playing/predictions.h"
#include "ui/explore/bars/phone_predictions.h"
#include "ui/explore/controls/option_button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>

#include <numeric>

namespace gatescope {

namespace {
constexpr int mostHands = 999;
}

PredictionBar::PredictionBar(Predictions &predictions, ClassPhones *phones, QWidget *parent)
    : QWidget(parent), m_predictions(predictions), m_words(new QLabel(this)),
      m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this)), m_optionsRow(new QHBoxLayout),
      m_count(new QPushButton(tr("Count hands"), this)), m_show(new QPushButton(tr("Show"), this)), m_phones(phones),
      m_letIn(new QPushButton(this))
{
    setAccessibleName(tr("Prediction"));
    m_layout->setContentsMargins(24, 6, 24, 6);
    m_layout->setSpacing(6);
    m_words->setWordWrap(true);
    m_layout->addWidget(m_words, 1);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(12);
    answers->addLayout(m_optionsRow);
    answers->addWidget(m_show);
    answers->addWidget(m_count);
    answers->addWidget(m_letIn);
    answers->addStretch(); // buttons on a line of their own are as wide as their words
    m_layout->addLayout(answers);
    m_optionsRow->setSpacing(6);
    m_count->setCheckable(true);
    m_count->setToolTip(tr("Type how many raised their hand for each answer"));
    connect(m_count, &QPushButton::toggled, this, &PredictionBar::refresh);
    connect(m_show, &QPushButton::clicked, this, &PredictionBar::showHands);
    connect(&predictions, &Predictions::changed, this, &PredictionBar::refresh);
    connect(&predictions, &Predictions::turned, this, &QWidget::setVisible);
    connectPhones();
    setVisible(predictions.isOn());
    refresh();
}

void PredictionBar::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    // Where there is little room the question has a line of its own.
    m_layout->setDirection(settings.compact || settings.classroom ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_words->setFont(interfaceFont(settings.px(settings.classroom ? 24 : settings.compact ? 13 : 16), QFont::DemiBold));
    setTextColour(*m_words, settings.theme->ink);
    const QFont small = interfaceFont(settings.px(settings.classroom ? 18 : settings.compact ? 12 : 13));
    m_count->setFont(small);
    m_show->setFont(small);
    m_letIn->setFont(small);
    for (OptionButton *option : m_options)
        option->setSettings(settings);
    for (QSpinBox *hands : m_hands) {
        hands->setFont(small);
        hands->setFixedWidth(int(settings.px(48)));
    }
    update();
}

void PredictionBar::connectPhones()
{
    m_letIn->setVisible(m_phones != nullptr);
    if (!m_phones)
        return;
    m_letIn->setAccessibleName(tr("Phones of the class"));
    m_letIn->setToolTip(tr("A class answers from its phones; they are counted however the answer is shown"));
    m_fromPhones = new PhonePredictions(m_predictions, *m_phones, this);
    connect(m_letIn, &QPushButton::clicked, this, [this] {
        auto *dialog = new PhonesDialog(*m_phones, classAddresses(), window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_phones, &ClassPhones::openChanged, this, &PredictionBar::countPhones);
    connect(m_phones, &ClassPhones::rosterChanged, this, &PredictionBar::countPhones);
    connect(m_fromPhones, &PhonePredictions::phoneAnswered, this, &PredictionBar::countPhones);
    countPhones();
}

void PredictionBar::countPhones()
{
    const bool asks = m_predictions.question() && !m_predictions.isRevealed();
    m_letIn->setText(!m_phones->isOpen() ? tr("Phones…")
                         : asks          ? tr("Phones: %1 of %2").arg(m_fromPhones->answered()).arg(m_phones->present())
                                         : tr("Phones: %1").arg(m_phones->present()));
}

void PredictionBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_fromPhones)
        m_fromPhones->setSeen(true);
}

void PredictionBar::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_fromPhones)
        m_fromPhones->setSeen(false);
}

bool PredictionBar::isCounting() const
{
    return m_count->isChecked();
}

void PredictionBar::setCounting(bool counting)
{
    m_count->setChecked(counting);
}

void PredictionBar::makeOptions(int count)
{
    while (m_options.size() > count) {
        m_options.takeLast()->deleteLater();
        m_hands.takeLast()->deleteLater();
    }
    while (m_options.size() < count) {
        const int index = static_cast<int>(m_options.size());
        auto *option = new OptionButton(index + 1, this);
        auto *hands = new QSpinBox(this);
        hands->setRange(0, mostHands);
        hands->setButtonSymbols(QAbstractSpinBox::NoButtons);
        hands->setAccessibleName(tr("Hands for answer %1").arg(index + 1));
        m_optionsRow->addWidget(option);
        m_optionsRow->addWidget(hands);
        connect(option, &QAbstractButton::clicked, this, [this, index] { m_predictions.answer(index); });
        connect(hands, &QSpinBox::valueChanged, this, &PredictionBar::countHands);
        connect(hands->findChild<QLineEdit *>(), &QLineEdit::returnPressed, this, &PredictionBar::showHands);
        m_options.append(option);
        m_hands.append(hands);
    }
    setSettings(m_settings);
}

void PredictionBar::refresh()
{
    const auto &question = m_predictions.question();
    const bool asks = question && !m_predictions.isRevealed();
    const int count = question ? static_cast<int>(question->options.size()) : 0;
    if (count != m_options.size())
        makeOptions(count);
    m_words->setText(wordsNow());
    m_words->setAccessibleName(m_words->text());
    m_show->setVisible(asks && isCounting());
    countHands();
    const auto &answers = m_predictions.answers();
    const int all = std::accumulate(answers.begin(), answers.end(), 0);
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        m_options[i]->setOption(said(question->options[at]));
        // While hands are typed in, digits are numbers of hands, and Tab goes from field to field.
        if (isCounting())
            m_options[i]->setShortcut({});
        m_options[i]->setFocusPolicy(isCounting() ? Qt::NoFocus : Qt::StrongFocus);
        m_hands[i]->setVisible(asks && isCounting());
        if (asks) {
            m_options[i]->setVerdict(OptionButton::Verdict::open);
            continue;
        }
        m_hands[i]->setValue(0);
        m_options[i]->setVerdict(at == question->right ? OptionButton::Verdict::right : OptionButton::Verdict::wrong,
                                 all > 1               ? double(answers[at]) / all
                                     : answers[at] > 0 ? 1.0
                                                       : -1.0,
                                 answers[at]);
    }
}

void PredictionBar::showHands()
{
    std::vector<int> hands;
    for (const QSpinBox *box : m_hands)
        hands.push_back(box->value());
    m_predictions.answer(hands);
}

void PredictionBar::countHands()
{
    int all = 0;
    for (const QSpinBox *box : m_hands)
        all += box->value();
    m_show->setText(all == 0 ? tr("Show") : tr("Show, hands: %1").arg(all));
}

QString PredictionBar::wordsNow() const
{
    const auto &question = m_predictions.question();
    if (question && !m_predictions.isRevealed())
        return said(question->question);
    const QString score = m_predictions.answered() == 0
        ? QString()
        : tr("%1 of %2 answers were right so far.").arg(m_predictions.right()).arg(m_predictions.answered());
    if (!question)
        return tr("Predict first: Space asks for the next value. %1").arg(score).trimmed();
    return (said(question->outcome) + ' ' + score).trimmed();
}

void PredictionBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_settings.theme->wash);
    painter.setPen(QPen(m_settings.theme->line, 1));
    painter.drawLine(0, 0, width(), 0);
}

} // namespace gatescope
