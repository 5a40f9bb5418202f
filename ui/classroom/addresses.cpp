// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/addresses.h"

#include "ui/common/translate.h"

#include <QNetworkInterface>

#include <algorithm>

namespace gatescope {

namespace {

ClassAddress::Way wayOf(const QNetworkInterface &interface)
{
    if (interface.type() == QNetworkInterface::Wifi)
        return ClassAddress::Way::wireless;
    return interface.type() == QNetworkInterface::Ethernet ? ClassAddress::Way::wired : ClassAddress::Way::other;
}

} // namespace

bool isPublic(const QHostAddress &address)
{
    static const std::pair<const char *, int> atHome[] = {{"10.0.0.0", 8},     {"172.16.0.0", 12}, {"192.168.0.0", 16},
                                                          {"169.254.0.0", 16}, {"100.64.0.0", 10}, {"127.0.0.0", 8}};
    return std::ranges::none_of(atHome, [&](const auto &net) {
        return address.isInSubnet(QHostAddress(QLatin1String(net.first)), net.second);
    });
}

std::vector<ClassAddress> classAddresses()
{
    std::vector<ClassAddress> found;
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        for (const QNetworkAddressEntry &entry : interface.addressEntries())
            if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol)
                found.push_back({entry.ip(), interface.name(), wayOf(interface), isPublic(entry.ip())});
    }
    std::ranges::stable_sort(found, {}, [](const ClassAddress &one) { return std::pair(one.isPublic, one.way); });
    found.push_back({QHostAddress(QHostAddress::LocalHost), {}, ClassAddress::Way::preview, false});
    return found;
}

QString addressWords(const ClassAddress &address)
{
    const QString number = address.address.toString();
    switch (address.way) {
    case ClassAddress::Way::wireless:
        return Words::tr("%1  Wi-Fi %2").arg(number, address.network);
    case ClassAddress::Way::wired:
        return Words::tr("%1  cable %2").arg(number, address.network);
    case ClassAddress::Way::other:
        return QStringLiteral("%1  %2").arg(number, address.network);
    case ClassAddress::Way::preview:
        break;
    }
    return Words::tr("%1  a preview on this computer alone").arg(number);
}

} // namespace gatescope
