// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lessons/sources.h"
#include "ui/common/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTextBrowser;
class QUrl;

namespace gatescope {

/// What the lessons rest on, with the lessons that say so, and how far each source was looked at. Its addresses are
/// text: nothing here opens a connection.
class SourcesPage : public QWidget
{
    Q_OBJECT
public:
    /// The lessons outlive it.
    SourcesPage(const ReadSources &read, const std::vector<Lesson> &lessons, QWidget *parent = nullptr);

    void setLook(const Theme &theme, bool classroom);
    QString text() const;

signals:
    void startRequested();
    void lessonRequested(const gatescope::LessonPlace &place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyLook();
    QString html() const;
    QString ofSource(const Source &source) const;
    void follow(const QUrl &link);

    ReadSources m_read;
    const std::vector<Lesson> &m_lessons;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    bool m_isClassroom = false;
    QPushButton *m_back;
    QLabel *m_headline, *m_lead;
    QTextBrowser *m_text;
};

} // namespace gatescope
