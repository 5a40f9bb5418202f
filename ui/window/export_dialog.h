// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"
#include "ui/export/picture.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace gatescope {

struct AnimationFormat;
class Look;

/// Asks what to draw into a file, and draws it: a picture of a view, or an animation of some steps.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    /// The scene tells what is drawn, but for theme and size of its words, which are the look's.
    ExportDialog(const Scene &scene, const Look &look, QWidget &window);

    /// Where the picture is, once the dialog was accepted.
    QString savedAs() const { return m_savedAs; }

private:
    void layOut();
    void followFormat();
    void chooseFile();
    QString ending() const;
    void sayProblem(const QString &sentence);
    Picture pictureAt(const PlayheadState &playhead) const;
    Result<QByteArray> draw();
    Result<QByteArray> drawAnimation(const AnimationFormat &format);

    const Record m_record;
    const Record m_ghost; ///< none: nothing to compare with
    const PlayheadState m_playhead;
    const bool m_predicting;
    const Look &m_look;
    QString m_savedAs;
    QComboBox *m_view;
    QComboBox *m_format;
    QSpinBox *m_width;
    QSpinBox *m_height;
    QSpinBox *m_scale;
    QSpinBox *m_from;
    QSpinBox *m_to;
    QLabel *m_problem;
    QPushButton *m_save = nullptr;
};

} // namespace gatescope
