// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quiz/worksheet/page_preview.h"
#include "ui/quiz/worksheet/worksheet_order.h"

#include <atomic>
#include <stop_token>

class QPrinter;

namespace gatescope {

inline constexpr int allOfTheSheets = 1000; ///< what `done` counts to

struct ShownWorksheets {
    std::vector<PreviewedPage> pages;
    std::optional<Error> failure;
};
/// The first student's sheet and, where they are ordered, this student's row of the key and solutions; no other sheet
/// is made for it.
ShownWorksheets firstSheet(const WorksheetOrder &order, const std::stop_token &stop);

struct MadeWorksheets {
    std::optional<Error> failure;
    std::vector<Error> notes;
    QStringList files; ///< that were written
    int pages = 0;     ///< that were printed
    bool isStopped = false;
};
/// "a.pdf" and, where they are ordered, key and solutions beside it: "a-key.pdf", "a-solutions.pdf".
QStringList worksheetFiles(const QString &path, bool hasKey, bool hasSolutions);
/// Writes all of them or none; `paths` are those of worksheetFiles().
MadeWorksheets writeWorksheets(const WorksheetOrder &order, const QStringList &paths, std::atomic<int> &done,
                               const std::stop_token &stop);
/// Everybody's sheet, then the key, then everybody's solutions; each begins on a paper of its own.
MadeWorksheets printWorksheets(const WorksheetOrder &order, QPrinter &printer, std::atomic<int> &done,
                               const std::stop_token &stop);

} // namespace gatescope
