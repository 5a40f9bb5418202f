// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/paper.h"

#include "ui/common/fonts.h"
#include "ui/export/clipping_device.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPdfWriter>
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

void drawPiece(QPainter &painter, const PaperPiece &piece)
{
    switch (piece.kind) {
    case PaperPiece::Kind::text:
        painter.setFont(piece.font);
        painter.setPen(piece.ink);
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
    QFont font = mathFont(pixels * 1.07, false); // its letters are lower than Inter's
    font.setWeight(weight < QFont::DemiBold ? QFont::Normal : QFont::Bold); // it has these two
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

PaperRows linesOf(const QString &text, const QFont &font, double left, QColor ink)
{
    PaperRows rows;
    const double height = font.pixelSize() * lineHeight;
    for (const QString &paragraph : text.split(u'\n')) {
        QTextLayout layout(paragraph, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(paperColumn.right() - left);
            const QString words = paragraph.mid(line.textStart(), line.textLength()).trimmed();
            rows.push_back(
                {{{PaperPiece::Kind::text, QRectF(left, 0, paperColumn.right() - left, height), words, font, ink}},
                 height});
        }
        layout.endLayout();
    }
    return rows;
}

PaperRow gapOf(double height)
{
    return {{}, height};
}

void PaperFlow::add(const PaperRows &together)
{
    double height = 0;
    for (const PaperRow &row : together)
        height += row.height;
    if (m_pages.empty() || (m_y + height > paperColumn.height() && m_y > 0)) {
        m_pages.emplace_back();
        m_y = 0;
    }
    for (const PaperRow &row : together)
        place(row);
}

void PaperFlow::place(const PaperRow &row)
{
    if (m_y > 0 && m_y + row.height > paperColumn.height()) {
        m_pages.emplace_back();
        m_y = 0;
    }
    if (m_y == 0 && row.pieces.empty())
        return; // no room is left at the top
    for (PaperPiece piece : row.pieces) {
        piece.where.translate(0, paperColumn.top() + m_y);
        m_pages.back().pieces.push_back(std::move(piece));
    }
    m_y += row.height;
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
