// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace gatescope {

/// Asks what a unit is to be called, for the one that is followed when it is asked. A name that cannot be stays in the
/// field, with the reason under it.
class UnitNameDialog : public QDialog
{
    Q_OBJECT
public:
    UnitNameDialog(Document &document, const Playhead &playhead, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    /// Of the followed unit; nothing while there is no network.
    void ask();

private:
    void layOut();
    void apply();

    Document &m_document;
    const Playhead &m_playhead;
    PlayheadState m_asked; ///< whose unit it is
    QLabel *m_how;
    QLineEdit *m_name;
    QLabel *m_refused;
    QPushButton *m_cancel;
    QPushButton *m_take;
};

} // namespace gatescope
