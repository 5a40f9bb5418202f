// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/error_reader.h"
#include "ui/learn/labs/lab.h"

class QLabel;
class QPlainTextEdit;

namespace gatescope {

class CodeBox;
class ShapeCanvas;
class ShapeForm;

/// A layer's arguments, the shape of every tensor, the same in code, and a reader of error messages that shows what
/// they mean in the picture.
class ShapeLab : public Lab
{
    Q_OBJECT
public:
    explicit ShapeLab(QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels) override;
    void setReducedMotion(bool reduced) override;

    ShapeForm &form() { return *m_form; }
    ShapeCanvas &canvas() { return *m_canvas; }
    CodeBox &code(Framework framework) { return framework == Framework::pytorch ? *m_pytorch : *m_keras; }
    void setMessage(const QString &message);
    /// What is said of the message, and of the arguments.
    QString answer() const;
    QString remark() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    void readMessage();
    void refresh();

    ShapeForm *m_form;
    QLabel *m_remark, *m_count, *m_ask, *m_answer;
    QPlainTextEdit *m_message;
    ShapeCanvas *m_canvas;
    CodeBox *m_pytorch, *m_keras;
    std::optional<MarkedAxis> m_mark;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
};

} // namespace gatescope
