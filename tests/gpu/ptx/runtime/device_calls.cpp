// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of CUDA that ask what devices there are.
#include "tests/gpu/ptx/runtime/stand_in.h"

#include <cstring>

using namespace gatescope::ptx;

extern "C" {

cudaError_t cudaGetDeviceCount(int *count)
{
    *count = 1;
    return cudaSuccess;
}

cudaError_t cudaSetDevice(int device)
{
    if (standIn().fails())
        return cudaErrorUnknown;
    return standIn().answer(device == 0 ? cudaSuccess : cudaErrorInvalidDevice);
}

cudaError_t cudaGetDeviceProperties(cudaDeviceProp *properties, int device)
{
    if (device != 0)
        return standIn().answer(cudaErrorInvalidDevice);
    *properties = {};
    std::strcpy(properties->name, "a machine that reads PTX");
    properties->major = 9;
    properties->multiProcessorCount = standIn().processors;
    properties->totalGlobalMem = standIn().bytes;
    return cudaSuccess;
}

cudaError_t cudaDeviceGetAttribute(int *value, cudaDeviceAttr attribute, int device)
{
    if (standIn().fails())
        return cudaErrorUnknown;
    if (device != 0)
        return standIn().answer(cudaErrorInvalidDevice);
    if (attribute == cudaDevAttrMultiProcessorCount)
        *value = standIn().processors;
    else if (attribute == cudaDevAttrMaxSharedMemoryPerBlockOptin)
        *value = StandIn::sharedBytesOfBlock;
    else
        return standIn().answer(cudaErrorInvalidValue);
    return cudaSuccess;
}

cudaError_t cudaGetLastError()
{
    return standIn().takeLastError();
}

const char *cudaGetErrorString(cudaError_t status)
{
    switch (status) {
    case cudaSuccess:
        return "no error";
    case cudaErrorInvalidValue:
        return "invalid argument";
    case cudaErrorMemoryAllocation:
        return "out of memory";
    case cudaErrorInvalidConfiguration:
        return "invalid configuration argument";
    case cudaErrorInvalidDeviceFunction:
        return "invalid device function";
    case cudaErrorLaunchOutOfResources:
        return "too many resources requested for launch";
    case cudaErrorCooperativeLaunchTooLarge:
        return "too many blocks in cooperative launch";
    case cudaErrorLaunchFailure:
        return "unspecified launch failure";
    case cudaErrorStreamCaptureUnsupported:
        return "operation not permitted when stream is capturing";
    case cudaErrorStreamCaptureInvalidated:
        return "operation failed due to a previous error during capture";
    default:
        return "an error of the stand-in";
    }
}

} // extern "C"
