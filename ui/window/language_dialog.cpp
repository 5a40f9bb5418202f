// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/language_dialog.h"

#include "ui/common/dialog_buttons.h"
#include "ui/common/languages.h"
#include "ui/common/settings.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

LanguageDialog::LanguageDialog(Settings &settings, QWidget *parent)
    : QDialog(parent), m_settings(settings), m_languages(new QComboBox(this))
{
    setWindowTitle(tr("Language"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_languages->setAccessibleName(tr("The language of the window"));
    for (const OfferedLanguage &language : offeredLanguages())
        m_languages->addItem(language.name, language.code);
    const QString chosen = m_settings.language().isEmpty() ? spokenLanguage() : m_settings.language();
    m_languages->setCurrentIndex(std::max(0, m_languages->findData(chosen)));
    auto *says = new QLabel(tr("The window speaks another language when Gatescope is started again. What has not been "
                               "translated yet is shown in English."));
    says->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    makePrimary(*buttons->button(QDialogButtonBox::Ok));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    for (QWidget *each : std::initializer_list<QWidget *>{m_languages, says, buttons})
        column->addWidget(each);
}

void LanguageDialog::accept()
{
    m_settings.setLanguage(m_languages->currentData().toString());
    QDialog::accept();
}

} // namespace gatescope
