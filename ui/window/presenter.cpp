// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/presenter.h"

#include "ui/explore/explore_place.h"
#include "ui/explore/stage/spotlight.h"
#include "ui/explore/stage/stage_panel.h"
#include "ui/window/look.h"
#include "ui/window/notes_window.h"
#include "ui/window/presenter_strip.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScreen>

#include <algorithm>
#include <utility>

namespace gatescope {

namespace {

/// Covers its window.
class BlackScreen : public QWidget
{
public:
    explicit BlackScreen(QWidget &window) : QWidget(&window)
    {
        hide();
        setAttribute(Qt::WA_OpaquePaintEvent);
        setAccessibleName(Presenter::tr("Black screen; any key shows the stage again"));
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), Qt::black); }
};

bool isTyping(const QWidget &receiver)
{
    return qobject_cast<const QLineEdit *>(&receiver) || qobject_cast<const QAbstractSpinBox *>(&receiver);
}

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta
        || key == Qt::Key_AltGr;
}

} // namespace

Presenter::Presenter(QWidget &window, const On &on)
    : QObject(&window), m_window(window), m_on(on), m_strip(new PresenterStrip(&window)),
      m_black(new BlackScreen(window))
{
    m_strip->hide();
    connect(&on.look, &Look::changed, this, [this] {
        m_strip->setTheme(m_on.look.theme());
        if (m_notes)
            m_notes->setTheme(m_on.look.theme());
    });
    m_strip->setTheme(on.look.theme());
}

Presenter::~Presenter()
{
    delete m_notes; // it has no parent that would
}

QWidget &Presenter::strip()
{
    return *m_strip;
}

void Presenter::setOn(bool on)
{
    if (on == m_isOn)
        return;
    m_isOn = on;
    if (on) {
        m_before = {m_on.look.isClassroom(), m_window.focusWidget()};
        m_showsKeys = false;
        m_strip->showPressed({}, {});
        qApp->installEventFilter(this); // the newest is asked first: before the guard of the keys
    } else {
        qApp->removeEventFilter(this);
        setBlack(false);
        delete std::exchange(m_notes, nullptr);
    }
    m_strip->setVisible(on);
    m_on.explore.setPresenting(on);
    m_on.look.setClassroom(on || m_before.classroom);
    m_on.explore.spotlight().setOn(on);
    emit turned(on);
    if (on) {
        openNotes();
        m_on.explore.stage().setFocus(Qt::OtherFocusReason);
    } else if (m_before.focus) {
        m_before.focus->setFocus(Qt::OtherFocusReason);
    }
}

bool Presenter::isBlack() const
{
    return !m_black->isHidden();
}

void Presenter::setBlack(bool black)
{
    m_black->setGeometry(m_window.rect());
    m_black->setVisible(black);
    m_black->raise();
}

/// A screen on which the window does not stand; null: there is none.
QScreen *Presenter::otherScreen() const
{
    for (QScreen *screen : QGuiApplication::screens()) {
        if (screen != m_window.screen())
            return screen;
    }
    return nullptr;
}

void Presenter::openNotes()
{
    QScreen *screen = otherScreen();
    if (!screen)
        return;
    m_notes = new NotesWindow(m_on.document, m_on.playhead, m_on.explore.pointing());
    m_notes->setTheme(m_on.look.theme());
    m_notes->showOn(*screen);
    m_window.activateWindow();
}

void Presenter::tellScreens(QAction &action)
{
    const auto tell = [this, &action] {
        action.setToolTip(otherScreen()
                              ? tr("The second screen shows what to say.")
                              : tr("There is one screen: the notes, which would stand on a second one, are left out."));
    };
    connect(qApp, &QGuiApplication::screenAdded, &action, tell);
    connect(qApp, &QGuiApplication::screenRemoved, &action, tell);
    tell();
}

/// Its own keys come before the window's, except for a field in which one types; from a black screen every key leads
/// back.
bool Presenter::isOwn(const QWidget &receiver, const QKeyEvent &event) const
{
    if (isModifier(event.key()))
        return false;
    if (isBlack() || event.key() == Qt::Key_Escape)
        return true;
    const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const int own[]{Qt::Key_B, Qt::Key_Period, Qt::Key_S, Qt::Key_K};
    return plain && !isTyping(receiver) && std::ranges::find(own, event.key()) != std::end(own);
}

void Presenter::press(const QKeyEvent &event)
{
    if (isBlack())
        return setBlack(false);
    switch (event.key()) {
    case Qt::Key_Escape:
        return setOn(false);
    case Qt::Key_S:
        m_on.explore.spotlight().setOn(!m_on.explore.spotlight().isOn());
        break;
    case Qt::Key_K:
        m_showsKeys = !m_showsKeys;
        m_strip->showPressed({}, {});
        break;
    default: // B and the full stop, which clickers send
        return setBlack(true);
    }
    showPressed(event);
}

/// "Page Down  On by one part".
void Presenter::showPressed(const QKeyEvent &event)
{
    if (!m_showsKeys || isModifier(event.key()))
        return;
    const QKeySequence keys(event.modifiers() & ~Qt::KeypadModifier ? event.keyCombination()
                                                                    : QKeyCombination(Qt::Key(event.key())));
    QString does;
    for (const QAction *action : m_on.actions) {
        if (action->isVisible() && action->isEnabled() && action->shortcuts().contains(keys))
            does = action->text();
    }
    m_strip->showPressed(keys.toString(QKeySequence::NativeText), does);
}

bool Presenter::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::Resize)
        m_black->setGeometry(m_window.rect());
    const bool asks = event->type() == QEvent::ShortcutOverride;
    if (!asks && event->type() != QEvent::KeyPress)
        return false;
    const auto *receiver = qobject_cast<const QWidget *>(watched);
    if (!receiver || receiver->window() != &m_window || QApplication::activePopupWidget()
        || QApplication::activeModalWidget())
        return false;
    const auto &key = static_cast<const QKeyEvent &>(*event);
    if (!isOwn(*receiver, key)) {
        if (asks)
            showPressed(key);
        return false;
    }
    event->accept();
    if (!asks)
        press(key);
    return true;
}

} // namespace gatescope
