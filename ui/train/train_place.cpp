// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/train_place.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/common/window_scale.h"
#include "ui/document/training/side_run.h"
#include "ui/document/training/training.h"
#include "ui/document/training/training_watch.h"
#include "ui/plots/gate_plot.h"
#include "ui/plots/loss_plot.h"
#include "ui/plots/norm_plot.h"
#include "ui/plots/path_plot.h"
#include "ui/plots/score_plot.h"
#include "ui/train/charts_veil.h"
#include "ui/train/history_bar.h"
#include "ui/train/run_bar.h"
#include "ui/train/sample_panel.h"
#include "ui/train/story_dialog.h"
#include "ui/train/training_form.h"

#include <QLabel>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace gatescope {

namespace {
constexpr int compactBelow = 1500; ///< width of the place
}

TrainPlace::TrainPlace(Training &training, QWidget *parent)
    : QWidget(parent), m_training(training), m_side(new SideRun(training, this)),
      m_watch(new TrainingWatch(training, this)), m_watchBefore(new TrainingWatch(training, this)),
      m_formArea(new QScrollArea(this)), m_form(new TrainingForm(training, *m_side)), m_loss(new LossPlot(this)),
      m_sample(new SamplePanel(this)), m_score(new ScorePlot(this)), m_gates(new GatePlot(this)),
      m_norms(new NormPlot(this)), m_path(new PathPlot(this)), m_history(new HistoryBar(training, this)),
      m_bar(new RunBar(training, this)), m_message(new QLabel(this)), m_veil(new ChartsVeil(this))
{
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Train"));
    layOut();
    connectParts();
    takeFacts();
    applyLook();
}

void TrainPlace::layOut()
{
    m_formArea->setWidget(m_form);
    m_formArea->setWidgetResizable(true);
    m_formArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_formArea->setFocusPolicy(Qt::NoFocus);
    m_message->setWordWrap(true);
    m_message->setObjectName(QStringLiteral("trainMessage"));
    m_message->hide();

    auto *charts = new QVBoxLayout;
    charts->setObjectName(QStringLiteral("charts"));
    auto *upperRow = new QHBoxLayout;
    upperRow->setObjectName(QStringLiteral("upperCharts"));
    upperRow->addWidget(m_loss, 5);
    upperRow->addWidget(m_sample, 3);
    auto *lowerRow = new QHBoxLayout;
    lowerRow->setObjectName(QStringLiteral("lowerCharts"));
    for (Plot *plot : std::initializer_list<Plot *>{m_score, m_gates, m_norms, m_path})
        lowerRow->addWidget(plot, 1);
    charts->addLayout(upperRow, 5);
    charts->addLayout(lowerRow, 3);

    auto *middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addLayout(charts, 1);
    middle->addWidget(m_message);
    auto *upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addWidget(m_formArea);
    upper->addLayout(middle, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(upper, 1);
    column->addWidget(m_history);
    column->addWidget(m_bar);
}

void TrainPlace::connectParts()
{
    connect(&m_training, &Training::begun, this, &TrainPlace::takeFacts);
    connect(&m_training, &Training::planChanged, this, &TrainPlace::takeFacts);
    connect(&m_training, &Training::recordsAdded, this, &TrainPlace::follow);
    connect(&m_training, &Training::told, this, &TrainPlace::setMessage);
    connect(m_side, &SideRun::told, this, &TrainPlace::setMessage);
    connect(m_side, &SideRun::recordsAdded, this, &TrainPlace::followSide);
    connect(m_side, &SideRun::wantedChanged, this, &TrainPlace::followSide);
    connect(&m_training, &Training::stageChanged, this, [this] {
        if (m_training.isRunning())
            setMessage({});
        followSide();
        veilCharts();
    });
    m_path->installEventFilter(this); // where the charts end
    connect(m_watch, &TrainingWatch::sampleTaken, this, &TrainPlace::showSample);
    connect(m_watch, &TrainingWatch::sampleFailed, this, [this](const QString &why) {
        m_sample->setSample(nullptr);
        m_sample->setProblem(why);
        m_path->setPaths({}, {});
    });
    connect(m_watchBefore, &TrainingWatch::sampleTaken, this, [this] { m_sample->setBefore(m_watchBefore->sample()); });
    connect(m_watchBefore, &TrainingWatch::sampleFailed, m_sample, &SamplePanel::setProblem); // beside it "after" stays
    connect(m_sample, &SamplePanel::beforeRequested, this, &TrainPlace::showBefore);
    connect(m_history, &HistoryBar::lookedAtChanged, this, &TrainPlace::lookAt);
    connect(m_bar, &RunBar::openInExploreRequested, this, &TrainPlace::openInExplore);
    connect(m_bar, &RunBar::weightRequested, this, [this] { tellOfOneWeight(); });
    connect(m_bar, &RunBar::keepRequested, this, &TrainPlace::keepRun);
    connect(m_bar, &RunBar::resumeRequested, this, &TrainPlace::resumeRequested);
    connect(m_form, &TrainingForm::fileRequested, this, &TrainPlace::chooseFile);
    connect(m_form, &TrainingForm::columnsRequested, this, &TrainPlace::openTable);
    connect(m_form, &TrainingForm::largerDemoRequested, this, &TrainPlace::offerLargerDemo);
}

QString TrainPlace::title() const
{
    const TaskDescription &task = m_training.description();
    const StoppedTraining *run = m_training.run();
    const int length = run && run->options.length > 0 ? run->options.length : task.usualLength;
    return tr("%1, %2 %3").arg(translated(task.title)).arg(length).arg(translated(task.lengthMeans));
}

QStringList TrainPlace::networkInWords() const
{
    const StoppedTraining *run = m_training.run();
    if (!run)
        return {};
    const NetworkSpec &spec = run->spec;
    QString words = QStringLiteral("%1 %2").arg(written(describe(spec.cell).pytorchName)).arg(spec.inputSize);
    for (int layer = 0; layer < spec.layers; ++layer)
        words += QStringLiteral(" → %1%2")
                     .arg(spec.bidirectional ? QStringLiteral("2·") : QString())
                     .arg(spec.hiddenSize);
    return {words + QStringLiteral(" → %1").arg(spec.headOutputs)};
}

QList<RunPlot *> TrainPlace::runPlots() const
{
    return {m_loss, m_score, m_gates, m_norms};
}

void TrainPlace::takeFacts()
{
    if (const auto task = m_training.task(); task && m_training.run()) {
        const LearningFacts facts
            = learningFacts(*task, false, m_training.run()->settings.training.optimizer.clipping.norm);
        m_loss->setFacts(facts);
        m_score->setFacts(facts);
        m_gates->setSpec(m_training.run()->spec);
        m_norms->setRun(m_training.run()->spec, facts.clipNorm);
        if (m_sampled != task)
            m_sample->setTask(*task);
        m_sampled = task;
    }
    if (showsBefore()) // another run has begun, and no update of it is looked back at
        m_watchBefore->lookAt(m_history->lookedAt().value_or(0));
    follow();
    veilCharts();
    emit titleChanged();
}

/// Charts of a run are pale while the form describes another one, which nothing is known of yet.
void TrainPlace::veilCharts()
{
    const bool isOfAnother = m_training.updates() > 0 && !m_training.isRunning() && m_training.isPlanNew();
    m_veil->cover(m_loss->geometry() | m_path->geometry(),
                  isOfAnother ? tr("These charts are of the run before: %1").arg(title()) : QString());
}

bool TrainPlace::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_path && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        veilCharts();
    return QWidget::eventFilter(watched, event);
}

void TrainPlace::follow()
{
    for (RunPlot *plot : runPlots())
        plot->follow(m_training.history(), m_training.updatesToMake());
    m_loss->setSolvedAt(m_training.solvedAt());
    followSide();
    m_bar->setShownUpdate(m_history->shown());
}

/// Both runs in the chart of the loss, each with its speed.
void TrainPlace::followSide()
{
    const auto named = [](const QString &backend, const TrainingSpeed &speed) {
        const double each = speed.updatesPerSecond();
        return each > 0 ? tr("%1, %2 updates/s").arg(backend, each < 10 ? decimals(each, 1) : wholeNumber(qRound(each)))
                        : backend;
    };
    if (!m_side->hasBegun() || !m_training.backend())
        return m_loss->followBeside(nullptr, {}, {}, {});
    const QString first = written(m_training.backends().front()->name()), now = written(m_training.backend()->name());
    const QString own = now == first ? now : tr("%1 after %2").arg(now, first); // which has failed
    m_loss->followBeside(&m_side->history(), m_side->backend(), named(m_side->backend(), m_side->speed()),
                         named(own, m_training.speed()));
}

void TrainPlace::setMessage(const QString &message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

QString TrainPlace::message() const
{
    return m_message->text();
}

void TrainPlace::setTheme(const Theme &theme)
{
    m_theme = &theme;
    applyLook();
}

void TrainPlace::setClassroom(bool classroom)
{
    m_isClassroom = classroom;
    applyLook();
}

void TrainPlace::applyLook()
{
    m_scale = windowScale(window()->size());
    const bool compact = width() < compactBelow * m_scale;
    const TrainLook look{m_theme, m_scale * (m_isClassroom && !compact ? 15.0 : compact ? 11.0 : 12.5), compact};
    if (const QString sheet = m_scale > 1 ? widgetStyleSheet(*m_theme, m_scale) : QString(); sheet != styleSheet())
        setStyleSheet(sheet);
    m_form->setLook(look);
    m_formArea->setFixedWidth(look.scaled(compact ? 288 : 304));
    m_history->setLook(look);
    m_sample->setLook(look);
    m_veil->setLook(look);
    if (m_story)
        m_story->setLook(*m_theme, m_scale);
    m_bar->setLook(look);
    for (Plot *plot : findChildren<Plot *>())
        plot->setLook(*m_theme, look.pixels);
    auto *charts = findChild<QVBoxLayout *>(QStringLiteral("charts"));
    const int margin = look.scaled(compact ? 16 : 32);
    charts->setContentsMargins(margin, look.scaled(compact ? 12 : 24), margin, look.scaled(8));
    charts->setSpacing(look.scaled(compact ? 14 : 28));
    for (const char *row : {"upperCharts", "lowerCharts"})
        findChild<QHBoxLayout *>(QLatin1String(row))->setSpacing(look.scaled(compact ? 14 : 32));
    m_message->setFont(interfaceFont(look.pixels * 1.1, QFont::DemiBold));
    m_message->setContentsMargins(margin, 4, margin, 8);
    update();
}

void TrainPlace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_watch->setActive(true);
    watch();
}

void TrainPlace::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_watch->setActive(false);
    m_watchBefore->setActive(false);
}

void TrainPlace::resizeEvent(QResizeEvent *event)
{
    const double scale = windowScale(window()->size());
    const auto isCompact = [scale](const QSize &size) { return size.width() < compactBelow * scale; };
    if (scale != m_scale || isCompact(event->oldSize()) != isCompact(event->size()))
        applyLook();
}

void TrainPlace::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->paper);
    const QRect form = m_formArea->geometry();
    painter.fillRect(form, m_theme->panel);
    painter.fillRect(form.right(), form.top(), 1, form.height(), m_theme->line);
}

} // namespace gatescope
