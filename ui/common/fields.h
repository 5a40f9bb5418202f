// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatescope {

/// Gives a field with a range its bounds, where it does not have them yet: Qt lays the whole window out anew after each
/// call, and a field that follows the picture would call in every frame.
template<typename Field, typename Number>
void setRangeIfOther(Field &field, Number least, Number most)
{
    if (field.minimum() != least || field.maximum() != most)
        field.setRange(least, most);
}

} // namespace gatescope
