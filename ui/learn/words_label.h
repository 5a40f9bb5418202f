// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QLabel>

namespace gatescope {

/// Words of a question or a measurement as the quiz sets them: letters of a step in their hue, weights with their index
/// lowered, `code` and names of a program in the face of the numbers. Its text() is what screen readers say.
class WordsLabel : public QLabel
{
    Q_OBJECT
public:
    explicit WordsLabel(QWidget *parent = nullptr);

    void setWords(const QString &words);
    /// `quiet`: in the second ink, and letters have no hue.
    void setLook(const Theme &theme, const QFont &font, bool quiet = false);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString rich() const;

    QString m_words;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    bool m_isQuiet = false;
    int m_laidOut = 320; ///< the width that it has got, or will have got about
};

} // namespace gatescope
