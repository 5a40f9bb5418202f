// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/classroom/nicknames.h"

#include "core/base/marked.h"

namespace gatescope {

std::span<const char *const> nicknames()
{
    static constexpr const char *words[] = {
        marked("Alpaca"),    marked("Antelope"),   marked("Badger"),      marked("Beaver"),      marked("Bison"),
        marked("Blackbird"), marked("Bumblebee"),  marked("Butterfly"),   marked("Chameleon"),   marked("Cricket"),
        marked("Crocodile"), marked("Dolphin"),    marked("Dragonfly"),   marked("Eagle"),       marked("Falcon"),
        marked("Firefly"),   marked("Flamingo"),   marked("Gecko"),       marked("Giraffe"),     marked("Hare"),
        marked("Hedgehog"),  marked("Heron"),      marked("Hummingbird"), marked("Ibex"),        marked("Jaguar"),
        marked("Kangaroo"),  marked("Kingfisher"), marked("Koala"),       marked("Ladybird"),    marked("Lemur"),
        marked("Leopard"),   marked("Lion"),       marked("Lizard"),      marked("Llama"),       marked("Lynx"),
        marked("Marten"),    marked("Meerkat"),    marked("Narwhal"),     marked("Nightingale"), marked("Octopus"),
        marked("Orca"),      marked("Otter"),      marked("Owl"),         marked("Panda"),       marked("Panther"),
        marked("Parrot"),    marked("Pelican"),    marked("Penguin"),     marked("Puffin"),      marked("Raven"),
        marked("Robin"),     marked("Salamander"), marked("Seahorse"),    marked("Seal"),        marked("Squirrel"),
        marked("Starling"),  marked("Stork"),      marked("Swallow"),     marked("Swift"),       marked("Tiger"),
        marked("Tortoise"),  marked("Walrus"),     marked("Woodpecker"),  marked("Zebra"),
    };
    return words;
}

} // namespace gatescope
