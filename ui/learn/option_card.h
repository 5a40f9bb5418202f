// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QAbstractButton>

namespace gatescope {

/// One option of a question on a card: its key and words; once the answer is out, whether it is right, and why.
class OptionCard : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Mark { none, right, wrong };

    /// `number` counts from 1: the key that chooses it.
    OptionCard(int number, const QString &words, QWidget *parent = nullptr);

    /// Its words are lines of a program.
    void setCode(bool code);
    void setLook(const Theme &theme, double pixels);
    void setGuess(bool guess);
    void reveal(Mark mark, const QString &why);
    Mark mark() const { return m_mark; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    /// Where its lines of words lie.
    QList<QRectF> lines() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    double wordsWidth(int width) const;
    int above() const;
    void sayWords();
    void describeIt();
    QString rich(const QString &words) const;
    QFont wordsFont() const;

    int m_number;
    QString m_words;
    bool m_isCode = false;
    QString m_why;
    bool m_isGuess = false;
    Mark m_mark = Mark::none;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    double m_pixels = 15;
    int m_laidOut = 300; ///< the width that it has got, or will have got about
};

} // namespace gatescope
