// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/claims/evidence.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <optional>

namespace gatescope {

/// What was measured against a myth: a sentence, and its curves where the claim has such.
class MythEvidence : public QWidget
{
    Q_OBJECT
public:
    explicit MythEvidence(QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels);
    /// The guess is not made yet.
    void clear();
    /// Networks are learning for it.
    void await();
    void show(const Evidence &evidence);

    /// What is said now; empty: nothing.
    QString said() const { return m_said; }

    QSize minimumSizeHint() const override { return {320, 200}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void say(const QString &words, std::optional<Evidence> evidence);

    QString m_said;
    std::optional<Evidence> m_evidence; ///< none: there are no curves, or not yet
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    double m_pixels = 14;
};

} // namespace gatescope
