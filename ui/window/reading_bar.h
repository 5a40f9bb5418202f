// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace gatescope {

class Look;
class FileReading;

/// Says that a file is being read, where that takes longer than a moment, and for how long so far. Its button and Esc
/// give the file up.
class ReadingBar : public QWidget
{
    Q_OBJECT
public:
    /// Both outlive it.
    ReadingBar(FileReading &reading, const Look &look, QWidget *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void begin();
    void say();
    void end();
    void restyle();
    bool isLeftBy(const QObject *watched, const QEvent &event) const;

    FileReading &m_reading;
    const Look &m_look;
    QLabel *m_label;
    QPushButton *m_cancel;
    QTimer m_timer; ///< to the next time that something is said
    QElapsedTimer m_since;
};

} // namespace gatescope
