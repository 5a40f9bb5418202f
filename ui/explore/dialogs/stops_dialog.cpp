// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/dialogs/stops_dialog.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/document/document.h"
#include "ui/document/edits/edits.h"
#include "ui/document/playing/stops.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

namespace {

/// No line ends inside the one condition that has no letter in front.
QString unbroken(QString words)
{
    return words.replace(u"|dh| < 1e-4"_qs, u"|\u2060dh\u2060|\u00a0<\u00a01e-4"_qs);
}

} // namespace

StopsDialog::StopsDialog(Document &document, Stops &stops, QWidget *parent)
    : QDialog(parent), m_document(document),
      m_how(new QLabel(unbroken(tr("Playing stops where one of these becomes true. Type a condition, for example "
                                   "“z of unit 3 above 0.9”, “max r < 0.1”, “|dh| < 1e-4” or “letter is a space”.")),
                       this)),
      m_text(new QLineEdit(this)), m_refused(new QLabel(this)), m_list(new QListWidget(this)),
      m_none(new QLabel(tr("No breakpoint is set."), m_list)), m_remove(new QPushButton(tr("Take away"), this)),
      m_previous(new QPushButton(tr("Back to the previous"), this)), m_next(new QPushButton(tr("On to the next"), this))
{
    setWindowTitle(tr("Breakpoints"));
    layOut();
    connect(m_text, &QLineEdit::returnPressed, this, &StopsDialog::add);
    connect(m_text, &QLineEdit::textEdited, m_refused, &QLabel::hide);
    connect(m_remove, &QPushButton::clicked, this, &StopsDialog::remove);
    connect(m_previous, &QPushButton::clicked, &stops, &Stops::toPrevious);
    connect(m_next, &QPushButton::clicked, &stops, &Stops::toNext);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_remove->setEnabled(row >= 0); });
    connect(&document, &Document::experimentChanged, this, &StopsDialog::refresh);
    resize(460, 380);
    refresh();
}

void StopsDialog::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(10);
    for (QWidget *widget : QList<QWidget *>{m_how, m_text, m_refused})
        column->addWidget(widget);
    column->addWidget(m_list, 1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_remove);
    row->addStretch(1);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    column->addLayout(row);
    auto *inList = new QVBoxLayout(m_list);
    inList->addWidget(m_none, 0, Qt::AlignTop);
    m_how->setWordWrap(true);
    m_refused->setWordWrap(true);
    m_refused->hide();
    m_text->setPlaceholderText(tr("z of unit 3 above 0.9"));
    m_text->setAccessibleName(tr("New breakpoint"));
    m_list->setAccessibleName(tr("Breakpoints"));
    for (QPushButton *button : {m_remove, m_previous, m_next})
        button->setAutoDefault(false); // Return in the field adds
}

void StopsDialog::setSettings(const ViewSettings &settings)
{
    const double size = settings.px(settings.classroom ? 18 : 14);
    m_how->setFont(interfaceFont(size));
    m_refused->setFont(interfaceFont(size));
    m_text->setFont(numberFont(size));
    m_list->setFont(numberFont(size));
    m_none->setFont(interfaceFont(size));
    for (QPushButton *button : {m_remove, m_previous, m_next})
        button->setFont(interfaceFont(size, QFont::Medium));
    growWith(*this, settings);
    setTextColour(*m_none, settings.theme->ink2);
    setTextColour(*m_how, settings.theme->ink);
    setTextColour(*m_refused, settings.theme->ink);
}

void StopsDialog::refresh()
{
    const int row = m_list->currentRow();
    m_list->clear();
    for (const Breakpoint &breakpoint : m_document.experiment().breakpoints)
        m_list->addItem(QString::fromStdString(breakpointText(breakpoint)));
    m_none->setVisible(m_list->count() == 0);
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_remove->setEnabled(m_list->currentRow() >= 0);
    m_previous->setEnabled(m_list->count() > 0);
    m_next->setEnabled(m_list->count() > 0);
}

void StopsDialog::add()
{
    const auto next = withBreakpoint(m_document.experiment(), m_text->text());
    const auto done = next ? m_document.edit(tr("Set a breakpoint"), *next) : Result<void>(next.error());
    m_refused->setVisible(!done);
    if (!done)
        return m_refused->setText(said(done.error().sentence));
    m_text->clear();
}

void StopsDialog::remove()
{
    if (const auto next = withoutBreakpoint(m_document.experiment(), m_list->currentRow()))
        if (const auto done = m_document.edit(tr("Take a breakpoint away"), *next); !done) {
            m_refused->setText(said(done.error().sentence));
            m_refused->show();
        }
}

} // namespace gatescope
