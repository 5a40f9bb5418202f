// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"

#include <cassert>
#include <optional>
#include <utility>
#include <variant>

namespace gatescope {

/// Why something that may fail did fail: one sentence that names the place, what is wrong and what
/// was expected.
struct Error {
    Sentence sentence;

    std::string english() const { return sentence.english(); }
    /// As an argument of another one.
    operator Argument() const { return sentence; }
};

inline Error error(const char *text, std::vector<Argument> arguments = {})
{
    return {sentence(text, std::move(arguments))};
}

/// The same error with the file or place that it came from put before it: "model.safetensors: …".
inline Error inPlace(Argument place, const Error &inner)
{
    return {sentence("%1: %2", {std::move(place), inner})};
}

/// A value, or the Error that stands in its place. Asking for the one that is not there is a
/// programmer's mistake.
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) { }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T &value() const &
    {
        assert(ok());
        return std::get<0>(m_state);
    }
    T &value() &
    {
        assert(ok());
        return std::get<0>(m_state);
    }
    T value() &&
    {
        assert(ok());
        return std::get<0>(std::move(m_state));
    }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    const Error &error() const
    {
        assert(!ok());
        return std::get<1>(m_state);
    }

private:
    std::variant<T, Error> m_state;
};

/// Done, or the reason why not.
template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) { }

    bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    const Error &error() const
    {
        assert(m_error);
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

} // namespace gatescope
