// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/backend.h"
#include "core/engine/product_precision.h"

#include <cstdint>

namespace gatescope {

/// The number of what program and module agree on: this header, and what the methods of Backend mean. It grows by one
/// whenever either changes.
inline constexpr int backendApi = 3;

/// What is asked of a backend when it is opened.
struct BackendOptions {
    ProductPrecision products = ProductPrecision::float32;
};

/// A number made of the sizes of all values that cross the border. With another one, program and module were compiled
/// from different sources or with different settings.
constexpr std::uint64_t backendLayout()
{
    std::uint64_t layout = 0;
    for (const std::size_t size :
         {sizeof(NetworkSpec), sizeof(Parameters), sizeof(LayerParameters), sizeof(Batch), sizeof(Trace),
          sizeof(GradientTrace), sizeof(Upstream), sizeof(TimeArray), sizeof(Objective), sizeof(TrainingSettings),
          sizeof(TrainingState), sizeof(UpdateReport), sizeof(Error), sizeof(BackendOptions), alignof(Matrix)})
        layout = layout * 1099511628211u + size;
    return layout;
}

/// What a backend that is loaded at run time hands over. Its file has one entry point, a C function without arguments
/// that is seen from outside, also where a module hides what it does not hand over:
///     extern "C" __attribute__((visibility("default"))) const gatescope::BackendModule *gatescope_backend_module();
struct BackendModule {
    int api = backendApi; ///< read first: with another number nothing else is
    std::uint64_t layout = backendLayout();
    /// The backend, or a sentence that says what this computer lacks.
    Result<std::unique_ptr<Backend>> (*open)(const BackendOptions &options) = nullptr;
};

inline constexpr const char *backendEntryPoint = "gatescope_backend_module";

} // namespace gatescope
