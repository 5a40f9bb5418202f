// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/questions/question.h"
#include "ui/document/errand.h"
#include "ui/learn/labs/lab.h"
#include "ui/learn/labs/merging_settings.h"

#include <functional>

class QPushButton;

namespace gatescope {

class CommitmentPanel;
class MergingCanvas;
class MergingForm;

/// One matrix instead of six: how PyTorch and Keras stack the matrices of a GRU, which products can be done at once,
/// what that does to the numbers, and how long it takes here. One guesses before it is told.
class MergingLab : public Lab
{
    Q_OBJECT
public:
    /// How times are taken; in a thread of its own.
    using Timing = std::function<std::optional<MergingTime>(const MergingSettings &, const std::stop_token &)>;
    static Timing measuring();

    explicit MergingLab(QWidget *parent = nullptr, Timing timing = measuring());

    void setLook(const Theme &theme, double pixels) override;
    void setReducedMotion(bool reduced) override;
    void chooseOption(int number) override;

    MergingForm &form() { return *m_form; }
    MergingCanvas &canvas() { return *m_canvas; }
    CommitmentPanel &question() { return *m_panel; }
    /// Says the answer without a guess, or goes on to the next question.
    QPushButton &onwards() { return *m_onwards; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Stage { askingCounts, toldCounts, askingNumbers, toldNumbers };

    void edit();
    void measure();
    void startMeasuring();
    void stopMeasuring();
    void finishMeasuring(const std::optional<MergingTime> &time);
    bool asksCounts() const { return m_stage == Stage::askingCounts || m_stage == Stage::toldCounts; }
    void ask();
    void renewQuestion();
    void goOn();
    void tell();
    void refresh();

    Timing m_timing;
    MergingForm *m_form;
    CommitmentPanel *m_panel;
    QPushButton *m_onwards;
    MergingCanvas *m_canvas;
    MergingReading m_reading;
    MergingSettings m_read; ///< what m_reading is of
    Question m_question;
    Stage m_stage = Stage::askingCounts;
    std::optional<MergingTime> m_time; ///< of m_read
    bool m_isAwaited = false;          ///< the time of m_read is asked for and has not come yet
    bool m_isStopped = false;          ///< what the thread measures is of another layer, or was
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    Errand<std::optional<MergingTime>> m_errand; ///< last: it ends before the rest does
};

} // namespace gatescope
