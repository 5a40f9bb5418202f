// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fonts.h"

#include <QStringList>

namespace gatescope {

namespace {

QFont sized(const QStringList &families, double pixels)
{
    QFont font(families);
    font.setPixelSize(qMax(1, qRound(pixels)));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

QFont interfaceFont(double pixels, int weight)
{
    QFont font = sized(QStringList{u"Inter"_qs, u"Noto Sans"_qs, u"DejaVu Sans"_qs}, pixels);
    font.setWeight(QFont::Weight(weight));
    return font;
}

QFont mathFont(double pixels, bool italic)
{
    QFont font = sized(QStringList{u"STIX"_qs, u"STIX Two Text"_qs, u"STIXGeneral"_qs, u"DejaVu Serif"_qs}, pixels);
    font.setItalic(italic);
    return font;
}

QFont numberFont(double pixels, int weight)
{
    QFont font = sized(QStringList{u"JetBrains Mono"_qs, u"DejaVu Sans Mono"_qs}, pixels);
    font.setStyleHint(QFont::Monospace);
    font.setWeight(QFont::Weight(weight));
    return font;
}

} // namespace gatescope
