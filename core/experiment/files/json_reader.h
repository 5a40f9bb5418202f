// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/io/tensor.h"

#include <optional>

namespace gatescope {

/// Reads a value of a JSON document and knows its place ("input.texts[2]"). The first thing that is
/// not as expected is noted in `refusal`, which all readers of a document share, and a harmless value
/// is returned; so a reading function states the format line by line, and its caller looks at
/// `refusal` once, before it uses anything.
class JsonReader
{
public:
    JsonReader(const Json &json, std::string place, std::optional<Error> &refusal);

    /// A field that may be absent.
    bool has(const char *field) const;
    JsonReader operator[](const char *field) const;
    std::vector<JsonReader> elements() const;

    std::string text() const;
    bool truth() const;
    int whole(int smallest, int largest) const;
    double number() const;
    std::vector<std::string> texts() const;
    std::vector<int> wholes(int smallest, int largest) const;
    /// A {"dtype", "shape", "data"} with this many dimensions, none of them 0 or beyond an int.
    Tensor tensor(std::size_t dimensions) const;

    bool isText() const { return m_json->is_string(); }
    bool isObject() const { return m_json->is_object(); }
    const std::string &place() const { return m_place; }
    const Json &json() const { return *m_json; }

    /// Notes "<place> is <what stands there>, expected <expected>."
    void refuse(const Sentence &expected) const;
    void refuse(Error error) const;

private:
    Argument shownPlace() const;

    const Json *m_json;
    std::string m_place;
    std::optional<Error> *m_refusal;
};

} // namespace gatescope
