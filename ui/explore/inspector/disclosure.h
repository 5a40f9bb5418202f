// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"

#include <QAbstractButton>

namespace gatescope {

/// A heading with a triangle that unfolds what stands below it.
class Disclosure : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Disclosure(const QString &text, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    ViewSettings m_settings;
};

} // namespace gatescope
