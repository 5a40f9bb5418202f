// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/questions/topics.h"
#include "core/learning/quiz/progress.h"
#include "ui/quiz/asking/quiz_look.h"

#include <QAbstractButton>

namespace gatescope {

/// A topic in a list: its title, and of the answers to it those that were right, as a bar and as numbers.
class TopicEntry : public QAbstractButton
{
    Q_OBJECT
public:
    explicit TopicEntry(const Topic &topic, QWidget *parent = nullptr);

    QString topic() const { return m_topic; }
    void setLook(const QuizLook &look);
    void setResult(const Progress::TopicResult &result);
    void setChosen(bool isChosen);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString counted() const;

    QString m_topic;
    QuizLook m_look;
    int m_right = 0, m_answered = 0;
    bool m_isChosen = false;
};

} // namespace gatescope
