// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/backend/token_arrays.h"

#include "gpu/backend/floats.h"

#include <numeric>

namespace gatescope::gpu {

namespace {

/// The row of the embedding that each token asks for, −1 for none.
std::vector<int> rowsOfTokens(const Batch &batch)
{
    std::vector<int> rows(std::size_t(batch.steps()) * std::size_t(batch.sequences()), -1);
    for (int n = 0; n < batch.sequences(); ++n)
        for (int t = 0; t < batch.lengths[std::size_t(n)]; ++t)
            rows[std::size_t(t) * std::size_t(batch.sequences()) + std::size_t(n)]
                = batch.embeddingRows[std::size_t(n)][std::size_t(t)];
    return rows;
}

/// The tokens of each row, one row after the other, and where each row's begin.
struct TokensOfRows {
    std::vector<int> tokens, firsts;

    TokensOfRows(const std::vector<int> &rows, int count, int paddingRow)
        : tokens(rows.size()), firsts(std::size_t(count) + 1)
    {
        const auto learns = [&](int row) { return row >= 0 && row != paddingRow; };
        for (const int row : rows)
            if (learns(row))
                ++firsts[std::size_t(row) + 1];
        std::partial_sum(firsts.begin(), firsts.end(), firsts.begin());
        std::vector<int> next = firsts;
        for (std::size_t token = 0; token < rows.size(); ++token)
            if (learns(rows[token]))
                tokens[std::size_t(next[std::size_t(rows[token])]++)] = int(token);
    }
};

} // namespace

Result<std::unique_ptr<TokenArrays>> TokenArrays::make(Device &device, const NetworkSpec &spec, const PassSize &size)
{
    std::unique_ptr<TokenArrays> tokens(new TokenArrays(device, spec, size));
    const std::size_t count = size.tokens(), outputs = std::size_t(spec.headOutputs);
    Arrays arrays;
    arrays.add(tokens->m_watched, count);
    arrays.add(tokens->m_classes, count);
    arrays.add(tokens->m_values, count * outputs);
    arrays.add(tokens->m_dy, count * outputs);
    arrays.add(tokens->m_loss, count);
    arrays.add(tokens->m_right, count);
    arrays.add(tokens->m_share, 1);
    if (spec.embeddingRows > 0) {
        arrays.add(tokens->m_rows, count);
        arrays.add(tokens->m_tokens, count);
        arrays.add(tokens->m_firsts, std::size_t(spec.embeddingRows) + 1);
    }
    auto memory = arrays.place(device);
    if (!memory)
        return memory.error();
    tokens->m_memory = std::move(*memory);
    return tokens;
}

void TokenArrays::read(const Batch &batch, const Objective &objective, double share)
{
    const LossKind kind = objective.kind;
    m_fixed = {kind, kind == LossKind::outputSum ? m_spec.outputSize() : m_spec.headOutputs, float(objective.tolerance),
               m_rows && !batch.embeddingRows.empty()};
    copyIn(m_device, m_share, std::vector<float>{float(share)});
    const std::size_t sequences = std::size_t(batch.sequences());
    std::vector<int> watched(m_size.tokens()), classes(m_size.tokens(), -1);
    for (int n = 0; n < batch.sequences(); ++n) {
        for (int t = 0; t < batch.lengths[std::size_t(n)]; ++t) {
            const std::size_t token = std::size_t(t) * sequences + std::size_t(n);
            watched[token] = isWatched(objective, batch, n, t) ? 1 : 0;
            if (kind == LossKind::crossEntropy)
                classes[token] = objective.classes[std::size_t(n)][std::size_t(t)];
        }
    }
    copyIn(m_device, m_watched, watched);
    if (kind == LossKind::crossEntropy)
        copyIn(m_device, m_classes, classes);
    if (kind == LossKind::squaredError || kind == LossKind::binaryCrossEntropy)
        copyIn(m_device, m_values, floatsOf(objective.values));
    if (!m_fixed.looksUp)
        return;
    const std::vector<int> rows = rowsOfTokens(batch);
    const TokensOfRows ofRows(rows, m_spec.embeddingRows, m_spec.paddingRow);
    copyIn(m_device, m_rows, rows);
    copyIn(m_device, m_tokens, ofRows.tokens);
    copyIn(m_device, m_firsts, ofRows.firsts);
}

void TokenArrays::lookUp(const float *embedding, float *x)
{
    const std::size_t columns = std::size_t(m_spec.inputSize);
    if (m_fixed.looksUp)
        m_device.run(LookUp{embedding, m_rows, columns, x}, m_size.tokens() * columns);
}

void TokenArrays::lookUpBackward(const float *dx, float *gradient)
{
    const std::size_t columns = std::size_t(m_spec.inputSize);
    if (m_fixed.looksUp)
        m_device.run(LookUpBackward{dx, m_tokens, m_firsts, columns, gradient},
                     std::size_t(m_spec.embeddingRows) * columns);
}

void TokenArrays::takeLoss(const float *y, float *dy)
{
    m_device.run(TokenLoss{m_fixed.kind, m_fixed.outputs, y, m_watched, m_classes, m_values, m_fixed.tolerance, m_share,
                           dy, m_loss, m_right},
                 m_size.tokens());
}

void TokenArrays::addUp(Sums &sums)
{
    sums.take(Sums::loss, PartSums::Of::numbers, m_loss, m_size.tokens());
    sums.take(Sums::right, PartSums::Of::numbers, m_right, m_size.tokens());
}

} // namespace gatescope::gpu
