// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QScreen;

namespace gatescope {

class Document;
class InspectorPanel;
class Playhead;
class Pointing;

/// What the one who presents reads on the second screen: where the class is, what comes next, and all that the
/// inspector says of this moment. It takes no keys: they stay with the window that the class sees.
class NotesWindow : public QWidget
{
    Q_OBJECT
public:
    NotesWindow(Document &document, Playhead &playhead, Pointing &pointing);

    void setTheme(const Theme &theme);
    void showOn(QScreen &screen);
    QString now() const;
    QString next() const;
    InspectorPanel &inspector() { return *m_inspector; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();

    Document &m_document;
    Playhead &m_playhead;
    QBoxLayout *m_halves; ///< the words, and the inspector beside or under them
    QLabel *m_now;
    QLabel *m_next;
    InspectorPanel *m_inspector;
};

} // namespace gatescope
