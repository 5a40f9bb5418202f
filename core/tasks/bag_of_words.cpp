// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/bag_of_words.h"

#include "core/base/marked.h"

#include <cmath>

namespace gatescope {

namespace {

/// [sentence, word], and a last column of 1 for the bias.
Matrix counts(const LabelledSentences &sentences, int vocabulary)
{
    Matrix counts = Matrix::Zero(static_cast<Eigen::Index>(sentences.words.size()), vocabulary + 1);
    for (std::size_t n = 0; n < sentences.words.size(); ++n) {
        for (const int word : sentences.words[n])
            counts(static_cast<Eigen::Index>(n), word) += 1;
    }
    counts.col(vocabulary).setOnes();
    return counts;
}

Vector labels(const LabelledSentences &sentences)
{
    return Eigen::Map<const Eigen::VectorXi>(sentences.labels.data(), std::ssize(sentences.labels)).cast<double>();
}

} // namespace

Baseline bagOfWords(const LabelledSentences &fitted, const LabelledSentences &measured, int vocabulary)
{
    constexpr int descents = 2000;
    constexpr double rate = 0.5;
    constexpr double decay = 0.001;
    const Matrix X = counts(fitted, vocabulary);
    const Vector v = labels(fitted);
    Vector w = Vector::Zero(vocabulary + 1);
    for (int i = 0; i < descents; ++i) {
        const Vector p = 1 / (1 + (-(X * w).array()).exp());
        w -= rate * (X.transpose() * (p - v) / static_cast<double>(v.size()) + decay * w);
    }
    const Vector y = counts(measured, vocabulary) * w;
    Baseline baseline{.name = marked("bag of words")};
    for (Eigen::Index n = 0; n < y.size(); ++n) {
        const double towards = measured.labels[n] == 1 ? y[n] : -y[n];
        // −log σ(y) = max(0, −y) + log(1 + e^−|y|)
        baseline.loss
            += (std::max(0.0, -towards) + std::log1p(std::exp(-std::abs(towards)))) / static_cast<double>(y.size());
        baseline.score += (measured.labels[n] == 1) == (y[n] > 0) ? 1.0 / static_cast<double>(y.size()) : 0;
    }
    return baseline;
}

} // namespace gatescope
