// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/lessons/chapters.h"

#include "core/base/marked.h"

#include <limits>

namespace gatescope {

const std::vector<Chapter> &chapters()
{
    static const std::vector<Chapter> table{
        {1, marked("A memory in a loop"),
         marked("How a state carries what came before, why it fades, and which gate keeps it."), 1, 6},
        {2, marked("Using the layer"),
         marked("What PyTorch's layer takes and gives, and where numbers silently go wrong."), 7, 12},
        {3, marked("Why it learns"), marked("How far a gradient reaches, and where memory ends."), 13, 17},
        {4, marked("Frameworks and speed"), marked("The same cell in Keras, and what makes it fast."), 18, 22},
        {5, marked("In the wild"), marked("Words, letters, streams and forecasts."), 23, 26},
    };
    return table;
}

const Chapter &ownChapter()
{
    static const Chapter own{0, marked("My lessons"), marked("Written on this computer."),
                             chapters().back().lastLesson + 1, std::numeric_limits<int>::max()};
    return own;
}

std::vector<Chapter> listedChapters()
{
    std::vector<Chapter> all = chapters();
    all.push_back(ownChapter());
    return all;
}

} // namespace gatescope
