// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell/cell_emphasis.h"
#include "ui/drawing/cell/cell_geometry.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/scene/scene.h"

#include <QPainter>
#include <QStringList>

#include <map>

namespace gatescope {

/// How strongly what is outside the focus, or not yet computed, is drawn.
inline constexpr double dimmed = 0.3;

/// Multiplies the painter's opacity until it goes out of scope.
class Opacity
{
public:
    Opacity(QPainter &painter, double opacity) : m_painter(painter), m_before(painter.opacity())
    {
        m_painter.setOpacity(m_before * opacity);
    }
    ~Opacity() { m_painter.setOpacity(m_before); }
    Opacity(const Opacity &) = delete;
    Opacity &operator=(const Opacity &) = delete;

private:
    QPainter &m_painter;
    double m_before;
};

/// A line of text that stands on the picture.
struct PlacedLabel {
    QRectF box;
    QString text;
};

/// The canvas on which the picture of one cell at one moment is drawn: the plan of its heights, type
/// that never gets too small, columns that answer to the pointer, and how much is computed.
class CellCanvas
{
public:
    CellCanvas(QPainter &painter, const QSizeF &size, const Scene &scene);

    QPainter &painter() const { return m_painter; }
    const Scene &scene() const { return m_scene; }
    const Theme &theme() const { return m_scene.theme; }
    const CellPlan &plan() const { return m_plan; }
    int followed() const { return m_plan.rows.followed; }
    /// The powers of ten that its gradients span, and how wide a line is that carries one.
    int decades() const { return m_decades; }
    double gradientWidth(double gradient) const;

    /// How much of a part (index into stepParts) of this step is computed in this pass, 0 … 1.
    double computed(int part) const;
    /// Opacity of what is not computed yet: dimmed, but on paper, where pale is hard to read.
    double notYet() const { return m_scene.printed ? 1.0 : dimmed; }
    /// Opacity of a part's labels and marks while nothing of it is computed, and then.
    double opacityOf(int part) const { return computed(part) > 0 ? 1.0 : notYet(); }

    /// A colour at a part's opacity, opaque, so that nothing shines through.
    QColor faded(const QColor &colour, int part) const { return blended(colour, opacityOf(part), theme().paper); }

    /// The first of `choices` that is not wider than `room`, or nothing. The baseline begins (ends, is
    /// centred) at `at`; `pixels` are of the drawing board. Returns the width drawn.
    double words(const QPointF &at, const QStringList &choices, double room, const QColor &colour,
                 Align align = Align::left, double pixels = 16, int weight = QFont::Normal);
    double formula(const QPointF &at, const QStringList &choices, double room, const QColor &colour,
                   Align align = Align::left, double pixels = 24);
    double number(const QPointF &at, const QString &text, double pixels, const QColor &colour,
                  Align align = Align::left, int weight = QFont::Normal);

    double widthOfWords(const QString &text, double pixels = 16, int weight = QFont::Normal) const;

    /// A style whose numbers fit this canvas.
    ColumnStyle columnStyle(ValueStyle style, Role role, double scale = 1) const;

    /// What a column shows: `part` computes it (a click leads there), and `name` says what it is: "update gate z".
    struct Column {
        double left;
        double top;
        double width;
        int part;
        QString name;
        QString symbol = {}; ///< of its term
        double aside = 0;    ///< so far the followed cell may reach over either side, where its number needs it
    };
    /// A column of values with an area for each of its cells.
    void column(const Column &column, const Vector &values, const ColumnStyle &style);
    /// How far the followed cell of such a column reaches over either side.
    double overhangOf(const Column &column, const ColumnStyle &style) const;
    /// What the columns of another run hold, by name: where they differ, the followed unit's cell says what it was
    /// where it has room, and the others wear a mark.
    using NamedColumns = std::map<QString, Vector>;
    void setGhost(NamedColumns columns) { m_ghost = std::move(columns); }
    const NamedColumns &drawnColumns() const { return m_drawn; }
    /// A frame around a column of the part at which the playhead stands.
    void ring(const QRectF &around, const QColor &colour);

    /// A way along corners, which are rounded with this reach; its last corner is the tip of its head.
    struct Way {
        QList<QPointF> corners;
        double reach = 18;
        double head = 0;   ///< length of the arrowhead; 0: none
        QString from = {}; ///< the symbols of the vectors that it joins
        QString to = {};
    };
    /// A wire of which `share` is walked; the rest is dimmed.
    void wire(const Way &way, const QColor &colour, double width, double share);
    /// The two layers of such a wire, for wires that share a stretch: first all ghosts, then the walked.
    void ghostWire(const Way &way, const QColor &colour, double width);
    void walkedWire(const Way &way, const QColor &colour, double width, double share);
    /// A line that carries a gradient, as wide as its logarithm says; a thread while it is not walked.
    void ribbon(Way way, double gradient, double share);

    /// A place that says something and leads to a part (of the followed unit unless told).
    void area(const QRectF &where, int part, const AreaWords &words, int unit = -1, const Term &term = {});
    void area(const HitArea &area) { m_areas.push_back(area); }
    /// The same of what makes a term: σ, ×, tanh.
    void operation(const QRectF &where, int part, const QString &says, const Term &made);
    /// The name of a matrix at a wire, an area of its own: "U_{z}" stands for the term U_z.
    void matrixName(const QPointF &at, const QString &markup, Role role, const QString &symbol, int part, Align align);

    /// What stays full while a term is lit.
    CellEmphasis &emphasis() { return m_emphasis; }
    /// To be called when all is drawn.
    void dimTheRest();

    HitAreas takeAreas() { return std::move(m_areas); }
    const std::vector<PlacedLabel> &labels() const { return m_labels; }

private:
    void placeLabel(const QPointF &at, double width, double pixels, Align align, const QString &text);
    void sayBarScale(const Column &column, double scale, const ColumnStyle &style);
    void ghostMarks(const Column &column, const Vector &values, const Vector &ghost, const ColumnStyle &style);
    void columnAreas(const Column &column, const Vector &values, const ColumnStyle &style);

    QPainter &m_painter;
    const Scene &m_scene;
    CellPlan m_plan;
    int m_decades;
    CellEmphasis m_emphasis;
    double m_overhang = 0; ///< how far followed cells reach over their columns
    HitAreas m_areas;
    std::vector<PlacedLabel> m_labels;
    NamedColumns m_drawn;
    NamedColumns m_ghost;
};

} // namespace gatescope
