// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gatescope {

/// Which of a Pickle's nodes.
using PickleRef = std::size_t;

enum class PickleKind {
    none,
    integer, ///< also True and False
    real,
    text, ///< also bytes
    list, ///< also a set
    tuple,
    dict,
    name,   ///< of a class or a function: "torch._utils._rebuild_tensor_v2"
    object, ///< what a class or a function was to make of arguments
    stored, ///< what lies outside the pickle, under the number or the tuple that is its element
};

/// A value as it was put down. Nothing is made of it: a class is a name, and an object what it was to be made from.
struct PickleNode {
    PickleKind kind = PickleKind::none;
    std::int64_t integer = 0;
    double real = 0;
    std::string text = {};
    std::vector<PickleRef> elements = {};                      ///< an object's are its class and its arguments
    std::vector<std::pair<PickleRef, PickleRef>> entries = {}; ///< of a dict, and of an object that is like one
    std::optional<PickleRef> state = {};                       ///< of an object, what it was to remember
};

/// A value that Python put down with its module pickle, and all that it is made of. Nodes may stand in several others,
/// and even in themselves.
struct Pickle {
    std::vector<PickleNode> nodes;
    PickleRef root = 0;
    std::size_t length = 0; ///< bytes that it takes

    const PickleNode &node(PickleRef ref) const { return nodes[ref]; }
};

/// Reads the pickle that the bytes begin with, of Python's protocols 2 to 5. Nothing in it is executed. Refuses an
/// instruction that is not known, one that takes what is not there, and more than a million values.
Result<Pickle> readPickle(std::string_view bytes);

} // namespace gatescope
