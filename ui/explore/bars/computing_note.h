// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace gatescope {

class Document;

/// Over the stage while a record takes long: what is computed, and since when. Until it is there the stage keeps what
/// it had, and one should know that. What is there within half a second says nothing.
class ComputingNote : public QWidget
{
    Q_OBJECT
public:
    /// Stands at the bottom of `stage`, whose child it is.
    ComputingNote(Document &document, QWidget &stage);

    void setSettings(const ViewSettings &settings);
    /// Empty while it is hidden.
    QString words() const { return isHidden() ? QString() : m_words; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void beginAnew();
    void follow();
    void say();
    void place();
    QFont face() const;

    Document &m_document;
    ViewSettings m_settings;
    QTimer m_timer; ///< until it appears, then until it counts on
    QElapsedTimer m_since;
    QString m_words;
};

} // namespace gatescope
