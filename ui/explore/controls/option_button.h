// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"

#include <QAbstractButton>

namespace gatescope {

/// One answer to choose: its key, its words; afterwards a bar for how many chose it, and a tick if it is right.
class OptionButton : public QAbstractButton
{
    Q_OBJECT
public:
    OptionButton(int number, QWidget *parent);

    void setSettings(const ViewSettings &settings);
    void setOption(const QString &words);
    /// What became of it; a share below 0 shows no bar.
    enum class Verdict { open, right, wrong };
    void setVerdict(Verdict verdict, double share = -1, int count = 0);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    double pixels() const { return m_settings.px(m_settings.classroom ? 22 : m_settings.compact ? 13 : 15); }

    int m_number;
    ViewSettings m_settings;
    Verdict m_verdict = Verdict::open;
    double m_share = -1;
    int m_count = 0;
};

} // namespace gatescope
