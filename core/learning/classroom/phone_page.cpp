// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/classroom/phone_page.h"

#include "core/base/json.h"

namespace gatescope {

namespace {

const char *nameOf(PhonePage::Kind kind)
{
    switch (kind) {
    case PhonePage::Kind::waiting:
        return "waiting";
    case PhonePage::Kind::thinking:
        return "thinking";
    case PhonePage::Kind::asking:
        return "asking";
    case PhonePage::Kind::shown:
        return "shown";
    case PhonePage::Kind::over:
        break;
    }
    return "over";
}

void writeRows(Json &json, const PhonePage &page)
{
    const bool isShown = page.kind == PhonePage::Kind::shown;
    Json rows = Json::array();
    for (const PhonePage::Row &row : page.rows) {
        Json one = {{"key", row.key}, {"text", row.text}};
        if (isShown)
            one["right"] = row.isRight;
        rows.push_back(std::move(one));
    }
    json["rows"] = std::move(rows);
    json["several"] = page.takesSeveral;
    json["typed"] = page.takesNumbers;
}

} // namespace

std::string writePhonePage(const PhonePage &page, const PhoneOwn &own)
{
    Json json = {{"t", "page"}, {"kind", nameOf(page.kind)}, {"ask", page.ask}};
    if (page.kind == PhonePage::Kind::over)
        json["words"] = own.words;
    if (page.kind == PhonePage::Kind::over || page.kind == PhonePage::Kind::waiting)
        return writeJson(json);
    json["number"] = page.number;
    json["given"] = page.given;
    json["asks"] = page.asks;
    json["how"] = page.how;
    if (page.kind == PhonePage::Kind::thinking)
        return writeJson(json);
    writeRows(json, page);
    if (own.answer)
        json["mine"] = {{"rows", own.answer->rows}, {"typed", own.answer->typed}};
    if (!own.problem.empty())
        json["problem"] = own.problem;
    if (page.kind == PhonePage::Kind::shown && own.answer) {
        json["isRight"] = own.isRight;
        json["why"] = own.why;
    }
    return writeJson(json);
}

} // namespace gatescope
