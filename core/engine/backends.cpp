// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/backends.h"

#include "core/engine/cpu/cpu_backend.h"
#include "core/engine/load_backend.h"
#include "core/engine/reference_backend.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

struct TableRow {
    std::string_view name;
    Result<std::unique_ptr<Backend>> (*make)(std::string_view name, ProductPrecision products);
};

template<typename BackendType>
Result<std::unique_ptr<Backend>> ofThisProgram(std::string_view name, ProductPrecision products)
{
    if (products != ProductPrecision::float32)
        return error("The %1 backend has no products in %2: only the cuda backend has.",
                     {std::string(name), std::string(nameOf(products))});
    return std::unique_ptr<Backend>(std::make_unique<BackendType>());
}

Result<std::unique_ptr<Backend>> ofModule(std::string_view name, ProductPrecision products)
{
    return loadBackend(modulePlaces(name), {products});
}

constexpr std::array backendTable{
    TableRow{"reference", ofThisProgram<ReferenceBackend>},
    TableRow{"cpu", ofThisProgram<CpuBackend>},
    TableRow{"cuda", ofModule},
};

} // namespace

std::vector<std::string_view> backendNames()
{
    std::vector<std::string_view> names;
    for (const TableRow &row : backendTable)
        names.push_back(row.name);
    return names;
}

std::vector<KnownBackend> knownBackends()
{
    std::vector<KnownBackend> known;
    for (const TableRow &row : backendTable)
        known.push_back({row.name, row.make(row.name, ProductPrecision::float32)});
    return known;
}

std::vector<std::unique_ptr<Backend>> availableBackends()
{
    std::vector<std::unique_ptr<Backend>> backends;
    for (KnownBackend &known : knownBackends())
        if (known.backend)
            backends.push_back(std::move(*known.backend));
    return backends;
}

std::string_view precisionName(TimeArray::Precision precision)
{
    return precision == TimeArray::Precision::f64 ? "f64" : "f32";
}

Result<std::unique_ptr<Backend>> backendFor(std::string_view name, std::string_view precision)
{
    for (const TableRow &row : backendTable) {
        if (!name.empty())
            break;
        auto backend = row.make(row.name, ProductPrecision::float32);
        if (backend && (precision.empty() || precisionName((*backend)->precision()) == precision))
            return backend;
    }
    Result<std::unique_ptr<Backend>> named = backendNamed(name);
    if (!named || precision.empty() || precisionName((*named)->precision()) == precision)
        return named;
    return error("The %1 backend computes in %2, not in %3.",
                 {std::string(name), std::string(precisionName((*named)->precision())), std::string(precision)});
}

std::string withProducts(std::string_view name, ProductPrecision products)
{
    if (products == ProductPrecision::float32)
        return std::string(name);
    return std::string(name == "auto" ? "cuda" : name) + "/" + std::string(nameOf(products));
}

Result<std::unique_ptr<Backend>> backendNamed(std::string_view name)
{
    const std::size_t slash = name.find('/');
    const auto row = std::ranges::find(backendTable, name.substr(0, slash), &TableRow::name);
    const auto products
        = slash == std::string_view::npos ? ProductPrecision::float32 : productPrecisionNamed(name.substr(slash + 1));
    if (row != backendTable.end() && products) {
        auto backend = row->make(row->name, *products);
        if (!backend && row->make != ofModule)
            return backend;
        if (!backend)
            return error("The %1 backend cannot be used here. %2", {std::string(row->name), backend.error()});
        return backend;
    }
    std::string names;
    for (const TableRow &each : backendTable)
        names += (names.empty() ? "" : ", ") + std::string(each.name);
    return error("There is no backend \"%1\" here: choose one of %2.", {printable(std::string(name)), names});
}

} // namespace gatescope
