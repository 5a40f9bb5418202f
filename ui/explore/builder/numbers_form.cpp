// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/builder/numbers_form.h"

#include "ui/common/fonts.h"
#include "ui/document/document.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

namespace gatescope {

NumbersForm::NumbersForm(Document &document, Playhead &playhead, QWidget *parent)
    : QWidget(parent), m_document(document), m_playhead(playhead), m_model(new NumbersModel(document, this)),
      m_source(new QComboBox(this)), m_table(new QTableView(this)), m_refusal(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_source);
    column->addWidget(m_table, 1);
    column->addWidget(m_refusal);
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    m_source->setAccessibleName(tr("Which numbers"));
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Numbers"));
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setMinimumSectionSize(32);

    connect(m_source, &QComboBox::activated, this, [this](int index) {
        m_model->show(numberSources(m_document.experiment())[index]);
        followPlayhead();
    });
    connect(m_model, &NumbersModel::refused, this, [this](const QString &sentence) {
        m_refusal->setText(sentence);
        m_refusal->setVisible(!sentence.isEmpty());
        emit refused(sentence);
    });
    connect(&document, &Document::experimentChanged, this, &NumbersForm::listSources);
    connect(&playhead, &Playhead::moved, this, [this](const PlayheadState &state) {
        if (state.progress >= 1.0 && isVisible())
            followPlayhead();
    });
    if (const auto sources = numberSources(document.experiment()); !sources.isEmpty())
        m_model->show(sources.first());
    listSources();
}

void NumbersForm::setSettings(const ViewSettings &settings)
{
    const QFont font = interfaceFont(settings.px(settings.compact ? 12 : 14));
    m_source->setFont(font);
    m_refusal->setFont(font);
    setTextColour(*m_refusal, settings.theme->ink);
    m_model->setSettings(settings);
    const double pixels = settings.px(settings.compact ? 12 : 13);
    m_table->verticalHeader()->setDefaultSectionSize(pixels + 13);
    m_table->horizontalHeader()->setDefaultSectionSize(pixels * 5 + 10);
}

void NumbersForm::listSources()
{
    const QList<NumberSource> sources = numberSources(m_document.experiment());
    const QSignalBlocker quiet(m_source);
    QStringList names;
    for (const NumberSource &source : sources)
        names << source.name;
    m_source->clear();
    m_source->addItems(names);
    m_source->setCurrentIndex(int(sources.indexOf(m_model->source())));
}

void NumbersForm::showSource(const QString &name)
{
    for (const NumberSource &source : numberSources(m_document.experiment())) {
        if (source.name == name)
            m_model->show(source);
    }
    listSources();
    followPlayhead();
}

void NumbersForm::showPlace(const ParameterPlace &place)
{
    showSource(QString::fromStdString(place.tensor));
    const QModelIndex index = m_model->index(place.row, place.column);
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index, QAbstractItemView::EnsureVisible);
    m_table->setFocus(Qt::OtherFocusReason);
}

void NumbersForm::followPlayhead()
{
    const auto place = placeOf(m_document.experiment(), m_model->source(), m_playhead.state());
    if (!place)
        return;
    const QModelIndex index = m_model->index(place->row, place->column);
    if (!index.isValid())
        return;
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index, QAbstractItemView::EnsureVisible);
}

void NumbersForm::showEvent(QShowEvent *)
{
    followPlayhead();
}

} // namespace gatescope
