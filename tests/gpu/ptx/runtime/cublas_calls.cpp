// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of cuBLAS that the backend looks for: products as they are defined, with factors rounded as asked, and
// arguments checked as cuBLAS's manual says. The program's own, so loadCublas(nullptr) finds them.
#include "gpu/arithmetic/rounding.h"
#include "tests/gpu/ptx/runtime/stand_in.h"

#include <algorithm>

#include <cublas_v2.h>

using namespace gatescope;
using namespace gatescope::ptx;

#define GATESCOPE_FOUND extern "C" __attribute__((visibility("default")))

struct cublasContext {
    cudaStream_t stream = nullptr;
    bool hasWorkspace = false; ///< of its own: one of cuBLAS would be allocated
};

namespace {

/// A product C = op(A) op(B)·alpha + beta·C, column by column: op(A) is [m, k], op(B) [k, n].
struct ColumnProduct {
    bool isATransposed, isBTransposed;
    int m, n, k;
    float alpha;
    const float *A;
    int lda;
    const float *B;
    int ldb;
    float beta;
    float *C;
    int ldc;
    ProductPrecision precision;
};

/// Whether a matrix lies in memory that was written; of each column, `rows` numbers.
std::optional<std::string> missing(const char *name, const float *matrix, int rows, int columns, int ld, bool isRead)
{
    for (int column = 0; column < columns; ++column) {
        const float *begin = matrix + std::ptrdiff_t(column) * ld;
        const std::size_t bytes = sizeof(float) * std::size_t(rows);
        const auto place = standIn().memory.find(begin, bytes);
        if (!place)
            return std::string("a product: ") + name + " is not within one allocation of the device";
        if (isRead && !place->allocation->shadow.isWritten(place->at, bytes))
            return std::string("a product reads ") + name + " where nobody has written";
    }
    return {};
}

/// op(matrix) row by row, [rows, columns], rounded.
std::vector<double> factorOf(const float *matrix, int ld, bool isTransposed, int rows, int columns,
                             ProductPrecision precision)
{
    std::vector<double> factor;
    factor.reserve(std::size_t(rows) * std::size_t(columns));
    for (int i = 0; i < rows; ++i)
        for (int j = 0; j < columns; ++j)
            factor.push_back(double(gpu::roundedTo(
                precision, matrix[isTransposed ? std::ptrdiff_t(i) * ld + j : std::ptrdiff_t(j) * ld + i])));
    return factor;
}

std::optional<std::string> multiply(const ColumnProduct &p)
{
    const int rowsOfA = p.isATransposed ? p.k : p.m, columnsOfA = p.isATransposed ? p.m : p.k;
    const int rowsOfB = p.isBTransposed ? p.n : p.k, columnsOfB = p.isBTransposed ? p.k : p.n;
    for (const auto &wrong :
         {missing("A", p.A, rowsOfA, columnsOfA, p.lda, true), missing("B", p.B, rowsOfB, columnsOfB, p.ldb, true),
          missing("C", p.C, p.m, p.n, p.ldc, p.beta != 0)})
        if (wrong)
            return wrong;
    const auto A = factorOf(p.A, p.lda, p.isATransposed, p.m, p.k, p.precision);
    const auto B = factorOf(p.B, p.ldb, !p.isBTransposed, p.n, p.k, p.precision); // column by column
    for (int j = 0; j < p.n; ++j) {
        float *column = p.C + std::ptrdiff_t(j) * p.ldc;
        for (int i = 0; i < p.m; ++i) {
            double sum = 0;
            for (int k = 0; k < p.k; ++k)
                sum += A[std::size_t(i) * std::size_t(p.k) + std::size_t(k)]
                    * B[std::size_t(j) * std::size_t(p.k) + std::size_t(k)];
            column[i] = float(double(p.alpha) * sum + (p.beta != 0 ? double(p.beta) * double(column[i]) : 0.0));
        }
        const auto place = standIn().memory.find(column, sizeof(float) * std::size_t(p.m));
        place->allocation->shadow.setWritten(place->at, sizeof(float) * std::size_t(p.m), true);
    }
    return {};
}

} // namespace

GATESCOPE_FOUND cublasStatus_t cublasCreate_v2(cublasHandle_t *handle)
{
    if (standIn().fails())
        return CUBLAS_STATUS_INTERNAL_ERROR;
    *handle = new cublasContext;
    return CUBLAS_STATUS_SUCCESS;
}

GATESCOPE_FOUND cublasStatus_t cublasDestroy_v2(cublasHandle_t handle)
{
    delete handle;
    return CUBLAS_STATUS_SUCCESS;
}

GATESCOPE_FOUND cublasStatus_t cublasSetStream_v2(cublasHandle_t handle, cudaStream_t stream)
{
    if (standIn().fails())
        return CUBLAS_STATUS_INTERNAL_ERROR;
    handle->stream = stream;
    handle->hasWorkspace = false; // it goes back to one of its own
    return CUBLAS_STATUS_SUCCESS;
}

GATESCOPE_FOUND cublasStatus_t cublasSetMathMode(cublasHandle_t, cublasMath_t mode)
{
    if (standIn().fails())
        return CUBLAS_STATUS_INTERNAL_ERROR;
    return mode == CUBLAS_DEFAULT_MATH ? CUBLAS_STATUS_SUCCESS : CUBLAS_STATUS_INVALID_VALUE;
}

GATESCOPE_FOUND cublasStatus_t cublasSetWorkspace_v2(cublasHandle_t handle, void *workspace, std::size_t bytes)
{
    if (standIn().fails())
        return CUBLAS_STATUS_INTERNAL_ERROR;
    if (reinterpret_cast<std::uintptr_t>(workspace) % 256 != 0 || !standIn().memory.find(workspace, bytes))
        return CUBLAS_STATUS_INVALID_VALUE;
    handle->hasWorkspace = true;
    return CUBLAS_STATUS_SUCCESS;
}

GATESCOPE_FOUND const char *cublasGetStatusString(cublasStatus_t status)
{
    return status == CUBLAS_STATUS_INVALID_VALUE ? "an unsupported value or parameter was passed to the function"
                                                 : "an error of the stand-in's cuBLAS";
}

GATESCOPE_FOUND cublasStatus_t cublasGemmEx(cublasHandle_t handle, cublasOperation_t transa, cublasOperation_t transb,
                                            int m, int n, int k, const void *alpha, const void *A, cudaDataType typeOfA,
                                            int lda, const void *B, cudaDataType typeOfB, int ldb, const void *beta,
                                            void *C, cudaDataType typeOfC, int ldc, cublasComputeType_t compute,
                                            cublasGemmAlgo_t)
{
    if (standIn().fails())
        return CUBLAS_STATUS_INTERNAL_ERROR;
    if (!handle)
        return CUBLAS_STATUS_NOT_INITIALIZED;
    const bool isATransposed = transa != CUBLAS_OP_N, isBTransposed = transb != CUBLAS_OP_N;
    if (m < 0 || n < 0 || k < 0 || lda < std::max(1, isATransposed ? k : m) || ldb < std::max(1, isBTransposed ? n : k)
        || ldc < std::max(1, m) || !alpha || !beta)
        return CUBLAS_STATUS_INVALID_VALUE;
    if (typeOfA != CUDA_R_32F || typeOfB != CUDA_R_32F || typeOfC != CUDA_R_32F)
        return CUBLAS_STATUS_NOT_SUPPORTED;
    if (!handle->hasWorkspace && handle->stream && handle->stream->isCapturing)
        standIn().complain("cuBLAS would have to allocate its workspace while work is recorded");
    const auto precision = compute == CUBLAS_COMPUTE_32F_FAST_TF32 ? ProductPrecision::tf32
        : compute == CUBLAS_COMPUTE_32F_FAST_16BF                  ? ProductPrecision::bf16
                                                                   : ProductPrecision::float32;
    const ColumnProduct product{isATransposed,
                                isBTransposed,
                                m,
                                n,
                                k,
                                *static_cast<const float *>(alpha),
                                static_cast<const float *>(A),
                                lda,
                                static_cast<const float *>(B),
                                ldb,
                                *static_cast<const float *>(beta),
                                static_cast<float *>(C),
                                ldc,
                                precision};
    if (m == 0 || n == 0)
        return CUBLAS_STATUS_SUCCESS;
    return standIn().submit(handle->stream, [product] { return multiply(product); }) == cudaSuccess
        ? CUBLAS_STATUS_SUCCESS
        : CUBLAS_STATUS_EXECUTION_FAILED;
}
