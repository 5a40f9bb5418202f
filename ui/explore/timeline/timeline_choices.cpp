// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/timeline/timeline_choices.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/document/document.h"
#include "ui/document/edits/edits.h"
#include "ui/drawing/words/watched_loss.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>

namespace gatescope {

namespace {

/// Fills a chooser with 0 … count−1 in words, without telling anybody. There may be very many, and the
/// first says how all are worded.
template<typename InWords>
void fill(QComboBox *chooser, int count, InWords inWords)
{
    if (chooser->count() == count && chooser->itemText(0) == inWords(0))
        return;
    QStringList words;
    for (int i = 0; i < count; ++i)
        words << inWords(i);
    const QSignalBlocker quiet(chooser);
    chooser->clear();
    chooser->addItems(words);
}

void select(QComboBox *chooser, int current)
{
    const QSignalBlocker quiet(chooser);
    chooser->setCurrentIndex(current);
}

} // namespace

TimelineChoices::TimelineChoices(Document &document, Playhead &playhead, QWidget *parent)
    : QWidget(parent), m_document(document), m_playhead(playhead), m_column(new QVBoxLayout(this)),
      m_row(new QHBoxLayout), m_textLabel(new QLabel(tr("Type your own"), this)), m_text(new QLineEdit(this)),
      m_refused(new QLabel(this)), m_sequence(new QComboBox(this)), m_layer(new QComboBox(this)),
      m_direction(new QComboBox(this)), m_watchedLabel(new QLabel(tr("Gradient of the"), this)),
      m_watched(new QComboBox(this))
{
    QHBoxLayout *row = m_row;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_textLabel);
    row->addWidget(m_text);
    row->addWidget(m_sequence);
    row->addWidget(m_layer);
    row->addWidget(m_direction);
    row->addStretch(1);
    row->addWidget(m_watchedLabel);
    row->addWidget(m_watched);
    m_column->setSpacing(2);
    m_column->addLayout(row);
    m_column->addWidget(m_refused);
    m_refused->setWordWrap(true);
    m_refused->hide();

    m_textLabel->setBuddy(m_text);
    m_text->setAccessibleName(tr("Type your own text"));
    m_sequence->setAccessibleName(tr("Sequence"));
    m_layer->setAccessibleName(tr("Layer"));
    m_direction->setAccessibleName(tr("Direction"));
    m_watchedLabel->setBuddy(m_watched);
    m_watched->setAccessibleName(tr("Loss that is watched"));
    connectChoices();
}

void TimelineChoices::addQuestion(QWidget &question)
{
    m_question = &question;
    m_row->insertWidget(m_row->indexOf(m_direction) + 1, m_question);
    placeQuestion();
}

void TimelineChoices::addChooser(QComboBox &chooser)
{
    m_chooser = &chooser;
    m_row->insertWidget(m_row->indexOf(m_watchedLabel), m_chooser);
}

void TimelineChoices::placeQuestion()
{
    if (!m_question)
        return;
    int needed = layout()->contentsMargins().left() + layout()->contentsMargins().right()
        + m_question->minimumSizeHint().width();
    for (const QWidget *widget :
         {static_cast<QWidget *>(m_textLabel), static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_sequence),
          static_cast<QWidget *>(m_layer), static_cast<QWidget *>(m_direction), static_cast<QWidget *>(m_watchedLabel),
          static_cast<QWidget *>(m_watched), static_cast<QWidget *>(m_chooser)})
        if (widget && !widget->isHidden())
            needed += std::max(widget->minimumWidth(), widget->minimumSizeHint().width()) + m_row->spacing();
    const bool fits = needed + m_row->spacing() <= width();
    if (fits == (m_row->indexOf(m_question) >= 0))
        return;
    m_row->removeWidget(m_question);
    m_column->removeWidget(m_question);
    if (fits)
        m_row->insertWidget(m_row->indexOf(m_direction) + 1, m_question);
    else
        m_column->insertWidget(1, m_question, 0, Qt::AlignLeft);
}

bool TimelineChoices::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        placeQuestion(); // something in the row has become wider, or was hidden
    return QWidget::event(event);
}

void TimelineChoices::resizeEvent(QResizeEvent *)
{
    placeQuestion();
}

void TimelineChoices::connectChoices()
{
    connect(m_text, &QLineEdit::returnPressed, this, &TimelineChoices::applyText);
    connect(m_text, &QLineEdit::textEdited, this, [this] { m_isTextRefused = false; });
    const auto choose = [this](QComboBox *chooser, auto change) {
        connect(chooser, &QComboBox::activated, this, [this, change](int index) {
            PlayheadState there = m_playhead.state();
            change(there, index);
            there.progress = 1.0;
            m_playhead.moveTo(m_document.record() ? clamped(there, *m_document.record().trace) : there);
        });
    };
    choose(m_sequence, [](PlayheadState &there, int index) { there.sequence = index; });
    choose(m_layer, [](PlayheadState &there, int index) { there.layer = index; });
    choose(m_direction, [](PlayheadState &there, int index) {
        there.direction = index == 0 ? Direction::forward : Direction::backward;
    });
    connect(m_watched, &QComboBox::activated, this, &TimelineChoices::watch);
    connect(&m_document, &Document::recordChanged, this, &TimelineChoices::refresh);
    connect(&m_playhead, &Playhead::moved, this, [this](const PlayheadState &state) {
        if (state.progress >= 1.0)
            followPlayhead();
    });
}

void TimelineChoices::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    const bool compact = settings.compact;
    const auto px = [&](double length) { return int(settings.px(length)); };
    m_row->setSpacing(px(compact ? 2 : 8));
    layout()->setContentsMargins(px(compact ? 8 : 24), px(compact ? 2 : 6), px(compact ? 8 : 24), 0);
    for (QWidget *widget : {static_cast<QWidget *>(m_textLabel), static_cast<QWidget *>(m_watchedLabel),
                            static_cast<QWidget *>(m_refused)})
        widget->setFont(interfaceFont(settings.px(compact ? 12 : 13)));
    m_text->setFont(numberFont(settings.px(compact ? 12 : 14)));
    m_text->setMinimumWidth(px(compact ? 100 : 220));
    m_text->setMaximumWidth(px(compact ? 180 : 320));
    m_text->setPlaceholderText(tr("Type your own"));
    for (QComboBox *chooser : {m_sequence, m_layer, m_direction, m_watched, m_chooser}) {
        if (!chooser)
            continue;
        chooser->setFont(interfaceFont(settings.px(compact ? 12 : 13)));
        chooser->setSizeAdjustPolicy(compact ? QComboBox::AdjustToMinimumContentsLengthWithIcon
                                             : QComboBox::AdjustToContents);
        chooser->setMinimumContentsLength(compact ? (chooser == m_watched || chooser == m_chooser ? 14 : 7) : 0);
    }
    m_watchedLabel->setVisible(!compact);
    setTextColour(*m_textLabel, settings.theme->ink2);
    setTextColour(*m_watchedLabel, settings.theme->ink2);
    setTextColour(*m_refused, settings.theme->ink);
    refresh();
    update();
}

void TimelineChoices::refresh()
{
    const auto scene = currentScene(m_document, m_playhead, m_settings);
    setEnabled(scene.has_value());
    m_textSequence = -1;
    if (!scene) {
        m_text->clear();
        return;
    }
    const NetworkSpec &spec = scene->spec();
    const int sequences = scene->trace().batch->sequences();
    fill(m_sequence, sequences, [&](int i) {
        return m_settings.compact ? tr("sequence %1").arg(i) : tr("sequence %1 of 0–%2").arg(i).arg(sequences - 1);
    });
    fill(m_layer, spec.layers, [&](int i) {
        return m_settings.compact ? tr("layer %1").arg(i) : tr("layer %1 of 0–%2").arg(i).arg(spec.layers - 1);
    });
    fill(m_direction, spec.directions(), [](int i) { return i == 0 ? tr("→ forward") : tr("← backward"); });
    m_sequence->setVisible(sequences > 1);
    m_layer->setVisible(spec.layers > 1);
    m_direction->setVisible(spec.bidirectional);
    followPlayhead(*scene);
}

void TimelineChoices::followPlayhead()
{
    if (const auto scene = currentScene(m_document, m_playhead, m_settings))
        followPlayhead(*scene);
}

void TimelineChoices::followPlayhead(const Scene &scene)
{
    select(m_sequence, scene.playhead.sequence);
    select(m_layer, scene.playhead.layer);
    select(m_direction, scene.playhead.direction == Direction::forward ? 0 : 1);
    showWatched(scene);
    if (m_textSequence != scene.playhead.sequence || m_text->isModified())
        showText(scene);
}

void TimelineChoices::showWatched(const Scene &scene)
{
    const Objective &objective = scene.record.experiment->objective;
    const int step = scene.playhead.step;
    const bool one = objective.watched == WatchedSteps::one;
    const bool elsewhere = one && objective.step != step;
    const int current = objective.watched == WatchedSteps::every ? 0 : objective.watched == WatchedSteps::last ? 1 : 2;
    const bool isSum = objective.kind == LossKind::outputSum;
    const QString here = isSum ? tr("sum of h at this step") : tr("this step's loss");
    QStringList words{watchedLossName(objective.kind, WatchedSteps::every, 0),
                      watchedLossName(objective.kind, WatchedSteps::last, 0),
                      one ? watchedLossName(objective.kind, WatchedSteps::one, objective.step) : here};
    if (elsewhere)
        words << here;
    const QSignalBlocker quiet(m_watched);
    if (m_watched->count() != words.size()) {
        m_watched->clear();
        m_watched->addItems(words);
    }
    for (int i = 0; i < words.size(); ++i)
        m_watched->setItemText(i, words[i]);
    m_watched->setCurrentIndex(current);
    m_watched->setToolTip(isSum
                              ? tr("No target is known, so there is no loss: what flows back is the gradient of a sum "
                                   "of h, as output.sum().backward() gives it; a head has no part in it")
                              : tr("Whose gradient flows back"));
}

void TimelineChoices::watch(int choice)
{
    const Objective &before = m_document.experiment().objective;
    const bool same = choice == 2 && before.watched == WatchedSteps::one;
    const WatchedSteps watched = choice == 0 ? WatchedSteps::every
        : choice == 1                        ? WatchedSteps::last
                                             : WatchedSteps::one;
    const Result<Experiment> next
        = withWatched(m_document.experiment(), watched, same ? before.step : m_playhead.state().step);
    const Result<void> done = next ? m_document.edit(tr("Watch another loss"), *next) : Result<void>(next.error());
    m_refused->setVisible(!done);
    if (!done)
        m_refused->setText(said(done.error().sentence));
    refresh();
}

void TimelineChoices::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_settings.theme->paper);
}

} // namespace gatescope
