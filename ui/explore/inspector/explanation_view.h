// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/inspector/explanation_painter.h"
#include "ui/explore/inspector/painted_section.h"

namespace gatescope {

/// A title with its place, and blocks of an explanation under it.
class ExplanationView : public PaintedSection
{
    Q_OBJECT
public:
    explicit ExplanationView(QWidget *parent = nullptr);

    /// With `names`, its letters and numbers can be pointed at.
    void show(const QString &title, const QString &place, const QList<ExplanationBlock> &blocks,
              const std::optional<TermNames> &names = std::nullopt);
    /// What is lit, on a wash; nothing moves.
    void setLit(const Term &lit);
    /// Where letters and numbers stand as they were last painted.
    const std::vector<ExplanationPainter::PaintedTerm> &terms() const { return m_terms; }

signals:
    /// The pointer has come to a letter or number; nothing: it has left them.
    void pointedAt(const gatescope::Term &term);

protected:
    double lay(QPainter *painter, double width) const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString m_title, m_place;
    QList<ExplanationBlock> m_blocks;
    std::optional<TermNames> m_names;
    Term m_lit;
    mutable std::vector<ExplanationPainter::PaintedTerm> m_terms;
};

} // namespace gatescope
