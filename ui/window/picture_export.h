// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace gatescope {

class Document;
class ExplorePlace;
class Look;
class Playhead;

/// What Explore shows, as a picture: into a file, or onto the clipboard. Nothing while there is no record.
class PictureExport : public QObject
{
    Q_OBJECT
public:
    /// All of it outlives this, which is the window's.
    PictureExport(const Document &document, const Playhead &playhead, ExplorePlace &explore, const Look &look,
                  QWidget &window);

    /// Asks what to draw into which file: a picture or an animation.
    void exportPicture();
    /// The stage as it is seen, in pixels half as large.
    void copyPicture();

signals:
    void told(const QString &sentence);

private:
    const Document &m_document;
    const Playhead &m_playhead;
    ExplorePlace &m_explore;
    const Look &m_look;
    QWidget &m_window;
};

} // namespace gatescope
