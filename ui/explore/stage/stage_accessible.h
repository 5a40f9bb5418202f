// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatescope {

class StagePanel;

/// Lets assistive technology find a stage's values as its children. They are made when somebody asks for them: until
/// then this costs nothing.
void offerStageToReaders();

/// Tells a reader, if there is one, where the focus within the stage has come to. The stage has been painted there.
void tellReadersOfFocus(StagePanel &stage);

} // namespace gatescope
