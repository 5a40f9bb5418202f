// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/backend.h"
#include "core/engine/product_precision.h"

#include <vector>

namespace gatescope {

/// The names of all backends that the program knows of, the reference first.
std::vector<std::string_view> backendNames();

/// A backend that the program knows of, or why it cannot be used here.
struct KnownBackend {
    std::string_view name;
    Result<std::unique_ptr<Backend>> backend;
};

/// All of them, the reference first. One that is a module of its own is looked for and loaded.
std::vector<KnownBackend> knownBackends();

/// Every backend that can be used here, the reference first.
std::vector<std::unique_ptr<Backend>> availableBackends();

/// "f64" or "f32".
std::string_view precisionName(TimeArray::Precision precision);

/// The backend of that name and precision ("f64", "f32"); either may be empty: the first that fits.
Result<std::unique_ptr<Backend>> backendFor(std::string_view name, std::string_view precision);

/// The name with a precision of its products behind it, "cuda/tf32"; float32 goes without saying. "auto" becomes
/// cuda then, for no other backend has another precision. What asks for a backend by name takes such a name.
std::string withProducts(std::string_view name, ProductPrecision products);

/// The backend of that name; otherwise a sentence that says why it cannot be used here, that it does not multiply in
/// that precision, or lists the names there are.
Result<std::unique_ptr<Backend>> backendNamed(std::string_view name);

} // namespace gatescope
