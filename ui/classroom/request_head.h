// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace gatescope {

/// The head of an HTTP request, as far as it matters here.
struct RequestHead {
    std::string method, target;
    std::map<std::string, std::string> fields; ///< by their names in lower case

    /// Empty where there is none.
    std::string_view field(const std::string &name) const;
    /// Whether it asks for a WebSocket.
    bool wantsLine() const;
};

enum class HeadState { unfinished, complete, broken };

/// Reads the head that bytes begin with. Broken is whatever HTTP/1.1 does not allow, a field of ours that comes twice,
/// and more fields than a browser sends.
HeadState readRequestHead(std::string_view bytes, RequestHead &head);

} // namespace gatescope
