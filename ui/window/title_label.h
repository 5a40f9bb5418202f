// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QFont>
#include <QWidget>

namespace gatescope {

/// The name of what is open, shortened when there is too little room.
class TitleLabel : public QWidget
{
    Q_OBJECT
public:
    explicit TitleLabel(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setLook(const Theme &theme, double pixels);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    QFont m_font; ///< its own, since a style sheet that is put on gives back what setFont() set
};

} // namespace gatescope
