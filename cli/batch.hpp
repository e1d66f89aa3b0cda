#pragma once

#include <functional>
#include <vector>

#include "cli/job.hpp"

namespace cvtex::cli {

/// Takes what came of `options.inputs[index]`: an outcome for each employer.
using UnitSink = std::function<void(std::size_t index, std::vector<Outcome> outcomes)>;

/// Compiles all inputs for all employers asked for, `options.jobs` at a time, sharing fonts and
/// each parsed document. `consume` is called in this thread, in the order of the inputs.
void compile_units(const Options& options, OutputPlan& plan, const Shared& shared,
                   const UnitSink& consume);

}  // namespace cvtex::cli
