// SPDX-License-Identifier: GPL-3.0-or-later
// The cuda backend with this computer in the place of its device.
#include "core/engine/backend_module.h"
#include "gpu/backend/device_backend.h"
#include "tests/gpu/host_device.h"

#include <cstdlib>

namespace {

using namespace gatescope;

/// At which piece of work each device fails, counted from 1; 0: at none.
gpu::HostDevice::Failure wishedFailure()
{
    const char *work = std::getenv("GATESCOPE_HOST_DEVICE_FAILS_AT");
    return {.work = work ? std::atoi(work) : 0};
}

Result<std::unique_ptr<Backend>> openHost(const BackendOptions &options)
{
    return std::unique_ptr<Backend>(std::make_unique<gpu::DeviceBackend>(
        "this computer in the place of a device",
        [products = options.products]() -> Result<std::shared_ptr<gpu::Device>> {
            return std::shared_ptr<gpu::Device>(std::make_shared<gpu::HostDevice>(wishedFailure(), products));
        },
        options.products));
}

} // namespace

extern "C" __attribute__((visibility("default"))) const gatescope::BackendModule *gatescope_backend_module();

const gatescope::BackendModule *gatescope_backend_module()
{
    static const BackendModule module{.open = openHost};
    return &module;
}
