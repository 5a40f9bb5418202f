// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QString>

#include <vector>

namespace gatescope {

/// An address of this computer at which phones may find it.
struct ClassAddress {
    enum class Way { wireless, wired, other, preview };
    QHostAddress address;
    QString network; ///< as the system calls it, "wlp3s0"
    Way way = Way::other;
    bool isPublic = false; ///< the internet may find it there too

    bool operator==(const ClassAddress &) const = default;
};

/// Whether the internet may lead to it: it is none of those that stay in a house (RFC 1918, link-local, shared,
/// loopback).
bool isPublic(const QHostAddress &address);

/// The addresses in the order in which one would try them, the one of a preview on this computer alone last. IPv4 only:
/// nobody types the others off a projector.
std::vector<ClassAddress> classAddresses();

/// "192.168.1.20", and which way that is: "Wi-Fi wlp3s0"
QString addressWords(const ClassAddress &address);

} // namespace gatescope
