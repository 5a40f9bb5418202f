// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/padding_lab.h"

#include "ui/learn/labs/measured_pictures.h"
#include "ui/learn/labs/padding_canvas.h"
#include "ui/learn/labs/padding_form.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace gatescope {

PaddingLab::PaddingLab(QWidget *parent) : Lab(parent), m_form(new PaddingForm(this)), m_canvas(new PaddingCanvas(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(32);
    row->addWidget(m_form, 0, Qt::AlignTop);
    row->addWidget(m_canvas, 1);
    m_mask = realSteps(m_form->settings().lengths, PaddingSide::right, longestLabSequence);
    connect(m_form, &PaddingForm::edited, this, &PaddingLab::measure);
    connect(m_form, &PaddingForm::maskRequested, this,
            [this](PaddingSide side) { showMask(realSteps(m_form->settings().lengths, side, longestLabSequence)); });
    connect(m_form, &PaddingForm::fullMaskRequested, this,
            [this] { showMask(StepMask(m_mask.size(), std::vector<bool>(std::size_t(longestLabSequence), true))); });
    connect(m_canvas, &PaddingCanvas::painted, this, [this](const MaskPlace &place, bool isRead) {
        m_mask[std::size_t(place.sequence)][std::size_t(place.step)] = isRead;
        measure();
    });
    measure();
}

void PaddingLab::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_form->setFontPixels(pixels);
    m_form->setFixedWidth(int(17 * pixels));
    m_canvas->setLook(theme, pixels);
    update();
}

void PaddingLab::showMask(StepMask mask)
{
    m_mask = std::move(mask);
    measure();
}

void PaddingLab::measure()
{
    const PaddingSettings &settings = m_form->settings();
    const bool bothWays = settings.view == PaddingView::padding && settings.bidirectional;
    const SmallGru gru = labGru(settings.bias, bothWays, settings.seed);
    switch (settings.view) {
    case PaddingView::padding:
        return measurePadding(gru);
    case PaddingView::stateful:
        return measureStateful(gru);
    case PaddingView::mask:
        return measureMask(gru);
    }
}

// Sizes and numbers are the lab's own and fit together: a run that fails would be a mistake here, and leaves the
// picture.

void PaddingLab::measurePadding(const SmallGru &gru)
{
    const PaddingSettings &settings = m_form->settings();
    const Batch sequences = labSequences(settings.lengths, labInputs, settings.seed);
    auto picture
        = paddingPicture(gru, sequences, settings.side, sequences.steps() + settings.moreZeros, settings.enforceSorted);
    if (picture)
        m_canvas->show(*std::move(picture));
}

void PaddingLab::measureStateful(const SmallGru &gru)
{
    const PaddingSettings &settings = m_form->settings();
    if (auto picture = statefulPicture(gru, settings.way, settings.isDetached, settings.seed))
        m_canvas->show(*std::move(picture));
}

void PaddingLab::measureMask(const SmallGru &gru)
{
    const TimeArray x = labNumbers(longestLabSequence, int(m_mask.size()), labInputs, m_form->settings().seed);
    auto reading = readUnder(gru, x, m_mask);
    if (reading)
        m_canvas->show(m_mask, *std::move(reading));
}

void PaddingLab::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->paper);
    painter.fillRect(m_canvas->x() - 16, 0, 1, height(), m_theme->line);
}

} // namespace gatescope
