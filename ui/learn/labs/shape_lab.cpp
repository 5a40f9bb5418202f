// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/shape_lab.h"

#include "core/learning/labs/layer_code.h"
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/learn/labs/code_box.h"
#include "ui/learn/labs/shape_canvas.h"
#include "ui/learn/labs/shape_form.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>

namespace gatescope {

ShapeLab::ShapeLab(QWidget *parent)
    : Lab(parent), m_form(new ShapeForm(this)), m_remark(new QLabel(this)), m_count(new QLabel(this)),
      m_ask(new QLabel(tr("What did PyTorch or Keras say?"), this)), m_answer(new QLabel(this)),
      m_message(new QPlainTextEdit(this)), m_canvas(new ShapeCanvas(this)),
      m_pytorch(new CodeBox(QStringLiteral("PyTorch"), this)), m_keras(new CodeBox(QStringLiteral("Keras"), this))
{
    m_message->setTabChangesFocus(true);
    m_message->setPlaceholderText(tr("Paste an error message"));
    m_message->setAccessibleName(m_ask->text());
    m_ask->setBuddy(m_message);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layOut();
    connect(m_form, &ShapeForm::edited, this, [this] {
        m_mark.reset(); // it was of the sizes that the message told
        refresh();
    });
    connect(m_message, &QPlainTextEdit::textChanged, this, &ShapeLab::readMessage);
    refresh();
}

void ShapeLab::layOut()
{
    for (QLabel *label : {m_remark, m_answer, m_count})
        label->setWordWrap(true);
    m_count->setProperty("secondary", true);
    auto *left = new QVBoxLayout;
    left->setSpacing(10);
    left->addWidget(m_form);
    left->addWidget(m_count);
    left->addWidget(m_remark);
    left->addSpacing(6);
    left->addWidget(m_ask);
    left->addWidget(m_message);
    left->addWidget(m_answer);
    left->addStretch(1);
    auto *codes = new QHBoxLayout;
    codes->setSpacing(16);
    codes->addWidget(m_pytorch, 1);
    codes->addWidget(m_keras, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(10);
    right->addWidget(m_canvas, 1);
    right->addLayout(codes);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(32);
    row->addLayout(left);
    row->addLayout(right, 1);
}

void ShapeLab::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_form->setFontPixels(pixels);
    for (QWidget *each : std::initializer_list<QWidget *>{m_form, m_count, m_remark, m_ask, m_message, m_answer})
        each->setFixedWidth(int(24 * pixels));
    m_canvas->setLook(theme, pixels);
    for (CodeBox *box : {m_pytorch, m_keras}) {
        box->setFontPixels(pixels);
        box->setFixedHeight(int(14.6 * pixels));
    }
    for (QLabel *label : {m_remark, m_count})
        label->setFont(interfaceFont(0.92 * pixels));
    m_ask->setFont(interfaceFont(pixels, QFont::DemiBold));
    m_answer->setFont(interfaceFont(pixels));
    m_message->setFont(numberFont(0.85 * pixels));
    m_message->setFixedHeight(int(5.6 * pixels));
    update();
}

void ShapeLab::setReducedMotion(bool reduced)
{
    m_canvas->setReducedMotion(reduced);
}

void ShapeLab::setMessage(const QString &message)
{
    m_message->setPlainText(message);
}

QString ShapeLab::answer() const
{
    return m_answer->text();
}

QString ShapeLab::remark() const
{
    return m_remark->text();
}

void ShapeLab::readMessage()
{
    const std::string pasted = m_message->toPlainText().toStdString();
    const auto reading = readErrorMessage(pasted, m_form->arguments());
    const bool isEmpty = m_message->toPlainText().trimmed().isEmpty();
    m_answer->setText(isEmpty ? QString() : said(reading ? reading->says : unknownMessage()));
    m_mark = reading ? reading->mark : std::nullopt;
    if (reading)
        m_form->setArguments(reading->shown);
    refresh();
}

void ShapeLab::refresh()
{
    const LayerArguments &arguments = m_form->arguments();
    const auto fine = check(arguments);
    const auto warned = warning(arguments);
    m_remark->setText(!fine ? said(fine.error().sentence) : warned ? said(*warned) : QString());
    m_remark->setVisible(!m_remark->text().isEmpty());
    if (!fine)
        return; // what is drawn stays that of the arguments before
    m_count->setText(tr("%1 parameters").arg(wholeNumber(parameterCount(arguments))));
    m_canvas->show(arguments, m_mark);
    m_pytorch->setCode(QString::fromStdString(pytorchCode(arguments)));
    m_keras->setCode(QString::fromStdString(kerasCode(arguments)));
}

void ShapeLab::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->paper);
    painter.fillRect(m_canvas->x() - 16, 0, 1, height(), m_theme->line);
}

} // namespace gatescope
