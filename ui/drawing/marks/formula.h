// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QRectF>
#include <QString>

#include <optional>

class QPainter;

namespace gatescope {

/// A formula of resources/formulas, set in STIX: a letter with a role wears its hue, all else the theme's ink.
class Formula
{
public:
    /// None where there is no formula of this name.
    static std::optional<Formula> named(const QString &name);

    /// As one says it.
    const QString &inWords() const { return m_words; }
    /// With letters of so many pixels.
    QSizeF size(double pixels) const;
    void draw(QPainter &painter, const QRectF &where, const Theme &theme) const;

private:
    QString m_svg, m_words;
    QSizeF m_ems;
};

} // namespace gatescope
