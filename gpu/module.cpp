// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/backend_module.h"
#include "gpu/backend/device_backend.h"
#include "gpu/device/cuda_device.h"

namespace {

using namespace gatescope;

Result<std::unique_ptr<Backend>> openCuda(const BackendOptions &options)
{
    const auto device = gpu::findCudaDevice();
    if (!device)
        return device.error();
    return std::unique_ptr<Backend>(std::make_unique<gpu::DeviceBackend>(
        "single precision on a device of NVIDIA: " + *device,
        [products = options.products] { return gpu::CudaDevice::open(products); }, options.products));
}

} // namespace

extern "C" __attribute__((visibility("default"))) const gatescope::BackendModule *gatescope_backend_module();

const gatescope::BackendModule *gatescope_backend_module()
{
    static const BackendModule module{.open = openCuda};
    return &module;
}
