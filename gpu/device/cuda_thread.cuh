// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <cuda_pipeline.h>

namespace gatescope::gpu {

/// The thread that executes this, as recurrence/recurrence_kernel.h asks of it. `isScarce`: the compiler takes its
/// number for another one each time. Otherwise it would reckon all places that follow from it once before the loop over
/// the steps, and keep them in the registers that the weights are to have.
template<bool isScarce>
struct CudaThread {
    __device__ int number() const
    {
        int thread = int(threadIdx.x);
        if constexpr (isScarce)
            asm volatile("" : "+r"(thread));
        return thread;
    }
    __device__ int count() const { return int(blockDim.x); }
    __device__ int block() const { return int(blockIdx.x); }
    __device__ float *shared() const
    {
        extern __shared__ float4 sharedRoomOfBlock[];
        return reinterpret_cast<float *>(sharedRoomOfBlock);
    }
    __device__ void sync() const { __syncthreads(); }

    __device__ void copyAhead(float *to, const float *from) const { __pipeline_memcpy_async(to, from, sizeof(float)); }
    __device__ void waitForCopies() const
    {
        __pipeline_commit();
        __pipeline_wait_prior(0);
    }

    __device__ void publish(std::uint32_t *to, std::uint32_t word) const
    {
        asm volatile("st.relaxed.gpu.global.u32 [%0], %1;" : : "l"(to), "r"(word) : "memory");
    }
    __device__ void publish(std::uint64_t *to, std::uint64_t word) const
    {
        asm volatile("st.relaxed.gpu.global.u64 [%0], %1;" : : "l"(to), "l"(word) : "memory");
    }
    __device__ void read(const std::uint32_t *from, std::uint32_t *words) const
    {
        asm volatile("ld.relaxed.gpu.global.v4.u32 {%0,%1,%2,%3}, [%4];"
                     : "=r"(words[0]), "=r"(words[1]), "=r"(words[2]), "=r"(words[3])
                     : "l"(from)
                     : "memory");
    }
    __device__ void read(const std::uint64_t *from, std::uint64_t *words) const
    {
        asm volatile("ld.relaxed.gpu.global.v2.u64 {%0,%1}, [%2];"
                     : "=l"(words[0]), "=l"(words[1])
                     : "l"(from)
                     : "memory");
    }
    /// Gives up, and with it the kernel, after so many seconds that no other block can still be about to write.
    __device__ void awaitOthers(unsigned attempts) const
    {
        constexpr unsigned tooMany = 1u << 25; // of at least a fifth of a microsecond each
        if (attempts == tooMany)
            __trap();
    }
    __device__ void prefetch(const float *from) const { asm volatile("prefetch.global.L2 [%0];" : : "l"(from)); }

    template<int count>
    __device__ void sumOfFour(float (&sums)[count]) const
    {
#pragma unroll
        for (float &sum : sums) {
            sum += __shfl_xor_sync(0xffffffffu, sum, 1);
            sum += __shfl_xor_sync(0xffffffffu, sum, 2);
        }
    }

    /// C[16, 8] += A[16, 8] · B[8, 8]
    __device__ void mmaTf32(float (&c)[4], const std::uint32_t (&a)[4], const std::uint32_t (&b)[2]) const
    {
        asm volatile("mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 {%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, "
                     "{%0,%1,%2,%3};"
                     : "+f"(c[0]), "+f"(c[1]), "+f"(c[2]), "+f"(c[3])
                     : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(b[0]), "r"(b[1]));
    }
    /// C[16, 8] += A[16, 16] · B[16, 8]
    __device__ void mmaBf16(float (&c)[4], const std::uint32_t (&a)[4], const std::uint32_t (&b)[2]) const
    {
        asm volatile("mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32 {%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, "
                     "{%0,%1,%2,%3};"
                     : "+f"(c[0]), "+f"(c[1]), "+f"(c[2]), "+f"(c[3])
                     : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(b[0]), "r"(b[1]));
    }
    __device__ void finishProducts() const { }
};

} // namespace gatescope::gpu
