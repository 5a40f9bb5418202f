// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/sample_panel.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/marks.h"
#include "ui/train/sample_result.h"

#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace gatescope {

namespace {

QStringList texts(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list.append(QString::fromStdString(word));
    return list;
}

} // namespace

SamplePanel::SamplePanel(QWidget *parent) : QWidget(parent), m_turn(new QPushButton(tr("Before and after"), this))
{
    setAccessibleName(tr("One row that is never trained on"));
    m_turn->setObjectName(QStringLiteral("beforeAndAfter"));
    m_turn->setCheckable(true);
    m_turn->setFocusPolicy(Qt::TabFocus); // after a click Space still starts and pauses
    m_turn->setToolTip(tr("The update that is looked back at, or the first, beside the newest one (B)"));
    m_turn->setAccessibleDescription(m_turn->toolTip());
    connect(m_turn, &QPushButton::toggled, this, &SamplePanel::beforeRequested);
}

void SamplePanel::setLook(const TrainLook &look)
{
    m_look = look;
    m_turn->setFont(interfaceFont(look.pixels, QFont::Medium));
    placeButton();
    update();
}

void SamplePanel::setTask(const Task &task)
{
    m_words = {texts(task.inputSymbols()), texts(task.symbols()), task.inputScales(),
               task.outputScale(),         task.countedFrom(),    translated(task.solvedRule())};
    m_sample.reset(); // of another sequence
    m_before.reset();
}

void SamplePanel::setSample(std::shared_ptr<const TrainingSample> sample)
{
    m_sample = std::move(sample);
    m_problem.clear();
    describe();
}

void SamplePanel::setBefore(std::shared_ptr<const TrainingSample> before)
{
    if (!m_showsBefore)
        return; // asked for while it was shown
    m_before = std::move(before);
    describe();
}

void SamplePanel::showBefore(bool shown)
{
    m_showsBefore = shown;
    m_before.reset();
    m_turn->setChecked(shown);
    describe();
}

/// For those who hear it.
void SamplePanel::describe()
{
    const auto told = [this](const TrainingSample &sample) {
        return tr("Update %1: %2.").arg(sample.update).arg(SampleResult(sample, m_words, m_look).inWords());
    };
    if (m_sample && m_before)
        setAccessibleDescription(tr("Before: %1 After: %2").arg(told(*m_before), told(*m_sample)));
    else if (m_sample)
        setAccessibleDescription(told(*m_sample));
    update();
}

void SamplePanel::setLookedAt(std::optional<int> update)
{
    m_lookedAt = update;
    QWidget::update();
}

void SamplePanel::setProblem(const QString &problem)
{
    m_problem = problem;
    setAccessibleDescription(problem);
    update();
}

/// Not every network of the past is kept: the one that is shown is the nearest.
QString SamplePanel::whatIsShown(const TrainingSample &sample, bool isOfThePast) const
{
    if (isOfThePast && m_lookedAt && *m_lookedAt != sample.update)
        return tr("update %1, the nearest to %2 that is kept").arg(sample.update).arg(*m_lookedAt);
    return tr("update %1").arg(sample.update);
}

void SamplePanel::drawSample(QPainter &painter, const TrainingSample &sample, const TrainingSample *beside,
                             const QString &caption, const QRectF &area) const
{
    const Theme &theme = *m_look.theme;
    const QFont subtitle = interfaceFont(m_look.pixels * 1.08, beside ? QFont::DemiBold : QFont::Normal);
    const double room = (m_showsBefore ? area.right() : m_turn->x() - m_look.scaled(8)) - area.left();
    const QString whole = tr("%1 · gates, and the answer if asked now").arg(caption);
    const bool hasRoom = !m_showsBefore && textWidth(whole, subtitle) <= room;
    drawText(painter, {area.left(), area.top() + m_look.pixels * 0.9},
             QFontMetricsF(subtitle).elidedText(hasRoom ? whole : caption, Qt::ElideRight, room), subtitle,
             beside ? theme.ink : theme.ink2);
    const double top = area.top() + m_look.pixels * 1.6, foot = std::min(height() * 0.28, double(m_look.scaled(116)));
    SampleDrawing(sample, m_words, m_look, beside)
        .draw(painter, QRectF(area.left(), top, area.width(), area.bottom() - top - foot - m_look.scaled(10)));
    SampleResult(sample, m_words, m_look).draw(painter, QRectF(area.left(), area.bottom() - foot, area.width(), foot));
}

void SamplePanel::paintEvent(QPaintEvent *)
{
    const Theme &theme = *m_look.theme;
    QPainter painter(this);
    painter.fillRect(rect(), theme.paper);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont headingFont = interfaceFont(m_look.pixels * 1.25, QFont::DemiBold);
    const QString heading = tr("One row, never trained on");
    const double room = m_turn->x() - m_look.scaled(8);
    drawText(
        painter, {0, m_look.pixels * 1.3},
        QFontMetricsF(headingFont)
            .elidedText(textWidth(heading, headingFont) <= room ? heading : tr("One new row"), Qt::ElideRight, room),
        headingFont, theme.ink);
    // Beside each other the right one's words would stand under the button.
    const double top = m_showsBefore ? std::max(m_look.pixels * 2, m_turn->height() + 2.0) : m_look.pixels * 2;
    if (!m_problem.isEmpty())
        drawParagraph(painter, {0, top}, m_problem, interfaceFont(m_look.pixels * 1.08), theme.ink2, width());
    if (!m_sample || m_sample->trace->length(0) == 0)
        return;
    const QRectF whole(0, top, width(), height() - top);
    if (!m_showsBefore)
        return drawSample(painter, *m_sample, nullptr, whatIsShown(*m_sample, true), whole);
    const double half = (width() - m_look.scaled(28)) / 2.0;
    const TrainingSample *before = m_before && m_before->trace->length(0) > 0 ? m_before.get() : nullptr;
    if (before) // otherwise in a moment
        drawSample(painter, *before, m_sample.get(), tr("before: %1").arg(whatIsShown(*before, true)),
                   QRectF(0, top, half, whole.height()));
    drawSample(painter, *m_sample, before, tr("after: %1").arg(whatIsShown(*m_sample, false)),
               QRectF(width() - half, top, half, whole.height()));
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(QPointF(width() / 2.0, top), QPointF(width() / 2.0, height()));
}

void SamplePanel::placeButton()
{
    m_turn->adjustSize();
    m_turn->move(width() - m_turn->width(), 0);
}

void SamplePanel::resizeEvent(QResizeEvent *)
{
    placeButton();
}

} // namespace gatescope
