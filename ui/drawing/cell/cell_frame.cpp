// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell/cell_frame.h"

#include "ui/drawing/words/breadcrumb.h"
#include "ui/drawing/words/step_words.h"
#include "ui/drawing/words/unit_names.h"
#include "ui/drawing/words/watched_loss.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gatescope {

namespace {

std::vector<HeaderLine> headerLines(const Scene &scene)
{
    const Moment moment = scene.moment();
    QString where = stepWords(scene);
    if (scene.trace().batch->sequences() > 1)
        where = QCoreApplication::translate("gatescope", "sequence %1, %2").arg(moment.sequence).arg(where);
    if (const QString layer = layerWords(scene); !layer.isEmpty())
        where = QCoreApplication::translate("gatescope", "%1, %2").arg(layer, where);
    const HeaderLine reading = readingLine(scene);
    QString before = QCoreApplication::translate("gatescope", "%1, reads ").arg(where);
    const bool isBackward = scene.playhead.pass == Pass::backward;
    const QString watched = watchedLossWords(scene.record);
    const auto after = [&](const QString &unit) {
        return isBackward ? QCoreApplication::translate("gatescope", ": gradient %1, unit %2").arg(watched, unit)
                          : QCoreApplication::translate("gatescope", ", unit %1 followed").arg(unit);
    };
    if (isBackward)
        before = QCoreApplication::translate("gatescope", "backward through %1, ").arg(where);
    before += reading.before;
    const int unit = scene.playhead.unit;
    std::vector<HeaderLine> lines;
    for (const QString &label : {unitLabel(scene, unit), shortUnitLabel(scene, unit), QString::number(unit)})
        lines.push_back({before, reading.letter, after(label)});
    lines.push_back({before, reading.letter, {}});
    lines.push_back({where, {}, {}});
    return lines;
}

} // namespace

void drawCellHeader(CellCanvas &canvas)
{
    const CellPlan &plan = canvas.plan();
    const double left = plan.across(24);
    const double right = plan.size.width() - left;
    const double pixels = plan.type(15);
    HitAreas areas;
    const double width = drawBreadcrumb(canvas.painter(), {left, plan.header}, pixels, canvas.scene(), 1, areas);
    for (const HitArea &area : areas)
        canvas.area(area);
    drawHeaderLine(canvas.painter(), {right, plan.header}, pixels, headerLines(canvas.scene()),
                   right - left - width - plan.mark(24), canvas.theme());
}

void drawFollowedUnit(CellCanvas &canvas, double lowerEnd, double tagEnd)
{
    const CellPlan &plan = canvas.plan();
    const double top = plan.rows.top(plan.rows.followed) - 2;
    const double height = plan.rows.focus + 4;
    canvas.painter().fillRect(QRectF(0, plan.upperTop + top, plan.size.width(), height), canvas.theme().wash);
    canvas.painter().fillRect(QRectF(0, plan.lowerTop + top, lowerEnd, height), canvas.theme().wash);
    const int unit = canvas.followed();
    const QString named = unitLabel(canvas.scene(), unit);
    const QString words = QCoreApplication::translate("gatescope", "unit %1");
    const QString name = unitName(canvas.scene(), unit).isEmpty() ? QString() : named;
    // A number alone would say nothing; where the words have no room, small ones nearer to the edge may.
    for (const auto &[margin, pixels] : {std::pair(24, 16), std::pair(10, 12)}) {
        const double left = plan.across(margin);
        if (canvas.words({left, plan.lowerFollowed() + plan.type(pixels) * 0.36},
                         {words.arg(named), name, words.arg(unit)}, tagEnd - left, canvas.theme().ink, Align::left,
                         pixels, QFont::DemiBold)
            > 0)
            return;
    }
}

void drawColumnLabel(CellCanvas &canvas, Band band, const ColumnLabel &label)
{
    const CellPlan &plan = canvas.plan();
    const Opacity opacity(canvas.painter(), canvas.opacityOf(label.part));
    const double symbols = band == Band::upper ? plan.upperSymbols : plan.lowerSymbols;
    const double words = band == Band::upper ? plan.upperWords : plan.lowerWords;
    const double symbolWidth = canvas.formula({label.middle, symbols}, label.symbols, label.room,
                                              canvas.theme().of(label.role).text, label.align);
    const double wordsWidth
        = canvas.words({label.middle, words}, label.words, label.room, canvas.theme().ink2, label.align);
    const double width = std::max(symbolWidth, wordsWidth);
    const double left = label.align == Align::left ? label.middle
        : label.align == Align::centre             ? label.middle - width / 2
                                                   : label.middle - width;
    const double top = symbols - plan.type(24) * 0.75;
    canvas.area({left, top, width, words + plan.type(16) * 0.25 - top}, label.part, label.words.value(0), -1,
                Term{label.symbol});
}

QString stateBeforeSymbol(const Scene &scene, const QString &letter)
{
    return letter + (scene.playhead.direction == Direction::forward ? u"_{t−1}"_qs : u"_{t+1}"_qs);
}

QString passedOnSymbol(const Scene &scene)
{
    return stateBeforeSymbol(scene) + u" *←*"_qs;
}

QString stateAfterSymbol(const QString &letter)
{
    return letter + u"_{t}"_qs;
}

void drawStateLanes(CellCanvas &canvas, double from, double to, const Vector &state, double share, double scale)
{
    const CellPlan &plan = canvas.plan();
    const Theme &theme = canvas.theme();
    QPainter &painter = canvas.painter();
    const PainterScope scope(painter);
    const double head = std::max(5.0, plan.mark(8));
    const auto lane = [&](int row, double opacity) {
        const double v = state[row];
        const double width
            = std::min(std::max(1.0, plan.mark(1 + 2 * std::min(std::abs(v), 3.0))), plan.rows.height(row) * 0.7);
        const QColor hue = v < 0 ? theme.negative : v > 0 ? theme.wire(Role::state) : theme.ink3;
        const QColor colour = blended(hue, opacity, theme.paper);
        const double y = plan.upperMiddle(row);
        const double size = std::min(head, plan.rows.height(row) * 0.8);
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(from, y), QPointF(to - size + 1, y));
        drawArrowhead(painter, {to, y}, 0, blended(hue, std::min(1.0, opacity * 1.4), theme.paper), size);
    };
    const auto shareOf = [&](int row) { return rowShare(plan.rows, row, share); };
    if (isStrip(plan.rows)) {
        const Opacity some(painter, 0.6);
        if (share >= 1)
            drawColours(painter, from, plan.upperTop, to - from - head, state, plan.rows, {.scale = scale, .digits = 0},
                        theme);
    } else {
        for (int row = 0; row < plan.rows.count; ++row) {
            if (row != plan.rows.followed && shareOf(row) >= 1)
                lane(row, 0.42);
        }
    }
    if (shareOf(plan.rows.followed) < 1)
        return;
    if (isStrip(plan.rows)) {
        painter.fillRect(QRectF(from, plan.upperTop + plan.rows.top(plan.rows.followed), to - from, plan.rows.focus),
                         theme.wash);
    }
    lane(plan.rows.followed, 1);
}

void drawPlainLanes(CellCanvas &canvas, double from, double to, double opacity)
{
    const CellPlan &plan = canvas.plan();
    const Theme &theme = canvas.theme();
    QPainter &painter = canvas.painter();
    const PainterScope scope(painter);
    const double head = std::max(5.0, plan.mark(8));
    const auto lane = [&](int row, const QColor &colour, double width, double strength) {
        const Opacity some(painter, opacity * strength);
        const double y = plan.upperMiddle(row);
        const double size = std::min(head, plan.rows.height(row) * 0.8);
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(from, y), QPointF(to - size + 1, y));
        drawArrowhead(painter, {to, y}, 0, colour, size);
    };
    if (!isStrip(plan.rows)) {
        for (int row = 0; row < plan.rows.count; ++row) {
            if (row != plan.rows.followed)
                lane(row, theme.ink2, 1, 0.5);
        }
    }
    lane(plan.rows.followed, theme.ink, std::max(1.5, plan.mark(2)), 1);
}

} // namespace gatescope
