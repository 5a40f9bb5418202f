// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/dialogs/unit_name_dialog.h"

#include "ui/common/dialog_buttons.h"
#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/document/document.h"
#include "ui/document/edits/edits.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatescope {

UnitNameDialog::UnitNameDialog(Document &document, const Playhead &playhead, QWidget *parent)
    : QDialog(parent), m_document(document), m_playhead(playhead), m_how(new QLabel(this)), m_name(new QLineEdit(this)),
      m_refused(new QLabel(this)), m_cancel(new QPushButton(tr("Cancel"), this)),
      m_take(new QPushButton(tr("Call it so"), this))
{
    setModal(true);
    layOut();
    connect(m_name, &QLineEdit::textEdited, m_refused, &QLabel::hide);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_take, &QPushButton::clicked, this, &UnitNameDialog::apply);
    connect(&document, &Document::recordChanged, this, [this] {
        if (!m_document.record())
            reject(); // its unit is of a network that is gone
    });
    resize(460, 160);
}

void UnitNameDialog::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(10);
    for (QWidget *widget : QList<QWidget *>{m_how, m_name, m_refused})
        column->addWidget(widget);
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_take, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    m_how->setTextFormat(Qt::PlainText);
    m_how->setWordWrap(true);
    m_how->setBuddy(m_name);
    m_refused->setTextFormat(Qt::PlainText);
    m_refused->setWordWrap(true);
    m_refused->hide();
    m_name->setAccessibleName(tr("Name of the unit"));
    m_name->setPlaceholderText(tr("counts open brackets"));
    m_cancel->setAutoDefault(false);
    makePrimary(*m_take);
}

void UnitNameDialog::setSettings(const ViewSettings &settings)
{
    const double size = settings.px(settings.classroom ? 18 : 14);
    growWith(*this, settings);
    for (QLabel *label : {m_how, m_refused}) {
        label->setFont(interfaceFont(size));
        setTextColour(*label, settings.theme->ink);
    }
    m_name->setFont(interfaceFont(size));
}

void UnitNameDialog::ask()
{
    const Record &record = m_document.record();
    if (!record)
        return;
    m_asked = clamped(m_playhead.state(), *record.trace);
    const QString unit = QString::number(m_asked.unit);
    setWindowTitle(tr("Name of unit %1").arg(unit));
    m_how->setText(tr("What does unit %1 do, in a few words? It is called so wherever it is spoken of; an empty field "
                      "takes the name away.")
                       .arg(unit));
    const UnitNote *note = noteOn(m_document.experiment().units, m_asked.layer, m_asked.direction, m_asked.unit);
    m_name->setText(note ? QString::fromStdString(note->name) : QString());
    m_name->selectAll();
    m_refused->hide();
    open();
    m_name->setFocus(Qt::OtherFocusReason);
}

void UnitNameDialog::apply()
{
    const auto next
        = withUnitName(m_document.experiment(), m_asked.layer, m_asked.direction, m_asked.unit, m_name->text());
    const auto done = next ? m_document.edit(tr("Name a unit"), *next) : Result<void>(next.error());
    m_refused->setVisible(!done);
    if (done)
        return accept();
    m_refused->setText(said(done.error().sentence));
    m_refused->setAccessibleName(m_refused->text());
    m_name->setFocus(Qt::OtherFocusReason);
}

} // namespace gatescope
