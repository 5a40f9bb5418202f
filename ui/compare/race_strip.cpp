// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/race_strip.h"

#include "core/training/contestants.h"
#include "ui/common/fonts.h"
#include "ui/common/number_fields.h"
#include "ui/common/translate.h"
#include "ui/compare/tick_menu.h"
#include "ui/plots/network_name.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatescope {

namespace {

QString longestItem(const QComboBox &box)
{
    QString longest;
    for (int i = 0; i < box.count(); ++i)
        if (box.itemText(i).size() > longest.size())
            longest = box.itemText(i);
    return longest;
}

} // namespace

RaceStrip::RaceStrip(QWidget *parent)
    : QWidget(parent), m_kind(new QComboBox(this)), m_task(new QComboBox(this)), m_fair(new QComboBox(this)),
      m_seeds(new QComboBox(this)), m_length(countField(1, 5000, this)), m_units(countField(1, 1024, this)),
      m_updates(countField(20, 100'000, this)), m_rate(new RateField(this)), m_networks(new TickMenu(this)),
      m_networksButton(new QPushButton(tr("Networks"), this)), m_run(new QPushButton(this)), m_upper(new QHBoxLayout),
      m_lower(new QHBoxLayout)
{
    for (const TaskDescription &task : tasks()) {
        const auto made = makeTask(task.name, {});
        if (made && !(*made)->shape().decoder)
            m_task->addItem(translated(task.title), written(task.name));
    }
    m_kind->addItem(tr("Race of cells"));
    m_kind->addItem(tr("Sweep over units"), int(SweepOver::units));
    m_kind->addItem(tr("Sweep over layers"), int(SweepOver::layers));
    m_kind->setToolTip(
        tr("A race lets networks learn the same; a sweep lets one network learn in many sizes, to see under- "
           "and overfitting"));
    m_fair->addItems({tr("equal parameters"), tr("equal units")});
    for (const int seeds : {2, 3, 5, 10})
        m_seeds->addItem(tr("%1 seeds").arg(seeds), seeds);
    m_seeds->setCurrentIndex(m_seeds->findData(5));
    m_rate->setDecimals(4);
    m_rate->setRange(0.0001, 1);
    m_networks->setToolTipsVisible(true);
    for (const Contestant &each : contestants()) {
        QAction *action = m_networks->addAction(translated(each.name));
        action->setCheckable(true);
        action->setChecked(each.takesPart);
    }
    m_networks->addSeparator();
    connect(m_networks->addAction(tr("Add a network…")), &QAction::triggered, this, &RaceStrip::networkRequested);
    m_networksButton->setMenu(m_networks);
    m_run->setObjectName(QStringLiteral("runRace"));
    m_run->setProperty("primary", true);
    m_run->setText(tr("Run"));

    m_kind->setAccessibleName(tr("What is run"));
    m_seeds->setAccessibleName(tr("Seeds"));
    auto *rows = new QVBoxLayout(this);
    rows->addLayout(m_upper);
    rows->addLayout(m_lower);
    for (QWidget *each :
         {static_cast<QWidget *>(m_kind), labelled(tr("Task"), m_task), labelled(tr("Length"), m_length)})
        m_upper->addWidget(each);
    m_sizes = {labelled(tr("Fair by"), m_fair), labelled(tr("Units"), m_units), labelled(tr("Rate"), m_rate),
               labelled(tr("Updates"), m_updates), m_seeds};
    m_upper->addStretch(1);
    m_upper->addWidget(m_networksButton);
    m_upper->addWidget(m_run);
    m_lower->addStretch(1);
    stand(false);
    connect(m_task, &QComboBox::currentIndexChanged, this, &RaceStrip::offerUsual);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &RaceStrip::followKind);
    connect(m_run, &QPushButton::clicked, this, [this] { m_isRunning ? emit stopRequested() : emit runRequested(); });
    chooseTask(QStringLiteral("temporal-order"));
    for (QComboBox *box : {m_kind, m_task, m_fair, m_seeds})
        connect(box, &QComboBox::currentIndexChanged, this, &RaceStrip::planChanged);
    for (QSpinBox *field : {m_length, m_units, m_updates})
        connect(field, &QSpinBox::valueChanged, this, &RaceStrip::planChanged);
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, &RaceStrip::planChanged);
    connect(m_networks, &QMenu::triggered, this, &RaceStrip::planChanged);
}

QWidgetList RaceStrip::fields() const
{
    return {m_kind, m_task, m_length, m_fair, m_units, m_rate, m_updates, m_seeds, m_networksButton, m_run};
}

/// What a race's sizes are stands in a row of its own where one has no room for all.
void RaceStrip::stand(bool inTwoRows)
{
    constexpr int before = 3; // widgets of the first row
    QHBoxLayout *row = inTwoRows ? m_lower : m_upper;
    for (qsizetype i = 0; i < m_sizes.size(); ++i) {
        m_upper->removeWidget(m_sizes[i]);
        m_lower->removeWidget(m_sizes[i]);
        row->insertWidget((inTwoRows ? 0 : before) + int(i), m_sizes[i]);
    }
    layout()->setSpacing(inTwoRows ? 8 : 0);
}

/// By how much the first row is wider than the place.
int RaceStrip::tooWide() const
{
    if (!parentWidget())
        return 0;
    for (const QWidget *each : fields())
        if (each->parentWidget() != this)
            each->parentWidget()->layout()->invalidate(); // their fonts are new
    m_upper->invalidate();
    const QMargins margins = layout()->contentsMargins();
    return m_upper->minimumSize().width() + margins.left() + margins.right() - parentWidget()->width();
}

QWidget *RaceStrip::labelled(const QString &label, QWidget *field)
{
    auto *pair = new QWidget(this);
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    auto *words = new QLabel(label, pair);
    field->setToolTip(label);
    words->setProperty("secondary", true);
    words->setBuddy(field);
    field->setAccessibleName(label);
    row->addWidget(words);
    row->addWidget(field);
    return pair;
}

void RaceStrip::chooseTask(const QString &name)
{
    m_task->setCurrentIndex(m_task->findData(name));
    offerUsual();
}

/// The sizes at which the task is usually raced.
void RaceStrip::offerUsual()
{
    const std::string name = m_task->currentData().toString().toStdString();
    for (const TaskDescription &task : tasks()) {
        if (task.name != name)
            continue;
        const UsualRace usual = usualRace(task);
        m_length->setRange(task.fewest, task.most);
        m_length->setToolTip(translated(task.lengthMeans));
        m_length->setValue(usual.length);
        m_units->setValue(usual.units);
        m_updates->setValue(usual.updates);
        m_rate->setValue(usual.learningRate);
        m_task->setToolTip(translated(task.description));
    }
}

RacePlan RaceStrip::plan() const
{
    RacePlan plan;
    plan.task = m_task->currentData().toString().toStdString();
    plan.options.length = m_length->value();
    plan.seeds = m_seeds->currentData().toInt();
    plan.updates = m_updates->value();
    plan.settings.training.optimizer.learningRate = m_rate->value();
    plan.settings.training.optimizer.clipping.norm = 1;
    const QList<QAction *> offered = ticks();
    for (qsizetype i = 0; i < offered.size(); ++i) {
        const auto at = std::size_t(i), given = contestants().size();
        if (offered[i]->isChecked())
            plan.entries.push_back(at < given ? entryOf(contestants()[at], m_units->value()) : m_own[at - given]);
    }
    return sweep() && !plan.entries.empty() ? sweepPlan(plan, plan.entries.front(), *sweep()) : plan;
}

/// One for each network, in the order in which they are offered.
QList<QAction *> RaceStrip::ticks() const
{
    QList<QAction *> ticks = m_networks->actions();
    ticks.removeIf([](const QAction *action) { return !action->isCheckable(); });
    return ticks;
}

std::optional<SweepOver> RaceStrip::sweep() const
{
    const QVariant over = m_kind->currentData();
    return over.isValid() ? std::optional(SweepOver(over.toInt())) : std::nullopt;
}

void RaceStrip::chooseSweep(std::optional<SweepOver> over)
{
    m_kind->setCurrentIndex(over ? m_kind->findData(int(*over)) : 0);
}

void RaceStrip::addNetwork(const RaceEntry &network)
{
    m_own.push_back(network);
    auto *tick = new QAction(networkName(network.name), m_networks);
    tick->setCheckable(true);
    tick->setChecked(true);
    const QList<QAction *> actions = m_networks->actions();
    m_networks->insertAction(actions[actions.size() - 2], tick); // above the line
    emit planChanged();
}

QString RaceStrip::taskMeans() const
{
    return m_task->toolTip();
}

int RaceStrip::units() const
{
    return m_units->value();
}

/// What a sweep decides by itself cannot be chosen; it needs data that are held out.
void RaceStrip::followKind()
{
    const auto over = sweep();
    m_fair->setEnabled(!over);
    m_units->setEnabled(over != SweepOver::units);
    if (over && makeTask(m_task->currentData().toString().toStdString(), {}).value()->heldOut().empty())
        chooseTask(QStringLiteral("table"));
}

bool RaceStrip::equalParameters() const
{
    return m_fair->currentIndex() == 0;
}

void RaceStrip::setRunning(bool running, double progress, bool stopping)
{
    m_isRunning = running;
    m_progress = progress;
    m_run->setText(stopping ? tr("Stopping…") : running ? tr("Stop") : tr("Run"));
    m_run->setEnabled(!stopping);
    update();
}

void RaceStrip::setLook(const Theme &theme, double pixels, bool compact, double scale)
{
    m_theme = &theme;
    const int side = qRound(scale * (compact ? 24 : 40)), above = qRound(scale * 10);
    layout()->setContentsMargins(side, above, side, above);
    for (QHBoxLayout *row : {m_upper, m_lower})
        row->setSpacing(qRound(scale * (compact ? 10 : 16)));
    for (const QWidget *field : fields())
        if (field->parentWidget() != this) // with its label
            field->parentWidget()->layout()->setSpacing(qRound(scale * 6));
    // Room for the longest that a field can say; where even a row of its own has too little, the task's title is cut.
    const auto fit = [pixels, scale](QWidget *field, const QFont &font, const QString &longest) {
        field->setFont(font);
        for (QLineEdit *inside : field->findChildren<QLineEdit *>())
            inside->setFont(font);
        field->setFixedWidth(QFontMetrics(font).horizontalAdvance(longest) + qRound(2 * pixels)
                             + qRound(38 * scale)); // frame and arrow
    };
    for (QWidget *each : findChildren<QWidget *>())
        if (!qobject_cast<QLineEdit *>(each)) // that of a number wears the number's face
            each->setFont(interfaceFont(pixels));
    const QFont words = interfaceFont(pixels), numbers = numberFont(pixels);
    fit(m_task, words, longestItem(*m_task));
    fit(m_fair, words, longestItem(*m_fair));
    fit(m_seeds, words, longestItem(*m_seeds));
    fit(m_length, numbers, QStringLiteral("5000"));
    fit(m_units, numbers, QStringLiteral("1024"));
    fit(m_rate, numbers, QStringLiteral("0.0001"));
    fit(m_updates, numbers, QStringLiteral("100000"));
    stand(false);
    if (tooWide() > 0) {
        stand(true);
        if (const int over = tooWide(); over > 0)
            m_task->setFixedWidth(std::max(m_task->width() - over, qRound(10 * pixels)));
    }
    update();
}

void RaceStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->panel);
    painter.fillRect(QRectF(0, height() - 1, width(), 1), m_theme->line);
    if (m_isRunning)
        painter.fillRect(QRectF(0, height() - 3, width() * m_progress, 3), m_theme->ink);
}

} // namespace gatescope
