// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace gatescope {

/// What a newcomer reads over the opening demo: one thought, and three ways on.
class OpeningCard : public QFrame
{
    Q_OBJECT
public:
    explicit OpeningCard(QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);

signals:
    void classChosen();
    void learnChosen();
    void openChosen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static QString thought(const QString &frame);

    QLabel *m_thought;
    QLabel *m_how;
    QList<QPushButton *> m_ways;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
};

} // namespace gatescope
