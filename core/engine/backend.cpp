// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/backend.h"

namespace gatescope {

Result<std::unique_ptr<TrainingRun>> Backend::startTraining(const NetworkSpec &spec, const Parameters &parameters,
                                                            const TrainingSettings &settings) const
{
    if (const auto valid = check(spec); !valid)
        return valid.error();
    return resumeTraining(spec, beginning(spec, parameters), settings);
}

} // namespace gatescope
