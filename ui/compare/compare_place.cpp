// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_place.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/common/window_scale.h"
#include "ui/compare/backends_dialog.h"
#include "ui/compare/network_dialog.h"
#include "ui/compare/race_picker.h"
#include "ui/compare/race_strip.h"
#include "ui/compare/race_table.h"
#include "ui/compare/races.h"
#include "ui/compare/races_dialog.h"
#include "ui/plots/curve.h"
#include "ui/plots/network_name.h"
#include "ui/plots/race_plot.h"
#include "ui/plots/reach_plot.h"
#include "ui/plots/sweep_plot.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace gatescope {

namespace {

constexpr int compactBelow = 1500;  ///< width of the place
constexpr int comparedUpdates = 20; ///< few enough for the reference, many enough for rounding to show

} // namespace

ComparePlace::ComparePlace(const Learner *learner, QWidget *parent)
    : QWidget(parent), m_races(new Races(learner, this)), m_strip(new RaceStrip(this)), m_race(new RacePlot(this)),
      m_reach(new ReachPlot(this)), m_sweep(new SweepPlot(this)), m_right(new QStackedWidget(this)),
      m_table(new RaceTable(this)), m_raced(new QLabel(this)), m_headline(new QLabel(this)), m_notes(new QLabel(this)),
      m_legend(new QLabel(this)), m_earlier(new RacePicker(this)), m_all(new QPushButton(tr("Races…"), this)),
      m_backends(new QPushButton(tr("Backends…"), this)), m_export(new QPushButton(tr("Export table"), this)),
      m_pictures(new QPushButton(tr("Export pictures"), this)), m_blank(new QWidget(this))
{
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Compare"));
    layOut();
    connect(m_strip, &RaceStrip::runRequested, this, &ComparePlace::run);
    connect(m_strip, &RaceStrip::stopRequested, m_races, &Races::stop);
    connect(m_races, &Races::changed, this, &ComparePlace::follow);
    connect(m_races, &Races::listChanged, this, &ComparePlace::listRaces);
    connect(m_earlier, &QComboBox::activated, m_races, [this](int race) { m_races->choose(std::size_t(race)); });
    connect(m_all, &QPushButton::clicked, this, &ComparePlace::showRaces);
    connect(m_export, &QPushButton::clicked, this, &ComparePlace::chooseFileAndExport);
    connect(m_pictures, &QPushButton::clicked, this, &ComparePlace::chooseFolderAndExport);
    connect(m_backends, &QPushButton::clicked, this, &ComparePlace::showBackends);
    connect(m_strip, &RaceStrip::networkRequested, this, &ComparePlace::addNetwork);
    connect(m_strip, &RaceStrip::planChanged, this, [this] {
        if (!m_races->shown())
            showPlanned();
    });
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(true); // Enter presses the one that was reached with the Tab key
    showPlanned();
    applyLook();
}

ComparePlace::~ComparePlace() = default;

void ComparePlace::layOut()
{
    m_raced->setObjectName(QStringLiteral("raced"));
    m_raced->setProperty("secondary", true);
    m_raced->hide();
    m_headline->setWordWrap(true);
    m_notes->setWordWrap(true);
    m_notes->setProperty("secondary", true);
    m_legend->setProperty("secondary", true);
    m_legend->setWordWrap(true);
    m_earlier->setAccessibleName(tr("Earlier races"));
    m_earlier->hide();
    m_all->setToolTip(tr("All races: sort them, lay one over another, rename or erase them"));
    m_all->hide();
    m_backends->setToolTip(tr("How long an update takes on each backend, and how far their results differ"));
    m_export->hide();
    m_pictures->hide();
    m_table->hide();
    m_legend->hide();

    auto *charts = new QHBoxLayout;
    charts->setSpacing(48);
    charts->addWidget(m_race, 5);
    m_right->addWidget(m_reach);
    m_right->addWidget(m_sweep);
    charts->addWidget(m_right, 3);
    auto *tools = new QHBoxLayout;
    tools->addStretch(1);
    tools->addWidget(m_earlier);
    tools->addWidget(m_all);
    tools->addWidget(m_backends);
    tools->addWidget(m_export);
    tools->addWidget(m_pictures);
    auto *page = new QVBoxLayout;
    page->setObjectName(QStringLiteral("page"));
    page->addLayout(charts, 1);
    m_blank->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    page->addWidget(m_raced);
    page->addWidget(m_headline);
    page->addWidget(m_notes);
    page->addWidget(m_table);
    page->addWidget(m_legend);
    page->addWidget(m_blank, 1);
    page->addLayout(tools);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addLayout(page, 1);

    QWidget *last = this;
    for (QWidget *next :
         m_strip->fields() + QWidgetList{m_race, m_reach, m_sweep, m_earlier, m_all, m_backends, m_export, m_pictures})
        setTabOrder(std::exchange(last, next), next);
}

void ComparePlace::run()
{
    if (const auto begun = m_races->begin(m_strip->plan(), m_strip->equalParameters()); !begun) {
        m_headline->setText(tr("This race cannot be run."));
        m_notes->setText(said(begun.error().sentence));
    }
}

void ComparePlace::follow()
{
    m_strip->setRunning(m_races->isRunning(), m_races->progress(), m_races->isStopping());
    const RaceShown *shown = m_races->shown();
    for (QWidget *each : std::initializer_list<QWidget *>{m_export, m_pictures, m_legend})
        each->setVisible(shown);
    m_raced->setVisible(shown && !m_races->over()); // of two each says its own
    if (!shown)
        return showPlanned();
    learnFacts(shown->plan);
    const RaceShown *over = m_races->over();
    const KeptRace drawn = over ? laidOver(*shown, *over).value() : KeptRace(*shown);
    m_race->show(drawn.plan, drawn.runs, m_facts);
    m_reach->show(drawn.plan, drawn.runs);
    const auto sweep = over ? std::nullopt : sweptBy(shown->plan);
    const bool isLive = m_races->isRunning() && shown == &m_races->all().front();
    if (sweep)
        m_sweep->show(sweepPoints(shown->plan, shown->runs, *sweep), *sweep, !isLive);
    m_right->setCurrentWidget(sweep ? static_cast<QWidget *>(m_sweep) : m_reach);
    showParts(m_race, m_right, m_table); // charts are drawn at once when they appear, with what they show by now
    sayWhatWasRaced(shown->plan);
    const QString times
        = tr("ms: the median of all updates on this computer, with as many runs at a time as it has cores.");
    m_legend->setText((sweep
                           ? tr("Tick: the median of the runs.")
                           : tr("Tick: the median. Hollow: a run that did not solve the task in the updates allowed."))
                      + u' ' + times);
    if (sweep)
        m_table->showSweep(shown->plan, verdict(shown->plan, shown->runs),
                           sweepPoints(shown->plan, shown->runs, *sweep), *sweep);
    else
        m_table->show(drawn.plan, over ? Verdict{rowsOfBoth(*shown, *over), {}, {}} : verdict(drawn.plan, drawn.runs));
    over ? showOverlay(*shown, *over) : showVerdict(*shown, isLive);
    m_export->setEnabled(!isLive);
    emit titleChanged();
}

/// Of charts and table these alone; the rest of the page is blank.
void ComparePlace::showParts(QWidget *first, QWidget *second, QWidget *third)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_race, m_right, m_table})
        part->setVisible(part == first || part == second || part == third);
    m_blank->setVisible(m_race->isHidden());
}

/// What would be raced: how large each network is, and the losses that the task is judged by. Nobody has run yet.
void ComparePlace::showPlanned()
{
    m_headline->setText(tr("Which network learns it, how fast, and from how many seeds?"));
    m_notes->setText(QStringList{
        tr("%1. %2").arg(taskInWords(m_strip->plan()), m_strip->taskMeans()),
        tr("Run lets the chosen networks learn the same task from the same batches, once for each seed."),
        tr("Then you see here the loss of every run, how far gradients reach back in each network, and what "
           "may be said of it.")}
                         .join(u'\n'));
    if (isVisible()) // to make the task may read a file
        drawPlanned();
    emit titleChanged();
}

void ComparePlace::drawPlanned()
{
    const auto plan = prepared(m_strip->plan(), m_strip->equalParameters());
    if (!plan) {
        showParts();
        m_notes->setText(said(plan.error().sentence));
        return;
    }
    learnFacts(*plan);
    m_race->show(*plan, {}, m_facts);
    const Verdict nothingYet = verdict(*plan, {});
    if (const auto sweep = sweptBy(*plan))
        m_table->showSweep(*plan, nothingYet, {}, *sweep);
    else
        m_table->show(*plan, nothingYet);
    showParts(m_race, m_table);
}

/// The strip may describe another race by now.
void ComparePlace::sayWhatWasRaced(const RacePlan &plan)
{
    m_raced->setText(tr("%1, %2 updates, learning rate %3, %4 seeds")
                         .arg(taskInWords(plan), wholeNumber(plan.updates),
                              chartNumber(plan.settings.training.optimizer.learningRate))
                         .arg(plan.seeds));
}

/// Making a task may read a file, so it is done once for all moments of a race.
void ComparePlace::learnFacts(const RacePlan &plan)
{
    const auto &clipping = plan.settings.training.optimizer.clipping;
    if (m_factsOf && m_factsOf->task == plan.task && m_factsOf->options == plan.options
        && m_factsOf->settings.training.optimizer.clipping == clipping)
        return;
    m_factsOf = plan;
    const auto task = makeTask(plan.task, plan.options);
    m_facts = task ? learningFacts(**task, false, clipping.norm) : LearningFacts();
}

/// Each race's own sentence: nothing is concluded from both, whose settings may differ.
void ComparePlace::showOverlay(const RaceShown &shown, const RaceShown &over)
{
    m_headline->setText(tr("Two races of the same task, laid over each other"));
    QStringList notes;
    for (const auto &[letter, race] : {std::pair(QChar(u'A'), &shown), std::pair(QChar(u'B'), &over)})
        notes += tr("%1, %2: %3")
                     .arg(letter)
                     .arg(QString::fromStdString(race->name), said(verdict(race->plan, race->runs).headline));
    m_notes->setText(notes.join(u'\n'));
}

/// What may be said of it, when all runs are over.
void ComparePlace::showVerdict(const RaceShown &shown, bool isLive)
{
    const Verdict made = verdict(shown.plan, shown.runs);
    std::vector<Sentence> sentences{made.headline};
    sentences.insert(sentences.end(), made.notes.begin(), made.notes.end());
    if (const auto over = sweptBy(shown.plan))
        if (auto found = sweepVerdict(sweepPoints(shown.plan, shown.runs, *over), *over); !found.empty())
            sentences = std::move(found);
    m_headline->setText(isLive ? tr("%1 % done").arg(qRound(100 * m_races->progress())) : said(sentences.front()));
    QStringList notes;
    for (std::size_t i = 1; i < sentences.size(); ++i)
        notes += said(sentences[i]);
    for (const RaceRun &run : shown.runs)
        if (run.failure) {
            notes += QStringLiteral("%1: %2").arg(networkName(shown.plan.entries[run.entry].name),
                                                  said(run.failure->sentence));
            break;
        }
    if (!shown.due.empty())
        notes += m_races->unwritten();
    m_notes->setText(isLive ? tr("What may be said of it is said when all runs are over.")
                            : notes.join(width() < compactBelow ? u' ' : u'\n'));
}

void ComparePlace::addNetwork()
{
    NetworkDialog dialog(m_strip->units(), this);
    if (dialog.exec() == QDialog::Accepted)
        m_strip->addNetwork(dialog.entry());
}

void ComparePlace::showBackends()
{
    const auto plan = prepared(m_strip->plan(), m_strip->equalParameters());
    if (!plan) {
        m_notes->setText(said(plan.error().sentence));
        return;
    }
    std::erase_if(m_measurements, [](const auto &each) { return each->outcome().has_value(); });
    m_measurements.push_back(std::make_unique<BackendMeasurement>(*plan, comparedUpdates));
    BackendsDialog(*m_measurements.back(), this).exec();
}

void ComparePlace::showRaces()
{
    RacesDialog(*m_races, this).exec();
}

void ComparePlace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_races->open();
    if (!m_races->shown())
        showPlanned();
}

void ComparePlace::listRaces()
{
    m_earlier->offer(m_races->all(), m_races->chosen());
    m_earlier->setVisible(m_earlier->count() > 1);
    m_all->setVisible(m_earlier->count() > 0 || !m_races->troubles().isEmpty());
}

QString ComparePlace::title() const
{
    QStringList names;
    for (const RaceEntry &entry : m_races->shown() ? m_races->shown()->plan.entries : m_strip->plan().entries)
        if (const QString cell = written(describe(entry.spec.cell).pytorchName); !names.contains(cell))
            names += cell;
    return names.join(QStringLiteral(", "));
}

QString ComparePlace::race() const
{
    const RaceShown *shown = m_races->shown();
    return shown ? QString::fromStdString(shown->name) : taskInWords(m_strip->plan());
}

QString ComparePlace::headline() const
{
    return m_headline->text();
}

void ComparePlace::setTheme(const Theme &theme)
{
    m_theme = &theme;
    applyLook();
}

void ComparePlace::setClassroom(bool classroom)
{
    m_isClassroom = classroom;
    applyLook();
}

void ComparePlace::applyLook()
{
    m_scale = windowScale(window()->size());
    const bool compact = width() < compactBelow * m_scale;
    const double pixels = m_scale * (m_isClassroom ? 18 : compact ? 12 : 13);
    if (const QString sheet = m_scale > 1 ? widgetStyleSheet(*m_theme, m_scale) : QString(); sheet != styleSheet())
        setStyleSheet(sheet);
    m_strip->setLook(*m_theme, pixels * 1.08, compact, m_scale);
    m_race->setLook(*m_theme, pixels);
    m_reach->setLook(*m_theme, pixels);
    m_sweep->setLook(*m_theme, pixels);
    m_table->setLook(*m_theme, pixels * (compact ? 0.95 : 1.05));
    m_raced->setFont(interfaceFont(pixels * 1.08, QFont::DemiBold));
    m_headline->setFont(interfaceFont(pixels * (compact ? 1.5 : 1.95), QFont::DemiBold));
    m_notes->setFont(interfaceFont(pixels * 1.08));
    m_legend->setFont(interfaceFont(pixels));
    for (QWidget *each : std::initializer_list<QWidget *>{m_earlier, m_all, m_backends, m_export, m_pictures})
        each->setFont(interfaceFont(pixels * 1.08, QFont::Medium));
    auto *page = findChild<QVBoxLayout *>(QStringLiteral("page"));
    const auto px = [this](int usual) { return qRound(usual * m_scale); };
    const int side = px(compact ? 24 : 40);
    page->setContentsMargins(side, px(compact ? 12 : 24), side, px(compact ? 10 : 20));
    page->setSpacing(px(compact ? 6 : 12));
    update();
}

void ComparePlace::resizeEvent(QResizeEvent *)
{
    applyLook();
}

void ComparePlace::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme->paper);
}

} // namespace gatescope
