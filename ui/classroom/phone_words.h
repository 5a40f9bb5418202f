// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatescope {

/// The language of the page on the phones, which is that of the window: "en".
QString phoneLanguage();
QString phoneTitle();
/// Everything that the page says by itself, as JSON that its program reads.
QString phoneWords();

} // namespace gatescope
