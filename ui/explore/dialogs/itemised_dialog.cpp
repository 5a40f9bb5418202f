// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/dialogs/itemised_dialog.h"

#include "ui/document/document.h"
#include "ui/explore/dialogs/itemised_matrix.h"

#include <QVBoxLayout>

namespace gatescope {

namespace {

bool isSameLayer(const Moment &a, const Moment &b)
{
    return a.layer == b.layer && a.direction == b.direction && a.sequence == b.sequence;
}

} // namespace

ItemisedDialog::ItemisedDialog(Document &document, Playhead &playhead, QWidget *parent)
    : QDialog(parent), m_document(document), m_playhead(playhead), m_itemising(document.backend()),
      m_matrix(new ItemisedMatrix(document, playhead, this))
{
    setWindowTitle(tr("The gradient by its source"));
    setAccessibleName(windowTitle());
    connect(&document, &Document::recordChanged, this, &ItemisedDialog::ask);
    connect(&playhead, &Playhead::moved, this, &ItemisedDialog::ask);
    connect(&m_itemising, &Itemising::answered, this, [this](const ItemisingAnswer &answer) {
        if (!isCurrent(answer))
            return;
        m_answer = answer;
        m_matrix->setAnswer(m_answer);
    });
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(m_matrix);
    m_matrix->setFocus();
    resize(860, 600);
}

void ItemisedDialog::setSettings(const ViewSettings &settings)
{
    m_matrix->setSettings(settings);
    growWith(*this, settings);
}

void ItemisedDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    ask();
}

bool ItemisedDialog::isCurrent(const ItemisingAnswer &answer) const
{
    return m_document.record() && answer.trace == m_document.record().trace
        && isSameLayer(answer.place, clamped(m_playhead.state(), *answer.trace).moment());
}

/// Only while somebody looks, and only about what is not answered yet.
void ItemisedDialog::ask()
{
    if (!isVisible() || !m_document.record())
        return;
    const Moment place = clamped(m_playhead.state(), *m_document.record().trace).moment();
    if (m_asked == m_document.record().trace && isSameLayer(m_askedPlace, place))
        return;
    m_asked = m_document.record().trace;
    m_askedPlace = place;
    m_answer.reset();
    m_matrix->setAnswer({});
    m_itemising.ask(m_document.record(), place);
}

} // namespace gatescope
