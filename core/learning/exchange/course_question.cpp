// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/exchange/course_question.h"

#include "core/learning/exchange/words.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr std::size_t mostNoted = 20;

} // namespace

std::vector<std::string> categoryPath(std::string_view text)
{
    std::vector<std::string> names(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool doubled = text.substr(i).starts_with("//");
        if (text[i] == '/' && !doubled)
            names.emplace_back();
        else
            names.back() += text[i];
        i += doubled ? 1 : 0;
    }
    std::erase_if(names,
                  [](const std::string &name) { return name.empty() || name.starts_with('$') || name == "top"; });
    return names;
}

std::string categoryText(const std::vector<std::string> &path)
{
    std::string text = "$course$";
    for (const std::string &name : path)
        text += "/" + replacedAll(name, "/", "//");
    return text;
}

void noteLeftOut(CourseQuestion &question, const Sentence &what)
{
    std::vector<Argument> &noted = question.leftOut;
    if (noted.size() > mostNoted || std::ranges::find(noted, what.english(), &Argument::english) != noted.end())
        return;
    noted.push_back(noted.size() < mostNoted ? what : sentence("more"));
}

void notePictureLeftOut(CourseQuestion &question, const std::string &file)
{
    noteLeftOut(question,
                file.empty() ? sentence("the picture without a name") : sentence("the picture %1", {printable(file)}));
}

std::string gradeText(double percent)
{
    return shortestText(std::round(percent * 1e5) / 1e5);
}

} // namespace gatescope
