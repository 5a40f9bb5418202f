// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

#include <nlohmann/json.hpp>

#include <string>

namespace gatescope {

/// A golden file: a network, what it reads, and what another program made of it. Read here and not
/// by core/io, so that a mistake there cannot hide one in the engine.
struct GoldenFile {
    NetworkSpec spec;
    Parameters parameters;
    std::shared_ptr<const Batch> batch;
    Upstream upstream; ///< all ones on the output when the file gives none
    nlohmann::json expected;
};

GoldenFile readGoldenFile(const std::string &path);

/// The files of tests/golden/`folder`, sorted by name.
std::vector<std::string> goldenFiles(const std::string &folder);

/// The largest difference between numbers computed and expected. `expected` is [N][T][unit] for a
/// time array, [layer][N][unit] for states. Infinite where the shapes differ or a number is not finite.
double difference(const TimeArray &computed, const nlohmann::json &expected);
double difference(const std::vector<Matrix> &computed, const nlohmann::json &expected);
double difference(const ConstParameterView &computed, const nlohmann::json &expected);

} // namespace gatescope
