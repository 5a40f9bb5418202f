// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

namespace gatescope {

/// The letters of a GRU's equations as markup of drawMath, in the words of the reader's book.
class GruLetters
{
public:
    explicit GruLetters(const Scene &scene)
        : m_candidate(scene.candidateLetter), m_subscript(m_candidate == u"n" ? u"n"_qs : u"h"_qs),
          m_bias(scene.spec().bias)
    {
    }

    QString n() const { return m_candidate; }
    QString U() const { return u"U_{%1}"_qs.arg(m_subscript); }
    QString W() const { return u"W_{%1}"_qs.arg(m_subscript); }
    /// "+ b_{hn}", or nothing in a network without biases.
    QString plusRecurrentBias() const { return m_bias ? u" *+* b_{h%1}"_qs.arg(m_subscript) : QString(); }
    QString plusInputBias() const { return m_bias ? u" *+* b_{i%1}"_qs.arg(m_subscript) : QString(); }

private:
    QString m_candidate;
    QString m_subscript;
    bool m_bias;
};

} // namespace gatescope
