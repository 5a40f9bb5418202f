// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/change.h"

#include "core/base/within_memory.h"

namespace gatescope {

namespace {

Result<std::shared_ptr<const Experiment>> madeFitting(const Change &change, const Experiment &experiment)
{
    Result<Experiment> next = change.make(experiment);
    if (!next)
        return next.error();
    if (const Result<void> fits = check(*next); !fits)
        return fits.error();
    next->view = nearestView(next->view, next->spec, next->input);
    return std::make_shared<const Experiment>(std::move(next).value());
}

} // namespace

Result<std::shared_ptr<const Experiment>> made(const Change &change, const Experiment &experiment)
{
    return withinMemory([&] { return madeFitting(change, experiment); });
}

} // namespace gatescope
