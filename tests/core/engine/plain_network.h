// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/batch.h"
#include "core/model/parameters.h"
#include "core/trace/trace.h"

#include <complex>
#include <map>
#include <optional>

namespace gatescope {

using ComplexNumber = std::complex<double>;

/// One recorded number of a run.
struct RecordedPlace {
    int index = 0; ///< NetworkSpec::layerIndex
    Part part = Part::state;
    int step = 0;
    int sequence = 0;
    int unit = 0;

    auto operator<=>(const RecordedPlace &) const = default;
};

/// A GRU, LSTM or RNN with sigmoid and tanh, written number by number beside the engine, with no backward pass: a
/// number that is moved by iε moves the loss by iε times its derivative, exact to the last digits (complex step; Squire
/// and Trapp 1998).
class PlainNetwork
{
public:
    PlainNetwork(const NetworkSpec &spec, const Parameters &parameters, const Batch &batch, const Upstream &upstream);

    /// Σ over what comes out times its upstream gradient.
    double loss() { return run().real(); }
    /// What the last run recorded.
    const std::map<RecordedPlace, ComplexNumber> &recorded() const { return m_recorded; }

    /// dL/d of a number inside the parameters or the batch that this network was made of.
    double gradientBy(const double &number);
    /// dL/d of a recorded number as it stands, whatever made it.
    double gradientBy(const RecordedPlace &place);

private:
    ComplexNumber run();
    void runStep(int layer, Direction direction, int step, int sequence);

    ComplexNumber read(const double &number) const;
    ComplexNumber input(int layer, int step, int sequence, int i) const;
    ComplexNumber fromInput(int block, int unit) const;
    ComplexNumber fromState(int block, int unit, const std::vector<ComplexNumber> &h) const;
    ComplexNumber made(Part part, int unit, ComplexNumber value);

    const NetworkSpec &m_spec;
    const Parameters &m_parameters;
    const Batch &m_batch;
    const Upstream &m_upstream;
    const double *m_moved = nullptr;
    std::optional<RecordedPlace> m_movedPlace;
    std::map<RecordedPlace, ComplexNumber> m_recorded;

    // where the run stands
    int m_layer = 0;
    RecordedPlace m_at;
    std::vector<ComplexNumber> m_x, m_h, m_c;
};

} // namespace gatescope
