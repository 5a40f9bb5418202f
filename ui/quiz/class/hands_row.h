// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quiz/asking/quiz_look.h"

#include <QWidget>

#include <optional>

class QSpinBox;

namespace gatescope {

/// One answer for a class: its key, its words, how many hands; revealed, a bar for them, and a tick if it is right.
class HandsRow : public QWidget
{
    Q_OBJECT
public:
    HandsRow(int number, const QString &words, QWidget *parent = nullptr);

    void setLook(const QuizLook &look);
    void setHands(int hands);
    /// Of all hands so many were raised for it. Before that nothing tells which is right.
    void reveal(bool isRight, double share);

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

signals:
    void handsTyped(int hands);
    void raised(int by); ///< by a click: one hand more, with the right button one fewer

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    double wordsLeft() const { return m_look.scaled(56); }
    double wordsWidth(int width) const;

    int m_number;
    QString m_words;
    QuizLook m_look;
    QSpinBox *m_hands;
    std::optional<bool> m_right;
    double m_share = 0;
};

} // namespace gatescope
