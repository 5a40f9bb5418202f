// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importer/hdf5_weights.h"

#include "app/importer/hdf5_handle.h"
#include "core/io/foreign/import_answer.h"

#include <array>
#include <optional>
#include <string_view>

namespace gatescope {

namespace {

constexpr int deepest = 16;
constexpr int mostObjects = 10'000;
constexpr int mostDimensions = 8;

Error damaged()
{
    return error("The HDF5 file cannot be read: it is damaged or cut off.");
}

Error damagedAt(const std::string &place)
{
    return error("%1 in the HDF5 file cannot be read: the file is damaged.", {printable(place)});
}

/// The sixteen bits of IEEE 754, for which HDF5 has no name.
Hdf5Handle halfType()
{
    Hdf5Handle half(H5Tcopy(H5T_IEEE_F32LE), H5Tclose);
    H5Tset_fields(half, 15, 10, 5, 0, 10);
    H5Tset_ebias(half, 15);
    H5Tset_size(half, 2);
    return half;
}

/// "F32" and the like; nothing for floating-point numbers that Keras does not write.
std::optional<std::string> dtypeOf(hid_t type)
{
    if (H5Tequal(type, H5T_IEEE_F32LE) > 0)
        return "F32";
    if (H5Tequal(type, H5T_IEEE_F64LE) > 0)
        return "F64";
    if (H5Tequal(type, halfType()) > 0)
        return "F16";
    return std::nullopt;
}

Result<std::vector<std::int64_t>> shapeOf(hid_t dataset, const std::string &place)
{
    const Hdf5Handle space(H5Dget_space(dataset), H5Sclose);
    const H5S_class_t kind = space.isOpen() ? H5Sget_simple_extent_type(space) : H5S_NO_CLASS;
    if (kind == H5S_SCALAR)
        return std::vector<std::int64_t>();
    const int dimensions = kind == H5S_SIMPLE ? H5Sget_simple_extent_ndims(space) : -1;
    if (dimensions < 0)
        return damagedAt(place);
    if (dimensions > mostDimensions)
        return error("%1 has %2 dimensions; at most %3 are read.",
                     {printable(place), std::to_string(dimensions), std::to_string(mostDimensions)});
    std::array<hsize_t, mostDimensions> sizes{};
    if (H5Sget_simple_extent_dims(space, sizes.data(), nullptr) != dimensions)
        return damagedAt(place);
    return std::vector<std::int64_t>(sizes.begin(), sizes.begin() + dimensions);
}

/// Refuses a dataset whose numbers do not lie in this file, in one piece and as they are.
Result<void> checkStorage(hid_t dataset, const std::string &place)
{
    const Hdf5Handle properties(H5Dget_create_plist(dataset), H5Pclose);
    if (!properties.isOpen())
        return damagedAt(place);
    const H5D_layout_t layout = H5Pget_layout(properties);
    if (H5Pget_external_count(properties) != 0 || layout == H5D_VIRTUAL)
        return error("%1 keeps its numbers in another file, which is not followed.", {printable(place)});
    if ((layout != H5D_CONTIGUOUS && layout != H5D_COMPACT) || H5Pget_nfilters(properties) != 0)
        return error(
            "%1 is stored in pieces or packed; expected its numbers as Keras writes them, one after the other.",
            {printable(place)});
    return {};
}

/// Goes through a file's groups and takes what it finds.
class Reader
{
public:
    explicit Reader(std::uint64_t fileSize) : m_fileSize(fileSize) { }

    Result<void> readGroup(hid_t group, const std::string &place, int depth)
    {
        H5G_info_t about;
        if (H5Gget_info(group, &about) < 0)
            return place.empty() ? damaged() : damagedAt(place);
        if (depth > deepest || about.nlinks > hsize_t(mostObjects))
            return tooMuch();
        for (hsize_t i = 0; i < about.nlinks; ++i) {
            const Result<void> read = readLink(group, i, place, depth);
            if (!read)
                return read;
        }
        return {};
    }

    std::vector<StoredWeights> weights;

private:
    static Error tooMuch()
    {
        return error("The HDF5 file has more than %1 objects, or is nested more than %2 deep.",
                     {std::to_string(mostObjects), std::to_string(deepest)});
    }

    Result<void> readLink(hid_t group, hsize_t index, const std::string &groupPlace, int depth)
    {
        std::array<char, 512> name{};
        const ssize_t length
            = H5Lget_name_by_idx(group, ".", H5_INDEX_NAME, H5_ITER_INC, index, name.data(), name.size(), H5P_DEFAULT);
        H5L_info_t link;
        if (length <= 0 || std::size_t(length) >= name.size()
            || H5Lget_info_by_idx(group, ".", H5_INDEX_NAME, H5_ITER_INC, index, &link, H5P_DEFAULT) < 0)
            return groupPlace.empty() ? damaged() : damagedAt(groupPlace);
        const std::string place = groupPlace + name.data();
        if (link.type != H5L_TYPE_HARD)
            return error("%1 is a link to another place or file, which is not followed.", {printable(place)});
        if (++m_objects > mostObjects)
            return tooMuch();
        const Hdf5Handle object(H5Oopen_by_idx(group, ".", H5_INDEX_NAME, H5_ITER_INC, index, H5P_DEFAULT), H5Oclose);
        const H5I_type_t kind = object.isOpen() ? H5Iget_type(object) : H5I_BADID;
        if (kind == H5I_GROUP)
            return readGroup(object, place + "/", depth + 1);
        return kind == H5I_DATASET ? readDataset(object, place) : damagedAt(place);
    }

    Result<void> readDataset(hid_t dataset, const std::string &place)
    {
        if (const Result<void> stored = checkStorage(dataset, place); !stored)
            return stored;
        const Hdf5Handle type(H5Dget_type(dataset), H5Tclose);
        if (!type.isOpen())
            return damagedAt(place);
        if (H5Tget_class(type) != H5T_FLOAT || place.starts_with("optimizer"))
            return {};
        const std::optional<std::string> dtype = dtypeOf(type);
        if (!dtype)
            return error("%1 holds numbers of a kind that is not read; expected float32, float64 or float16.",
                         {printable(place)});
        const Result<std::vector<std::int64_t>> shape = shapeOf(dataset, place);
        if (!shape)
            return shape.error();
        const Result<std::uint64_t> size = sizeOf(dataset, *shape, H5Tget_size(type), place);
        if (!size)
            return size.error();
        StoredWeights read{place, *dtype, *shape, std::string(*size, '\0')};
        if (*size > 0 && H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, read.bytes.data()) < 0)
            return damagedAt(place);
        weights.push_back(std::move(read));
        return {};
    }

    /// Bytes of a dataset, all of which the file has.
    Result<std::uint64_t> sizeOf(hid_t dataset, const std::vector<std::int64_t> &shape, std::uint64_t ofOne,
                                 const std::string &place)
    {
        const std::optional<std::int64_t> count = valueCount(shape);
        std::uint64_t size = 0;
        if (!count || __builtin_mul_overflow(std::uint64_t(*count), ofOne, &size) || size > m_fileSize - m_taken
            || H5Dget_storage_size(dataset) != size)
            return error("%1 is said to have the shape %2, for which the file has too few bytes.",
                         {printable(place), Tensor{{}, {}, {}, shape, {}}.shapeText()});
        m_taken += size;
        return size;
    }

    std::uint64_t m_fileSize;
    std::uint64_t m_taken = 0;
    int m_objects = 0;
};

/// An attribute of the file that is one text; "" where there is none.
Result<std::string> textAttribute(hid_t file, const char *name)
{
    if (H5Aexists(file, name) <= 0)
        return std::string();
    const Hdf5Handle attribute(H5Aopen(file, name, H5P_DEFAULT), H5Aclose);
    const Hdf5Handle type(attribute.isOpen() ? H5Aget_type(attribute) : -1, H5Tclose);
    const Hdf5Handle space(attribute.isOpen() ? H5Aget_space(attribute) : -1, H5Sclose);
    if (!type.isOpen() || !space.isOpen() || H5Tget_class(type) != H5T_STRING
        || H5Sget_simple_extent_npoints(space) != 1)
        return damagedAt(name);
    const Error tooLong
        = error("%1 has more than %2 bytes, the most that is read here.", {name, std::to_string(longestConfig)});
    if (H5Tis_variable_str(type) > 0) {
        char *text = nullptr;
        if (H5Aread(attribute, type, &text) < 0 || !text)
            return damagedAt(name);
        std::string copy(text);
        H5free_memory(text);
        return copy.size() > longestConfig ? Result<std::string>(tooLong) : copy;
    }
    const std::size_t size = H5Tget_size(type);
    if (size > longestConfig)
        return tooLong;
    std::string text(size, '\0');
    if (H5Aread(attribute, type, text.data()) < 0)
        return damagedAt(name);
    return std::string(text.c_str());
}

/// The file that lies in memory; nothing is written anywhere.
Hdf5Handle openImage(std::string bytes)
{
    constexpr std::size_t growsBy = 1u << 16;
    const Hdf5Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    H5Pset_fapl_core(access, growsBy, 0);
    H5Pset_file_image(access, bytes.data(), bytes.size()); // HDF5's own copy
    bytes = std::string();
    // It refuses where a file of that name is there; none ever is within a device.
    return {H5Fopen("/dev/null/weights", H5F_ACC_RDONLY, access), H5Fclose};
}

} // namespace

Result<StoredModel> readHdf5(std::string bytes)
{
    H5dont_atexit();
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    H5PLset_loading_state(0); // no library of anybody's
    const std::size_t fileSize = bytes.size();
    const Hdf5Handle file = openImage(std::move(bytes));
    const Hdf5Handle root(file.isOpen() ? H5Gopen2(file, "/", H5P_DEFAULT) : -1, H5Gclose);
    if (!root.isOpen())
        return damaged();
    Reader reader(fileSize);
    if (const Result<void> read = reader.readGroup(root, "", 0); !read)
        return read.error();
    Result<std::string> config = textAttribute(root, "model_config");
    if (!config)
        return config.error();
    Result<std::string> version = textAttribute(root, "keras_version");
    if (!version)
        return version.error();
    return StoredModel{std::move(reader.weights), std::move(*config), {}, std::move(*version)};
}

} // namespace gatescope
