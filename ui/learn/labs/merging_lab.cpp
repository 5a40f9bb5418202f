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
    ask();
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

void MergingLab::chooseOption(int number)
{
    m_panel->chooseOption(number);
}

void MergingLab::edit()
{
    const MergingSettings &settings = m_form->settings();
    if (!isSameLayer(m_read, settings)) {
        const bool isOther = m_read.convention != settings.convention;
        m_read = settings;
        m_reading = readMerged(mergedLayer(settings.convention, exampleOf(settings.sizes), settings.seed));
        m_time.reset();
        stopMeasuring();
        if (isOther || !asksCounts())
            renewQuestion();
    }
    refresh();
}

void MergingLab::measure()
{
    if (m_isAwaited)
        return;
    m_isAwaited = true;
    if (!m_errand.isBusy())
        startMeasuring();
    refresh();
}

void MergingLab::startMeasuring()
{
    m_isStopped = false;
    m_errand.start(
        [settings = m_read, timing = m_timing](const std::stop_token &stop) { return timing(settings, stop); });
}

/// Nobody waits for what is measured now; its thread may take a while to end.
void MergingLab::stopMeasuring()
{
    m_isAwaited = false;
    m_isStopped = true;
    m_errand.stop();
}

/// What was stopped is dropped; what was asked for meanwhile begins.
void MergingLab::finishMeasuring(const std::optional<MergingTime> &time)
{
    if (m_isStopped && m_isAwaited) {
        startMeasuring();
    } else if (!m_isStopped) {
        m_time = time;
        m_isAwaited = false;
    }
    refresh();
}

/// Of the products that are left, which depends on the convention alone; or of the numbers, which every layer has anew.
void MergingLab::ask()
{
    m_question = asksCounts() ? productsLeftQuestion(m_read.convention) : numbersChangeQuestion(m_reading);
    m_panel->ask(&m_question);
}

/// The question of the stage, about the layer that is read now; its answer is out if it was out before.
void MergingLab::renewQuestion()
{
    const bool isOut = m_panel->isAnswered();
    ask();
    if (isOut)
        m_panel->reveal();
}

void MergingLab::goOn()
{
    if (m_stage == Stage::toldCounts) {
        m_stage = Stage::askingNumbers;
        ask();
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
    m_form->setMeasuring(m_isAwaited);
    m_onwards->setVisible(m_stage != Stage::toldNumbers);
    m_onwards->setText(m_stage == Stage::toldCounts ? tr("One more question") : tr("Show it without a guess"));
    m_canvas->show({m_form->settings(), m_reading, m_time, m_isAwaited, m_stage != Stage::askingCounts,
                    m_stage == Stage::toldNumbers});
}

void MergingLab::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->paper);
    painter.fillRect(m_canvas->x() - 16, 0, 1, height(), m_theme->line);
}

} // namespace gatescope
