// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell/cell_frame.h"

namespace gatescope {

/// The stretch begin … end of a part's progress as 0 … 1.
double stretch(double progress, double begin, double end);

/// How a part's progress is shared out: first its wires are walked, then its units are computed.
double wiresOf(const CellCanvas &canvas, int part);
double unitsOf(const CellCanvas &canvas, int part);

/// A wire to what a part computes. Its first leg is walked with the inputs (part 0), the rest with the part.
struct Tap {
    QList<QPointF> corners;
    int part = 0;
    QString from, to; ///< symbols of their terms
};
/// Taps from one source; they share their first stretch.
void drawTaps(CellCanvas &canvas, const std::vector<Tap> &taps, Role role);

/// How far taps stand left (state) and right (input) of a block's middle, and where they end.
double tapSide(const CellPlan &plan);
double tapTop(const CellPlan &plan);

/// Taps from the old state's column (the middle of its foot) along its rail, and from the input along its
/// own. `to` is the middle of what is fed, the term `feeds`; `squashed`: they end at its circle, not at its column.
Tap stateTap(const CellPlan &plan, const QPointF &from, double to, bool squashed, int part, const QString &feeds);
/// The input's tap also cuts a gap into the state's rail, so that the two are seen to cross.
Tap inputTap(CellCanvas &canvas, const QPointF &from, double to, bool squashed, int part, const QString &feeds);

/// What stands for a network's squashing functions, as markup: "σ", or "hσ" for a hard sigmoid; "tanh" or "relu".
QString gateSign(const NetworkSpec &spec);
QString stateSign(const NetworkSpec &spec);
/// The sign of the slope of what squashes a gate.
QString gateSlopeSign(const NetworkSpec &spec);
/// "σ squashes Wz x + Uz h + b between 0 and 1": what the sign at a gate does, for a hover and a screen reader.
QString gateSquashes(const NetworkSpec &spec, const QString &letter);

/// The squashing function under a block's column, between the names of its matrices.
struct SquashMark {
    double middle = 0;
    QString sign;   ///< "σ", or "tanh" as markup
    QString letter; ///< subscript of U and W
    Role role = Role::state;
    int part = 0;
    QString says;
    QString symbol = {}; ///< of what it makes
};
void drawSquashMark(CellCanvas &canvas, const SquashMark &mark);

/// A wire straight up or down between the bands, perhaps through a pill.
struct BandWire {
    double x = 0;
    bool upwards = true;
    Role role = Role::state;
    QString word; ///< markup of drawMath; empty: no pill
    int part = 0;
    QString says;
    QString from = {}, to = {}; ///< symbols of their terms
};
void drawBandWire(CellCanvas &canvas, const BandWire &wire, double share);
/// The same as a ribbon that carries a gradient the other way.
void drawBandRibbon(CellCanvas &canvas, const BandWire &wire, const Vector &gradient, double share);

/// A panel on the conveyor at which each lane meets a value: a sign, then the value as a small cell.
struct Meeting {
    double middle = 0;
    QString sign;
    ColumnStyle style;
    double revealed = 1;
    int part = 0;
    QString name;        ///< of the values
    QString symbol = {}; ///< of the values
    QString makes = {};  ///< of what the lanes become
};
/// Left and right edge of a meeting's panel.
double meetingLeft(const CellPlan &plan, double middle);
double meetingRight(const CellPlan &plan, double middle);
double meetingBottom(const CellPlan &plan);
void drawMeeting(CellCanvas &canvas, const Meeting &meeting, const Vector &values);

/// A value's colours as a thin strip, and beside them the gradient by it.
struct GradientColumn {
    double left = 0;
    double top = 0;
    double width = 0;
    int part = 0;
    QString name;        ///< of the gradient: "dL/di"
    QString symbol = {}; ///< of the value
};
void drawGradientColumn(CellCanvas &canvas, const GradientColumn &where, const Vector &values,
                        const ColumnStyle &valueStyle, const Vector &gradients, double revealed);

/// A ribbon from a block's column down, along under the others, and up into the old state; the
/// `place`-th of `places` nested ones, the innermost last. Named by the matrix it passes.
struct WayHome {
    double from = 0;      ///< middle of the block's column
    double stateLeft = 0; ///< the old state's column
    double stateWidth = 0;
    double stateBottom = 0; ///< where the ribbon ends
    int place = 0;
    int places = 1;
    double room = 0; ///< right of the middle, for the matrix and the number
    QString matrix;  ///< "U_{i}"
    QString sign;    ///< of the squashing function that it passes: "σ′"
    int part = 0;
    QString symbol = {}; ///< of the block
};
void drawWayHome(CellCanvas &canvas, const WayHome &way, const Vector &gradient, double share);

} // namespace gatescope
