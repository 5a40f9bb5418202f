// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/marks/marks.h"

#include <QCache>
#include <QFontMetricsF>
#include <QStaticText>

namespace gatescope {

namespace {

/// A text in a font, laid out once: laying out is what costs.
struct LaidOutText {
    QStaticText text;
    double width; ///< on one line
    double ascent;
};

constexpr double unbroken = -1; ///< the width of a text that stays on one line

struct TextKey {
    QString text;
    QString family;
    int pixels;
    int weight;
    bool italic;
    double broken; ///< at this width

    bool operator==(const TextKey &) const = default;
};

size_t qHash(const TextKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.text, key.family, key.pixels, key.weight, key.italic, key.broken);
}

const LaidOutText &laidOut(const QString &text, const QFont &font, double broken = unbroken)
{
    constexpr int mostTexts = 4096;
    static thread_local QCache<TextKey, LaidOutText> known(mostTexts);
    const TextKey key{text, font.families().value(0), font.pixelSize(), font.weight(), font.italic(), broken};
    if (const LaidOutText *found = known.object(key))
        return *found;
    const QFontMetricsF metrics(font);
    auto *fresh = new LaidOutText{QStaticText(text), metrics.horizontalAdvance(text), metrics.ascent()};
    fresh->text.setTextFormat(Qt::PlainText);
    fresh->text.setPerformanceHint(QStaticText::AggressiveCaching);
    fresh->text.setTextWidth(broken);
    fresh->text.prepare(QTransform(), font);
    known.insert(key, fresh);
    return *fresh;
}

/// A text in a colour that is dimmed as the painter is. Under an opacity Qt puts each letter together from spans, and
/// asks its other threads to help with large ones, which takes longer than the letter; letters of a pale colour are
/// copied.
void drawLaidOut(QPainter &painter, const QPointF &at, const LaidOutText &laid, const QFont &font, QColor colour)
{
    const double opacity = painter.opacity();
    colour.setAlphaF(float(colour.alphaF() * opacity));
    painter.setFont(font);
    painter.setPen(colour);
    painter.setOpacity(1);
    painter.drawStaticText(at, laid.text);
    painter.setOpacity(opacity);
}

} // namespace

double textWidth(const QString &text, const QFont &font)
{
    return text.isEmpty() ? 0 : laidOut(text, font).width;
}

double drawText(QPainter &painter, const QPointF &at, const QString &text, const QFont &font, const QColor &colour,
                Align align)
{
    if (text.isEmpty())
        return 0;
    const LaidOutText &laid = laidOut(text, font);
    const double width = laid.width;
    const double left = align == Align::left ? at.x() : align == Align::centre ? at.x() - width / 2 : at.x() - width;
    drawLaidOut(painter, QPointF(left, at.y() - laid.ascent), laid, font, colour);
    return width;
}

double drawParagraph(QPainter &painter, const QPointF &at, const QString &text, const QFont &font, const QColor &colour,
                     double width)
{
    if (text.isEmpty())
        return 0;
    const LaidOutText &laid = laidOut(text, font, width);
    drawLaidOut(painter, at, laid, font, colour);
    return laid.text.size().height();
}

double paragraphHeight(const QString &text, const QFont &font, double width)
{
    return text.isEmpty() ? 0 : laidOut(text, font, width).text.size().height();
}

} // namespace gatescope
