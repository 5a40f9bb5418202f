// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/device/cublas.h"

#include <type_traits>

#include <dlfcn.h>

namespace gatescope::gpu {

Result<Cublas> loadCublas(const char *file)
{
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!library) {
        const char *said = dlerror();
        return error("A library of the CUDA toolkit is missing: %1. Install cuBLAS of CUDA 13.",
                     {printable(said ? said : file)});
    }
    const char *missing = nullptr;
    const auto find = [&](auto &function, const char *name) {
        function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(dlsym(library, name));
        if (!function)
            missing = name;
    };
    Cublas cublas{};
    find(cublas.create, "cublasCreate_v2");
    find(cublas.destroy, "cublasDestroy_v2");
    find(cublas.setStream, "cublasSetStream_v2");
    find(cublas.setMathMode, "cublasSetMathMode");
    find(cublas.setWorkspace, "cublasSetWorkspace_v2");
    find(cublas.gemmEx, "cublasGemmEx");
    find(cublas.statusString, "cublasGetStatusString");
    if (missing)
        return error("%1 has no function %2: install cuBLAS of CUDA 13.", {file, missing});
    return cublas;
}

} // namespace gatescope::gpu
