// SPDX-License-Identifier: GPL-3.0-or-later
// A library that is no backend.
extern "C" int abacus();

int abacus()
{
    return 7;
}
