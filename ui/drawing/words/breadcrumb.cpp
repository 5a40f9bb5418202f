// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/words/breadcrumb.h"

#include "core/trace/moment.h"
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/words/answer_words.h"
#include "ui/drawing/words/unit_names.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatescope {

double drawBreadcrumb(QPainter &painter, const QPointF &at, double pixels, const Scene &scene, int level,
                      HitAreas &areas)
{
    const PainterScope scope(painter);
    const Theme &theme = scene.theme;
    const int unit = scene.playhead.unit;
    const auto crumbsWith = [&](const QString &label) {
        return QStringList{
            QCoreApplication::translate("gatescope", "network"), QCoreApplication::translate("gatescope", "cell"),
            showsHead(scene.playhead, scene.spec())
                ? QCoreApplication::translate("gatescope", "output %1").arg(className(scene, scene.playhead.output))
                : QCoreApplication::translate("gatescope", "unit %1").arg(label)};
    };
    const QStringList crumbs = crumbsWith(shortUnitLabel(scene, unit)), told = crumbsWith(unitLabel(scene, unit));
    const double gap = pixels * 0.6;
    double x = at.x();
    for (int i = 0; i < crumbs.size(); ++i) {
        if (i > 0) {
            x += gap;
            x += drawText(painter, {x, at.y()}, u"›"_qs, interfaceFont(pixels), theme.ink3) + gap;
        }
        const bool here = i == level;
        const QFont font = interfaceFont(pixels, here ? QFont::DemiBold : QFont::Normal);
        const double width = drawText(painter, {x, at.y()}, crumbs[i], font, here ? theme.ink : theme.ink2);
        if (here)
            painter.fillRect(QRectF(x, at.y() + pixels * 0.42, width, 2), theme.ink);
        PlayheadState there = scene.playhead;
        there.level = i;
        areas.push_back({QRectF(x - gap / 2, at.y() - pixels * 1.1, width + gap, pixels * 1.7),
                         there,
                         here ? QCoreApplication::translate("gatescope", "You see the %1").arg(told[i])
                              : QCoreApplication::translate("gatescope", "Go to the %1").arg(told[i]),
                         {}});
        x += width;
    }
    return x - at.x();
}

void drawHeaderLine(QPainter &painter, const QPointF &at, double pixels, const std::vector<HeaderLine> &choices,
                    double room, const Theme &theme)
{
    const QFont font = interfaceFont(pixels);
    const QFont letterFont = numberFont(pixels, QFont::Bold);
    for (const HeaderLine &line : choices) {
        const double width
            = textWidth(line.before, font) + textWidth(line.letter, letterFont) + textWidth(line.after, font);
        if (width > room)
            continue;
        double x = at.x() - width;
        x += drawText(painter, {x, at.y()}, line.before, font, theme.ink2);
        x += drawText(painter, {x, at.y()}, line.letter, letterFont, theme.of(Role::input).text);
        drawText(painter, {x, at.y()}, line.after, font, theme.ink2);
        return;
    }
}

QString layerWords(const Scene &scene)
{
    const NetworkSpec &spec = scene.spec();
    if (spec.layers == 1 && !spec.bidirectional)
        return {};
    const QString layer = QCoreApplication::translate("gatescope", "layer %1").arg(scene.playhead.layer);
    if (!spec.bidirectional)
        return layer;
    return (scene.playhead.direction == Direction::forward ? QCoreApplication::translate("gatescope", "%1, forward")
                                                           : QCoreApplication::translate("gatescope", "%1, backward"))
        .arg(layer);
}

HeaderLine readingLine(const Scene &scene)
{
    const Moment moment = scene.moment();
    if (moment.layer > 0) {
        const QString below = scene.spec().bidirectional
            ? QCoreApplication::translate("gatescope", "both states of layer %1")
            : QCoreApplication::translate("gatescope", "the state of layer %1");
        return {below.arg(moment.layer - 1), {}, {}};
    }
    const Input &input = scene.record.experiment->input;
    if (std::holds_alternative<CharacterInput>(input.source))
        return {{}, QString::fromStdString(stepLabel(scene.record, moment.sequence, moment.step)), {}};
    if (std::holds_alternative<TokenInput>(input.source)) {
        const QString row = QString::fromStdString(stepLabel(scene.record, moment.sequence, moment.step));
        return {QCoreApplication::translate("gatescope", "token %1").arg(row), {}, {}};
    }
    const Vector x = layerInput(scene.trace(), moment);
    return {
        x.size() == 1 ? onStage(x[0]) : QCoreApplication::translate("gatescope", "%1 numbers").arg(x.size()), {}, {}};
}

} // namespace gatescope
