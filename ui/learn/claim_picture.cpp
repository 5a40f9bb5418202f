// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/claim_picture.h"

#include "ui/common/entry_ground.h"
#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/marks.h"
#include "ui/learn/lesson_entry.h"
#include "ui/learn/state_chart.h"

#include <QPainter>

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::size_t mostPictures = 4; ///< side by side; more would be too narrow to be read

/// As the card has it.
Evidence measured(const Lesson &lesson, int card)
{
    const auto studied = study(measuredNetwork(lesson.cards[std::size_t(card)], lesson));
    return studied ? claimNamed(lesson.claim)->measure(*studied) : Evidence();
}

QString claimOf(const Lesson &lesson)
{
    const std::string_view says = claimNamed(lesson.claim)->says;
    return translated(says);
}

} // namespace

ClaimPicture::ClaimPicture(const Lesson &lesson, QWidget *parent) : QAbstractButton(parent), m_lesson(lesson)
{
    setText(claimOf(lesson));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    setAccessibleName(tr("%1. Lesson %2 shows it.").arg(text()).arg(lesson.number));
}

void ClaimPicture::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_pixels = pixels;
    update();
}

int ClaimPicture::card() const
{
    const auto shows = [this](const LessonCard &card) {
        return std::ranges::find(card.evidence, m_lesson.claim) != card.evidence.end();
    };
    const auto found = std::ranges::find_if(m_lesson.cards, shows);
    return found == m_lesson.cards.end() ? 0 : int(found - m_lesson.cards.begin());
}

void ClaimPicture::paintEvent(QPaintEvent *)
{
    if (!m_evidence) {
        m_evidence = measured(m_lesson, card());
        setAccessibleDescription(said(m_evidence->said));
        setToolTip(accessibleDescription());
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawEntryGround(painter, *this, *m_theme);
    const double used = drawParagraph(painter, {8, 8}, text(), interfaceFont(1.15 * m_pixels, QFont::DemiBold),
                                      m_theme->ink, width() - 16);
    const QString lesson = tr("Lesson %1, measured just now").arg(m_lesson.number);
    drawText(painter, {8, 8 + used + 1.3 * m_pixels}, lesson, interfaceFont(0.9 * m_pixels), m_theme->ink2);
    const double top = 8 + used + 2.2 * m_pixels;
    drawChart(painter, QRectF(0, top, width() - 8, height() - top - 4), evidenceChart(*m_evidence, *m_theme), *m_theme,
              0.88 * m_pixels);
}

std::vector<int> lessonsWithPictures(const std::vector<Lesson> &lessons)
{
    std::vector<int> found;
    for (std::size_t i = 0; i < lessons.size() && found.size() < mostPictures; ++i)
        if (const Claim *claim = claimNamed(lessons[i].claim); claim && claim->hasCurves && !claim->isTrained())
            found.push_back(int(i));
    return found;
}

} // namespace gatescope
