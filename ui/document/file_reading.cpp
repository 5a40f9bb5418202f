// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/file_reading.h"

#include <QApplication>
#include <QTimer>

#include <utility>

namespace gatescope {

namespace {

/// A dialog or a menu is about what was open when it was: it is not taken away from under it.
bool isSomethingAsked()
{
    return QApplication::activeModalWidget() || QApplication::activePopupWidget();
}

} // namespace

FileReading::FileReading(QObject *parent)
    : QObject(parent), m_errand([this](const Answer &answer) { m_next ? begin() : take(answer); })
{
}

void FileReading::read(const QString &path, Work work)
{
    m_path = path;
    m_isWanted = true;
    ++m_wish;
    m_next = std::move(work);
    m_errand.stop();
    if (!m_errand.isBusy())
        begin();
    emit began();
}

void FileReading::cancel()
{
    if (!isBusy())
        return;
    m_isWanted = false;
    ++m_wish;
    m_next = nullptr;
    m_errand.stop();
    emit ended();
}

void FileReading::begin()
{
    m_errand.start([wish = m_wish, work = std::exchange(m_next, nullptr)](const std::stop_token &stop) {
        return Answer{wish, work(stop)};
    });
}

void FileReading::take(const Answer &answer)
{
    if (answer.wish != m_wish)
        return;
    if (isSomethingAsked())
        return QTimer::singleShot(50, this, [this, answer] { take(answer); });
    m_isWanted = false;
    emit ended();
    answer.take();
}

} // namespace gatescope
