// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/run_bar.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/document/training/training.h"

#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QtMath>

#include <cmath>

namespace gatescope {

namespace {

QPushButton *button(const QString &text, const QString &help, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setToolTip(help);
    made->setAccessibleDescription(help);
    made->setFocusPolicy(Qt::TabFocus); // after a click Space still starts and pauses
    return made;
}

int widthOf(const QLabel &label, const QString &words)
{
    return qCeil(QFontMetricsF(label.font()).horizontalAdvance(words)) + 2;
}

} // namespace

QString timeInWords(double seconds)
{
    if (seconds < 90)
        return RunBar::tr("about %1 s").arg(std::max(1, int(std::lround(seconds))));
    if (seconds < 90 * 60)
        return RunBar::tr("about %1 min").arg(int(std::lround(seconds / 60)));
    return RunBar::tr("about %1 h").arg(int(std::lround(seconds / 3600)));
}

RunBar::RunBar(Training &training, QWidget *parent)
    : QWidget(parent), m_training(training),
      m_turn(button(tr("Start"), tr("Starts the run or pauses it (Space)"), this)),
      m_once(button(tr("One update"), tr("One update, then pauses (Right)"), this)),
      m_weight(button(tr("One weight…"), tr("Shows what the next update does to one weight"), this)),
      m_stop(button(tr("Stop"), tr("Ends the run where it is; the next start begins anew"), this)),
      m_reset(button(tr("Reset"), tr("Back to before the first update: the same settings give the same curve again"),
                     this)),
      m_file(button(tr("Keep…"), tr("Keeps the run in a file, or goes on with one that was kept"), this)),
      m_open(button(tr("Open in Explore"), {}, this)), m_count(new QLabel(this)), m_left(new QLabel(this)),
      m_speed(new QLabel(this)), m_progress(new QProgressBar(this))
{
    m_turn->setObjectName(QStringLiteral("turn"));
    m_turn->setProperty("primary", true);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Updates made"));
    auto *menu = new QMenu(m_file);
    connect(menu->addAction(tr("Keep the run in a file…")), &QAction::triggered, this, &RunBar::keepRequested);
    connect(menu->addAction(tr("Go on with a kept run…")), &QAction::triggered, this, &RunBar::resumeRequested);
    m_file->setMenu(menu);

    auto *row = new QHBoxLayout(this);
    row->setSpacing(8);
    for (QPushButton *each : {m_turn, m_once, m_weight, m_stop, m_reset, m_file})
        row->addWidget(each);
    row->addSpacing(16);
    row->addWidget(m_count);
    row->addWidget(m_progress, 1);
    row->addWidget(m_left);
    row->addSpacing(12);
    row->addWidget(m_speed);
    row->addSpacing(8);
    row->addWidget(m_open);

    connect(m_turn, &QPushButton::clicked, &training, &Training::turn);
    connect(m_once, &QPushButton::clicked, &training, &Training::updateOnce);
    connect(m_weight, &QPushButton::clicked, this, &RunBar::weightRequested);
    connect(m_stop, &QPushButton::clicked, &training, &Training::stop);
    connect(m_reset, &QPushButton::clicked, &training, &Training::reset);
    connect(m_open, &QPushButton::clicked, this, &RunBar::openInExploreRequested);
    for (const auto changed : {&Training::stageChanged, &Training::planChanged, &Training::begun})
        connect(&training, changed, this, &RunBar::followStage);
    connect(&training, &Training::recordsAdded, this, &RunBar::follow);
    followStage();
    setShownUpdate(0);
}

QString RunBar::stageInWords(bool inShort) const
{
    if (inShort && m_training.solvedAt() && !m_training.isRunning())
        return tr("solved at %1").arg(*m_training.solvedAt());
    switch (m_training.stage()) {
    case Training::Stage::ready:
        return tr("ready");
    case Training::Stage::running:
        return {};
    case Training::Stage::paused:
        return m_training.solvedAt() ? tr("paused, solved at %1").arg(*m_training.solvedAt()) : tr("paused");
    case Training::Stage::done:
        return m_training.solvedAt() ? tr("done, solved at %1").arg(*m_training.solvedAt()) : tr("done");
    case Training::Stage::failed:
        return tr("ended by an error");
    }
    return {};
}

void RunBar::followStage()
{
    const Training::Stage stage = m_training.stage();
    const bool runs = stage == Training::Stage::running;
    const bool hasBegun = m_training.updates() > 0;
    const bool beginsAnew
        = hasBegun && (m_training.isPlanNew() || stage == Training::Stage::done || stage == Training::Stage::failed);
    m_turn->setText(runs ? tr("Pause") : beginsAnew ? tr("Start anew") : hasBegun ? tr("Go on") : tr("Start"));
    const bool can = runs || !m_training.planned().problem();
    m_turn->setEnabled(can);
    m_once->setEnabled(can);
    m_weight->setEnabled(can);
    m_stop->setEnabled(runs || stage == Training::Stage::paused);
    m_reset->setEnabled(hasBegun);
    m_file->menu()->actions().constFirst()->setEnabled(hasBegun);
    follow();
    leaveOut();
}

void RunBar::follow()
{
    const int made = m_training.updates(), toMake = m_training.updatesToMake();
    tellUpdates();
    m_progress->setRange(0, toMake);
    m_progress->setValue(std::min(made, toMake));
    tellWhatIsLeft(m_isShort);
    const double tokens = m_training.speed().tokensPerSecond();
    m_speed->setText(tokens > 0 ? tr("%1 steps/s").arg(wholeNumber(std::lround(tokens))) : QString());
    m_speed->setToolTip(tr("Steps of all sequences that are read and learned from in a second"));
    m_reset->setEnabled(made > 0);
}

void RunBar::tellUpdates()
{
    const QString words = m_isCountShort ? QStringLiteral("%1 / %2") : tr("%1 of %2 updates");
    m_count->setText(words.arg(wholeNumber(m_training.updates()), wholeNumber(m_training.updatesToMake())));
}

/// Where it stands is not cut; how long it takes changes too often to give it a place of its own.
void RunBar::tellWhatIsLeft(bool inShort)
{
    m_isShort = inShort;
    const auto seconds = m_training.secondsLeft();
    m_left->setText(seconds ? tr("%1 left").arg(timeInWords(*seconds)) : stageInWords(inShort));
    // As wide as its longest words of a run, so that the bar beside it does not move from second to second.
    const int usual
        = std::max(m_look.scaled(m_look.compact ? 80 : 140), widthOf(*m_left, tr("%1 left").arg(timeInWords(89))));
    m_left->setMinimumWidth(std::max(usual, widthOf(*m_left, m_left->text())));
}

void RunBar::setShownUpdate(int update)
{
    m_open->setToolTip(tr("Opens the network as it is at update %1, with the row that is shown").arg(update));
    m_open->setAccessibleDescription(m_open->toolTip());
}

void RunBar::setLook(const TrainLook &look)
{
    m_look = look;
    setFixedHeight(look.scaled(60));
    layout()->setSpacing(look.scaled(8));
    layout()->setContentsMargins(look.scaled(look.compact ? 16 : 24), 0, look.scaled(look.compact ? 16 : 40), 0);
    m_turn->setMinimumWidth(look.scaled(104));
    for (QPushButton *each : {m_turn, m_once, m_weight, m_stop, m_reset, m_file, m_open})
        each->setFont(interfaceFont(look.pixels * 1.08, QFont::Medium));
    m_count->setFont(interfaceFont(look.pixels * 1.12, QFont::DemiBold));
    m_left->setFont(interfaceFont(look.pixels * 1.08));
    m_speed->setFont(numberFont(look.pixels * 1.08));
    m_left->setProperty("secondary", true);
    m_speed->setMinimumWidth(widthOf(*m_speed, tr("%1 steps/s").arg(wholeNumber(999999))));
    leaveOut();
    update();
}

/// In a narrow window first the speed goes, then the bar, then words: the buttons keep theirs.
void RunBar::leaveOut()
{
    m_isCountShort = false;
    tellUpdates();
    tellWhatIsLeft(false);
    for (QWidget *each : std::initializer_list<QWidget *>{m_speed, m_progress, m_left})
        each->show();
    const auto isTooWide = [this] {
        layout()->invalidate();
        return layout()->minimumSize().width() > width();
    };
    for (QWidget *each : std::initializer_list<QWidget *>{m_speed, m_progress})
        if (isTooWide())
            each->hide();
    if (isTooWide())
        tellWhatIsLeft(true);
    if (isTooWide()) {
        m_isCountShort = true;
        tellUpdates();
    }
    if (isTooWide())
        m_left->hide();
}

void RunBar::resizeEvent(QResizeEvent *)
{
    leaveOut();
}

void RunBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme->panel);
    painter.fillRect(0, 0, width(), 1, m_look.theme->line);
}

} // namespace gatescope
