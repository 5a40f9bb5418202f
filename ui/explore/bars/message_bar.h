// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace gatescope {

/// What can be done about a message, on a button beside it.
struct MessageWay {
    QString words = {}; ///< empty: nothing
    std::function<void()> take = {};
};

/// A slim line for a sentence: what went wrong somewhere, or what is worth knowing. It never blocks: it goes away on a
/// click, or with the next message.
class MessageBar : public QWidget
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// An empty message hides the bar.
    void setMessage(const QString &message, const MessageWay &way = {});
    QString message() const { return m_message; }
    void setSettings(const ViewSettings &settings);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_message;
    QLabel *m_label; ///< says it, weights and biases set as everywhere
    QPushButton *m_way, *m_close;
    std::function<void()> m_take;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
};

} // namespace gatescope
