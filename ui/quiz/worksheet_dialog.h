// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files_together.h"
#include "core/learning/worksheet.h"
#include "ui/document/errand.h"
#include "ui/quiz/page_preview.h"

#include <QDialog>
#include <QTimer>

#include <atomic>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace gatescope {

class QuestionShelf;
struct QuizWish;

/// A class's sheets: what about, for whom, and where they are saved, beside the pages as they will be.
class WorksheetDialog : public QDialog
{
    Q_OBJECT
public:
    /// Begins with what is wished for on the quiz's first page.
    WorksheetDialog(const QuestionShelf &shelf, const QuizWish &wish, QWidget *parent = nullptr);
    ~WorksheetDialog() override;

    /// Makes the sheets and, where they are ticked, key and solutions beside them: "a.pdf", "a-key.pdf",
    /// "a-solutions.pdf".
    void saveAs(const QString &path);
    bool isBusy() const { return m_making.isBusy(); }
    /// A first student's sheet and, where they are ticked, the key and that student's solutions.
    PagePreview &preview() { return *m_pages; }
    QString message() const;
    QPlainTextEdit &names() { return *m_names; }
    void reject() override;

private:
    /// What is to be made, apart from the widgets, for a thread of its own.
    struct Order;
    struct Made {
        std::optional<Error> failure;
        std::vector<Error> notes;
        QStringList files;
        bool isStopped = false;
    };
    struct Pages {
        std::vector<PreviewedPage> all;
        std::optional<Error> failure;
    };
    void layOut();
    void connectParts();
    void fillAbout(const QuizWish &wish);
    Result<Order> order() const;
    void ask();
    void preparePreview();
    void takePreview(Pages pages);
    void takeMade(Made made);
    void showProgress();
    void setBusy(bool busy);
    static Pages previewed(const Order &order, const std::stop_token &stop);
    static Made make(const Order &order, const QStringList &paths, std::atomic<int> &done, const std::stop_token &stop);

    const QuestionShelf &m_shelf;
    QLineEdit *m_title;
    QComboBox *m_about, *m_level;
    QSpinBox *m_count, *m_students, *m_seed;
    QPlainTextEdit *m_names;
    QCheckBox *m_key, *m_solutions;
    QLabel *m_message;
    PagePreview *m_pages;
    QProgressBar *m_progress;
    QPushButton *m_save, *m_cancel;
    QWidget *m_fields;
    bool m_isStale = false; ///< something was changed while the pages were drawn
    std::shared_ptr<std::atomic<int>> m_done = std::make_shared<std::atomic<int>>(0); ///< per mille
    QTimer m_pause, m_tick;
    Errand<Pages> m_drawing;
    Errand<Made> m_making;
};

} // namespace gatescope
