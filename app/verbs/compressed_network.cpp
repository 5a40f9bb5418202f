// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verbs/compressed_network.h"

#include "app/progress_line.h"

#include "core/model/storage.h"

namespace gatescope {

Result<Compressed> quantisedNetwork(const Experiment &network, Granularity granularity)
{
    const auto small = quantised(network.spec, network.parameters, granularity);
    if (!small)
        return small.error();
    const std::string per = granularity == Granularity::row ? "row" : "tensor";
    return Compressed{small->dequantised(),
                      {{"method", "quantise"}, {"type", "int8"}, {"per", per}},
                      {{"int8", "int8, a scale per " + per, small->bytes()}}};
}

Result<Compressed> prunedNetwork(const Experiment &network, double share, PruningScope scope)
{
    auto less = pruned(network.spec, network.parameters, share, scope);
    if (!less)
        return less.error();
    const WeightCount count = countWeights(network.spec, less->parameters);
    const double percent = 100 * double(count.zeros) / double(count.weights);
    Json described{{"method", "prune"},
                   {"share", share},
                   {"per", scope == PruningScope::tensor ? "tensor" : "network"},
                   {"weights", count.weights},
                   {"zeros", count.zeros}};
    std::vector<StoredSize> sizes{{"dense", shortNumber(percent) + " % zeros, dense", denseBytes(network.spec)},
                                  {"sparse", "sparse rows (CSR)", sparseBytes(network.spec, less->parameters)}};
    return Compressed{std::move(less->parameters), std::move(described), std::move(sizes)};
}

} // namespace gatescope
