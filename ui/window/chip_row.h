// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QFont>
#include <QStringList>
#include <QWidget>

namespace gatescope {

/// Facts in pills, side by side. Those that do not fit are left out from the end, and all are in the
/// tool tip.
class ChipRow : public QWidget
{
    Q_OBJECT
public:
    explicit ChipRow(QWidget *parent = nullptr);

    void setChips(const QStringList &chips);
    void setLook(const Theme &theme, double pixels);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double widthOf(const QString &chip) const;

    QStringList m_chips;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    QFont m_font; ///< its own, since a style sheet that is put on gives back what setFont() set
    double m_pixels = 13;
};

} // namespace gatescope
