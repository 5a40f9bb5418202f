// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/network_name.h"

#include "core/training/network_name.h"
#include "ui/common/translate.h"

namespace gatescope {

QString networkName(std::string_view name)
{
    return said(nameInWords(name));
}

} // namespace gatescope
