// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace gatescope {

/// One line that takes whatever room there is; cut short, it says the whole on being pointed at.
class CaptionLabel : public QLabel
{
    Q_OBJECT
public:
    explicit CaptionLabel(const QString &words, QWidget *parent = nullptr);

    void setWords(const QString &words);
    const QString &words() const { return m_words; }
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void cut();

    QString m_words;
};

} // namespace gatescope
