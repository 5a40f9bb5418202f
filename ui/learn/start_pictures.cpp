// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/start_pictures.h"

#include "core/learning/lessons/chapters.h"
#include "ui/document/learner.h"
#include "ui/learn/state_chart.h"

#include <algorithm>

namespace gatescope {

LessonDots::LessonDots(const std::vector<Lesson> &lessons, const Learner &learner, QWidget *parent)
    : QWidget(parent), m_lessons(lessons), m_learner(learner)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LessonDots::setLook(const Theme &theme)
{
    m_theme = &theme;
    update();
}

void LessonDots::setPresent(int lesson)
{
    m_present = lesson;
    const auto isDone = [this](const Lesson &one) { return m_learner.progress().lesson(one.name).finished; };
    setAccessibleName(tr("%1 of %2 lessons done").arg(std::ranges::count_if(m_lessons, isDone)).arg(m_lessons.size()));
    update();
}

void LessonDots::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = height() / 2.0;
    const double apart = std::min(45.0, (width() - 20.0) / std::max<double>(1, double(m_lessons.size()) - 1));
    const auto x = [&](std::size_t lesson) { return 10 + apart * double(lesson); };
    const auto chapterOf = [](const Lesson &lesson) {
        return std::ranges::find_if(chapters(), [&](const Chapter &one) { return lesson.number <= one.lastLesson; });
    };
    painter.setPen(QPen(m_theme->line, 2));
    for (std::size_t i = 1; i < m_lessons.size(); ++i)
        if (chapterOf(m_lessons[i]) == chapterOf(m_lessons[i - 1]))
            painter.drawLine(QPointF(x(i - 1), y), QPointF(x(i), y));
    for (std::size_t i = 0; i < m_lessons.size(); ++i) {
        const bool isPresent = int(i) == m_present, isDone = m_learner.progress().lesson(m_lessons[i].name).finished;
        painter.setPen(QPen(isPresent || isDone ? m_theme->ink : m_theme->ink3, isPresent ? 3 : 1.5));
        painter.setBrush(isDone ? m_theme->ink : m_theme->paper);
        const double radius = isPresent ? 8.5 : 6;
        painter.drawEllipse(QPointF(x(i), y), radius, radius);
    }
}

StopPicture::StopPicture(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StopPicture::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_pixels = pixels;
    compute();
}

void StopPicture::show(const Lesson &lesson, int card)
{
    if (m_lesson == &lesson && m_card == card)
        return;
    m_lesson = &lesson;
    m_card = card;
    const auto studied = study(shownOn(lesson.cards[std::size_t(card)], lesson));
    m_trace = studied ? studied->trace : nullptr;
    compute();
}

void StopPicture::compute()
{
    if (!m_trace)
        return;
    const LessonCard &card = m_lesson->cards[std::size_t(m_card)];
    m_chart = stateChart(*m_trace, card.place.unit.value_or(0), *m_theme);
    m_chart.markedStep = card.place.sequence == 0 ? card.place.step : -1;
    setAccessibleName(inWords(m_chart));
    update();
}

void StopPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawChart(painter, rect(), m_chart, *m_theme, m_pixels);
}

} // namespace gatescope
