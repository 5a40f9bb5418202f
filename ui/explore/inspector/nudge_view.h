// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"
#include "ui/explore/inspector/nudging.h"

#include <QWidget>

class QPushButton;

namespace gatescope {

class ExplanationView;

/// The gradient of one chosen parameter, by the chain rule and by nudging it; computed when asked for.
class NudgeView : public QWidget
{
    Q_OBJECT
public:
    explicit NudgeView(const Backend &backend, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    /// Another record or parameter forgets what was found.
    void show(const Record &record, const ParameterPlace &place);
    const ParameterPlace &place() const { return m_place; }
    void check();

    /// What was last found for the shown parameter.
    const std::optional<NudgeAnswer> &found() const { return m_found; }

signals:
    void answered();

private:
    void take(const NudgeAnswer &answer);
    void describe();

    ViewSettings m_settings;
    Nudging m_nudging;
    Record m_record;
    ParameterPlace m_place;
    bool m_isAwaited = false; ///< what is nudged is what is shown
    std::optional<NudgeAnswer> m_found;
    ExplanationView *m_words;
    QPushButton *m_check;
};

} // namespace gatescope
