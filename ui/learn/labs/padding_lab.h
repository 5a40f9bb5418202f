// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/keras_semantics.h"
#include "ui/learn/labs/lab.h"

namespace gatescope {

class PaddingCanvas;
class PaddingForm;
struct SmallGru;

/// Variable lengths and padding made visible: what a small GRU makes of a batch padded and packed, of states across
/// batches, and of a mask that is painted by hand. All is measured anew by the engine at every change.
class PaddingLab : public Lab
{
    Q_OBJECT
public:
    explicit PaddingLab(QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels) override;
    void setReducedMotion(bool) override { } ///< nothing moves

    PaddingForm &form() { return *m_form; }
    PaddingCanvas &canvas() { return *m_canvas; }
    const StepMask &mask() const { return m_mask; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showMask(StepMask mask);
    void measure();
    void measurePadding(const SmallGru &gru);
    void measureStateful(const SmallGru &gru);
    void measureMask(const SmallGru &gru);

    PaddingForm *m_form;
    PaddingCanvas *m_canvas;
    StepMask m_mask; ///< [sequence][step]
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
};

} // namespace gatescope
