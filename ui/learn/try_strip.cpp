// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/try_strip.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/marks.h"
#include "ui/learn/state_chart.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr int perUnit = 20; ///< places of a slider for each 1 of its number
constexpr int besideChart = 24;

/// "+2.30": where a bias stands its sign says something.
QString signedNumber(double value)
{
    const QString number = onStage(value);
    return number == onStage(0) || number.startsWith(u'−') ? number : u'+' + number;
}

/// What the gate does at an end of the slider, and the number that stands there: "keep (+8)".
QString endSays(std::string_view does, double number)
{
    return QStringLiteral("%1 (%2%3)")
        .arg(translated(does),
             number > 0       ? u"+"_qs
                 : number < 0 ? u"−"_qs
                              : QString())
        .arg(std::abs(number));
}

QHBoxLayout *atBothEnds(QWidget *left, QWidget *right)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(left);
    row->addStretch(1);
    row->addWidget(right);
    return row;
}

/// One whose high end is at the left: the keys move the knob to where they point.
class LeftwardSlider : public QSlider
{
public:
    LeftwardSlider() : QSlider(Qt::Horizontal) { setInvertedAppearance(true); }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
            triggerAction(event->key() == Qt::Key_Left ? SliderSingleStepAdd : SliderSingleStepSub);
        else
            QSlider::keyPressEvent(event);
    }
};

} // namespace

TryStrip::TryStrip(QWidget *parent) : QWidget(parent), m_controls(new QWidget(this)), m_effect(new QLabel(this))
{
    auto *column = new QVBoxLayout(m_controls);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_effect->setWordWrap(true);
    m_effect->setProperty("secondary", true);
    column->addWidget(m_effect);
    column->addStretch(1);
    setMouseTracking(true);
    setAccessibleName(tr("Try it"));
    hide();
}

void TryStrip::addRow(const Control &control, const Experiment &shown)
{
    const double value = control.value(shown);
    Row row{&control,
            new QWidget(m_controls),
            control.isHighAtLeft ? new LeftwardSlider : new QSlider(Qt::Horizontal),
            new QLabel(translated(control.title)),
            new QLabel(QString()),
            new QLabel(endSays(control.lowSays, control.low)),
            new QLabel(endSays(control.highSays, control.high))};
    row.slider->setRange(int(control.low * perUnit), int(control.high * perUnit));
    row.slider->setPageStep(perUnit);
    row.slider->setValue(int(std::lround(value * perUnit)));
    row.slider->setAccessibleName(translated(control.title));
    row.low->setProperty("secondary", true);
    row.high->setProperty("secondary", true);
    auto *column = new QVBoxLayout(row.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(atBothEnds(row.title, row.value));
    column->addWidget(row.slider);
    column->addLayout(control.isHighAtLeft ? atBothEnds(row.high, row.low) : atBothEnds(row.low, row.high));
    static_cast<QVBoxLayout *>(m_controls->layout())->insertWidget(int(m_rows.size()), row.box);
    connect(row.slider, &QSlider::valueChanged, this, [this, row](int at) {
        sayValue(row, signedNumber(double(at) / perUnit));
        emit controlMoved(written(row.control->name), double(at) / perUnit);
    });
    const QString now = signedNumber(value); // as it is, until it is moved
    sayValue(row, control.isMean(shown) ? tr("mean %1").arg(now) : now);
    m_rows.push_back(row);
}

void TryStrip::sayValue(const Row &row, const QString &value)
{
    row.value->setText(value);
    row.slider->setAccessibleDescription(
        tr("%1; from %2 to %3").arg(row.value->text(), row.low->text(), row.high->text()));
}

void TryStrip::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_pixels = pixels;
    for (const Row &row : m_rows) {
        row.title->setFont(interfaceFont(1.1 * pixels, QFont::DemiBold));
        row.value->setFont(numberFont(1.2 * pixels));
        QPalette palette = row.value->palette();
        palette.setColor(QPalette::WindowText, theme.of(*roleOfLetter(written(row.control->symbol))).text);
        row.value->setPalette(palette);
        row.low->setFont(interfaceFont(pixels));
        row.high->setFont(interfaceFont(pixels));
    }
    m_effect->setFont(interfaceFont(1.05 * pixels));
    int wide = int(20 * pixels);
    for (const Row &row : m_rows)
        wide = std::max(wide, row.box->minimumSizeHint().width()); // no title is cut
    m_controls->setFixedWidth(wide);
    placeControls();
    update();
}

void TryStrip::placeControls()
{
    m_controls->setGeometry(besideChart, int(1.2 * m_pixels), m_controls->width(),
                            std::max(10, height() - int(2 * m_pixels)));
}

void TryStrip::resizeEvent(QResizeEvent *)
{
    placeControls();
}

void TryStrip::show(const LessonCard &card, const Experiment &shown, const std::vector<Evidence> &measured)
{
    for (const Row &row : m_rows)
        delete row.box;
    m_rows.clear();
    m_deed = card.deed;
    m_unit = card.deed ? unitOf(*card.deed) : card.place.unit.value_or(0);
    m_measured = measured;
    m_chart = {};
    for (const std::string &name : card.controls)
        addRow(*controlNamed(name), shown);
    m_controls->setVisible(!m_rows.empty());
    const bool hasCurves = std::ranges::any_of(measured, [](const Evidence &each) { return !each.curves.empty(); });
    setVisible(!m_rows.empty() || card.deed || hasCurves);
    setLook(*m_theme, m_pixels);
}

QSlider *TryStrip::slider(const QString &name) const
{
    for (const Row &row : m_rows)
        if (written(row.control->name) == name)
            return row.slider;
    return nullptr;
}

/// Where there is something to move or to do: the followed unit's state, the other units pale, and as it was before.
Chart TryStrip::stateChart(const Record &record, const Record *before, int step,
                           const std::optional<DeedJudgement> &judgement) const
{
    Chart chart = gatescope::stateChart(*record.trace, m_unit, *m_theme);
    chart.markedStep = step;
    if (before && before->trace->length(0) == record.trace->length(0))
        chart.lines.insert(
            chart.lines.begin() + 1,
            {tr("before"), statesOf(*before->trace, m_unit), m_theme->ink2, 1.5, 1, false, Qt::DashLine});
    if (const auto *survival = m_deed ? std::get_if<Survival>(&*m_deed) : nullptr) {
        const double start = chart.lines[0].values[std::size_t(survival->from)];
        chart.level = survival->share * start;
        chart.levelSays = tr("%1 of step %2")
                              .arg(survival->share == 0.5 ? tr("half") : onStage(survival->share))
                              .arg(survival->from);
        if (judgement && judgement->survived < survival->steps)
            chart.lostFrom = survival->from + judgement->survived + 1;
    }
    return chart;
}

/// Where a gradient has to survive: what is left of it going back, and what was left before.
Chart TryStrip::gradientChart(const GradientSurvival &asked, const Record &record, const Record *before, int step,
                              const std::optional<DeedJudgement> &judgement) const
{
    Chart chart = gatescope::gradientChart(*record.trace, *record.gradients, *m_theme);
    chart.markedStep = record.trace->length(0) - 1 - step;
    if (before && before->gradients && before->trace->length(0) == record.trace->length(0))
        chart.lines.push_back({tr("before"), gradientsLeft(*before->trace, *before->gradients), m_theme->ink2, 1.5, 1,
                               false, Qt::DashLine});
    chart.level = asked.share;
    chart.levelSays = tr("%1 of what arrives").arg(onStage(asked.share));
    if (judgement && judgement->survived < asked.steps)
        chart.lostFrom = judgement->survived + 1;
    return chart;
}

void TryStrip::follow(const Record &record, const Record *before, int step,
                      const std::optional<DeedJudgement> &judgement)
{
    if (!record)
        return;
    if (!m_rows.empty() || m_deed) {
        const auto *gradient = m_deed ? std::get_if<GradientSurvival>(&*m_deed) : nullptr;
        m_chart = gradient && record.gradients ? gradientChart(*gradient, record, before, step, judgement)
                                               : stateChart(record, before, step, judgement);
        sayEffect(record);
    } else {
        for (const Evidence &each : m_measured) {
            if (each.curves.empty())
                continue;
            m_chart = evidenceChart(each, *m_theme);
            break;
        }
    }
    setAccessibleDescription(inWords(m_chart));
    update();
}

/// What the gate's mean means for the unit: over all steps, or over those that a state has to survive. The geometric
/// mean, for what is kept of what is kept is their product.
void TryStrip::sayEffect(const Record &record)
{
    m_effect->clear();
    const auto &parts = record.trace->at(0, Direction::forward).parts;
    const auto z = parts.find(Part::update);
    if (!slider(u"update-bias"_qs) || z == parts.end())
        return;
    const int length = record.trace->length(0);
    const auto *survival = m_deed ? std::get_if<Survival>(&*m_deed) : nullptr;
    const int first = survival ? survival->from + 1 : 0;
    const int end = survival ? std::min(length, first + survival->steps) : length;
    if (first >= end)
        return;
    double sum = 0;
    for (int t = first; t < end; ++t)
        sum += std::log(z->second(t, 0, m_unit));
    const double mean = std::exp(sum / (end - first));
    if (mean >= 1) {
        m_effect->setText(survival
                              ? tr("After step %1 unit %2 keeps all that it holds.").arg(survival->from).arg(m_unit)
                              : tr("Unit %1 keeps all that it holds at every step.").arg(m_unit));
        return;
    }
    const QString says = survival
        ? tr("After step %1 unit %2 keeps %3 % a step on average: %4 steps later half of what it held is left.")
              .arg(survival->from)
        : tr("Unit %1 keeps %2 % a step on average: %3 steps later half of what it held is left.");
    m_effect->setText(says.arg(m_unit)
                          .arg(decimals(100 * mean, mean > 0.99 ? 2 : 0))
                          .arg(decimals(std::log(0.5) / std::log(mean), 1)));
}

void TryStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->paper);
    painter.setPen(m_theme->line);
    painter.drawLine(0, 0, width(), 0);
    drawChart(painter, chartPlace(), m_chart, *m_theme, m_pixels);
}

QRectF TryStrip::chartPlace() const
{
    const double left = m_rows.empty() ? besideChart : besideChart + m_controls->width() + 2.0 * besideChart;
    return {left, 1.2 * m_pixels, width() - left - besideChart, height() - 1.8 * m_pixels};
}

void TryStrip::mousePressEvent(QMouseEvent *event)
{
    const auto step
        = event->button() == Qt::LeftButton ? stepAt(event->position(), chartPlace(), m_chart, m_pixels) : std::nullopt;
    if (step)
        emit stepChosen(*step);
    else
        QWidget::mousePressEvent(event);
}

void TryStrip::mouseMoveEvent(QMouseEvent *event)
{
    const auto step = stepAt(event->position(), chartPlace(), m_chart, m_pixels);
    setCursor(step ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setToolTip(step ? tr("Step %1").arg(*step) : QString());
}

} // namespace gatescope
