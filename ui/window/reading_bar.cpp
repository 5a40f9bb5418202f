// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/reading_bar.h"

#include "ui/common/fonts.h"
#include "ui/common/told_message.h"
#include "ui/document/file_reading.h"
#include "ui/window/look.h"

#include <QApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <chrono>

namespace gatescope {

using namespace std::chrono_literals;

ReadingBar::ReadingBar(FileReading &reading, const Look &look, QWidget *parent)
    : QWidget(parent), m_reading(reading), m_look(look), m_label(new QLabel(this)),
      m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(QStringLiteral("readingBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 4, 24, 4);
    row->addWidget(m_label, 1);
    row->addWidget(m_cancel);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText); // a file may be called as it likes
    m_cancel->setFlat(true);
    m_cancel->setToolTip(tr("Esc"));
    m_cancel->setAccessibleName(tr("Stop reading the file"));
    m_timer.setSingleShot(true);
    connect(m_cancel, &QPushButton::clicked, &reading, &FileReading::cancel);
    connect(&m_timer, &QTimer::timeout, this, &ReadingBar::say);
    connect(&reading, &FileReading::began, this, &ReadingBar::begin);
    connect(&reading, &FileReading::ended, this, &ReadingBar::end);
    connect(&look, &Look::changed, this, &ReadingBar::restyle);
    qApp->installEventFilter(this);
    restyle();
    hide();
}

void ReadingBar::begin()
{
    hide();
    m_since.start();
    m_timer.start(400ms);
}

/// It is told once to who hears the screen; the seconds would be too much.
void ReadingBar::say()
{
    const QString name = QFileInfo(m_reading.path()).fileName();
    const qint64 seconds = m_since.elapsed() / 1000;
    if (isHidden()) {
        tellMessage(*m_label, tr("Reading %1. Esc cancels.").arg(name));
        show();
    } else {
        m_label->setText(tr("Reading %1: %2 s so far. Esc cancels.").arg(name).arg(seconds));
    }
    m_timer.start(1000ms - std::chrono::milliseconds(m_since.elapsed() % 1000));
}

void ReadingBar::end()
{
    m_timer.stop();
    hide();
}

void ReadingBar::restyle()
{
    m_label->setFont(interfaceFont(m_look.isClassroom() ? 22 : 14));
    m_cancel->setFont(interfaceFont(m_look.isClassroom() ? 18 : 13));
    update();
}

/// Esc while one reads it is meant for it, wherever in the window one is; a dialog or a menu has its own.
bool ReadingBar::isLeftBy(const QObject *watched, const QEvent &event) const
{
    if (!isVisible() || (event.type() != QEvent::ShortcutOverride && event.type() != QEvent::KeyPress))
        return false;
    const auto *widget = qobject_cast<const QWidget *>(watched);
    return widget && widget->window() == window() && !QApplication::activePopupWidget()
        && !QApplication::activeModalWidget() && static_cast<const QKeyEvent &>(event).key() == Qt::Key_Escape;
}

bool ReadingBar::eventFilter(QObject *watched, QEvent *event)
{
    if (!isLeftBy(watched, *event))
        return false;
    event->accept();
    if (event->type() == QEvent::KeyPress)
        m_reading.cancel();
    return true;
}

void ReadingBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_look.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.wash);
    painter.fillRect(0, 0, 4, height(), theme.ink);
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace gatescope
