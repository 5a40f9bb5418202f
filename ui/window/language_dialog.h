// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;

namespace gatescope {

class Settings;

/// Which language the window speaks. It is remembered, and spoken from the next start on.
class LanguageDialog : public QDialog
{
    Q_OBJECT
public:
    explicit LanguageDialog(Settings &settings, QWidget *parent = nullptr);

    void accept() override;

private:
    Settings &m_settings;
    QComboBox *m_languages;
};

} // namespace gatescope
