// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/printing.h"

#include <QFile>
#include <QPainter>
#include <QPrinter>

#include <algorithm>

namespace gatescope {

bool printsOnBothSides(const QPrinter &printer)
{
    return printer.duplex() != QPrinter::DuplexNone;
}

std::vector<PaperPage> onPapers(const std::vector<PaperStack> &stacks, bool bothSides)
{
    std::vector<PaperPage> pages;
    for (const PaperStack &stack : stacks) {
        if (bothSides && pages.size() % 2 == 1)
            pages.emplace_back();
        pages.insert(pages.end(), stack.begin(), stack.end());
    }
    return pages;
}

std::vector<PaperPage> copiesOnPapers(std::span<const PaperPage> pages, bool beginsOnABack, int copies, bool bothSides)
{
    std::vector<PaperPage> all;
    for (int copy = 0; copy < copies; ++copy) {
        if (bothSides && all.size() % 2 == 1)
            all.emplace_back();
        if (bothSides && beginsOnABack && pages.size() > 1)
            all.emplace_back();
        all.insert(all.end(), pages.begin(), pages.end());
    }
    return all;
}

Result<int> printPages(QPrinter &printer, const std::vector<PaperPage> &pages,
                       const std::function<bool(int drawn, int all)> &goOn)
{
    const bool isRange = printer.printRange() == QPrinter::PageRange && printer.fromPage() > 0;
    const int first = isRange ? printer.fromPage() - 1 : 0;
    const int count = std::min(isRange ? printer.toPage() : int(pages.size()), int(pages.size())) - first;
    const std::string name = printer.outputFileName().isEmpty() ? printer.printerName().toStdString()
                                                                : printer.outputFileName().toStdString();
    printer.setFullPage(true); // the page has margins of its own
    const Error refusal = error("%1 could not be printed on.", {printable(name)});
    QPainter painter;
    if (count <= 0)
        return error("There are %1 pages, and none of those that were asked for.", {std::to_string(pages.size())});
    if (!painter.begin(&printer))
        return refusal;
    const QRectF paper = printer.paperRect(QPrinter::DevicePixel);
    const double scale = std::min(paper.width() / paperSize.width(), paper.height() / paperSize.height());
    painter.translate((paper.width() - scale * paperSize.width()) / 2, 0);
    painter.scale(scale, scale);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    const int copies = printer.supportsMultipleCopies() ? 1 : printer.copyCount();
    const std::vector<PaperPage> printed
        = copiesOnPapers(std::span(pages).subspan(std::size_t(first), std::size_t(count)), first % 2 == 1, copies,
                         printsOnBothSides(printer));
    const int all = int(printed.size());
    bool isWhole = true;
    for (int drawn = 0; drawn < all && isWhole; ++drawn) {
        if (goOn && !goOn(drawn, all)) {
            printer.abort();
            painter.end();
            if (!printer.outputFileName().isEmpty())
                QFile::remove(printer.outputFileName()); // which has the pages that were drawn
            return 0;
        }
        isWhole = drawn == 0 || printer.newPage();
        drawPage(painter, printed[std::size_t(drawn)]);
    }
    if (isWhole && painter.end())
        return all;
    return refusal;
}

} // namespace gatescope
