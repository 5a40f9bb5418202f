// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quiz/asking/quiz_look.h"

#include <QAbstractButton>

#include <algorithm>
#include <optional>

namespace gatescope {

/// One option over the whole width: its key, its words, and after the answer a tick or a cross and why.
class OptionRow : public QAbstractButton
{
    Q_OBJECT
public:
    OptionRow(int number, const QString &words, bool isOneOfSeveral, QWidget *parent = nullptr);

    void setLook(const QuizLook &look);
    /// What became of it: whether it is right, and what is said under it.
    void setVerdict(bool isRight, const QString &why);

    QSize sizeHint() const override;
    int heightForWidth(int width) const override;
    bool hasHeightForWidth() const override { return true; }

signals:
    void submitted(); ///< Enter, once it is chosen

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString rich(const QString &words) const;
    QFont wordsFont() const;
    QFont whyFont() const;
    double padding() const { return std::max(9, m_look.scaled(11)); }
    double keySize() const;
    double wordsLeft() const;
    double wordsWidth(int width) const;
    void drawKey(QPainter &painter, const QRectF &box) const;

    int m_number;
    QString m_words;
    bool m_isOneOfSeveral;
    QuizLook m_look;
    std::optional<bool> m_right;
    QString m_why;
};

} // namespace gatescope
