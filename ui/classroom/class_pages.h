// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/classroom/request_head.h"

#include <QByteArray>
#include <QString>

namespace gatescope {

/// What a phone's browser may fetch: a page, its look and its program, all embedded, and nothing else. The page bears
/// the words of the language that the window has when this is made.
class ClassPages
{
public:
    ClassPages();

    /// The whole answer to a request that asks for no line. `host` is what the request has to call us by.
    QByteArray answerTo(const RequestHead &request, const QString &host) const;
    /// An answer without a page: "405 Method Not Allowed".
    static QByteArray refusal(const char *status, const QByteArray &field = {});
    /// Of all that can be fetched together.
    qsizetype bytes() const;

private:
    struct Page {
        const char *type;
        QByteArray body;
    };
    std::map<std::string, Page> m_pages;
};

} // namespace gatescope
