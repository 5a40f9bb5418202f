// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/sources_page.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int compactSourcesBelow = 1500;
const QString lessonScheme = QStringLiteral("lesson");

QString escaped(const std::string &text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

QString wordFor(const std::vector<SourceWord> &words, const std::string &name)
{
    const auto found = std::ranges::find(words, name, &SourceWord::name);
    return found == words.end() ? QString() : translated(found->says);
}

} // namespace

SourcesPage::SourcesPage(const ReadSources &read, const std::vector<Lesson> &lessons, QWidget *parent)
    : QWidget(parent), m_read(read), m_lessons(lessons), m_back(new QPushButton(tr("← All lessons"), this)),
      m_headline(new QLabel(tr("Sources"), this)), m_lead(new QLabel(this)), m_text(new QTextBrowser(this))
{
    m_back->setProperty("flat", true);
    m_back->setToolTip(tr("Esc"));
    m_lead->setText(tr("Every number in the lessons is measured by this program, as one reads it or in its tests. Each "
                       "source says how far it was looked at; figures of others are not repeated."));
    m_lead->setWordWrap(true);
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Sources"));
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    column->addWidget(m_headline);
    column->addWidget(m_lead);
    column->addWidget(m_text, 1);
    connect(m_back, &QPushButton::clicked, this, &SourcesPage::startRequested);
    connect(m_text, &QTextBrowser::anchorClicked, this, &SourcesPage::follow);
    applyLook();
}

void SourcesPage::follow(const QUrl &link)
{
    if (link.scheme() == lessonScheme)
        emit lessonRequested({link.path().toStdString(), 0});
}

QString SourcesPage::ofSource(const Source &source) const
{
    QString who = escaped(source.who);
    if (source.year > 0)
        who += QStringLiteral(", %1").arg(source.year);
    QStringList lessons;
    for (const Lesson *lesson : lessonsOn(source, m_lessons))
        lessons += QStringLiteral("<a href=\"%1:%2\">%3 %4</a>")
                       .arg(lessonScheme, escaped(lesson->name))
                       .arg(lesson->number)
                       .arg(escaped(lesson->title));
    QString html = QStringLiteral("<p><b>%1</b><br>%2<br>%3</p><p>%4</p>")
                       .arg(escaped(source.title), who, escaped(source.where), said(source.says).toHtmlEscaped());
    html += QStringLiteral("<p>%1").arg(wordFor(sourceMarks(), source.mark).toHtmlEscaped());
    if (!lessons.isEmpty())
        html += QStringLiteral("<br>") + tr("Lessons: %1").arg(lessons.join(QStringLiteral(" · ")));
    return html + QStringLiteral("</p><hr>");
}

QString SourcesPage::html() const
{
    QString html;
    for (const SourceWord &kind : sourceKinds()) {
        QString ofKind;
        for (const Source &source : m_read.sources)
            if (source.kind == kind.name)
                ofKind += ofSource(source);
        if (!ofKind.isEmpty())
            html += QStringLiteral("<h2>%1</h2>").arg(translated(kind.says)) + ofKind;
    }
    for (const Error &refused : m_read.refused)
        html += QStringLiteral("<p>%1</p>").arg(tr("Not read: %1").arg(said(refused.sentence)).toHtmlEscaped());
    return html;
}

QString SourcesPage::text() const
{
    return m_text->toPlainText();
}

void SourcesPage::setLook(const Theme &theme, bool classroom)
{
    m_theme = &theme;
    m_isClassroom = classroom;
    applyLook();
}

void SourcesPage::applyLook()
{
    const bool compact = width() < compactSourcesBelow;
    const double pixels = m_isClassroom ? 20 : compact ? 14 : 17;
    layout()->setContentsMargins(compact ? 32 : 64, compact ? 16 : 32, compact ? 24 : 40, 16);
    m_back->setFont(interfaceFont(0.95 * pixels));
    m_headline->setFont(interfaceFont(1.9 * pixels, QFont::DemiBold));
    m_lead->setFont(interfaceFont(pixels));
    for (QWidget *words : {static_cast<QWidget *>(m_lead), static_cast<QWidget *>(m_text)})
        words->setMaximumWidth(int(60 * pixels));
    QPalette palette = m_text->palette();
    palette.setColor(QPalette::Base, m_theme->paper);
    palette.setColor(QPalette::Text, m_theme->ink);
    palette.setColor(QPalette::Link, m_theme->of(Role::state).text);
    m_text->setPalette(palette);
    m_text->setFont(interfaceFont(pixels));
    m_text->document()->setDefaultStyleSheet(QStringLiteral("a { color: %1 } h2 { font-size: %2px }")
                                                 .arg(m_theme->of(Role::state).text.name())
                                                 .arg(int(1.35 * pixels)));
    m_text->setHtml(html());
    update();
}

void SourcesPage::resizeEvent(QResizeEvent *)
{
    applyLook();
}

void SourcesPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme->paper);
}

} // namespace gatescope
