// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "ui/common/theme.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace gatescope {

class Lab;

/// The labs, one at a time; each is made when it is first opened.
class LabsPage : public QWidget
{
    Q_OBJECT
public:
    explicit LabsPage(QWidget *parent = nullptr);

    void open(int lab);
    int current() const { return m_current; }
    Lab *lab(int index) const { return m_labs.value(index); }
    /// Gives the keys to the entry of the lab that is open, from which the arrows lead to all others.
    void focusEntry();

    void setLook(const Theme &theme, bool classroom);
    void setReducedMotion(bool reduced);

signals:
    void startRequested();
    void lessonRequested(const gatescope::LessonPlace &place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyLook();

    QPushButton *m_back;
    QList<QPushButton *> m_tabs;
    QStackedWidget *m_pages;
    QList<Lab *> m_labs; ///< null: not opened yet
    int m_current = 0;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    bool m_isClassroom = false, m_isReduced = false;
};

} // namespace gatescope
