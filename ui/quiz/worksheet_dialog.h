// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files_together.h"
#include "core/learning/worksheet.h"
#include "ui/document/errand.h"

#include <QDialog>
#include <QImage>
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

/// A class's sheets: what about, for whom, and where they are saved, beside the first page as it will be.
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
    const QImage &preview() const { return m_page; }
    QString message() const;
    QPlainTextEdit &names() { return *m_names; }
    void reject() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What is to be made, apart from the widgets, for a thread of its own.
    struct Order;
    struct Made {
        std::optional<Error> failure;
        std::vector<Error> notes;
        QStringList files;
        bool isStopped = false;
    };
    struct FirstPage {
        QImage image;
        int pages = 0;
        std::optional<Error> failure;
    };
    void layOut();
    void connectParts();
    void fillAbout(const QuizWish &wish);
    Result<Order> order() const;
    void ask();
    void preparePreview();
    void takePreview(FirstPage page);
    void takeMade(Made made);
    void showProgress();
    void setBusy(bool busy);
    void showPage();
    static Made make(const Order &order, const QStringList &paths, std::atomic<int> &done, const std::stop_token &stop);

    const QuestionShelf &m_shelf;
    QLineEdit *m_title;
    QComboBox *m_about, *m_level;
    QSpinBox *m_count, *m_students, *m_seed;
    QPlainTextEdit *m_names;
    QCheckBox *m_key, *m_solutions;
    QLabel *m_picture, *m_message;
    QProgressBar *m_progress;
    QPushButton *m_save, *m_cancel;
    QWidget *m_fields;
    QImage m_page;
    bool m_isStale = false; ///< something was changed while the page was drawn
    std::shared_ptr<std::atomic<int>> m_done = std::make_shared<std::atomic<int>>(0); ///< per mille
    QTimer m_pause, m_tick;
    Errand<FirstPage> m_drawing;
    Errand<Made> m_making;
};

} // namespace gatescope
