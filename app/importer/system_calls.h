// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatescope {

/// From now on the system does for this process no more than what reading bytes that are in memory, and writing the
/// answer to what is open already, takes: it finds no file, starts nothing, connects to nothing and makes no memory
/// executable. Any other call ends the process by the signal SIGSYS. Whatever a hostile file makes of the libraries
/// that read it, there is then nothing that it could do but answer. Where the system cannot filter calls nothing
/// happens.
///
/// A program built with a sanitizer keeps all calls: its runtime opens files, asks for its own threads and maps memory
/// as it likes.
void allowOnlyReading();

} // namespace gatescope
