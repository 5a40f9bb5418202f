// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <functional>

namespace gatescope {

class Document;

/// Tells of each new record; while somebody drags a value a frame later, so that the stage, which follows at once, and
/// what stands around it share two frames and neither is late.
class DragFollower : public QObject
{
    Q_OBJECT
public:
    /// `follow` is called until the parent is gone.
    DragFollower(const Document &document, std::function<void()> follow, QObject *parent);

private:
    QTimer m_later;
};

} // namespace gatescope
