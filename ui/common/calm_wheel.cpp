// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/calm_wheel.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>

namespace gatescope {

namespace {

class CalmWheel : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel || static_cast<QWidget *>(watched)->hasFocus())
            return QObject::eventFilter(watched, event);
        event->ignore(); // it goes to what the field lies on
        return true;
    }
};

} // namespace

void calmWheel(QWidget &form)
{
    auto *calm = new CalmWheel(&form);
    QList<QWidget *> fields;
    for (QComboBox *field : form.findChildren<QComboBox *>())
        fields += field;
    for (QAbstractSpinBox *field : form.findChildren<QAbstractSpinBox *>())
        fields += field;
    for (QWidget *field : fields) {
        field->setFocusPolicy(Qt::StrongFocus); // the wheel alone gives none
        field->installEventFilter(calm);
    }
}

} // namespace gatescope
