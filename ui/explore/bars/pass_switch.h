// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/playhead.h"
#include "ui/explore/controls/view_settings.h"

#include <QWidget>

class QAbstractButton;

namespace gatescope {

/// Forward or backward pass; backward is vermilion.
class PassSwitch : public QWidget
{
    Q_OBJECT
public:
    explicit PassSwitch(QWidget *parent = nullptr);

    void show(Pass pass, const ViewSettings &settings);

signals:
    void passChosen(gatescope::Pass pass);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    QAbstractButton *m_forward;
    QAbstractButton *m_backward;
    struct Shown {
        Pass pass = Pass::forward;
        ViewSettings settings;

        bool operator==(const Shown &) const = default;
    };
    Shown m_shown;
};

} // namespace gatescope
