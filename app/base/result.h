#pragma once

#include "base/error.h"

#include <QtGlobal>
#include <utility>
#include <variant>

namespace variorum::base {

/// A value, or the Error that took its place. Result<void> is success or an Error.
template<typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {} // implicit: `return value;`
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {} // implicit: `return Error{...};`

    [[nodiscard]] bool hasValue() const { return m_state.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    /// Precondition: hasValue().
    [[nodiscard]] const T &value() const & { Q_ASSERT(hasValue()); return *std::get_if<0>(&m_state); }
    [[nodiscard]] T &value() & { Q_ASSERT(hasValue()); return *std::get_if<0>(&m_state); }
    [[nodiscard]] T &&value() && { Q_ASSERT(hasValue()); return std::move(*std::get_if<0>(&m_state)); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }

    /// Precondition: !hasValue().
    [[nodiscard]] const Error &error() const { Q_ASSERT(!hasValue()); return *std::get_if<1>(&m_state); }

private:
    std::variant<T, Error> m_state;
};

template<>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_failed(true) {}

    [[nodiscard]] bool hasValue() const { return !m_failed; }
    explicit operator bool() const { return !m_failed; }
    [[nodiscard]] const Error &error() const { Q_ASSERT(m_failed); return m_error; }

private:
    Error m_error;
    bool m_failed = false;
};

} // namespace variorum::base
