// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture.h"

#include <QFont>
#include <QRectF>
#include <QTextLayout>

#include <functional>
#include <memory>
#include <vector>

namespace gatescope {

/// An A4 page in pixels of 1/96 inch, and where something may stand on it.
inline constexpr QSizeF paperSize(794, 1123);
inline constexpr QRectF paperColumn(68, 96, 658, 950);

/// One thing on a page: a line of text that begins at the left of `where`, a rule, an empty box to tick, or a picture.
struct PaperPiece {
    enum class Kind { text, rule, box, picture };

    Kind kind = Kind::text;
    QRectF where;
    QString text = {};
    QFont font = {};
    QColor ink = Qt::black;
    std::shared_ptr<const Picture> picture = {};  ///< scaled into `where`
    QList<QTextLayout::FormatRange> formats = {}; ///< of stretches of the text that stand in another face or height
};

/// Pieces that no page parts, from y = 0 downwards; x is that of the page.
struct PaperRow {
    std::vector<PaperPiece> pieces;
    double height = 0;
    double gives = 0; ///< of its height, over its pieces, what it can do without where paper is short
};
using PaperRows = std::vector<PaperRow>;

struct PaperPage {
    std::vector<PaperPiece> pieces;
};

/// A font for paper, STIX: its letters stand as far apart in a file as on a screen, and every sign can be read back
/// from a PDF, unlike those that Inter draws by glyphs of their own beside digits.
QFont paperFont(double pixels, int weight = QFont::Normal);

/// The lines of a text between `left` and the right end of the column.
PaperRows linesOf(const QString &text, const QFont &font, double left = paperColumn.left(), QColor ink = Qt::black);
/// The same of a sentence of a question, with its letters, indices and powers set as everywhere else.
PaperRows worded(const QString &sentence, const QFont &font, double left = paperColumn.left());
/// Empty room.
PaperRow gapOf(double height, double gives = 0);

/// Fills pages from the top. Rows that are added together stay on one page where one page can hold them. `tightness`,
/// 0 … 1, is how much of what the rows give is taken.
class PaperFlow
{
public:
    explicit PaperFlow(double tightness = 0) : m_tightness(tightness) { }
    void add(const PaperRows &together);
    std::vector<PaperPage> takePages() { return std::move(m_pages); }

private:
    double heightOf(const PaperRow &row) const { return row.height - m_tightness * row.gives; }
    void place(const PaperRow &row);

    std::vector<PaperPage> m_pages;
    double m_tightness;
    double m_y = 0;
};

/// A line of text at a place of the page, outside its column too; right of x where it is aligned so.
PaperPiece textAt(const QPointF &baseline, const QString &text, const QFont &font, QColor ink = Qt::black);
PaperPiece textEndingAt(const QPointF &baseline, const QString &text, const QFont &font, QColor ink = Qt::black);

void drawPage(QPainter &painter, const PaperPage &page);
/// The pages as one PDF. `goOn` is told how many are drawn; with false from it there is no file, and no error either.
Result<QByteArray> pdfOf(const std::vector<PaperPage> &pages, const QString &title,
                         const std::function<bool(int drawn)> &goOn = {});
/// A page on white paper.
QImage imageOf(const PaperPage &page, double scale);

} // namespace gatescope
