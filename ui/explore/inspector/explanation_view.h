// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/inspector/explanation.h"
#include "ui/explore/inspector/painted_section.h"

namespace gatescope {

/// A title with its place, and blocks of an explanation under it.
class ExplanationView : public PaintedSection
{
    Q_OBJECT
public:
    using PaintedSection::PaintedSection;

    void show(const QString &title, const QString &place, const QList<ExplanationBlock> &blocks);

protected:
    double lay(QPainter *painter, double width) const override;

private:
    QString m_title, m_place;
    QList<ExplanationBlock> m_blocks;
};

} // namespace gatescope
