// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace gatescope {

/// A slim line for a sentence: what went wrong somewhere, or what is worth knowing. It never blocks: it goes away on a
/// click, or with the next message.
class MessageBar : public QWidget
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// An empty message hides the bar.
    void setMessage(const QString &message);
    QString message() const { return m_message; }
    void setSettings(const ViewSettings &settings);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_message;
    QLabel *m_label; ///< says it, weights and biases set as everywhere
    QPushButton *m_close;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
};

} // namespace gatescope
