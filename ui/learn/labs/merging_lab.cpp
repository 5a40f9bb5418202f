// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/merging_lab.h"

#include "core/learning/labs/merging_questions.h"
#include "ui/common/fonts.h"
#include "ui/learn/commitment_panel.h"
#include "ui/learn/labs/merging_canvas.h"
#include "ui/learn/labs/merging_form.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace gatescope {

namespace {

LayerSizes exampleOf(const LayerSizes &sizes)
{
    return {std::min(sizes.inputs, largestExample.inputs), std::min(sizes.units, largestExample.units),
            std::min(sizes.steps, largestExample.steps), std::min(sizes.sequences, largestExample.sequences)};
}

/// The same layer reading the same, whichever way of it is drawn.
bool isSameLayer(MergingSettings one, const MergingSettings &other)
{
    one.way = other.way;
    return one == other;
}

} // namespace

MergingLab::Timing MergingLab::measuring()
{
    return [](const MergingSettings &settings, const std::stop_token &stop) {
        return timeMerging(mergedLayer(settings.convention, settings.sizes, settings.seed), stop);
    };
}

MergingLab::MergingLab(QWidget *parent, Timing timing)
    : Lab(parent), m_timing(std::move(timing)), m_form(new MergingForm(this)), m_panel(new CommitmentPanel(this)),
      m_onwards(new QPushButton(this)), m_canvas(new MergingCanvas(this)),
      m_errand([this](const std::optional<MergingTime> &time) { finishMeasuring(time); })
{
    auto *left = new QVBoxLayout;
    left->setSpacing(10);
    for (QWidget *each : std::initializer_list<QWidget *>{m_form, m_panel, m_onwards})
        left->addWidget(each);
    left->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(32);
    row->addLayout(left);
    row->addWidget(m_canvas, 1);
    connect(m_form, &MergingForm::edited, this, &MergingLab::edit);
    connect(m_form, &MergingForm::timesRequested, this, &MergingLab::measure);
    connect(m_panel, &CommitmentPanel::answered, this, &MergingLab::tell);
    connect(m_onwards, &QPushButton::clicked, this, &MergingLab::goOn);
    m_reading = readMerged(mergedLayer(m_read.convention, exampleOf(m_read.sizes), m_read.seed));
    askCounts();
    refresh();
}

void MergingLab::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_form->setFontPixels(pixels);
    m_panel->setLook(theme, 0.95 * pixels);
    m_onwards->setFont(interfaceFont(0.95 * pixels));
    for (QWidget *each : std::initializer_list<QWidget *>{m_form, m_panel, m_onwards})
        each->setFixedWidth(int(21 * pixels));
    m_canvas->setLook(theme, pixels);
    update();
}

void MergingLab::setReducedMotion(bool reduced)
{
    m_canvas->setReducedMotion(reduced);
}

void MergingLab::edit()
{
    const MergingSettings &settings = m_form->settings();
    if (!isSameLayer(m_read, settings)) {
        const bool isOther = m_read.convention != settings.convention;
        m_read = settings;
        m_reading = readMerged(mergedLayer(settings.convention, exampleOf(settings.sizes), settings.seed));
        m_time.reset();
        m_errand.stop();
        if (isOther && m_stage == Stage::askingCounts)
            askCounts();
    }
    refresh();
}

void MergingLab::measure()
{
    if (m_errand.isBusy())
        return;
    m_timed = m_form->settings();
    m_errand.start(
        [settings = m_timed, timing = m_timing](const std::stop_token &stop) { return timing(settings, stop); });
    refresh();
}

/// What was measured of another layer than that which is drawn now, nobody waits for.
void MergingLab::finishMeasuring(const std::optional<MergingTime> &time)
{
    if (isSameLayer(m_timed, m_form->settings()))
        m_time = time;
    refresh();
}

void MergingLab::askCounts()
{
    m_question = productsLeftQuestion(m_form->settings().convention);
    m_panel->ask(&m_question);
}

void MergingLab::goOn()
{
    if (m_stage == Stage::toldCounts) {
        m_question = numbersChangeQuestion(m_reading);
        m_panel->ask(&m_question);
        m_stage = Stage::askingNumbers;
        m_panel->focusAnswer();
        refresh();
    } else if (!m_panel->isAnswered()) {
        m_panel->reveal();
        tell();
    }
}

/// The answer is out: what was asked is drawn now.
void MergingLab::tell()
{
    const bool hadFocus = m_panel->isAncestorOf(focusWidget());
    if (m_stage == Stage::askingCounts) {
        m_stage = Stage::toldCounts;
        m_form->setWaysOpen(true);
        m_form->setWay(ProductWay::allSteps);
    } else {
        m_stage = Stage::toldNumbers;
    }
    refresh();
    if (hadFocus) // its options take no keys any more
        (m_stage == Stage::toldCounts ? m_onwards : m_form->measureButton())->setFocus(Qt::TabFocusReason);
}

void MergingLab::refresh()
{
    const bool isBusy = m_errand.isBusy();
    m_form->setMeasuring(isBusy);
    m_onwards->setVisible(m_stage != Stage::toldNumbers);
    m_onwards->setText(m_stage == Stage::toldCounts ? tr("One more question") : tr("Show it without a guess"));
    m_canvas->show({m_form->settings(), m_reading, m_time, isBusy && isSameLayer(m_timed, m_form->settings()),
                    m_stage != Stage::askingCounts, m_stage == Stage::toldNumbers});
}

void MergingLab::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->paper);
    painter.fillRect(m_canvas->x() - 16, 0, 1, height(), m_theme->line);
}

} // namespace gatescope
