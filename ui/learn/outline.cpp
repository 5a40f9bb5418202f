// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/outline.h"

#include "core/learning/lessons/chapters.h"
#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/document/learner.h"
#include "ui/learn/lesson_entry.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatescope {

Outline::Outline(const std::vector<Lesson> &lessons, const Learner &learner, QWidget *parent)
    : QWidget(parent), m_learner(learner)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 20, 12, 16);
    column->setSpacing(2);
    auto *start = new QPushButton(tr("← All lessons"), this);
    start->setProperty("flat", true);
    connect(start, &QPushButton::clicked, this, &Outline::startRequested);
    column->addWidget(start, 0, Qt::AlignLeft);
    for (const Chapter &chapter : listedChapters()) {
        QLabel *heading = nullptr;
        for (std::size_t i = 0; i < lessons.size(); ++i) {
            if (lessons[i].number < chapter.firstLesson || lessons[i].number > chapter.lastLesson)
                continue;
            if (!heading) {
                const QString title = translated(chapter.title);
                heading = new QLabel(
                    chapter.number > 0 ? QStringLiteral("%1  %2").arg(chapter.number).arg(title) : title, this);
                heading->setContentsMargins(8, 12, 0, 4);
                m_headings.append(heading);
                column->addWidget(heading);
            }
            auto *entry = new LessonEntry(lessons[i], true, this);
            connect(entry, &QAbstractButton::clicked, this, [this, i] { emit lessonChosen(int(i)); });
            m_entries.append(entry);
            column->addWidget(entry);
        }
    }
    column->addStretch(1);
    connect(&learner, &Learner::changed, this, &Outline::refresh);
}

void Outline::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    for (QLabel *heading : m_headings)
        heading->setFont(interfaceFont(pixels, QFont::DemiBold));
    for (LessonEntry *entry : m_entries)
        entry->setLook(theme, pixels);
    update();
}

void Outline::setPresent(int lesson)
{
    m_present = lesson;
    refresh();
}

void Outline::refresh()
{
    for (int i = 0; i < m_entries.size(); ++i)
        m_entries[i]->setState(m_learner, i == m_present);
}

void Outline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->paper);
    painter.setPen(m_theme->line);
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

} // namespace gatescope
