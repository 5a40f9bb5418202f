// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/update_story.h"
#include "ui/common/theme.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace gatescope {

class StoryPanel;
class Training;
class TrainingWatch;

/// What the next update does to one weight, from its gradient to its new value. With each update that is made it shows
/// that the weight went where it was said to go.
class StoryDialog : public QDialog
{
    Q_OBJECT
public:
    StoryDialog(Training &training, TrainingWatch &watch, QWidget *parent);

    void setLook(const Theme &theme, double scale);
    /// The weight that is followed.
    ParameterPlace place() const;
    /// What is shown; none before it is known.
    const std::optional<UpdateStory> &story() const { return m_story; }
    /// Whether the last update that was shown before it was made brought the weight where it was said to go.
    QString outcome() const;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void layOut();
    void offerTensors();
    void offerPlaces();
    void follow();
    void take();

    Training &m_training;
    TrainingWatch &m_watch;
    std::optional<UpdateStory> m_story;
    QComboBox *m_tensor;
    QSpinBox *m_row, *m_column;
    StoryPanel *m_panel;
    QLabel *m_head, *m_outcome;
    QPushButton *m_once;
};

} // namespace gatescope
