// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/train_place.h"

#include "core/experiment/task_experiment.h"
#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/document/training.h"
#include "ui/plots/loss_plot.h"
#include "ui/plots/score_plot.h"
#include "ui/train/history_bar.h"
#include "ui/train/run_bar.h"
#include "ui/train/training_form.h"

#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace gatescope {

namespace {
constexpr int compactBelow = 1500; ///< width of the place
}

TrainPlace::TrainPlace(Training &training, QWidget *parent)
    : QWidget(parent), m_training(training), m_formArea(new QScrollArea(this)), m_form(new TrainingForm(training)),
      m_loss(new LossPlot(this)), m_score(new ScorePlot(this)), m_history(new HistoryBar(training, this)),
      m_bar(new RunBar(training, this)), m_message(new QLabel(this))
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

    auto *charts = new QGridLayout;
    charts->setObjectName(QStringLiteral("charts"));
    charts->addWidget(m_loss, 0, 0, 1, 3);
    charts->addWidget(m_score, 1, 0);
    charts->setRowStretch(0, 5);
    charts->setRowStretch(1, 3);

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
    connect(&m_training, &Training::stageChanged, this, [this] {
        if (m_training.isRunning())
            setMessage({});
    });
    connect(m_history, &HistoryBar::lookedAtChanged, this, &TrainPlace::lookAt);
    connect(m_bar, &RunBar::openInExploreRequested, this, &TrainPlace::openInExplore);
    connect(m_bar, &RunBar::keepRequested, this, &TrainPlace::keepRun);
    connect(m_bar, &RunBar::resumeRequested, this, &TrainPlace::resumeRun);
    connect(m_form, &TrainingForm::fileRequested, this, &TrainPlace::chooseFile);
}

QString TrainPlace::title() const
{
    const TaskDescription &task = m_training.description();
    const StoppedTraining *run = m_training.run();
    const int length = run && run->options.length > 0 ? run->options.length : task.usualLength;
    return tr("%1, %2 %3").arg(QString::fromUtf8(task.title.data(), qsizetype(task.title.size()))).arg(length)
        .arg(QString::fromUtf8(task.lengthMeans.data(), qsizetype(task.lengthMeans.size())));
}

QStringList TrainPlace::networkInWords() const
{
    const StoppedTraining *run = m_training.run();
    if (!run)
        return {};
    const NetworkSpec &spec = run->spec;
    QString words = QStringLiteral("%1 %2").arg(QString::fromUtf8(describe(spec.cell).pytorchName.data())).arg(spec.inputSize);
    for (int layer = 0; layer < spec.layers; ++layer)
        words += QStringLiteral(" → %1%2").arg(spec.bidirectional ? QStringLiteral("2·") : QString()).arg(spec.hiddenSize);
    return {words + QStringLiteral(" → %1").arg(spec.headOutputs)};
}

QList<RunPlot *> TrainPlace::runPlots() const
{
    return {m_loss, m_score};
}

void TrainPlace::takeFacts()
{
    if (const auto task = m_training.task(); task && m_training.run()) {
        const LearningFacts facts = learningFacts(*task, false, m_training.run()->settings.training.optimizer.clipping.norm);
        m_loss->setFacts(facts);
        m_score->setFacts(facts);
    }
    follow();
    emit titleChanged();
}

void TrainPlace::follow()
{
    for (RunPlot *plot : runPlots())
        plot->follow(m_training.records(), m_training.updatesToMake());
    m_loss->setSolvedAt(m_training.solvedAt());
    m_bar->setShownUpdate(m_history->shown());
}

void TrainPlace::lookAt(std::optional<int> update)
{
    for (RunPlot *plot : runPlots())
        plot->lookAt(update);
    m_bar->setShownUpdate(m_history->shown());
}

void TrainPlace::openInExplore()
{
    const StoppedTraining *run = m_training.run();
    if (!run)
        return;
    const auto experiment = experimentOf(m_training.description(), *m_training.task(), run->spec,
                                         m_training.session() ? m_training.session()->parameters() : run->state.training.parameters);
    if (experiment)
        emit openInExploreRequested(*experiment);
    else
        setMessage(said(experiment.error().sentence));
}

void TrainPlace::chooseFile(bool isTable)
{
    const QString path = QFileDialog::getOpenFileName(this, isTable ? tr("A table to learn") : tr("A text to learn"), {},
                                                      isTable ? tr("Tables (*.csv *.tsv);;All files (*)") : tr("Texts (*.txt *.csv);;All files (*)"));
    if (!path.isEmpty())
        m_form->setFile(path);
}

bool TrainPlace::keepRun()
{
    if (!m_training.session())
        return false;
    QFileDialog dialog(this, tr("Keep the run"), {}, tr("Trainings (*.training)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("training"));
    dialog.selectFile(QString::fromStdString(m_training.run()->task));
    if (dialog.exec() != QDialog::Accepted)
        return false;
    const QString path = dialog.selectedFiles().constFirst();
    const auto written = writeTrainingFile(path.toStdString(), m_training.kept());
    setMessage(written ? tr("The run is kept in %1.").arg(QDir::toNativeSeparators(path)) : said(written.error().sentence));
    return written.ok();
}

void TrainPlace::resumeRun()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Go on with a kept run"), {}, tr("Trainings (*.training);;All files (*)"));
    if (path.isEmpty())
        return;
    const auto stopped = readTrainingFile(path.toStdString());
    if (!stopped)
        return setMessage(said(stopped.error().sentence));
    const auto resumed = m_training.resume(*stopped);
    setMessage(resumed ? tr("The run goes on behind update %1.").arg(stopped->state.training.updates) : said(resumed.error().sentence));
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
    const bool compact = width() < compactBelow;
    const TrainLook look{m_theme, m_isClassroom && !compact ? 15.0 : compact ? 11.0 : 12.5, compact};
    m_form->setLook(look);
    m_formArea->setFixedWidth(look.scaled(compact ? 244 : 304));
    m_history->setLook(look);
    m_bar->setLook(look);
    for (Plot *plot : findChildren<Plot *>())
        plot->setLook(*m_theme, look.pixels);
    auto *charts = findChild<QGridLayout *>(QStringLiteral("charts"));
    const int margin = look.scaled(compact ? 16 : 32);
    charts->setContentsMargins(margin, look.scaled(compact ? 12 : 24), margin, look.scaled(8));
    charts->setHorizontalSpacing(look.scaled(compact ? 16 : 36));
    charts->setVerticalSpacing(look.scaled(compact ? 14 : 28));
    m_message->setFont(interfaceFont(look.pixels * 1.1, QFont::DemiBold));
    m_message->setContentsMargins(margin, 4, margin, 8);
    update();
}

void TrainPlace::resizeEvent(QResizeEvent *event)
{
    if ((event->oldSize().width() < compactBelow) != (event->size().width() < compactBelow))
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
