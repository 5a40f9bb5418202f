// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/paper.h"

#include "ui/common/fonts.h"
#include "ui/common/scripts.h"
#include "ui/drawing/marks/program_words.h"
#include "ui/drawing/marks/words_in_colour.h"
#include "ui/export/clipping_device.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int paperDotsPerInch = 96;
constexpr double lineHeight = 1.32; ///< of a font's pixels

/// In geometry, as no device knows clips as a window does.
void drawPicture(QPainter &painter, const PaperPiece &piece)
{
    const Picture &picture = *piece.picture;
    painter.save();
    painter.translate(piece.where.topLeft());
    const double scale = piece.where.width() / picture.size.width();
    painter.scale(scale, scale);
    {
        ClippingDevice device(painter, picture.size);
        QPainter inside(&device);
        inside.setRenderHint(QPainter::Antialiasing);
        inside.fillRect(QRectF(QPointF(), picture.size), picture.paper);
        picture.draw(inside, picture.size);
    }
    painter.restore();
}

/// Its letters stand on one line, also where some are lower or higher.
void drawFormatted(QPainter &painter, const PaperPiece &piece)
{
    QTextLayout layout(piece.text, piece.font);
    layout.setFormats(piece.formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setNumColumns(int(piece.text.size()));
    layout.endLayout();
    layout.draw(&painter, {piece.where.left(), piece.where.top() + QFontMetricsF(piece.font).ascent() - line.ascent()});
}

void drawPiece(QPainter &painter, const PaperPiece &piece)
{
    switch (piece.kind) {
    case PaperPiece::Kind::text:
        painter.setFont(piece.font);
        painter.setPen(piece.ink);
        if (!piece.formats.isEmpty())
            return drawFormatted(painter, piece);
        painter.drawText(QPointF(piece.where.left(), piece.where.top() + QFontMetricsF(piece.font).ascent()),
                         piece.text);
        break;
    case PaperPiece::Kind::rule:
        painter.setPen(QPen(piece.ink, 0.8));
        painter.drawLine(piece.where.topLeft(), piece.where.topRight());
        break;
    case PaperPiece::Kind::box:
        painter.setPen(QPen(piece.ink, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(piece.where);
        break;
    case PaperPiece::Kind::picture:
        drawPicture(painter, piece);
        break;
    }
}

} // namespace

QFont paperFont(double pixels, int weight)
{
    QFont font = mathFont(pixels * 1.07, false);                            // its letters are lower than Inter's
    font.setWeight(weight < QFont::DemiBold ? QFont::Normal : QFont::Bold); // it has these two
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

namespace {

/// A paragraph, or several parted by line separators, in lines between `left` and the right end of the column.
PaperRows brokenIntoLines(const QString &text, const QList<QTextLayout::FormatRange> &formats, const QFont &font,
                          double left, const QColor &ink)
{
    PaperRows rows;
    const double height = font.pixelSize() * lineHeight, width = paperColumn.right() - left;
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setFormats(formats);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        qsizetype begin = line.textStart(), end = begin + line.textLength();
        while (end > begin && text[end - 1].isSpace())
            --end;
        while (formats.isEmpty() && begin < end && text[begin].isSpace())
            ++begin;
        PaperPiece piece{PaperPiece::Kind::text, QRectF(left, 0, width, height), text.mid(begin, end - begin), font,
                         ink};
        for (const QTextLayout::FormatRange &range : formats) {
            const qsizetype from = std::max<qsizetype>(range.start, begin);
            const qsizetype to = std::min<qsizetype>(range.start + range.length, end);
            if (from < to)
                piece.formats.append({int(from - begin), int(to - from), range.format});
        }
        rows.push_back({{std::move(piece)}, height});
    }
    layout.endLayout();
    return rows;
}

/// Signs that are low or high by themselves, as letters that stand so: the font of paper lacks most of them. The last
/// sign is none of them.
QString withLetterScripts(QString rich)
{
    QString set;
    const QStringView *open = nullptr; // which of the two stands open
    for (const QChar sign : rich) {
        const QStringView *of = lowSigns.contains(sign) ? &lowSigns : highSigns.contains(sign) ? &highSigns : nullptr;
        if (open && of != open)
            set += open == &lowSigns ? QStringLiteral("</sub>") : QStringLiteral("</sup>");
        if (of && of != open)
            set += of == &lowSigns ? QStringLiteral("<sub>") : QStringLiteral("<sup>");
        set += of ? plainSigns[of->indexOf(sign)] : sign;
        open = of;
    }
    return set;
}

/// Of a document's first block; code stands in the face of numbers, which is wider.
QList<QTextLayout::FormatRange> formatsOnPaper(const QTextBlock &block, const QFont &font)
{
    QList<QTextLayout::FormatRange> formats;
    for (QTextLayout::FormatRange range : block.textFormats()) {
        const QStringList families = range.format.fontFamilies().toStringList();
        if (!families.isEmpty() && families.first() != mathFont(font.pixelSize()).families().first())
            range.format.setFont(numberFont(0.82 * font.pixelSize()), QTextCharFormat::FontPropertiesSpecifiedOnly);
        if (!range.format.isEmpty())
            formats.append(range);
    }
    return formats;
}

} // namespace

PaperRows linesOf(const QString &text, const QFont &font, double left, QColor ink)
{
    PaperRows rows;
    for (const QString &paragraph : text.split(u'\n'))
        std::ranges::move(brokenIntoLines(paragraph, {}, font, left, ink), std::back_inserter(rows));
    return rows;
}

PaperRows worded(const QString &sentence, const QFont &font, double left)
{
    QString rich = withLetterScripts(colouredWords(withCode(sentence), theme(ThemeName::light), false) + u' ');
    rich.replace(u'\n', QStringLiteral("<br>"));
    QTextDocument document;
    document.setDefaultFont(font);
    document.setHtml(QStringLiteral("<p style=\"white-space:pre-wrap\">") + rich + QStringLiteral("</p>"));
    const QTextBlock block = document.begin();
    return brokenIntoLines(block.text(), formatsOnPaper(block, font), font, left, Qt::black);
}

PaperRow gapOf(double height, double gives)
{
    return {{}, height, gives};
}

void PaperFlow::add(const PaperRows &together)
{
    double height = 0;
    for (const PaperRow &row : together)
        height += heightOf(row);
    if (m_pages.empty() || (m_y + height > paperColumn.height() && m_y > 0)) {
        m_pages.emplace_back();
        m_y = 0;
    }
    for (const PaperRow &row : together)
        place(row);
}

void PaperFlow::place(const PaperRow &row)
{
    if (m_y > 0 && m_y + heightOf(row) > paperColumn.height()) {
        m_pages.emplace_back();
        m_y = 0;
    }
    if (m_y == 0 && row.pieces.empty())
        return; // no room is left at the top
    for (PaperPiece piece : row.pieces) {
        piece.where.translate(0, paperColumn.top() + m_y - m_tightness * row.gives);
        m_pages.back().pieces.push_back(std::move(piece));
    }
    m_y += heightOf(row);
}

PaperPiece textAt(const QPointF &baseline, const QString &text, const QFont &font, QColor ink)
{
    const QFontMetricsF metrics(font);
    return {PaperPiece::Kind::text,
            QRectF(baseline.x(), baseline.y() - metrics.ascent(), metrics.horizontalAdvance(text), metrics.height()),
            text, font, ink};
}

PaperPiece textEndingAt(const QPointF &baseline, const QString &text, const QFont &font, QColor ink)
{
    return textAt(baseline - QPointF(QFontMetricsF(font).horizontalAdvance(text), 0), text, font, ink);
}

void drawPage(QPainter &painter, const PaperPage &page)
{
    for (const PaperPiece &piece : page.pieces)
        drawPiece(painter, piece);
}

Result<QByteArray> pdfOf(const std::vector<PaperPage> &pages, const QString &title,
                         const std::function<bool(int drawn)> &goOn)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(paperDotsPerInch);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Gatescope"));
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    bool isWhole = painter.isActive();
    painter.setRenderHint(QPainter::LosslessImageRendering);
    for (std::size_t i = 0; i < pages.size() && isWhole; ++i) {
        if (goOn && !goOn(static_cast<int>(i)))
            return QByteArray();
        isWhole = i == 0 || writer.newPage();
        drawPage(painter, pages[i]);
    }
    if (!painter.end() || !isWhole)
        return error("%1 pages could not be drawn into a PDF.", {std::to_string(pages.size())});
    return bytes;
}

QImage imageOf(const PaperPage &page, double scale)
{
    QImage image((paperSize * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    drawPage(painter, page);
    return image;
}

} // namespace gatescope
