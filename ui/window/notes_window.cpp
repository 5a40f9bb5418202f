// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notes_window.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/document/document.h"
#include "ui/drawing/stage/moment_words.h"
#include "ui/explore/inspector/inspector_panel.h"

#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

namespace gatescope {

namespace {

constexpr int wideScreen = 1200;

} // namespace

NotesWindow::NotesWindow(Document &document, Playhead &playhead, Pointing &pointing)
    : QWidget(nullptr, Qt::Window | Qt::WindowDoesNotAcceptFocus), m_document(document), m_playhead(playhead),
      m_halves(new QBoxLayout(QBoxLayout::TopToBottom, this)), m_now(new QLabel), m_next(new QLabel),
      m_inspector(new InspectorPanel(document, playhead, pointing))
{
    setWindowTitle(tr("Notes – Gatescope"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    m_halves->setContentsMargins(48, 40, 48, 40);
    m_halves->setSpacing(32);
    auto *words = new QVBoxLayout;
    words->setSpacing(16);
    for (QLabel *label : {m_now, m_next}) {
        label->setWordWrap(true);
        words->addWidget(label);
    }
    words->addStretch();
    m_halves->addLayout(words);
    m_halves->addWidget(m_inspector);
    connect(&document, &Document::recordChanged, this, &NotesWindow::refresh);
    connect(&playhead, &Playhead::moved, this, &NotesWindow::refresh);
    refresh();
}

void NotesWindow::setTheme(const Theme &theme)
{
    m_inspector->setSettings({&theme, true});
    setTextColour(*m_now, theme.ink);
    setTextColour(*m_next, theme.ink2);
    refresh();
}

/// On a wide screen what to say stands beside what it rests on: lines as long as the screen lose the eye.
void NotesWindow::resizeEvent(QResizeEvent *)
{
    const bool isWide = width() >= wideScreen;
    m_halves->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_halves->setStretch(0, isWide ? 1 : 0);
    m_halves->setStretch(1, 1);
    m_now->setFont(interfaceFont(isWide ? 34 : 26, QFont::DemiBold));
    m_next->setFont(interfaceFont(isWide ? 28 : 22));
}

void NotesWindow::showOn(QScreen &screen)
{
    setGeometry(screen.geometry());
    showFullScreen();
}

QString NotesWindow::now() const
{
    return m_now->text();
}

QString NotesWindow::next() const
{
    return m_next->text();
}

void NotesWindow::refresh()
{
    const Record &record = m_document.record();
    if (!record || m_playhead.state().progress < 1)
        return; // a part on its way is told when it has come
    const PlayheadState here = clamped(m_playhead.state(), *record.trace);
    const Theme &any = theme(ThemeName::light); // words have no colours
    m_now->setText(momentInWords({record, here, any}));
    const auto on = showsNetwork(here) ? wholeStepOn(here, *record.trace) : partOn(here, *record.trace);
    const auto &parts = describe(record.spec().cell).stepParts;
    const QString name = on ? translated(parts[std::size_t(on->part)].name) : QString();
    m_next->setText(!on                         ? tr("This is the end of the pass.")
                        : on->step == here.step ? tr("Next: %1").arg(name)
                                                : tr("Next: %1 of step %2").arg(name).arg(on->step));
}

} // namespace gatescope
