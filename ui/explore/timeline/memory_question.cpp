// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/timeline/memory_question.h"

#include "ui/common/fonts.h"
#include "ui/document/document.h"
#include "ui/explore/controls/finding_place.h"
#include "ui/explore/timeline/remembering.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

namespace gatescope {

namespace {

constexpr int longestLabel = 3; ///< longer ones stand in the list of steps, not in the question
constexpr int mostSteps = 1000; ///< in the list of steps

} // namespace

MemoryQuestion::MemoryQuestion(Document &document, Playhead &playhead, Remembering &remembering, QWidget *parent)
    : QWidget(parent), m_document(document), m_playhead(playhead), m_remembering(remembering),
      m_ask(new QPushButton(this)), m_which(new QComboBox(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_ask);
    row->addWidget(m_which);
    m_ask->setCheckable(true);
    m_ask->setFocusPolicy(Qt::TabFocus); // Space stays the transport's after a click
    m_ask->setToolTip(tr("How long the state still tells what was read, against what else might have stood there, and "
                         "which gate lets it go"));
    m_which->setAccessibleName(tr("Step that is remembered"));
    m_which->setToolTip(tr("What was read at which step is followed"));
    connect(m_ask, &QPushButton::clicked, this, &MemoryQuestion::turn);
    connect(m_which, &QComboBox::activated, this, &MemoryQuestion::ask);
    connect(&m_remembering, &Remembering::changed, this, &MemoryQuestion::refresh);
    connect(&m_remembering, &Remembering::found, this, &MemoryQuestion::goThere);
    connect(&m_document, &Document::recordChanged, this, &MemoryQuestion::refresh);
    connect(&m_playhead, &Playhead::moved, this, [this](const PlayheadState &state) {
        if (state.progress >= 1.0)
            refresh();
    });
}

void MemoryQuestion::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    for (QWidget *widget : {static_cast<QWidget *>(m_ask), static_cast<QWidget *>(m_which)})
        widget->setFont(interfaceFont(settings.px(settings.compact ? 12 : 13)));
    refresh();
}

/// The answer is a lane of the forward pass; to ask in the backward pass leads there.
bool MemoryQuestion::isShown() const
{
    return m_remembering.isOn() && m_playhead.state().pass == Pass::forward;
}

void MemoryQuestion::turn()
{
    if (isShown())
        m_remembering.follow(std::nullopt);
    else if (m_document.record() && !m_settings.predicting)
        ask(m_remembering.followed().value_or(firstRead()));
    refresh();
}

void MemoryQuestion::ask(int step)
{
    m_isAwaited = true;
    m_remembering.follow(step);
    goThere(); // where the answer is there already
}

/// Of the direction that one looks at.
int MemoryQuestion::firstRead() const
{
    const PlayheadState state = clamped(m_playhead.state(), *m_document.record().trace);
    return state.direction == Direction::forward ? 0 : m_document.record().trace->length(state.sequence) - 1;
}

QString MemoryQuestion::labelOf(const Scene &scene, int step) const
{
    return QString::fromStdString(stepLabel(scene.record, scene.playhead.sequence, step));
}

void MemoryQuestion::refresh()
{
    const auto scene = currentScene(m_document, m_playhead, m_settings);
    const int steps = scene ? scene->trace().length(scene->playhead.sequence) : 0;
    setVisible(steps > 1);
    setEnabled(!m_settings.predicting);
    if (steps <= 1)
        return;
    const int step = std::min(m_remembering.followed().value_or(firstRead()), steps - 1);
    const QString label = labelOf(*scene, step);
    const bool isShort = label.size() <= longestLabel;
    const QString asked
        = isShort ? tr("When is “%1” forgotten?").arg(label) : tr("When is step %1 forgotten?").arg(step);
    if (asked != m_ask->text()) {
        m_ask->setText(asked);
        layout()->activate(); // the words have their room at once, not a frame later
        if (parentWidget() && parentWidget()->layout())
            parentWidget()->layout()->activate();
    }
    m_ask->setChecked(isShown());
    m_which->setVisible(isShown());
    if (!isShown())
        return;
    const QSignalBlocker quiet(m_which);
    QStringList words;
    for (int t = 0; t < std::min(steps, mostSteps); ++t)
        words << tr("step %1: %2").arg(QString::number(t), labelOf(*scene, t));
    if (m_which->count() != words.size() || m_which->itemText(step) != words.value(step)) {
        m_which->clear();
        m_which->addItems(words);
    }
    m_which->setCurrentIndex(step);
}

void MemoryQuestion::goThere()
{
    const Finding *finding = m_remembering.finding();
    if (!m_isAwaited || !finding || !m_document.record())
        return;
    m_isAwaited = false;
    const Trace &trace = *m_document.record().trace;
    m_playhead.moveTo(clamped(placeOf(*finding, trace.spec.cell, m_playhead.state()), trace));
}

} // namespace gatescope
