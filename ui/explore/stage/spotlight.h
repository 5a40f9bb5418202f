// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRegion>
#include <QWidget>

#include <vector>

namespace gatescope {

class Document;
class Playhead;
class StagePanel;
struct HitArea;
struct Theme;

/// A stage under the spotlight and what it shows.
struct LitStage {
    StagePanel &stage;
    const Document &document;
};

/// Over the stages: dims all but what the pointer is at, on the other stage the same term, or, without a pointer, where
/// the playhead stands. It takes no click and no key.
class Spotlight : public QWidget
{
    Q_OBJECT
public:
    /// The stages are inside of `place`.
    Spotlight(QWidget &place, std::vector<LitStage> stages, const Playhead &playhead);

    void setTheme(const Theme &theme);
    void setOn(bool on);
    bool isOn() const { return !isHidden(); }

    /// What stays as it is, as the stages were last painted, in coordinates of their place; nothing: all of it does.
    QRegion light() const;
    /// What is still to be computed: the stage itself has dimmed it, and more would hide it.
    QRegion toCome() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QRegion lightOn(const LitStage &lit) const;
    QRegion toComeOn(const LitStage &lit) const;
    const HitArea *pointedArea() const;
    /// What it gives of every stage that is seen, together.
    QRegion onStages(QRegion (Spotlight::*region)(const LitStage &) const) const;
    bool isUnder(const LitStage &lit) const;

    QWidget &m_place;
    std::vector<LitStage> m_stages;
    const Playhead &m_playhead;
    const Theme *m_theme;
    const StagePanel *m_pointed = nullptr; ///< the stage that the pointer is over, and where
    QPointF m_pointer;
};

} // namespace gatescope
