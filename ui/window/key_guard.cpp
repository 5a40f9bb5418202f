// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/key_guard.h"

#include "ui/learn/lesson_entry.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSlider>
#include <QTabBar>
#include <QTextEdit>

namespace gatescope {

namespace {

bool isMoveKey(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down
        || key == Qt::Key_Home || key == Qt::Key_End || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

bool isTyped(const QKeyEvent &event)
{
    const bool withCommand = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !withCommand && (isMoveKey(event.key()) || !event.text().isEmpty());
}

template<typename... Types>
bool isOneOf(const QWidget *widget)
{
    return (qobject_cast<const Types *>(widget) || ...);
}

/// Whether the key, pressed while this control has the focus, is meant for the control.
bool isMeantFor(const QWidget *control, const QKeyEvent &event)
{
    const auto *text = qobject_cast<const QTextEdit *>(control);
    if (isOneOf<QLineEdit, QAbstractSpinBox, QPlainTextEdit>(control) || (text && !text->isReadOnly()))
        return isTyped(event);
    const auto *items = qobject_cast<const QAbstractItemView *>(control);
    if (items && items->editTriggers().testFlag(QAbstractItemView::AnyKeyPressed) && !isMoveKey(event.key())
        && event.key() != Qt::Key_Space && !event.text().isEmpty() && event.text().at(0).isPrint())
        return isTyped(event); // a table of numbers: typing begins to edit
    if (items && event.key() == Qt::Key_F2 && event.modifiers() == Qt::NoModifier)
        return items->editTriggers().testFlag(QAbstractItemView::EditKeyPressed)
            && items->currentIndex().flags().testFlag(Qt::ItemIsEditable);
    const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool byKeyboard = control->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    if (!plain || !byKeyboard)
        return false;
    const bool presses = event.key() == Qt::Key_Space || event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isOneOf<QSlider>(control))
        return isMoveKey(event.key()); // nothing else moves it: Space and Enter are the window's
    if (isOneOf<QComboBox, QAbstractItemView, QTabBar>(control))
        return isMoveKey(event.key()) || presses;
    const auto *label = qobject_cast<const QLabel *>(control);
    if (label && label->textInteractionFlags().testFlag(Qt::LinksAccessibleByKeyboard))
        return event.key() != Qt::Key_Space && presses; // a link
    if (isOneOf<LessonEntry>(control) && (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down))
        return true; // a list, though each has a focus of its own
    return isOneOf<QAbstractButton>(control) && presses;
}

bool isUndoOrRedo(const QKeyEvent &event)
{
    return event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo)
        || (event.modifiers() == Qt::ControlModifier && event.key() == Qt::Key_Y);
}

/// Whether all that was typed into this field has been taken: then undo is about the experiment.
bool isFinishedField(const QWidget *control)
{
    const auto *line = qobject_cast<const QLineEdit *>(control);
    if (!line && isOneOf<QAbstractSpinBox>(control))
        line = control->findChild<const QLineEdit *>();
    return line && !line->isModified();
}

} // namespace

KeyGuard::KeyGuard(QWidget &window) : QObject(&window), m_window(window)
{
    qApp->installEventFilter(this);
}

/// A closed list chooses what one types: in "Next l" Space is a letter like any other, where it would open the list or
/// start what Space starts.
bool KeyGuard::searchesWithSpace(QWidget &control, const QKeyEvent &event)
{
    const auto *list = qobject_cast<const QComboBox *>(&control);
    if (!list || list->isEditable())
        return false;
    const bool goesOn = m_typedInto == list && m_sinceTyped.isValid()
        && m_sinceTyped.elapsed() < QApplication::keyboardInputInterval();
    if (event.key() == Qt::Key_Space)
        return goesOn;
    if (isTyped(event) && !event.text().isEmpty() && event.text().at(0).isPrint()) {
        m_typedInto = list;
        m_sinceTyped.start();
    }
    return false;
}

bool KeyGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && !QApplication::activePopupWidget()) {
        auto *list = qobject_cast<QComboBox *>(watched);
        const auto &key = static_cast<const QKeyEvent &>(*event);
        if (!list || key.key() != Qt::Key_Space || !searchesWithSpace(*list, key))
            return false;
        m_sinceTyped.start();
        QKeyEvent letter(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QStringLiteral(" "));
        QCoreApplication::sendEvent(list, &letter);
        return true;
    }
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    if (QApplication::activePopupWidget()) {
        event->accept(); // a list that is open takes every key
        const int key = static_cast<const QKeyEvent &>(*event).key();
        return key != Qt::Key_Return && key != Qt::Key_Enter; // a combo box chooses by this very event
    }
    auto *control = qobject_cast<QWidget *>(watched);
    if (!control || !m_window.isAncestorOf(control))
        return false;
    const auto &key = static_cast<const QKeyEvent &>(*event);
    if (isUndoOrRedo(key) && isFinishedField(control)) {
        event->ignore(); // the field would take it for itself
        return true;
    }
    if (!searchesWithSpace(*control, key) && !isMeantFor(control, key))
        return false;
    event->accept();
    return true;
}

} // namespace gatescope
