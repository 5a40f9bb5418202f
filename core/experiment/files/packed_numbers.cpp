// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/packed_numbers.h"

#include "core/base/deflate.h"
#include "core/io/tensor.h"
#include "core/model/initialisation.h"

#include <algorithm>
#include <optional>

namespace gatescope {

namespace {

/// Seeds that are tried: the builder counts them up from 1.
constexpr std::uint64_t seedsTried = 100;
/// In larger networks that would take longer than one waits for a text.
constexpr std::int64_t numbersTried = 20'000;

/// What a network's numbers are compared with.
struct Likeness {
    Json name;
    Parameters parameters;
};

bool areFloats(const Eigen::Map<const Matrix> &values)
{
    return values.cast<float>().cast<double>() == values;
}

std::string bytesAs(StoredType type, const Eigen::Map<const Matrix> &values)
{
    return encodeValues(type, std::vector<double>(values.data(), values.data() + values.size()));
}

std::uint32_t sumOf(const NetworkSpec &spec, const Parameters &parameters)
{
    std::string bytes;
    for (const ConstParameterView &view : views(spec, parameters))
        bytes += bytesAs(StoredType::f64, view.values);
    return checksum(bytes);
}

/// What differs; of what differs from it, the first again.
std::string differing(std::string bytes, const std::string &from)
{
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(bytes[i] ^ from[i]);
    return bytes;
}

/// The bytes of `size` columns column by column: sign and exponent of all numbers stand together, which DEFLATE likes.
std::string turned(std::string_view bytes, std::size_t size)
{
    std::string result;
    result.reserve(bytes.size());
    for (std::size_t column = 0; column < size; ++column)
        for (std::size_t i = column; i < bytes.size(); i += size)
            result += bytes[i];
    return result;
}

std::int64_t agreeing(const NetworkSpec &spec, const Parameters &one, const Parameters &other)
{
    const auto ones = views(spec, one), others = views(spec, other);
    std::int64_t count = 0;
    for (std::size_t i = 0; i < ones.size(); ++i)
        count += (ones[i].values.array() == others[i].values.array()).count();
    return count;
}

/// As the builder makes them: {"seed", "floats"}. Of a whole new network the numbers are floats, of new weights
/// doubles.
Parameters freshParameters(const NetworkSpec &spec, const Json &like)
{
    Parameters fresh = initialParameters(spec, like["seed"].get<std::uint64_t>());
    return like.value("floats", false) ? roundedToFloat(spec, std::move(fresh)) : fresh;
}

/// The network with which at least half of the numbers agree, and most; none: there is no such one.
std::optional<Likeness> mostAlike(const NetworkSpec &spec, const Parameters &parameters, const KnownNetworks &known)
{
    std::optional<Likeness> found;
    std::int64_t best = (parameterCount(spec) - 1) / 2;
    const auto consider = [&](const Json &name, const Parameters &other) {
        if (const std::int64_t count = agreeing(spec, parameters, other); count > best) {
            best = count;
            found = Likeness{name, other};
        }
    };
    for (const KnownNetwork &network : known)
        if (network.spec == spec)
            consider({{"demo", network.name}}, network.parameters);
    for (std::uint64_t seed = 0; !found && parameterCount(spec) <= numbersTried && seed < seedsTried; ++seed)
        for (const bool asFloats : {true, false}) {
            const Json name{{"seed", seed}, {"floats", asFloats}};
            consider(name, freshParameters(spec, name));
        }
    return found;
}

Error misfit()
{
    return error("The numbers do not fit the network that is to have them.");
}

Result<Parameters> parametersNamed(const Json &like, const NetworkSpec &spec, const KnownNetworks &known)
{
    if (like.contains("seed")) {
        const bool isNamed
            = like["seed"].is_number_unsigned() && (!like.contains("floats") || like["floats"].is_boolean());
        return isNamed ? Result<Parameters>(freshParameters(spec, like)) : misfit();
    }
    const std::string name = like.contains("demo") && like["demo"].is_string() ? like["demo"].get<std::string>() : "";
    const auto found = std::ranges::find_if(
        known, [&](const KnownNetwork &network) { return network.name == name && network.spec == spec; });
    if (found == known.end())
        return error("This experiment begins from the demo %1, which this Gatescope does not have, or has otherwise.",
                     {printable(name)});
    return found->parameters;
}

} // namespace

PackedNumbers packNumbers(const NetworkSpec &spec, const Parameters &parameters, const KnownNetworks &known)
{
    const std::optional<Likeness> like = mostAlike(spec, parameters, known);
    const auto own = views(spec, parameters);
    const auto others = views(spec, like ? like->parameters : parameters);
    std::string types, bytes;
    for (std::size_t i = 0; i < own.size(); ++i) {
        const bool floats = areFloats(own[i].values) && areFloats(others[i].values);
        const StoredType type = floats ? StoredType::f32 : StoredType::f64;
        std::string tensor = bytesAs(type, own[i].values);
        if (like)
            tensor = differing(std::move(tensor), bytesAs(type, others[i].values));
        bytes += turned(tensor, static_cast<std::size_t>(bytesPerValue(type)));
        types += floats ? 'f' : 'd';
    }
    PackedNumbers packed{{{"types", types}}, std::move(bytes)};
    if (like) {
        packed.how["like"] = like->name;
        packed.how["sum"] = sumOf(spec, parameters);
    }
    return packed;
}

Result<Parameters> unpackNumbers(const NetworkSpec &spec, const PackedNumbers &packed, const KnownNetworks &known)
{
    constexpr std::int64_t fewestBytes = 4;
    const bool hasTypes = packed.how.is_object() && packed.how.contains("types") && packed.how["types"].is_string();
    if (!hasTypes || std::ssize(packed.bytes) < parameterCount(spec) * fewestBytes) // before memory is taken for them
        return misfit();
    const std::string types = packed.how["types"];
    Parameters parameters = zeroParameters(spec);
    std::optional<Parameters> like;
    if (packed.how.contains("like")) {
        auto found = parametersNamed(packed.how["like"], spec, known);
        if (!found)
            return found.error();
        like = std::move(*found);
    }
    const auto own = views(spec, parameters);
    const auto others = views(spec, std::as_const(like ? *like : parameters));
    if (types.size() != own.size())
        return misfit();
    std::string_view rest = packed.bytes;
    for (std::size_t i = 0; i < own.size(); ++i) {
        const StoredType type = types[i] == 'f' ? StoredType::f32 : StoredType::f64;
        const auto count = static_cast<std::size_t>(own[i].values.size());
        const std::size_t size = count * static_cast<std::size_t>(bytesPerValue(type));
        if (size > rest.size())
            return misfit();
        std::string tensor = turned(rest.substr(0, size), count);
        if (like)
            tensor = differing(std::move(tensor), bytesAs(type, others[i].values));
        std::ranges::copy(decodeValues(type, tensor), ParameterView(own[i]).values.data());
        rest.remove_prefix(size);
    }
    if (!rest.empty())
        return misfit();
    if (like && (!packed.how.contains("sum") || packed.how["sum"] != sumOf(spec, parameters)))
        return error(
            "This experiment begins from a demo that is another in this Gatescope: let its file be sent instead.");
    return parameters;
}

} // namespace gatescope
