// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/top_bar.h"

#include "ui/common/translate.h"
#include "ui/common/window_scale.h"
#include "ui/document/document.h"
#include "ui/window/chip_row.h"
#include "ui/window/logo.h"
#include "ui/window/look.h"
#include "ui/window/network_words.h"
#include "ui/window/pill_button.h"
#include "ui/window/title_label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QResizeEvent>

namespace gatescope {

namespace {

constexpr int compactBelow = 1500;

class LogoMark : public QWidget
{
public:
    explicit LogoMark(QWidget *parent) : QWidget(parent) { }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        drawLogo(painter, rect());
    }
};

} // namespace

TopBar::TopBar(Document &document, const Look &look, QWidget *parent)
    : QWidget(parent), m_document(document), m_look(look), m_logo(new LogoMark(this)), m_title(new TitleLabel(this)),
      m_chips(new ChipRow(this)), m_backend(new ChipRow(this))
{
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_logo);
    row->addSpacing(8);
    row->addWidget(m_title);
    row->addWidget(m_chips, 1);
    row->addWidget(m_backend);
    m_backend->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);

    connect(&document, &Document::experimentChanged, this, &TopBar::refresh);
    connect(&document, &Document::modifiedChanged, this, &TopBar::refresh);
    connect(&look, &Look::changed, this, &TopBar::restyle);
    refresh();
    restyle();
}

PillButton *TopBar::addButton(const QString &text, QAction *action)
{
    auto *button = new PillButton(text, this);
    button->setToolTip(
        QStringLiteral("%1 (%2)").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
    connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::visibleChanged, button, [action, button] { button->setVisible(action->isVisible()); });
    layout()->addWidget(button);
    m_buttons.append(button);
    restyle();
    return button;
}

PillButton *TopBar::addButton(const QString &text, const QString &name, QMenu *menu)
{
    auto *button = new PillButton(text, this);
    button->setAccessibleName(name);
    button->setToolTip(name);
    connect(button, &QAbstractButton::clicked, menu, [button, menu] {
        menu->popup(button->mapToGlobal(QPoint(button->width() - menu->sizeHint().width(), button->height() + 4)));
    });
    layout()->addWidget(button);
    m_buttons.append(button);
    restyle();
    return button;
}

void TopBar::setTitle(const QString &title, const QStringList &words)
{
    m_placeTitle = title;
    m_placeWords = words;
    refresh();
}

void TopBar::refresh()
{
    m_backend->setVisible(m_placeTitle.isEmpty());
    if (!m_placeTitle.isEmpty()) {
        m_title->setTitle(m_placeTitle);
        m_title->setAccessibleDescription({});
        return m_chips->setChips(m_placeWords);
    }
    const QString title = QString::fromStdString(m_document.experiment().title);
    m_title->setTitle(m_document.isModified() ? tr("%1 •").arg(title) : title);
    m_title->setAccessibleDescription(m_document.isModified() ? tr("not saved yet") : QString());
    const QStringList words = networkInWords(m_document.experiment().spec);
    m_chips->setChips(words);
    if (m_document.experiment().spec.cell == CellKind::gru)
        m_chips->setToolTip(
            words.join(u'\n') + QStringLiteral("\n\n")
            + tr("A state_dict does not say whether its reset gate comes before U, nor what its update gate keeps.\n"
                 "Opened from one, PyTorch's convention is assumed."));
    m_backend->setChips({QString::fromStdString(std::string(m_document.backend().name()))});
    m_backend->setToolTip(translated(m_document.backend().description()));
}

void TopBar::restyle()
{
    const bool compact = width() < compactBelow;
    m_scale = windowScale(window()->size());
    const auto px = [this](int length) { return int(length * m_scale); };
    const double pixels = m_scale * (m_look.isClassroom() && !compact ? 16 : compact ? 12 : 13);
    setFixedHeight(px(m_look.isClassroom() && !compact ? 60 : compact ? 44 : 52));
    layout()->setContentsMargins(px(24), 0, px(16), 1);
    m_logo->setFixedSize(px(28), px(28));
    m_title->setLook(m_look.theme(), pixels + 2);
    m_chips->setLook(m_look.theme(), pixels);
    m_backend->setLook(m_look.theme(), pixels);
    for (PillButton *button : m_buttons) {
        button->setLook(m_look.theme(), pixels);
        button->setNarrow(compact);
    }
    layout()->setSpacing(px(compact ? 8 : 16));
    update();
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    const bool isOther = (event->oldSize().width() < compactBelow) != (event->size().width() < compactBelow);
    if (isOther || windowScale(window()->size()) != m_scale)
        restyle();
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme().panel);
    painter.fillRect(0, height() - 1, width(), 1, m_look.theme().line);
}

} // namespace gatescope
