// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractButton;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace gatescope {

/// A line of a form's grid: a box to tick, what is said, and why it is wrong.
struct FormLine {
    bool isTicked = false;
    QString words;
    QString why;

    bool isEmpty() const { return words.trimmed().isEmpty() && why.trimmed().isEmpty(); }
    bool operator==(const FormLine &) const = default;
};

/// Lines to write in, one more than is filled; a new one comes when the last one is begun.
class LinesGrid : public QWidget
{
    Q_OBJECT
public:
    enum class Ticks { none, one, many };

    /// What stands over the three columns, and what a line is called to who hears it: "Option %1".
    LinesGrid(const QString &tick, const QString &words, const QString &why, const QString &lineName, int most,
              QWidget *parent = nullptr);

    void setTicks(Ticks ticks);
    void setHasReasons(bool has);
    void setLines(const QList<FormLine> &lines);
    /// Those that are filled, and empty ones between them.
    QList<FormLine> lines() const;

signals:
    void edited();

private:
    struct Row {
        QLabel *letter;
        QAbstractButton *tick;
        QLineEdit *words, *why;
    };
    void addRow();
    void follow(const Row &row);
    void growAsNeeded();

    QString m_lineName;
    int m_most;
    Ticks m_ticks = Ticks::none;
    bool m_hasReasons = true;
    QGridLayout *m_grid;
    QLabel *m_tickHead, *m_whyHead;
    QList<Row> m_rows;
};

} // namespace gatescope
