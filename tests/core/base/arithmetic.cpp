// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/base/arithmetic.h"

#include <algorithm>
#include <cmath>

namespace gatescope::testing {

namespace {

const QChar minus(0x2212);

/// Reads "0.5 × (−0.2) + tanh(0.3)^2" by descent, from left to right.
class Reader
{
public:
    explicit Reader(QString text) : m_text(text.remove(' ')) { }

    std::optional<double> all()
    {
        const double value = sum();
        return m_good && m_at == m_text.size() ? std::optional(value) : std::nullopt;
    }

private:
    bool take(const QString &word)
    {
        if (!QStringView(m_text).mid(m_at).startsWith(word))
            return false;
        m_at += word.size();
        return true;
    }

    double sum()
    {
        double value = product();
        while (m_good) {
            if (take("+"))
                value += product();
            else if (take(minus))
                value -= product();
            else
                break;
        }
        return value;
    }

    double product()
    {
        double value = factor();
        while (m_good) {
            if (take(QStringLiteral("×")) || take(QStringLiteral("·")))
                value *= factor();
            else if (take(QStringLiteral("/")))
                value /= factor();
            else
                break;
        }
        return value;
    }

    /// A value and its power; −x² is −(x²).
    double factor()
    {
        if (take(minus))
            return -factor();
        const double base = single();
        if (take(QStringLiteral("²")))
            return base * base;
        return take(QStringLiteral("^")) ? std::pow(base, factor()) : base;
    }

    double single()
    {
        if (take(QStringLiteral("hσ("))) // Keras 3
            return std::clamp(bracket() / 6 + 0.5, 0.0, 1.0);
        if (take("relu("))
            return std::max(bracket(), 0.0);
        if (take(QStringLiteral("σ(")))
            return 1 / (1 + std::exp(-bracket()));
        if (take("tanh("))
            return std::tanh(bracket());
        if (take(QStringLiteral("√")))
            return std::sqrt(single());
        if (take("("))
            return bracket();
        return number();
    }

    double bracket()
    {
        const double value = sum();
        m_good = m_good && take(")");
        return value;
    }

    double number()
    {
        QString digits;
        while (m_at < m_text.size() && (m_text[m_at].isDigit() || m_text[m_at] == '.' || m_text[m_at] == 'e'))
            digits += m_text[m_at++] == 'e' ? QString(take(minus) ? "e-" : "e") : QString(m_text[m_at - 1]);
        bool ok = false;
        const double value = digits.toDouble(&ok);
        m_good = m_good && ok;
        return value;
    }

    QString m_text;
    qsizetype m_at = 0;
    bool m_good = true;
};

} // namespace

std::optional<double> valueOfArithmetic(const QString &text)
{
    return Reader(text).all();
}

} // namespace gatescope::testing
