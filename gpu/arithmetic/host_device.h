// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands behind this word is compiled for the device too, where the compiler knows one.
#if defined(__CUDACC__)
#define GATESCOPE_HOST_DEVICE __host__ __device__
#else
#define GATESCOPE_HOST_DEVICE
#endif
