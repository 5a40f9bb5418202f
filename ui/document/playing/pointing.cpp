// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/playing/pointing.h"

namespace gatescope {

Pointing::Pointing(QObject *parent) : QObject(parent)
{
    m_in.setSingleShot(true);
    m_in.setInterval(restMilliseconds);
    m_out.setSingleShot(true);
    m_out.setInterval(leaveMilliseconds);
    connect(&m_in, &QTimer::timeout, this, [this] { rest(m_pointed); });
    connect(&m_out, &QTimer::timeout, this, [this] { rest({}); });
}

void Pointing::pointAt(const Term &term)
{
    if (term == m_pointed)
        return;
    m_pointed = term;
    m_in.stop();
    if (term && term == m_rested) { // back again
        m_out.stop();
        return;
    }
    if (term)
        m_in.start();
    if (m_resting && !m_out.isActive())
        m_out.start();
}

void Pointing::hold(const Term &term)
{
    const Term before = lit();
    m_held = term;
    if (!(lit() == before))
        emit litChanged(lit());
}

void Pointing::rest(const Term &term)
{
    m_out.stop();
    const Term before = lit();
    m_rested = term;
    if (!(lit() == before))
        emit litChanged(lit());
    const bool resting = m_rested || (m_resting && m_pointed);
    if (resting == m_resting)
        return;
    m_resting = resting;
    emit restingChanged(resting);
}

} // namespace gatescope
