// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model_options.h"

#include "app/exit_code.h"
#include "core/io/foreign/found_network.h"
#include "ui/window/demos.h"

namespace gatescope {

std::string withOption(const Sentence &note)
{
    return note.english() + (isAboutReset(note) ? " See --reset." : "");
}

void ModelOptions::addTo(CLI::App &command)
{
    command
        .add_option("--reset", m_reset,
                    "GRU: where the reset gate acts, after U (PyTorch, the default) or before it: U (r∘h)")
        ->check(CLI::IsMember({"after", "before"}));
    command
        .add_option("--update", m_update,
                    "GRU: what an update gate near 1 does, keeps (PyTorch, the default) or overwrites the old state")
        ->check(CLI::IsMember({"keeps", "overwrites"}));
    command
        .add_option("--nonlinearity", m_nonlinearity,
                    "RNN: what squashes the state, tanh (PyTorch, the default) or relu; a file of tensors does not say")
        ->check(CLI::IsMember({"tanh", "relu"}));
    command.add_option("--layer-prefix", m_layerPrefix,
                       "Which recurrent module, when the file has several: encoder.gru");
}

ImportOptions ModelOptions::importOptions() const
{
    ImportOptions options;
    options.layerPrefix = m_layerPrefix;
    if (!m_reset.empty())
        options.reset = m_reset == "before" ? ResetPlacement::before : ResetPlacement::after;
    options.update = m_update == "overwrites" ? UpdateMeaning::overwrites : UpdateMeaning::keeps;
    options.nonlinearity = m_nonlinearity == "relu" ? StateActivation::relu : StateActivation::tanh;
    return options;
}

bool ModelOptions::saysNothing() const
{
    return !m_layerPrefix && m_reset.empty() && m_update.empty() && m_nonlinearity.empty();
}

Result<Experiment> ModelOptions::open(const std::filesystem::path &file, std::vector<Sentence> *notes) const
{
    std::vector<Sentence> own;
    Result<Experiment> opened = openNetwork(file, importOptions(), demoNetworks(), notes ? notes : &own);
    if (!opened)
        return opened;
    for (const Sentence &left : own)
        note(withOption(left));
    if (const Result<void> agreement = agreesWith(opened->spec); !agreement)
        return agreement.error();
    return opened;
}

Result<void> ModelOptions::agreesWith(const NetworkSpec &spec) const
{
    const std::string nonlinearity = spec.stateActivation == StateActivation::relu ? "relu" : "tanh";
    if (spec.cell == CellKind::rnn && !m_nonlinearity.empty() && m_nonlinearity != nonlinearity)
        return error("The file says --nonlinearity %1 itself, which --nonlinearity %2 contradicts.",
                     {nonlinearity, m_nonlinearity});
    if (spec.cell != CellKind::gru)
        return {};
    const std::string reset = spec.reset == ResetPlacement::before ? "before" : "after";
    const std::string update = spec.update == UpdateMeaning::overwrites ? "overwrites" : "keeps";
    if (!m_reset.empty() && m_reset != reset)
        return error("The file says --reset %1 itself, which --reset %2 contradicts.", {reset, m_reset});
    if (!m_update.empty() && m_update != update)
        return error("The file says --update %1 itself, which --update %2 contradicts.", {update, m_update});
    return {};
}

} // namespace gatescope
