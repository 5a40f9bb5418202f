// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/worksheet/worksheet_making.h"

#include "core/base/files_together.h"
#include "ui/common/translate.h"
#include "ui/export/printing.h"

#include <QFileInfo>
#include <QPrinter>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int madeOfAll = 400; ///< of allOfTheSheets, once the questions are made

QString besideIt(const QString &path, const char *what)
{
    const QFileInfo info(path);
    return info.path() + '/' + info.completeBaseName() + QLatin1String(what) + QStringLiteral(".pdf");
}

Result<Worksheets> allSheets(const WorksheetOrder &order, std::atomic<int> &done, const std::stop_token &stop)
{
    const int students = int(order.wish.students.size());
    return makeWorksheets(order.written, order.wish, [&](int made) {
        done = madeOfAll * made / students;
        return !stop.stop_requested();
    });
}

/// From the questions to the last page: how much is drawn of all.
int drawnPart(int drawn, int all)
{
    return madeOfAll + (allOfTheSheets - madeOfAll) * drawn / std::max(1, all);
}

} // namespace

ShownWorksheets firstSheet(const WorksheetOrder &order, const std::stop_token &stop)
{
    ShownWorksheets shown;
    WorksheetWish wish = order.wish;
    wish.students.resize(1);
    const auto made = makeWorksheets(order.written, wish, [&](int) { return !stop.stop_requested(); });
    if (!made) {
        shown.failure = made.error();
        return shown;
    }
    if (made->sheets.empty())
        return shown;
    const QString student = QString::fromStdString(made->sheets.front().student);
    const auto add = [&](std::vector<PaperPage> drawn, const QString &of) {
        for (PaperPage &page : drawn)
            shown.pages.push_back({std::move(page), of});
    };
    add(worksheetPages(made->sheets, order.head, order.networkOf()), Words::tr("the sheet of %1").arg(student));
    if (order.hasKey && !stop.stop_requested())
        add(keyPages(made->sheets, order.head), Words::tr("the key, with the row of %1 alone").arg(student));
    if (order.hasSolutions && !stop.stop_requested())
        add(solutionPages(made->sheets, order.head, order.networkOf()), Words::tr("the solutions of %1").arg(student));
    return shown;
}

QStringList worksheetFiles(const QString &path, bool hasKey, bool hasSolutions)
{
    QStringList files{path};
    if (hasKey)
        files += besideIt(path, "-key");
    if (hasSolutions)
        files += besideIt(path, "-solutions");
    return files;
}

MadeWorksheets writeWorksheets(const WorksheetOrder &order, const QStringList &paths, std::atomic<int> &done,
                               const std::stop_token &stop)
{
    MadeWorksheets result;
    const auto sheets = allSheets(order, done, stop);
    if (!sheets) {
        result.failure = sheets.error();
        return result;
    }
    result.notes = sheets->notes;
    std::vector<std::vector<PaperPage>> all;
    if (!stop.stop_requested())
        all.push_back(worksheetPages(sheets->sheets, order.head, order.networkOf()));
    if (order.hasKey && !stop.stop_requested())
        all.push_back(keyPages(sheets->sheets, order.head));
    if (order.hasSolutions && !stop.stop_requested())
        all.push_back(solutionPages(sheets->sheets, order.head, order.networkOf()));
    int total = 0, drawnBefore = 0;
    for (const auto &pages : all)
        total += int(pages.size());
    std::vector<FileToWrite> files;
    for (std::size_t i = 0; i < all.size() && !stop.stop_requested(); ++i) {
        const auto bytes = pdfOf(all[i], order.head.title, [&](int drawn) {
            done = drawnPart(drawnBefore + drawn, total);
            return !stop.stop_requested();
        });
        if (!bytes) {
            result.failure = bytes.error();
            return result;
        }
        drawnBefore += int(all[i].size());
        files.push_back({paths[qsizetype(i)].toStdString(), bytes->toStdString()});
    }
    result.isStopped = stop.stop_requested();
    if (result.isStopped)
        return result;
    if (const auto written = writeFilesTogether(files); !written)
        result.failure = written.error();
    for (const FileToWrite &file : files)
        result.files += QString::fromStdString(file.path.filename().string());
    return result;
}

MadeWorksheets printWorksheets(const WorksheetOrder &order, QPrinter &printer, std::atomic<int> &done,
                               const std::stop_token &stop)
{
    MadeWorksheets result;
    const auto sheets = allSheets(order, done, stop);
    if (!sheets) {
        result.failure = sheets.error();
        return result;
    }
    result.notes = sheets->notes;
    std::vector<PaperStack> stacks;
    for (const Worksheet &sheet : sheets->sheets)
        if (!stop.stop_requested())
            stacks.push_back(worksheetPages({sheet}, order.head, order.networkOf()));
    if (order.hasKey && !stop.stop_requested())
        stacks.push_back(keyPages(sheets->sheets, order.head));
    for (const Worksheet &sheet : sheets->sheets)
        if (order.hasSolutions && !stop.stop_requested())
            stacks.push_back(solutionPages({sheet}, order.head, order.networkOf()));
    const auto pages = onPapers(stacks, printsOnBothSides(printer));
    result.isStopped = stop.stop_requested();
    if (result.isStopped)
        return result;
    const auto printed = printPages(printer, pages, [&](int drawn, int all) {
        done = drawnPart(drawn, all);
        return !stop.stop_requested();
    });
    result.isStopped = stop.stop_requested();
    if (printed)
        result.pages = *printed;
    else
        result.failure = printed.error();
    return result;
}

} // namespace gatescope
