// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include <hdf5.h>

namespace gatescope {

/// Something of HDF5's that is open, and is closed whatever happens.
class Hdf5Handle
{
public:
    Hdf5Handle(hid_t id, herr_t (*close)(hid_t)) : m_id(id), m_close(close) { }
    Hdf5Handle(Hdf5Handle &&other) noexcept : m_id(std::exchange(other.m_id, -1)), m_close(other.m_close) { }
    Hdf5Handle &operator=(Hdf5Handle &&) = delete;
    ~Hdf5Handle()
    {
        if (m_id >= 0)
            m_close(m_id);
    }

    bool isOpen() const { return m_id >= 0; }
    operator hid_t() const { return m_id; }

private:
    hid_t m_id;
    herr_t (*m_close)(hid_t);
};

} // namespace gatescope
