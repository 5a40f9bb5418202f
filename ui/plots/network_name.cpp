// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/network_name.h"

#include "ui/common/translate.h"

#include <QRegularExpression>

namespace gatescope {

QString networkName(std::string_view name)
{
    static const QRegularExpression parts(QStringLiteral("^(A: |B: )?(.*?)(?: of (\\d+)|, layers: (\\d+))?$"),
                                          QRegularExpression::DotMatchesEverythingOption);
    const auto found = parts.match(written(name));
    const QString race = found.captured(1), units = found.captured(3), layers = found.captured(4);
    const QString network = race + translated(found.captured(2).toStdString());
    return !units.isEmpty() ? Words::tr("%1 of %2", "a network and its units").arg(network, units)
        : !layers.isEmpty() ? Words::tr("%1, layers: %2", "a network and its layers").arg(network, layers)
                            : network;
}

} // namespace gatescope
