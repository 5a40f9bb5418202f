// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell/cell_geometry.h"
#include "ui/drawing/cell/cell_terms.h"

#include <QPainterPath>

namespace gatescope {

/// Collects, while a cell's picture is drawn, what of it stays full while a term is lit; then lays a veil over the
/// rest. The picture under it is drawn as always, so nothing moves.
class CellEmphasis
{
public:
    CellEmphasis(const Scene &scene, const CellPlan &plan);

    /// A place that stands for a term.
    void place(const QRectF &where, const Term &term);
    /// A value, which is ringed when it is lit.
    void value(const QRectF &where, const Term &term);
    /// An operation that makes a term: full with the lit term and with its consumers, not with its inputs.
    void operation(const QRectF &where, const Term &made);
    /// The same row by row.
    void operations(const QRectF &band, QStringView symbol);
    /// Lanes on which each unit of one vector goes into the same unit of another.
    void lanes(const QRectF &band, QStringView from, QStringView to);
    /// A drawn column, one row for each unit.
    struct Column {
        QRectF where;
        QString symbol;
        Vector values;
        double revealed = 1;
    };
    void column(const Column &column);
    /// A wire between two vectors.
    struct Wire {
        QPainterPath path;
        double width = 1;
        QPointF tip;
        double degrees = 0;
        double head = 0;
    };
    void wire(const Wire &wire, QStringView from, QStringView to);

    /// The veil over all below `top`, the ring, and what the lit unit reads of each vector as a fan of lines. Nothing
    /// where the picture does not show what is lit.
    void draw(QPainter &painter, double top) const;

private:
    void rows(const QRectF &band, QStringView symbol, const std::vector<Term> &full);
    QRectF row(const QRectF &band, int unit) const;
    void drawFan(QPainter &painter, const Flow &flow) const;

    const Scene &m_scene;
    const CellPlan &m_plan;
    Lighting m_lighting;
    bool m_shows = false; ///< the picture shows what is lit
    std::vector<QRectF> m_full;
    std::vector<Wire> m_wires;
    std::vector<QRectF> m_rings;
    std::vector<Column> m_columns;
};

} // namespace gatescope
