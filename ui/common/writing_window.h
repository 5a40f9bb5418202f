// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDialog>
#include <QTimer>

#include <filesystem>
#include <optional>
#include <vector>

class QLabel;
class QListWidget;
class QPushButton;
class QTabWidget;

namespace gatescope {

/// Something of a teacher's own, as the list of a writing window has it.
struct WrittenThing {
    std::filesystem::path file;
    std::string text;             ///< as it stands in the file: by both it is found again
    QString title;                ///< empty: it has none yet
    bool canBeWritten = false;    ///< it could be read, so that a form can show it and write it anew
    std::optional<Error> trouble; ///< why nobody sees it yet
};

/// What a writing window says of the things that are written in it.
struct WritingWords {
    QString title;
    QString list; ///< "&Your questions"
    QString saveTip;
    QString unsavedTitle, unsaved;       ///< before what was changed is left
    QString deleteTitle, deleteQuestion; ///< "Delete this question? …"
    QString gone;                        ///< it is not there any more
};

/// Where a teacher writes: a list of what there is, a form, and how it will be shown. What was changed is asked about
/// before it is left.
class WritingWindow : public QDialog
{
    Q_OBJECT
public:
    QListWidget &list() { return *m_list; }
    QString message() const;
    bool isChanged() const { return state() != m_savedState; }

    /// Saves what the form shows; false where it says what is wrong.
    virtual bool save() = 0;
    void reject() override;

signals:
    /// There are others now.
    void ownChanged();

protected:
    WritingWindow(const WritingWords &words, QWidget *parent);

    /// Lays form and preview out and shows the first thing; at the end of the constructor. The buttons stand with those
    /// of the list.
    void begin(QWidget *form, QWidget *preview, const QList<QPushButton *> &more = {});
    void fillRows();
    void fillList(int chosen);
    int rowOf(const WrittenThing &thing) const;
    void beginNew();
    /// Which of the list; −1: a new one.
    int shown() const { return m_shown; }
    void setShown(int row);
    void tell(const QString &message);
    void tellIncomplete(const QString &why);
    /// The form was edited.
    void follow();
    /// Follows at once what the form shows.
    void showPreview();
    void goToForm();
    bool mayLeave();

    virtual std::vector<WrittenThing> things() const = 0;
    /// Shows a thing that can be written, or with −1 a blank one.
    virtual void showInForm(int row) = 0;
    virtual void showProblem(const std::optional<Error> &problem) = 0;
    virtual void focusForm() = 0;
    /// Everything that is written, to tell whether it was changed.
    virtual QString state() const = 0;
    virtual Result<void> removeThing(int row) = 0;
    virtual void readAgain() = 0;
    virtual void duplicate() = 0;
    /// Shows how it will look, or by tellIncomplete why not; only while the preview is looked at.
    virtual void refreshPreview() = 0;

    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut(QWidget *form, QWidget *preview, const QList<QPushButton *> &more);
    void connectParts();
    void choose(int row);
    void showNow(int row);
    void askAndDelete();

    WritingWords m_words;
    QListWidget *m_list;
    QTabWidget *m_tabs;
    QLabel *m_incomplete, *m_message;
    QPushButton *m_new, *m_duplicate, *m_delete, *m_save, *m_close;
    QWidget *m_form = nullptr;
    int m_shown = -1;
    QString m_savedState; ///< of the form, as it was shown
    QTimer m_pause;       ///< until the preview follows
};

} // namespace gatescope
