// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cublas_v2.h>

namespace gatescope::gpu {

/// The functions of cuBLAS that the backend calls. They are looked for when a device is there, so that the module loads
/// on every computer, and quickly. The library stays loaded.
struct Cublas {
    decltype(&cublasCreate_v2) create;
    decltype(&cublasDestroy_v2) destroy;
    decltype(&cublasSetStream_v2) setStream;
    decltype(&cublasSetMathMode) setMathMode;
    decltype(&cublasSetWorkspace_v2) setWorkspace;
    /// cublasGemmEx, of which C++ has two.
    cublasStatus_t (*gemmEx)(cublasHandle_t, cublasOperation_t, cublasOperation_t, int, int, int, const void *,
                             const void *, cudaDataType, int, const void *, cudaDataType, int, const void *, void *,
                             cudaDataType, int, cublasComputeType_t, cublasGemmAlgo_t);
    decltype(&cublasGetStatusString) statusString;
};

/// The library of this file name, looked for where the system and the module look. Fails when it, a library that it
/// needs (libcublasLt), or one of the functions is not there.
Result<Cublas> loadCublas(const char *file);

} // namespace gatescope::gpu
