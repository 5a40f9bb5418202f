// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/figure_view.h"

#include "core/learning/study/studied.h"
#include "ui/learn/labs/measured_pictures.h"
#include "ui/learn/labs/merging_drawing.h"
#include "ui/learn/labs/shape_canvas.h"
#include "ui/learn/labs/stack_layout.h"

#include <QPainter>
#include <QVBoxLayout>

#include <cmath>

namespace gatescope {

namespace {

constexpr int margin = 24, millisecondsOfAWay = 550;

SmallGru gruOf(const Experiment &shown)
{
    return {shown.spec, shown.parameters};
}

std::optional<PaddingPicture> paddingOf(const Experiment &shown, const Batch &batch)
{
    return paddingPicture(gruOf(shown), batch, PaddingSide::right, batch.steps(), true);
}

std::optional<MaskPicture> maskOf(const Experiment &shown, const Batch &batch)
{
    const StepMask mask = realSteps(batch.lengths, PaddingSide::left, batch.steps());
    auto reading = readUnder(gruOf(shown), padded(batch, PaddingSide::left, batch.steps()).x, mask);
    return reading ? std::optional(MaskPicture{mask, *std::move(reading), std::nullopt}) : std::nullopt;
}

/// The lab's own two batches, for the card has none; their states alone.
std::optional<StatefulPicture> statefulOf(StatefulWay way)
{
    constexpr std::uint64_t seed = 1;
    auto picture = statefulPicture(labGru(true, false, seed), way, true, seed);
    if (picture)
        picture->tellsGradients = false;
    return picture;
}

MergingSettings settingsOf(const Figure &figure, const Experiment &shown, const Batch &batch)
{
    MergingSettings settings;
    settings.convention = figure.framework == Framework::pytorch ? StackingConvention::pytorch
        : figure.resetAfter                                      ? StackingConvention::keras
                                                                 : StackingConvention::kerasResetBefore;
    settings.sizes = {shown.spec.inputSize, shown.spec.hiddenSize, batch.steps(), batch.sequences()};
    settings.way = figure.way;
    return settings;
}

QString described(const MergingPicture &picture)
{
    return headingOf(picture.settings, true) + u"; "_qs + headingOf(picture.settings, false);
}

} // namespace

FigureView::FigureView(QWidget *parent) : QWidget(parent), m_shapes(new ShapeCanvas(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->addWidget(m_shapes);
    m_move.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&m_move, &QVariantAnimation::valueChanged, this, [this](const QVariant &place) {
        m_place = place.toDouble();
        update();
    });
}

void FigureView::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_pixels = pixels;
    m_shapes->setLook(theme, pixels);
    update();
}

void FigureView::setReducedMotion(bool reduced)
{
    m_isReduced = reduced;
    m_shapes->setReducedMotion(reduced);
}

void FigureView::showMatrices(const MergingSettings &settings)
{
    const double to = int(settings.way);
    MergingPicture picture;
    picture.settings = settings;
    m_picture = std::move(picture);
    m_move.stop();
    if (m_isReduced || !isVisible()) {
        m_place = to;
    } else if (m_place != to) {
        m_move.setStartValue(m_place);
        m_move.setEndValue(to);
        m_move.setDuration(int(millisecondsOfAWay * std::max(1.0, std::abs(to - m_place))));
        m_move.start();
    }
}

void FigureView::show(const Figure &figure, const Experiment &shown)
{
    m_picture = std::monostate();
    m_shapes->hide();
    setAccessibleDescription({});
    update();
    const auto studied = study(shown);
    if (!studied) // the stage says why
        return;
    const Batch &batch = *studied->trace->batch;
    switch (figure.kind) {
    case FigureKind::shapes:
        m_shapes->setVisible(true);
        m_shapes->show(argumentsOf(figure, shown),
                       figure.marked.empty() ? std::nullopt : std::optional(MarkedAxis{figure.marked, {}, {}}));
        setAccessibleDescription(m_shapes->accessibleDescription());
        break;
    case FigureKind::padded:
    case FigureKind::packed:
        if (auto picture = paddingOf(shown, batch)) {
            setAccessibleDescription(inWords(*picture));
            m_picture = Padded{*std::move(picture), figure.kind == FigureKind::packed};
        }
        break;
    case FigureKind::masked:
        if (auto picture = maskOf(shown, batch)) {
            setAccessibleDescription(inWords(*picture));
            m_picture = *std::move(picture);
        }
        break;
    case FigureKind::matrices:
        showMatrices(settingsOf(figure, shown, batch));
        setAccessibleDescription(described(std::get<MergingPicture>(m_picture)));
        break;
    case FigureKind::states:
        if (auto picture = statefulOf(figure.handed)) {
            setAccessibleDescription(inWords(*picture));
            m_picture = *std::move(picture);
        }
        break;
    }
    setAccessibleName(tr("The picture"));
    update();
}

void FigureView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->paper);
    const QRectF where = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
    if (const auto *batch = std::get_if<Padded>(&m_picture))
        drawPaddedBatch(painter, where, batch->picture, batch->isPacked, *m_theme, m_pixels);
    else if (const auto *mask = std::get_if<MaskPicture>(&m_picture))
        drawMaskedSteps(painter, where, *mask, *m_theme, m_pixels);
    else if (const auto *matrices = std::get_if<MergingPicture>(&m_picture))
        drawStacks(painter, where.adjusted(0, spareHeight(where.size(), matrices->settings, m_pixels) / 2, 0, 0),
                   *matrices, m_place, *m_theme, m_pixels);
    else if (const auto *states = std::get_if<StatefulPicture>(&m_picture))
        drawStateful(painter, where, *states, *m_theme, m_pixels);
}

} // namespace gatescope
