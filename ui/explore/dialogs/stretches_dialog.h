// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/similar_stretches.h"
#include "ui/document/errand.h"
#include "ui/document/record.h"
#include "ui/explore/controls/view_settings.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QListWidget;
class QSpinBox;

namespace gatescope {

/// Where the layer that one looks at goes as it does in a stretch of steps: a list that leads to each place.
class StretchesDialog : public QDialog
{
    Q_OBJECT
public:
    StretchesDialog(const Document &document, Playhead &playhead, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    /// Asks about the stretch that begins at this step.
    void ask(int first);
    /// What is listed was found in the present run for what is asked now.
    bool isAnswered() const { return !m_errand.isBusy(); }
    const std::vector<SimilarStretch> &found() const { return m_found; }

private:
    struct Question {
        Record record;
        Moment where; ///< the first step of the stretch
        Part part = Part::state;
        int length = 1;
    };
    struct Answer {
        std::shared_ptr<const Trace> trace; ///< that was looked through
        std::vector<SimilarStretch> found;
    };
    void refresh();
    void look();
    void start(const Question &question);
    void finish(Answer answer);
    void list(std::vector<SimilarStretch> found);
    void follow(int row);
    std::optional<Question> question() const;
    QString read(int first) const;

    const Document &m_document;
    Playhead &m_playhead;
    QLabel *m_how;
    QComboBox *m_part;
    QSpinBox *m_first, *m_length;
    QLabel *m_answer;
    QListWidget *m_list;
    Moment m_where;                 ///< without its step
    std::optional<CellKind> m_cell; ///< whose parts are offered
    std::vector<Part> m_parts;
    std::vector<SimilarStretch> m_found; ///< as they are listed
    std::optional<Question> m_next;
    Errand<Answer> m_errand; ///< last: it ends before the rest does
};

} // namespace gatescope
