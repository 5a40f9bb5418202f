// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/stage/stage_accessible.h"

#include "ui/explore/stage/stage_panel.h"
#include "ui/explore/stage/stage_values.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace gatescope {

namespace {

class StageAccessible;

/// One value; it looks up what it is among those of the newest painting.
class ValueAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ValueAccessible(StageAccessible &stage, int index) : m_stage(stage), m_index(index) { }

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override { return {setFocusAction()}; }
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    const StageValue *value() const;

    StageAccessible &m_stage;
    int m_index;
};

class StageAccessible : public QAccessibleWidget
{
public:
    explicit StageAccessible(StagePanel &stage) : QAccessibleWidget(&stage, QAccessible::Canvas), m_panel(stage) { }
    ~StageAccessible() override
    {
        for (const QAccessible::Id child : m_children)
            QAccessible::deleteAccessibleInterface(child);
    }

    StagePanel &panel() const { return m_panel; }
    const std::vector<StageValue> &values() const
    {
        if (m_painting != m_panel.paintings()) {
            m_painting = m_panel.paintings();
            m_values = m_panel.values();
        }
        return m_values;
    }
    int current() const { return m_panel.currentAmong(values()); }

    int childCount() const override { return int(values().size()); }
    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (index >= m_children.size())
            m_children += QAccessible::registerAccessibleInterface(
                new ValueAccessible(const_cast<StageAccessible &>(*this), int(m_children.size())));
        return QAccessible::accessibleInterface(m_children[index]);
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        return int(m_children.indexOf(QAccessible::uniqueId(const_cast<QAccessibleInterface *>(child))));
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(valueUnder(values(), m_panel.mapFromGlobal(QPointF(x, y))));
    }
    QAccessibleInterface *focusChild() const override { return m_panel.hasFocus() ? child(current()) : nullptr; }

private:
    StagePanel &m_panel;
    mutable int m_painting = -1; ///< whose values these are
    mutable std::vector<StageValue> m_values;
    mutable QList<QAccessible::Id> m_children; ///< made as they are asked for; they stay for the paintings to come
};

const StageValue *ValueAccessible::value() const
{
    const std::vector<StageValue> &values = m_stage.values();
    return std::size_t(m_index) < values.size() ? &values[std::size_t(m_index)] : nullptr;
}

bool ValueAccessible::isValid() const
{
    return m_stage.isValid() && value();
}

QWindow *ValueAccessible::window() const
{
    return m_stage.window();
}

QAccessibleInterface *ValueAccessible::parent() const
{
    return &m_stage;
}

QString ValueAccessible::text(QAccessible::Text kind) const
{
    const StageValue *value = this->value();
    if (!value)
        return {};
    return kind == QAccessible::Name ? value->name : kind == QAccessible::Value ? value->value : QString();
}

QRect ValueAccessible::rect() const
{
    const StageValue *value = this->value();
    if (!value)
        return {};
    const QRect where = value->where.toAlignedRect();
    return {m_stage.panel().mapToGlobal(where.topLeft()), where.size()};
}

/// What has no number is words; a click on words of another picture leads there.
QAccessible::Role ValueAccessible::role() const
{
    const StageValue *value = this->value();
    if (value && value->leadsTo.level != m_stage.panel().shownPlace().level)
        return QAccessible::Link;
    return value && value->value.isEmpty() ? QAccessible::StaticText : QAccessible::Indicator;
}

QAccessible::State ValueAccessible::state() const
{
    QAccessible::State state;
    state.readOnly = true;
    state.focusable = true;
    state.invalid = !isValid();
    state.invisible = !m_stage.panel().isVisible();
    state.focused = m_stage.panel().hasFocus() && m_stage.current() == m_index;
    return state;
}

void *ValueAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

void ValueAccessible::doAction(const QString &name)
{
    if (name != setFocusAction() || !value())
        return;
    const PlayheadState there = value()->leadsTo; // going there paints other values
    m_stage.panel().setFocus(Qt::OtherFocusReason);
    m_stage.panel().trail().goTo(there);
}

QAccessibleInterface *stageInterface(const QString &, QObject *object)
{
    auto *stage = qobject_cast<StagePanel *>(object);
    return stage ? new StageAccessible(*stage) : nullptr;
}

} // namespace

void offerStageToReaders()
{
    static const bool isOffered = (QAccessible::installFactory(stageInterface), true);
    Q_UNUSED(isOffered)
}

void tellReadersOfFocus(StagePanel &stage)
{
    if (!QAccessible::isActive() || !stage.hasFocus())
        return;
    const auto *found = static_cast<StageAccessible *>(QAccessible::queryAccessibleInterface(&stage));
    const int current = found ? found->current() : -1;
    if (current < 0)
        return;
    QAccessibleEvent event(&stage, QAccessible::Focus);
    event.setChild(current);
    QAccessible::updateAccessibility(&event);
}

} // namespace gatescope
