// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/card_panel.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/common/typed_index.h"
#include "ui/learn/card_text.h"
#include "ui/learn/commitment_panel.h"
#include "ui/learn/deed_panel.h"
#include "ui/learn/small_letters.h"
#include "ui/learn/whole_lines.h"
#include "ui/learn/words_label.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

namespace gatescope {

/// One tick for each card: the present one is longer, those done are full.
class CardPanel::Ticks : public QWidget
{
public:
    using QWidget::QWidget;

    int cards = 0, now = 0;
    std::set<int> done;
    const Theme *theme = &gatescope::theme(ThemeName::light);

    QSize sizeHint() const override { return {24 * cards, 12}; }
    QSize minimumSizeHint() const override { return {4 * cards, 12}; } // less than the panel beside its scroll bar

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double step = std::min(24.0, double(width()) / std::max(cards, 1));
        for (int i = 0; i < cards; ++i) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(done.contains(i) ? theme->ink : i == now ? theme->ink2 : theme->line);
            const double high = i == now ? 8 : 4;
            const double wide = std::max(step - 6, 0.4 * step);
            painter.drawRoundedRect(QRectF(i * step, (height() - high) / 2, wide, high), 2, 2);
        }
    }
};

namespace {

/// Left to itself each layout tells the next outer one only when the program comes back to its events.
void layOutWithin(QWidget &widget)
{
    for (QWidget *child : widget.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        layOutWithin(*child);
    if (widget.layout())
        widget.layout()->activate();
}

} // namespace

CardPanel::CardPanel(QWidget *parent)
    : QWidget(parent), m_scroll(new QScrollArea(this)), m_counter(new QLabel(this)), m_title(new QLabel(this)),
      m_evidence(new WordsLabel(this)), m_notice(new WordsLabel(this)), m_ticks(new Ticks(this)),
      m_text(new CardText(this)), m_after(new CardText(this)), m_commitment(new CommitmentPanel(this)),
      m_deed(new DeedPanel(this)), m_list(new QPushButton(tr("← All lessons"), this)),
      m_back(new QPushButton(tr("Back"), this)), m_play(new QPushButton(tr("Play again"), this)),
      m_explore(new QPushButton(tr("Try it yourself"), this)), m_quiz(new QPushButton(this)),
      m_on(new QPushButton(tr("Next"), this))
{
    layOut();
    m_list->setToolTip(tr("The list of lessons (Esc); your place is kept"));
    m_list->setProperty("flat", true);
    m_list->hide();
    m_play->setToolTip(tr("Play the part that the card is about once more (P)"));
    m_explore->setToolTip(tr("Free play with this network in Explore (E); your place is kept"));
    m_explore->setAccessibleName(tr("Try it yourself in Explore"));
    m_on->setObjectName(QStringLiteral("lessonOn"));
    connect(m_on, &QPushButton::clicked, this, &CardPanel::onRequested);
    connect(m_list, &QPushButton::clicked, this, &CardPanel::startRequested);
    connect(m_back, &QPushButton::clicked, this, &CardPanel::backRequested);
    connect(m_play, &QPushButton::clicked, this, &CardPanel::playRequested);
    connect(m_explore, &QPushButton::clicked, this, &CardPanel::exploreRequested);
    connect(m_quiz, &QPushButton::clicked, this, &CardPanel::quizRequested);
    for (const CardText *text : {m_text, m_after})
        connect(text, &CardText::termPointed, this, &CardPanel::termPointed);
    connect(m_commitment, &CommitmentPanel::answered, this, [this] {
        settle();
        describeIt();
    });
}

void CardPanel::layOut()
{
    m_title->setWordWrap(true);
    m_counter->setProperty("secondary", true);
    m_notice->hide();
    auto *card = new QWidget;
    card->setObjectName(QStringLiteral("card"));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(14);
    auto *top = new QHBoxLayout;
    top->addWidget(m_list);
    top->addWidget(m_counter);
    top->addStretch(1);
    top->addWidget(m_ticks);
    column->addLayout(top);
    column->addWidget(m_title);
    // What comes with the answer stands under it: above the question it would give it away.
    for (QWidget *each :
         {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_commitment), static_cast<QWidget *>(m_after),
          static_cast<QWidget *>(m_evidence), static_cast<QWidget *>(m_deed)})
        column->addWidget(each);
    column->addStretch(1);
    m_scroll->setWidget(card);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_lines = new WholeLines(*m_scroll);

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 0, 8, 0); // as far as the card's text
    buttons->setSpacing(8);
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    buttons->addWidget(m_on);
    auto *freely = new QHBoxLayout;
    freely->setSpacing(8);
    for (QPushButton *button : {m_play, m_explore, m_quiz})
        button->setProperty("flat", true);
    freely->addWidget(m_play);
    freely->addWidget(m_explore);
    freely->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(24, 24, 16, 16);
    all->setSpacing(10);
    all->addWidget(m_scroll, 1);
    all->addWidget(m_notice);
    all->addWidget(m_quiz, 0, Qt::AlignLeft); // beside the other two there is no room for it
    all->addLayout(freely);
    all->addLayout(buttons);
}

void CardPanel::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_ticks->theme = &theme;
    const bool isSmall = pixels < smallLetters; // a small window: what comes with the answer is to be seen beside it
    layout()->setContentsMargins(24, isSmall ? 16 : 24, 16, isSmall ? 12 : 16);
    m_scroll->widget()->layout()->setSpacing(isSmall ? 10 : 14);
    m_counter->setFont(interfaceFont(0.82 * pixels));
    m_title->setFont(interfaceFont(1.55 * pixels, QFont::DemiBold));
    m_evidence->setLook(theme, interfaceFont(0.9 * pixels), true);
    m_notice->setLook(theme, interfaceFont(0.87 * pixels), true);
    for (CardText *text : {m_text, m_after})
        text->setLook(theme, pixels);
    m_commitment->setLook(theme, 0.94 * pixels);
    m_deed->setLook(theme, 0.94 * pixels);
    QPalette palette = m_scroll->palette();
    palette.setColor(QPalette::Window, theme.panel);
    m_scroll->setPalette(palette);
    m_scroll->widget()->setPalette(palette);
    m_lines->setColour(theme.panel);
    update();
}

void CardPanel::show(const CardShown &shown)
{
    const LessonCard &card = shown.lesson.cards[std::size_t(shown.index)];
    const int cards = int(shown.lesson.cards.size());
    m_counter->setText(tr("Card %1 of %2").arg(shown.index + 1).arg(cards));
    m_ticks->cards = cards;
    m_ticks->now = shown.index;
    m_ticks->updateGeometry();
    showLowered(*m_title, QString::fromStdString(card.title));
    m_text->setMarkdown(QString::fromStdString(card.text));
    tellAfter({});
    setMeasured({});
    m_commitment->ask(shown.question);
    m_deed->ask(card.deed, QString::fromStdString(card.asks));
    const bool isLast = shown.index + 1 == cards;
    nameBack();
    m_quiz->setText(tr("Quiz on chapter %1").arg(shown.endsChapter));
    m_quiz->setVisible(isLast && shown.endsChapter > 0);
    m_on->setText(!isLast ? tr("Next") : shown.isLastOfAll ? tr("Finish") : tr("Next lesson"));
    setNotice({});
    m_scroll->verticalScrollBar()->setValue(0);
    settle();
    describeIt();
}

void CardPanel::awaitMeasured(const LessonCard &card)
{
    reveal(card, {});
    tellMeasured(tr("Networks are learning for this card. It takes some seconds…"));
}

void CardPanel::reveal(const LessonCard &card, const std::vector<Evidence> &measured)
{
    tellAfter(QString::fromStdString(card.after));
    setMeasured(measured);
}

void CardPanel::tellAfter(const QString &after)
{
    m_after->setMarkdown(after);
    m_after->setVisible(!after.isEmpty());
}

void CardPanel::setMeasured(const std::vector<Evidence> &all)
{
    QStringList measured;
    for (const Evidence &each : all)
        measured += (each.holds ? tr("Measured just now: %1") : tr("Measured just now, and it does not hold here: %1"))
                        .arg(said(each.said));
    tellMeasured(measured.join(u"\n"_qs));
}

void CardPanel::tellMeasured(const QString &told)
{
    m_evidence->setWords(told);
    m_evidence->setVisible(!told.isEmpty());
    settle();
    describeIt();
}

/// What is inside has another height now: nothing is seen cut in the one that it had, and no scroll bar stays for what
/// is gone.
void CardPanel::settle()
{
    layOutWithin(*m_commitment);
    layOutWithin(*m_deed);
    m_scroll->widget()->layout()->invalidate();
    m_scroll->widget()->updateGeometry();
    QEvent now(QEvent::LayoutRequest);
    QCoreApplication::sendEvent(m_scroll, &now); // gives the card its size
    m_scroll->widget()->layout()->activate();
    m_lines->update();
}

void CardPanel::offerList(bool offered)
{
    m_list->setVisible(offered);
    nameBack();
}

void CardPanel::offerExplore(bool offered)
{
    m_explore->setVisible(offered);
}

void CardPanel::offerPlay(bool offered)
{
    m_play->setVisible(offered);
}

/// From the first card one goes back to the list, and the button says so; where another one does already it is not
/// there.
void CardPanel::nameBack()
{
    m_back->setText(m_ticks->now == 0 ? tr("← All lessons") : tr("Back"));
    m_back->setVisible(m_ticks->now > 0 || m_list->isHidden());
}

/// Reasons have made the options higher: only when they are laid out is it known where the right one is.
void CardPanel::showAnswer()
{
    QTimer::singleShot(0, this, [this] {
        if (QWidget *answer = m_commitment->rightAnswer())
            m_scroll->ensureWidgetVisible(answer, 0, 16);
        m_scroll->horizontalScrollBar()->setValue(0); // it goes down only
    });
}

bool CardPanel::scrollOn()
{
    settle();
    QScrollBar &bar = *m_scroll->verticalScrollBar();
    if (bar.value() >= bar.maximum())
        return false;
    bar.setValue(bar.value() + bar.pageStep() * 9 / 10); // some lines stay to read on from
    return true;
}

void CardPanel::setDone(const std::set<int> &done)
{
    m_ticks->done = done;
    m_ticks->update();
}

void CardPanel::setJudgement(const DeedJudgement &judgement)
{
    m_deed->show(judgement);
    settle();
    describeIt();
}

void CardPanel::setNotice(const QString &notice)
{
    m_notice->setWords(notice);
    m_notice->setVisible(!notice.isEmpty());
    describeIt();
}

QString CardPanel::notice() const
{
    return m_notice->text();
}

void CardPanel::setReady(bool ready)
{
    m_on->setProperty("primary", ready);
    m_on->style()->unpolish(m_on);
    m_on->style()->polish(m_on);
}

QString CardPanel::inWords() const
{
    QStringList words{m_text->text(),     m_commitment->inWords(), m_after->text(),
                      m_evidence->text(), m_deed->inWords(),       m_notice->text()};
    words.removeAll(QString());
    return words.join(' ').replace('\n', ' ');
}

void CardPanel::describeIt()
{
    setAccessibleName(m_counter->text() + u": "_qs + m_title->accessibleName());
    setAccessibleDescription(inWords());
}

void CardPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->panel);
    painter.setPen(m_theme->line);
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

} // namespace gatescope
