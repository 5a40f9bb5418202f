// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/myth_evidence.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/words_in_colour.h"
#include "ui/learn/state_chart.h"

#include <QPainter>

#include <algorithm>

namespace gatescope {

namespace {

constexpr double highestChart = 460; ///< higher, a curve looks steeper than it is

} // namespace

MythEvidence::MythEvidence(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("What was measured"));
}

void MythEvidence::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_pixels = pixels;
    update();
}

void MythEvidence::clear()
{
    say({}, std::nullopt);
}

void MythEvidence::await()
{
    say(tr("Networks are learning for this. It takes some seconds…"), std::nullopt);
}

void MythEvidence::show(const Evidence &evidence)
{
    const QString words = gatescope::said(evidence.said);
    say(evidence.holds ? tr("Measured just now: %1").arg(words)
                       : tr("Measured just now, and it does not hold here: %1").arg(words),
        evidence.curves.empty() ? std::nullopt : std::optional(evidence));
}

void MythEvidence::say(const QString &words, std::optional<Evidence> evidence)
{
    m_said = words;
    m_evidence = std::move(evidence);
    setAccessibleDescription(m_evidence ? words + u' ' + inWords(evidenceChart(*m_evidence, *m_theme)) : words);
    update();
}

void MythEvidence::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme->paper);
    if (m_said.isEmpty())
        return;
    const double used
        = drawWords(painter, {0, 0}, colouredWords(m_said, *m_theme), interfaceFont(m_pixels), m_theme->ink, width());
    const double top = used + 1.6 * m_pixels;
    if (m_evidence)
        drawChart(painter, QRectF(0, top, width(), std::min(height() - top, highestChart)),
                  evidenceChart(*m_evidence, *m_theme), *m_theme, 0.9 * m_pixels);
}

} // namespace gatescope
