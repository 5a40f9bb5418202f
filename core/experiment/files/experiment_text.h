// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/experiment/known_networks.h"

namespace gatescope {

inline constexpr int experimentTextVersion = 1;
/// Texts are shorter than 4 KB: what a chat, a mail or a worksheet passes on whole.
inline constexpr std::size_t experimentTextLimit = 4095;

/// A small experiment as one line that can be copied and pasted: `gatescope:1:` and base64url of the checksum (4 bytes,
/// little-endian) and of what is in its file, made short with DEFLATE; the network's numbers bit for bit. Of one of the
/// known networks or a fresh one of a small seed only what was changed in it travels. Refuses an experiment that does
/// not pass its check or makes a longer text than the limit, and says how long.
Result<std::string> writeExperimentText(const Experiment &experiment, const KnownNetworks &known = {});

/// Whether somewhere in the text such a line begins.
bool holdsExperimentText(std::string_view text);
/// Whether the text is such a line, as a file may be; blanks around it do not count.
bool isExperimentText(std::string_view text);

/// Reads the first such line in a text; it may stand between other words, or be broken into several lines if none
/// follow. Refuses what is cut or altered anywhere, and what a newer version wrote.
Result<Experiment> readExperimentText(std::string_view text, const KnownNetworks &known = {});

} // namespace gatescope
