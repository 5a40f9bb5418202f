// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/class_pages.h"

#include "ui/classroom/phone_words.h"

#include <QFile>

namespace gatescope {

namespace {

QByteArray embedded(const char *name)
{
    QFile file(QStringLiteral(":/classroom/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray worded(QByteArray page)
{
    page.replace("{{lang}}", phoneLanguage().toHtmlEscaped().toUtf8());
    page.replace("{{title}}", phoneTitle().toHtmlEscaped().toUtf8());
    page.replace("{{words}}", phoneWords().toHtmlEscaped().toUtf8());
    return page;
}

/// Nothing from elsewhere is shown, run or asked; Safari before 15 does not count a WebSocket to 'self'.
QByteArray policy(const QByteArray &host)
{
    return "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws://"
        + host
        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n"
          "X-Content-Type-Options: nosniff\r\n"
          "Referrer-Policy: no-referrer\r\n"
          "Cache-Control: no-store\r\n";
}

QByteArray closing(qsizetype length)
{
    return "Content-Length: " + QByteArray::number(length) + "\r\nConnection: close\r\n\r\n";
}

} // namespace

ClassPages::ClassPages()
{
    m_pages = {{"/", {"text/html; charset=utf-8", worded(embedded("class.html"))}},
               {"/class.css", {"text/css; charset=utf-8", embedded("class.css")}},
               {"/class.js", {"text/javascript; charset=utf-8", embedded("class.js")}}};
}

QByteArray ClassPages::refusal(const char *status, const QByteArray &field)
{
    const QByteArray words = QByteArray(status) + '\n';
    return QByteArray("HTTP/1.1 ") + status + "\r\nContent-Type: text/plain\r\n" + field + closing(words.size())
        + words;
}

QByteArray ClassPages::answerTo(const RequestHead &request, const QString &host) const
{
    if (request.method != "GET" && request.method != "HEAD")
        return refusal("405 Method Not Allowed", "Allow: GET, HEAD\r\n");
    const std::string path = request.target.substr(0, request.target.find('?'));
    const auto page = m_pages.find(path);
    if (page == m_pages.end())
        return refusal("404 Not Found");
    const QByteArray head = QByteArray("HTTP/1.1 200 OK\r\nContent-Type: ") + page->second.type + "\r\n"
        + policy(host.toLatin1()) + closing(page->second.body.size());
    return request.method == "HEAD" ? head : head + page->second.body;
}

qsizetype ClassPages::bytes() const
{
    qsizetype bytes = 0;
    for (const auto &[path, page] : m_pages)
        bytes += page.body.size();
    return bytes;
}

} // namespace gatescope
