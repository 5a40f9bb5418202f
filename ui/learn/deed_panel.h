// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lessons/deed.h"
#include "ui/common/theme.h"

#include <QWidget>

class QLabel;

namespace gatescope {

class WordsLabel;

/// What is to be done on a card, and how far it is, judged by the engine: of a survival a cell for each step.
class DeedPanel : public QWidget
{
    Q_OBJECT
public:
    explicit DeedPanel(QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels);
    /// Asks for a deed in these words; none: it hides.
    void ask(const std::optional<Deed> &deed, const QString &words);
    void show(const DeedJudgement &judgement);

    QString inWords() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Meter;
    QLabel *m_heading;
    WordsLabel *m_text, *m_said;
    Meter *m_meter;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
};

} // namespace gatescope
