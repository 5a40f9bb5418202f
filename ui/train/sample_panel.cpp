// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/sample_panel.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks.h"
#include "ui/train/forecast_drawing.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

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

SamplePanel::SamplePanel(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("One row that is never trained on"));
}

void SamplePanel::setLook(const TrainLook &look)
{
    m_look = look;
    update();
}

void SamplePanel::setTask(const Task &task)
{
    m_words = {texts(task.inputSymbols()), texts(task.symbols()), task.inputScales(), task.outputScale(),
               task.countedFrom()};
    m_solvedMeans = QString::fromStdString(task.solvedRule());
}

void SamplePanel::setSample(std::shared_ptr<const TrainingSample> sample)
{
    m_sample = std::move(sample);
    m_problem.clear();
    if (m_sample)
        setAccessibleDescription(tr("Update %1: %2 %3.").arg(m_sample->update).arg(countInWords(), countMeans()));
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
QString SamplePanel::whatIsShown() const
{
    if (m_lookedAt && *m_lookedAt != m_sample->update)
        return tr("update %1, the nearest to %2 that is kept").arg(m_sample->update).arg(*m_lookedAt);
    return tr("update %1 · input, gates of the top layer, the answer if asked now").arg(m_sample->update);
}

QString SamplePanel::countInWords() const
{
    if (m_sample->forecast)
        return tr("off by %1").arg(ownNumber(m_sample->forecast->error, m_sample->forecast->error));
    const int right = int(std::lround(m_sample->right * m_sample->asked));
    return tr("%1 of %2").arg(right).arg(m_sample->asked);
}

QString SamplePanel::countMeans() const
{
    if (m_sample->forecast)
        return m_words.outputs.isEmpty() ? tr("root mean square")
                                         : tr("%1, root mean square").arg(m_words.outputs.constFirst());
    return m_sample->tolerance > 0 ? tr("answers within %1 of the truth").arg(m_sample->tolerance, 0, 'g', 2)
                                   : tr("answers right");
}

void SamplePanel::paintEvent(QPaintEvent *)
{
    const Theme &theme = *m_look.theme;
    QPainter painter(this);
    painter.fillRect(rect(), theme.paper);
    painter.setRenderHint(QPainter::Antialiasing);
    drawText(painter, {0, m_look.pixels * 1.3}, tr("One row, never trained on"),
             interfaceFont(m_look.pixels * 1.25, QFont::DemiBold), theme.ink);
    if (!m_problem.isEmpty())
        drawParagraph(painter, {0, m_look.pixels * 2}, m_problem, interfaceFont(m_look.pixels * 1.08), theme.ink2,
                      width());
    if (!m_sample || m_sample->trace->length(0) == 0)
        return;
    const QFont subtitle = interfaceFont(m_look.pixels * 1.08);
    drawText(painter, {0, m_look.pixels * 2.9},
             QFontMetricsF(subtitle).elidedText(whatIsShown(), Qt::ElideRight, width()), subtitle, theme.ink2);
    const double top = m_look.pixels * 3.6, foot = std::min(height() * 0.28, double(m_look.scaled(116)));
    SampleDrawing(*m_sample, m_words, m_look)
        .draw(painter, QRectF(0, top, width(), height() - top - foot - m_look.scaled(10)));
    const QRectF rows(0, height() - foot, width(), foot);
    m_sample->written.empty() ? drawRows(painter, rows) : drawWritten(painter, rows);
}

void SamplePanel::drawRows(QPainter &painter, const QRectF &area) const
{
    const Theme &theme = *m_look.theme;
    double x = area.left();
    const bool hasScatter = !m_sample->answers.empty();
    if (hasScatter) {
        const QRectF box(area.left() + 2, area.top() + 2, area.height() - 10, area.height() - 10);
        drawScatter(painter, box);
        x = box.right() + m_look.scaled(22);
    }
    const double pixels = m_look.pixels;
    double y = area.top() + pixels * 2;
    drawText(painter, {x, y}, countInWords(), interfaceFont(pixels * 1.8, QFont::DemiBold), theme.ink);
    y += pixels * 1.7;
    drawText(painter, {x, y}, countMeans(), interfaceFont(pixels * 1.05), theme.ink2);
    if (const auto &forecast = m_sample->forecast) {
        const double share = forecast->persistence > 0 ? forecast->error / forecast->persistence - 1 : 0;
        drawText(painter, {x, y + pixels * 1.6},
                 tr("persistence, the next value is this one: off by %1")
                     .arg(ownNumber(forecast->persistence, forecast->persistence)),
                 interfaceFont(pixels * 1.05), theme.ink2);
        drawText(painter, {x, y + pixels * 3.2},
                 share < 0 ? tr("%1 % better than persistence").arg(qRound(-100 * share))
                           : tr("%1 % worse than persistence").arg(qRound(100 * share)),
                 interfaceFont(pixels * 1.05, QFont::DemiBold), theme.ink);
    }
    if (!m_sample->forecast)
        drawText(painter, {x, area.top() + pixels * (hasScatter ? 6.9 : 5.3)},
                 tr("solved means: %1").arg(m_solvedMeans), interfaceFont(pixels * 1.05), theme.ink2);
    if (!hasScatter)
        return;
    double largest = 0;
    for (const TrainingSample::Answer &each : m_sample->answers)
        largest = std::max(largest, std::abs(each.answer - each.truth));
    drawText(painter, {x, y + pixels * 1.6},
             (m_look.compact ? tr("largest error %1") : tr("answer against truth, largest error %1"))
                 .arg(decimals(largest, 3)),
             interfaceFont(pixels * 1.05), theme.ink2);
}

void SamplePanel::drawScatter(QPainter &painter, const QRectF &box) const
{
    const Theme &theme = *m_look.theme;
    double low = 0, high = 0;
    for (const TrainingSample::Answer &each : m_sample->answers) {
        low = std::min(low, each.truth);
        high = std::max(high, each.truth);
    }
    const auto place = [&](double truth, double answer) {
        const auto share
            = [&](double value) { return std::clamp((value - low) / std::max(1e-9, high - low), -0.02, 1.02); };
        return QPointF(box.left() + box.width() * share(truth), box.bottom() - box.height() * share(answer));
    };
    painter.setPen(QPen(theme.ink3, 1));
    painter.drawLine(box.bottomLeft(), box.bottomRight());
    painter.drawLine(box.bottomLeft(), box.topLeft());
    painter.setPen(QPen(theme.ink3, 1, Qt::DashLine));
    painter.drawLine(place(low, low), place(high, high));
    painter.setPen(Qt::NoPen);
    painter.setBrush(blended(theme.wire(Role::gradient), 0.75, theme.paper));
    for (const TrainingSample::Answer &each : m_sample->answers)
        painter.drawEllipse(place(each.truth, each.answer), 2.2, 2.2);
}

void SamplePanel::drawWritten(QPainter &painter, const QRectF &area) const
{
    const Theme &theme = *m_look.theme;
    drawText(painter, {area.left(), area.top() + m_look.pixels * 1.2},
             tr("it reads the pale letters and goes on · %1 %2").arg(countInWords(), countMeans()),
             interfaceFont(m_look.pixels * 1.05), theme.ink2);
    // What was read stands pale before what is written, letter by letter in a face in which all are equally wide.
    const QString prompt = QString::fromStdString(m_sample->prompt),
                  whole = prompt + QString::fromStdString(m_sample->written);
    const QFont font = numberFont(m_look.pixels);
    const double width = textWidth(QStringLiteral("m"), font), height = m_look.pixels * 1.45;
    const int inLine = std::max(1, int(area.width() / width));
    for (int i = 0; i < whole.size(); ++i) {
        const double y = area.top() + m_look.pixels * 2.9 + i / inLine * height;
        if (y > area.bottom())
            break;
        drawText(painter, {area.left() + i % inLine * width, y},
                 whole[i] == u'\n' ? QStringLiteral("↵") : QString(whole[i]), font,
                 i < prompt.size() ? theme.ink3 : theme.ink);
    }
}

} // namespace gatescope
