// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands behind this word is compiled for the device too, where the compiler knows one.
#if defined(__CUDACC__)
#define GATESCOPE_HOST_DEVICE __host__ __device__
#else
#define GATESCOPE_HOST_DEVICE
#endif

// A loop whose turns are written out for the device, one of which four are, and one whose turns are not.
#if defined(__CUDA_ARCH__)
#define GATESCOPE_UNROLLED _Pragma("unroll")
#define GATESCOPE_PARTLY_UNROLLED _Pragma("unroll 4")
#define GATESCOPE_NOT_UNROLLED _Pragma("unroll 1")
#else
#define GATESCOPE_UNROLLED
#define GATESCOPE_PARTLY_UNROLLED
#define GATESCOPE_NOT_UNROLLED
#endif
