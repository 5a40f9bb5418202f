// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/dialogs/stretches_dialog.h"

#include "ui/common/fields.h"
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/document/document.h"
#include "ui/drawing/timeline/timeline_names.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace gatescope {

namespace {

constexpr std::size_t mostStretches = 20;
constexpr int longestStretch = 200;
constexpr int mostSpelledSteps = 24; ///< of which is said what is read there

} // namespace

StretchesDialog::StretchesDialog(const Document &document, Playhead &playhead, QWidget *parent)
    : QDialog(parent), m_document(document), m_playhead(playhead),
      m_how(new QLabel(tr("Where the layer that one looks at goes as it does here:"), this)),
      m_part(new QComboBox(this)), m_first(new QSpinBox(this)), m_length(new QSpinBox(this)),
      m_answer(new QLabel(this)), m_list(new QListWidget(this)),
      m_errand([this](Answer answer) { finish(std::move(answer)); })
{
    setWindowTitle(tr("Similar stretches"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(10);
    column->addWidget(m_how);
    auto *line = new QHBoxLayout;
    line->addWidget(m_part);
    line->addWidget(m_first, 1);
    line->addWidget(m_length, 1);
    column->addLayout(line);
    column->addWidget(m_answer);
    column->addWidget(m_list, 1);
    for (QLabel *label : {m_how, m_answer})
        label->setWordWrap(true);
    m_first->setPrefix(tr("from step "));
    m_length->setSuffix(tr(" steps"));
    m_length->setRange(1, longestStretch);
    m_length->setValue(10);
    m_part->setAccessibleName(tr("What is compared"));
    m_first->setAccessibleName(tr("The first step of the stretch"));
    m_length->setAccessibleName(tr("How many steps it has"));
    m_list->setAccessibleName(tr("Stretches that were found"));
    connect(m_part, &QComboBox::currentIndexChanged, this, &StretchesDialog::look);
    connect(m_first, &QSpinBox::valueChanged, this, &StretchesDialog::look);
    connect(m_length, &QSpinBox::valueChanged, this, &StretchesDialog::refresh);
    connect(m_list, &QListWidget::currentRowChanged, this, &StretchesDialog::follow);
    connect(&document, &Document::recordChanged, this, &StretchesDialog::refresh);
    connect(&playhead, &Playhead::moved, this, [this](const PlayheadState &state) {
        Moment where = state.moment();
        where.step = 0;
        if (!(std::exchange(m_where, where) == where))
            refresh(); // another layer, direction or sequence
    });
    resize(520, 460);
    refresh();
}

void StretchesDialog::setSettings(const ViewSettings &settings)
{
    const double size = settings.px(settings.classroom ? 18 : 14);
    growWith(*this, settings);
    for (QLabel *label : {m_how, m_answer}) {
        label->setFont(interfaceFont(size));
        setTextColour(*label, settings.theme->ink);
    }
    m_list->setFont(numberFont(size));
}

void StretchesDialog::ask(int first)
{
    m_first->setValue(first);
    look();
}

/// The parts and the steps that the record has.
void StretchesDialog::refresh()
{
    const Record &record = m_document.record();
    if (!record)
        return list({}); // what is listed is of a run that is gone
    if (m_cell != record.spec().cell) {
        m_cell = record.spec().cell;
        m_parts = describe(*m_cell).recorded;
        const QSignalBlocker quiet(m_part);
        m_part->clear();
        for (const Part part : m_parts)
            m_part->addItem(partWords(part));
        m_part->setCurrentIndex(int(std::ranges::find(m_parts, Part::state) - m_parts.begin()));
    }
    {
        const QSignalBlocker quiet(m_first);
        const int steps = record.trace->length(clamped(m_playhead.state(), *record.trace).sequence);
        setRangeIfOther(*m_first, 0, std::max(0, steps - m_length->value()));
    }
    look();
}

std::optional<StretchesDialog::Question> StretchesDialog::question() const
{
    const Record &record = m_document.record();
    if (!record || m_parts.empty() || m_part->currentIndex() < 0)
        return std::nullopt;
    Moment where = clamped(m_playhead.state(), *record.trace).moment();
    where.step = m_first->value();
    return Question{record, where, m_parts[std::size_t(m_part->currentIndex())], m_length->value()};
}

/// Hidden, it asks nothing and knows nothing.
void StretchesDialog::look()
{
    const std::optional<Question> asked = isVisible() ? question() : std::nullopt;
    if (!asked)
        return list({});
    if (!m_errand.isBusy())
        return start(*asked);
    m_next = asked;
    m_errand.stop();
}

void StretchesDialog::start(const Question &question)
{
    m_answer->setText(tr("Looking…"));
    m_errand.start([question](std::stop_token stop) {
        return Answer{question.record.trace,
                      similarStretches(*question.record.trace, question.where, question.part, question.length,
                                       mostStretches, stop)};
    });
}

void StretchesDialog::finish(Answer answer)
{
    if (const std::optional<Question> next = std::exchange(m_next, std::nullopt))
        return start(*next); // nobody waits for the one that was stopped
    if (answer.trace != m_document.record().trace)
        return;
    const bool isAlone = answer.found.empty();
    list(std::move(answer.found));
    m_answer->setText(isAlone ? tr("The sequence has no other stretch of %1 steps.").arg(m_length->value())
                              : tr("The nearest first. 0 apart: the same; 1: as two steps picked at random."));
}

void StretchesDialog::list(std::vector<SimilarStretch> found)
{
    m_found = std::move(found);
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const SimilarStretch &stretch : m_found)
        m_list->addItem(tr("steps %1 to %2: %3 apart%4")
                            .arg(QString::number(stretch.first), QString::number(stretch.first + m_length->value() - 1),
                                 decimals(stretch.distance, 2), read(stretch.first)));
    m_answer->clear();
}

/// What is read there, where it is a text; of a long stretch its beginning.
QString StretchesDialog::read(int first) const
{
    const Record &record = m_document.record();
    if (!record || !std::holds_alternative<CharacterInput>(record.experiment->input.source))
        return {};
    const int sequence = clamped(m_playhead.state(), *record.trace).sequence;
    QString letters;
    for (int step = first; step < first + std::min(m_length->value(), mostSpelledSteps); ++step)
        letters += QString::fromStdString(stepLabel(record, sequence, step));
    return tr(", reads “%1”").arg(m_length->value() > mostSpelledSteps ? letters + u'…' : letters);
}

void StretchesDialog::follow(int row)
{
    if (row < 0 || row >= std::ssize(m_found))
        return;
    PlayheadState there = m_playhead.state();
    there.step = m_found[std::size_t(row)].first;
    m_playhead.moveTo(there);
}

} // namespace gatescope
