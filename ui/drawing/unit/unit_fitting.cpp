// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/unit/unit_terms.h"

#include "core/model/parameters.h"
#include "core/model/step_part.h"
#include "ui/common/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace gatescope {

QString placeWords(const ParameterPlace &place)
{
    const QString name = QString::fromStdString(place.tensor);
    return isWeightMatrix(place.tensor) ? u"%1[%2, %3]"_qs.arg(name).arg(place.row).arg(place.column)
                                        : u"%1[%2]"_qs.arg(name).arg(place.row);
}

QString StoredNumber::words() const
{
    return u"%1 = %2"_qs.arg(placeWords(place), inInspector(value));
}

QString TermSource::words() const
{
    return u"%1 = %2"_qs.arg(name, inInspector(value));
}

QString UnitTerm::equals() const
{
    const bool isPlain = value && std::abs(weight * *value - product) <= 1e-9 * std::abs(product); // not normalised
    return isPlain ? equalsOnStage(shownOnStage(weight) * shownOnStage(*value), product) : QStringLiteral("=");
}

std::optional<PlayheadState> UnitTerm::leadsTo() const
{
    return sources.empty() ? std::nullopt : sources.back().from;
}

namespace {

void addToRest(UnitTerm &rest, const UnitTerm &term)
{
    if (rest.kind != UnitTerm::Kind::more) {
        rest.kind = UnitTerm::Kind::more;
        rest.restOf = term.kind;
        rest.count = 0;
        rest.weightRole = term.weightRole;
        rest.valueRole = term.valueRole;
        rest.knownFrom = term.knownFrom;
    }
    ++rest.count;
    rest.symbol = QCoreApplication::translate("gatescope", "*%1 more*").arg(rest.count);
    rest.product += term.product;
    rest.weightGradient = std::hypot(rest.weightGradient, term.weightGradient);
    rest.valueGradient = std::hypot(rest.valueGradient, term.valueGradient);
}

} // namespace

std::vector<UnitTerm> fitting(const std::vector<UnitTerm> &terms, int room, int always, Pass pass)
{
    const int count = static_cast<int>(terms.size());
    if (count <= room)
        return terms;
    std::vector<int> order(terms.size());
    std::iota(order.begin(), order.end(), 0);
    // A sum keeps what is no product of x or h, and a one-hot letter's only one.
    const bool isLetter = std::ranges::count(terms, UnitTerm::Kind::input, &UnitTerm::kind) == 1;
    const auto isFixed = [&](int i) {
        return terms[i].kind != UnitTerm::Kind::state && (isLetter || terms[i].kind != UnitTerm::Kind::input);
    };
    // Those that say most: by what they add, on the way back by what they are told.
    const auto loudness = [&](int i) {
        return pass == Pass::backward ? std::max(std::abs(terms[i].weightGradient), std::abs(terms[i].valueGradient))
                                      : std::abs(terms[i].product);
    };
    std::ranges::stable_sort(order, [&](int a, int b) {
        const auto rank = [&](int i) {
            const bool first = isFixed(i) || (always >= 0 && terms[i].index == always);
            return std::pair(!first, -loudness(i));
        };
        return rank(a) < rank(b);
    });
    std::vector<bool> shown(terms.size(), true);
    std::set<UnitTerm::Kind> rests; // kinds of which something is left out: a row each
    for (int kept = count; kept > 0 && kept + int(rests.size()) > room;) {
        shown[order[--kept]] = false;
        rests.insert(terms[order[kept]].kind);
    }

    std::vector<UnitTerm> rows;
    std::map<UnitTerm::Kind, UnitTerm> restOf;
    for (int i = 0; i < count; ++i) {
        shown[i] ? rows.push_back(terms[i]) : addToRest(restOf[terms[i].kind], terms[i]);
        const bool isLastOfItsKind = i + 1 == count || terms[i + 1].kind != terms[i].kind;
        if (isLastOfItsKind && restOf.contains(terms[i].kind))
            rows.push_back(restOf.extract(terms[i].kind).mapped());
    }
    return rows;
}

int partThatMakes(CellKind cell, Part part)
{
    return stepPartThatMakes(cell, part).value_or(-1);
}

QStringList moreWords(const UnitTerm &rest)
{
    return {QCoreApplication::translate("gatescope", "%1 more").arg(rest.count), u"+ %1"_qs.arg(rest.count), u"…"_qs};
}

} // namespace gatescope
