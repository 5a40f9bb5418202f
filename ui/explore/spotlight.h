// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegion>
#include <QWidget>

#include <optional>

namespace gatescope {

class Document;
class Playhead;
class StagePanel;
struct Theme;

/// Over the stage: dims all but what the pointer is at or, without a pointer, where the playhead stands. It takes no
/// click and no key.
class Spotlight : public QWidget
{
    Q_OBJECT
public:
    Spotlight(StagePanel &stage, const Document &document, const Playhead &playhead);

    void setTheme(const Theme &theme);
    void setOn(bool on);
    bool isOn() const { return !isHidden(); }

    /// What stays as it is, as the stage was last painted; nothing: all of it does.
    QRegion light() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    StagePanel &m_stage;
    const Document &m_document;
    const Playhead &m_playhead;
    const Theme *m_theme;
    std::optional<QPointF> m_pointer; ///< over the stage
};

} // namespace gatescope
