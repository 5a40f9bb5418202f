// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

class QAction;
class QKeyEvent;
class QScreen;
class QWidget;

namespace gatescope {

class Document;
class ExplorePlace;
class Look;
class NotesWindow;
class Playhead;
class PresenterStrip;

/// A class looks on: Explore alone, over the whole screen and in classroom size, driven by a clicker, with a spotlight
/// and a black screen; where there is a second screen, its words stand there. Leaving puts everything back as it was.
class Presenter : public QObject
{
    Q_OBJECT
public:
    struct On {
        Document &document;
        Playhead &playhead;
        ExplorePlace &explore;
        Look &look;
        const QList<QAction *> &actions; ///< whose names are shown beside the keys that were pressed
    };
    Presenter(QWidget &window, const On &on);
    ~Presenter() override;

    bool isOn() const { return m_isOn; }
    void setOn(bool on);

    bool isBlack() const;
    void setBlack(bool black);
    bool showsPressedKeys() const { return m_showsKeys; }

    /// The keys, to stand under everything; hidden unless somebody presents.
    QWidget &strip();
    /// The notes, while they stand on a second screen; otherwise null.
    NotesWindow *notes() const { return m_notes; }
    /// The action's tip says whether there is a screen for the notes.
    void tellScreens(QAction &action);

signals:
    void turned(bool on);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isOwn(const QWidget &receiver, const QKeyEvent &event) const;
    void press(const QKeyEvent &event);
    void showPressed(const QKeyEvent &event);
    void openNotes();
    QScreen *otherScreen() const;

    QWidget &m_window;
    On m_on;
    PresenterStrip *m_strip;
    QWidget *m_black;
    NotesWindow *m_notes = nullptr;
    bool m_isOn = false;
    bool m_showsKeys = false;
    struct Before {
        bool classroom = false;
        QPointer<QWidget> focus;
    } m_before;
};

} // namespace gatescope
