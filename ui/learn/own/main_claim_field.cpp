// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/own/main_claim_field.h"

#include "core/learning/claims/evidence.h"
#include "ui/common/translate.h"

#include <QSignalBlocker>

namespace gatescope {

void MainClaimField::follow(const std::vector<DraftCard> &cards)
{
    setClaim(claim(), cards);
}

void MainClaimField::setClaim(const std::string &name, const std::vector<DraftCard> &cards)
{
    const QSignalBlocker quiet(this);
    clear();
    addItem(tr("none"), QString());
    for (const DraftCard &draft : cards)
        for (const std::string &measured : draft.card.evidence)
            if (const Claim *claim = claimNamed(measured); claim && findData(written(measured)) < 0)
                addItem(rowWords(translated(claim->says)), written(measured));
    const Claim *chosen = claimNamed(name);
    chooseData(written(name),
               chosen ? tr("%1 (no card measures it)").arg(rowWords(translated(chosen->says)))
                      : tr("%1 (nobody knows this claim)").arg(QString::fromStdString(printable(name))));
}

std::string MainClaimField::claim() const
{
    return currentData().toString().toStdString();
}

} // namespace gatescope
