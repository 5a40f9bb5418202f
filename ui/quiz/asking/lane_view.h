// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

#include <QWidget>

namespace gatescope {

class Document;
class Playhead;

/// The timeline of a question's network: its input and one lane for each part, step by step.
class LaneView : public QWidget
{
    Q_OBJECT
public:
    LaneView(const Document &document, const Playhead &playhead, QWidget *parent = nullptr);

    /// In a class its numbers are read from the last row.
    void setLook(const Theme &theme, bool classroom);
    /// Whether a step wears the frame: none does while nothing is pointed at.
    void setFramed(bool framed);
    bool isFramed() const { return m_isFramed; }

    QSize minimumSizeHint() const override { return {300, 110}; }

signals:
    void pointedAt(const gatescope::PlayheadState &place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    std::optional<Scene> scene() const;

    const Document &m_document;
    const Playhead &m_playhead;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    bool m_isClassroom = false;
    bool m_isFramed = true;
};

} // namespace gatescope
