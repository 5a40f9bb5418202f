// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/learning/generators/worked_equations.h"

#include "tests/core/base/arithmetic.h"

#include <QRegularExpression>

#include <cmath>

namespace gatescope {

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
        const auto gives = testing::valueOfArithmetic(left);
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
