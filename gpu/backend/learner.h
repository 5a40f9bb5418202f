// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/training_run.h"
#include "gpu/backend/flat_shape.h"
#include "gpu/backend/sums.h"

namespace gatescope::gpu {

/// The weights, their gradient and the optimizer's memory on a device. An update is made beside what is there and takes
/// its place once it is known to be good.
class Learner
{
public:
    static Result<std::unique_ptr<Learner>> make(Device &device, const FlatShape &shape, const TrainingState &state,
                                                 const TrainingSettings &settings);

    const float *weights() const { return m_now.w; }
    float *gradient() const { return m_gradient; }
    void clearGradient() { m_device.clear(m_gradient, m_shape.size()); }

    /// Copies in what the next update needs beside the gradient: the learning rate, and what depends on the update's
    /// number.
    void readRule();
    /// Σ g² over what learns, then the weights as the update would have them, beside those that are there, and whether
    /// all of these are finite: Sums::lost is NaN if not.
    void move(Sums &sums);
    /// What move() wrote takes the place of what was there.
    void accept();
    /// The tensor that would not be finite.
    Result<Argument> firstLost();

    /// What has been learned so far, as far as the device still tells.
    Result<TrainingState> state() const;

private:
    struct Numbers {
        float *w = nullptr, *m = nullptr, *v = nullptr;
    };

    Learner(Device &device, const FlatShape &shape, const TrainingSettings &settings, int updates)
        : m_device(device), m_shape(shape), m_settings(settings), m_updates(updates)
    {
    }
    Result<std::vector<float>> copied(const float *from) const;

    Device &m_device;
    const FlatShape &m_shape;
    const TrainingSettings &m_settings;
    int m_updates;
    Numbers m_now, m_next;
    float *m_gradient = nullptr, *m_mask = nullptr;
    OptimizerRule<float> *m_rule = nullptr;
    Device::Floats m_memory;
};

} // namespace gatescope::gpu
