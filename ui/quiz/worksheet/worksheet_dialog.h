// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/errand.h"
#include "ui/quiz/worksheet/worksheet_making.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace gatescope {

class ClassMemory;
struct QuizWish;
class WorksheetFields;

/// A class's sheets: what about, for whom, and where they are saved or printed, beside the pages as they will be.
class WorksheetDialog : public QDialog
{
    Q_OBJECT
public:
    /// Begins with what is wished for on the quiz's first page, and with the names of the class, which are kept as they
    /// are when it closes. `memory` outlives it; without one nothing is kept.
    WorksheetDialog(const QuestionShelf &shelf, const QuizWish &wish, ClassMemory *memory = nullptr,
                    QWidget *parent = nullptr);
    ~WorksheetDialog() override;

    /// Makes the sheets and, where they are ticked, key and solutions beside them: "a.pdf", "a-key.pdf",
    /// "a-solutions.pdf".
    void saveAs(const QString &path);
    /// Prints them, one behind the other.
    void printOn(std::unique_ptr<QPrinter> printer);
    bool isBusy() const { return m_making.isBusy(); }
    /// A first student's sheet and, where they are ticked, that student's row of the key and solutions.
    PagePreview &preview() { return *m_pages; }
    QString message() const;
    QPlainTextEdit &names();
    void reject() override;
    void done(int result) override;

private:
    void layOut();
    void connectParts();
    void askWhereToSave();
    void askWhereToPrint();
    /// What is ordered, where it can be made now; says what is wrong otherwise.
    std::optional<WorksheetOrder> orderToMake();
    void preparePreview();
    /// Says why there is no preview, until there is one.
    void refuse(const Error &error);
    void takePreview(ShownWorksheets shown);
    void takeMade(MadeWorksheets made);
    void tellMade(const MadeWorksheets &made);
    void showProgress();
    void setBusy(bool busy);
    void setMakeable(bool makeable);

    void keepNames();

    ClassMemory *m_memory;
    WorksheetFields *m_fields;
    QLabel *m_message;
    bool m_isRefused = false; ///< and the message says why
    PagePreview *m_pages;
    QProgressBar *m_progress;
    QPushButton *m_save, *m_print, *m_cancel;
    bool m_isStale = false; ///< something was changed while the pages were drawn, or sheets were made
    std::shared_ptr<std::atomic<int>> m_done = std::make_shared<std::atomic<int>>(0); ///< of allOfTheSheets
    std::shared_ptr<QPrinter> m_printer;                                              ///< that is printed on
    QTimer m_pause, m_tick;
    Errand<ShownWorksheets> m_drawing;
    Errand<MadeWorksheets> m_making;
};

} // namespace gatescope
