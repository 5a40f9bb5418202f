// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/quiz/progress.h"
#include "ui/quiz/asking/quiz_look.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace gatescope {

class TopicEntry;

/// All topics of the questions, and how many answers to each were right. One that is clicked is asked about.
class TopicBoard : public QWidget
{
    Q_OBJECT
public:
    explicit TopicBoard(QWidget *parent = nullptr);

    void setLook(const QuizLook &look);
    /// What it needs, in as many columns as its longest title allows.
    int heightAt(int width) const;
    void showProgress(const Progress &progress);
    /// The topic that is asked about, as topics() names it; empty: it is not one alone.
    void setChosen(const QString &topic);

signals:
    void chosen(const QString &topic);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int columnsAt(int width) const;
    void arrange();
    void giveTabTo(const TopicEntry *entry);

    QLabel *m_heading;
    QGridLayout *m_grid;
    QList<TopicEntry *> m_entries; ///< as topics()
    int m_columns = 0;
};

} // namespace gatescope
