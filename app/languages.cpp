// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/languages.h"

#include "ui/common/languages.h"

namespace gatescope {

std::vector<std::string> languages()
{
    std::vector<std::string> codes;
    for (const OfferedLanguage &language : offeredLanguages())
        codes.push_back(language.code.toStdString());
    return codes;
}

std::string languageCodes()
{
    std::string said;
    for (const std::string &code : languages())
        said += (said.empty() ? "" : ", ") + code;
    return said;
}

} // namespace gatescope
