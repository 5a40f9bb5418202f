// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/learning/worked_equations.h"

#include <QRegularExpression>

#include <cmath>
#include <optional>

namespace gatescope {

namespace {

/// Reads "0.5 × (−0.2) + tanh(0.3)^2" by descent; none if it is no reckoning to its end.
class Reckoner
{
public:
    explicit Reckoner(QString text) : m_text(text.remove(' ')) { }

    std::optional<double> value()
    {
        const double value = sum();
        return m_fine && m_at == m_text.size() ? std::optional(value) : std::nullopt;
    }

private:
    bool take(const QString &word)
    {
        if (!m_text.mid(m_at).startsWith(word))
            return false;
        m_at += word.size();
        return true;
    }
    double sum()
    {
        double value = product();
        while (true) {
            if (take(QStringLiteral("+")))
                value += product();
            else if (take(QStringLiteral("−")))
                value -= product();
            else
                return value;
        }
    }
    double product()
    {
        double value = power();
        while (true) {
            if (take(QStringLiteral("×")) || take(QStringLiteral("·")))
                value *= power();
            else if (take(QStringLiteral("/")))
                value /= power();
            else
                return value;
        }
    }
    double power()
    {
        const double base = signedValue();
        return take(QStringLiteral("^")) ? std::pow(base, signedValue()) : base;
    }
    double signedValue() { return take(QStringLiteral("−")) ? -single() : single(); }
    double bracket()
    {
        const double value = sum();
        m_fine = m_fine && take(QStringLiteral(")"));
        return value;
    }
    double single()
    {
        if (take(QStringLiteral("tanh(")))
            return std::tanh(bracket());
        if (take(QStringLiteral("σ(")))
            return 1 / (1 + std::exp(-bracket()));
        if (take(QStringLiteral("√")))
            return std::sqrt(single());
        if (take(QStringLiteral("(")))
            return bracket();
        static const QRegularExpression digits(QStringLiteral("^\\d+(\\.\\d+)?(e−?\\d+)?"));
        const auto match = digits.match(m_text.mid(m_at));
        m_fine = m_fine && match.hasMatch();
        m_at += match.capturedLength();
        return match.captured().replace(u'−', u'-').toDouble();
    }

    QString m_text;
    qsizetype m_at = 0;
    bool m_fine = true;
};

} // namespace

bool WorkedEquation::holds() const
{
    return std::abs(gives - says) <= 0.5 * lastPlace * (1 + 1e-6);
}

std::vector<WorkedEquation> workedEquations(const QString &sentence)
{
    static const QRegularExpression sides(
        QStringLiteral("((?:tanh|σ|√|e−|[−\\d.()×·+/^ ])+) ([=≈]) (−?\\d+(?:\\.(\\d+))?(?:e(−\\d+))?)"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression junk(QStringLiteral("^[. )]+")), reckons(QStringLiteral("[×·+/^√]|tanh|σ|.−"));
    std::vector<WorkedEquation> found;
    for (auto each = sides.globalMatch(sentence); each.hasNext();) {
        const auto match = each.next();
        const QString left = match.captured(1).remove(junk);
        const auto gives = Reckoner(left).value();
        if (!gives || !left.contains(reckons))
            continue;
        const double says = match.captured(3).replace(u'−', u'-').toDouble();
        const int exponent = match.captured(5).replace(u'−', u'-').toInt();
        found.push_back({match.captured().trimmed(), match.captured(2) == u'=', *gives, says,
                         std::pow(10.0, exponent - int(match.captured(4).size()))});
    }
    return found;
}

} // namespace gatescope
