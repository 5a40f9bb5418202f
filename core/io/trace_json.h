// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_fwd.h"
#include "core/io/number_table.h"
#include "core/model/batch.h"
#include "core/trace/trace.h"

namespace gatescope {

/// The input of `gatescope trace`.
struct TraceInput {
    Batch batch;
    Upstream upstream; ///< what the file gives; all ones on real steps when it gives none
};

/// {"x": [N][T][I], "lengths"?, "h0"?, "c0"?, "pins"?, "grad_output"?, "grad_h_n"?, "grad_c_n"?}; the sentence
/// names the place in the file. Pins are as core/io/pins_json.h has them.
Result<TraceInput> readTraceInput(const Json &json, const NetworkSpec &spec);

/// Sequences of any lengths, from a CSV or .npy file; the upstream gradient is all ones on real steps.
Result<TraceInput> traceInputOf(const std::vector<NumberTable> &sequences, const NetworkSpec &spec);

/// The output of `gatescope trace`; `gradients` may be null.
Json traceToJson(const Trace &trace, const GradientTrace *gradients);

/// The "spec" object of traces and experiments, and back.
Json specToJson(const NetworkSpec &spec);
Result<NetworkSpec> specFromJson(const Json &json);

} // namespace gatescope
