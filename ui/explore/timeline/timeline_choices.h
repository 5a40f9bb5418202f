// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QVBoxLayout;
class QLabel;
class QLineEdit;

namespace gatescope {

/// The row over the timeline. Choosers that have only one choice are not shown.
class TimelineChoices : public QWidget
{
    Q_OBJECT
public:
    TimelineChoices(Document &document, Playhead &playhead, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    /// What else is asked of what is read: beside the choosers, or under them where there is no room.
    void addQuestion(QWidget &question);
    /// How the lanes are shown: left of whose loss is watched.
    void addChooser(QComboBox &chooser);
    /// Whether a text stands in the field that was not taken.
    bool isTextRefused() const;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void connectChoices();
    void placeQuestion();
    /// What the record has to choose from.
    void refresh();
    /// What of it is chosen.
    void followPlayhead();
    void followPlayhead(const Scene &scene);
    void showWatched(const Scene &scene);
    void showText(const Scene &scene);
    void applyText();
    Result<Experiment> withTypedText() const;
    void watch(int choice);

    Document &m_document;
    Playhead &m_playhead;
    ViewSettings m_settings;
    QVBoxLayout *m_column;
    QHBoxLayout *m_row;
    QWidget *m_question = nullptr;
    QComboBox *m_chooser = nullptr;
    QLabel *m_textLabel;
    QLineEdit *m_text;
    QLabel *m_refused; ///< why the typed text was not taken
    QComboBox *m_sequence;
    QComboBox *m_layer;
    QComboBox *m_direction;
    QLabel *m_watchedLabel;
    QComboBox *m_watched;
    bool m_isTextRefused = false;
    int m_textSequence = -1; ///< whose text is shown
};

} // namespace gatescope
