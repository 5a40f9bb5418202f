// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell/cell_ways.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

void drawWaysBack(CellCanvas &canvas, const std::vector<WayBack> &ways, const WayBack &sum, const QStringList &title,
                  double bottom)
{
    const CellPlan &plan = canvas.plan();
    const Theme &theme = canvas.theme();
    const PainterScope scope(canvas.painter());
    const double right = plan.size.width() - plan.across(24);
    const double left = plan.across(1192);
    const double top = plan.lowerTop + plan.type(16) * 0.5;
    canvas.words({left, top}, title, right - left, theme.ink, Align::left, 16, QFont::DemiBold);
    const QStringList note{QCoreApplication::translate("gatescope", "length of each vector, linear"),
                           QCoreApplication::translate("gatescope", "length, linear")};
    canvas.words({left, top + plan.type(13) * 1.4}, note, right - left, theme.ink2, Align::left, 13);

    std::vector<WayBack> rows = ways;
    rows.push_back(sum);
    const double first = top + plan.type(13) * 2;
    const double smallest = plan.type(14) * 1.15;
    const double height
        = std::clamp((bottom - first) / double(rows.size()), smallest, std::max(smallest, plan.down(32)));
    double longest = 0, wideNames = 0, narrowNames = 0;
    const auto weight = [&](const WayBack &way) { return &way == &rows.back() ? QFont::DemiBold : QFont::Normal; };
    for (const WayBack &way : rows) {
        if (canvas.computed(way.part) >= 1)
            longest = std::max(longest, way.length);
        wideNames = std::max(wideNames, canvas.widthOfWords(way.name, 14, weight(way)));
        narrowNames = std::max(narrowNames, canvas.widthOfWords(way.shortName, 14, weight(way)));
    }
    const double character = plan.type(13) * 0.6;
    const double margins = plan.mark(10) + 6;
    const bool narrow = right - left - wideNames - margins - 6 * character < 40;
    const double names = narrow ? narrowNames : wideNames;
    const int digits = narrow ? 0 : 1;
    const double bars = left + names + plan.mark(10);
    const double room = right - left - names - margins - (narrow ? 4 : 6) * character;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const WayBack &way = rows[i];
        const bool known = canvas.computed(way.part) >= 1;
        const bool total = i + 1 == rows.size();
        const double y = first + double(i) * height;
        const double baseline = y + height / 2 + plan.type(14) * 0.36;
        const Opacity opacity(canvas.painter(), known ? 1 : dimmed);
        if (total)
            canvas.painter().fillRect(QRectF(left, y, right - left, 1), theme.line);
        canvas.words({left, baseline}, {narrow ? way.shortName : way.name}, names + 1, total ? theme.ink : theme.ink2,
                     Align::left, 14, weight(way));
        if (!known)
            continue;
        const double bar = longest > 0 ? room * way.length / longest : 0;
        const double thick = std::min(plan.mark(14), height * 0.6);
        canvas.painter().fillRect(QRectF(bars, y + height / 2 - thick / 2, bar, thick), theme.of(Role::gradient).hue);
        const double behind = bars + bar + std::max(6.0, plan.mark(6));
        canvas.number({behind, baseline}, gradientNumber(way.length, digits), 13, theme.ink, Align::left, weight(way));
        canvas.area({left, y, right - left, height}, way.part,
                    QCoreApplication::translate("gatescope", "%1: a vector of length %2")
                        .arg(way.name, gradientNumber(way.length, 3)));
    }
}

void drawGradientLanes(CellCanvas &canvas, double from, double to, const Vector &gradient, double share)
{
    const CellPlan &plan = canvas.plan();
    const Theme &theme = canvas.theme();
    QPainter &painter = canvas.painter();
    const PainterScope scope(painter);
    const auto thread = [&](int row) {
        painter.setPen(QPen(theme.line, 1));
        painter.drawLine(QPointF(from, plan.upperMiddle(row)), QPointF(to, plan.upperMiddle(row)));
    };
    const auto lane = [&](int row, double opacity) {
        const double v = gradient[row];
        if (share <= 0 || v == 0)
            return thread(row);
        const double y = plan.upperMiddle(row);
        const double width = std::min(canvas.gradientWidth(v), plan.rows.height(row) * 0.6);
        const double head = std::min(std::max(plan.mark(8), width * 1.5), plan.rows.height(row) * 0.9);
        const double tip = from + (to - from) * share;
        const double end = share >= 1 ? std::min(from, tip + head - 1) : tip;
        const QColor colour = blended(v < 0 ? theme.negative : theme.wire(Role::gradient), opacity, theme.paper);
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(from, y), QPointF(end, y));
        if (share >= 1)
            drawArrowhead(painter, {tip, y}, 180, colour, head);
    };
    if (isStrip(plan.rows)) {
        if (share > 0) {
            const Opacity some(painter, 0.6);
            const double end = from + (to - from) * share;
            drawColours(painter, end, plan.upperTop, from - end, gradient, plan.rows,
                        {.style = ValueStyle::gradient, .decades = canvas.decades()}, theme);
        }
        const double top = plan.upperTop + plan.rows.top(plan.rows.followed);
        painter.fillRect(QRectF(to, top, from - to, plan.rows.focus), theme.wash);
    } else {
        for (int row = 0; row < plan.rows.count; ++row) {
            if (row != plan.rows.followed)
                lane(row, 0.55);
        }
    }
    lane(plan.rows.followed, 1);
}

} // namespace gatescope
