// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace gatescope {

/// A few lines of a program under a heading, and a button that copies them.
class CodeBox : public QWidget
{
    Q_OBJECT
public:
    explicit CodeBox(const QString &heading, QWidget *parent = nullptr);

    void setFontPixels(double pixels);
    void setCode(const QString &code);
    QString code() const;
    void copy();

private:
    QLabel *m_heading;
    QPlainTextEdit *m_code;
    QPushButton *m_copy;
};

} // namespace gatescope
