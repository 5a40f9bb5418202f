// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/export_dialog.h"

#include "core/base/file.h"
#include "ui/common/translate.h"
#include "ui/export/animation.h"
#include "ui/export/tour.h"
#include "ui/export/views.h"
#include "ui/window/look.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressDialog>
#include <QPushButton>
#include <QSpinBox>

namespace gatescope {

namespace {

constexpr const char *gifEnding = ".gif";

QSpinBox *spin(int low, int high, int value, const QString &name)
{
    auto *made = new QSpinBox;
    made->setRange(low, high);
    made->setValue(value);
    made->setAccessibleName(name);
    return made;
}

int lastStep(const Scene &scene)
{
    return scene.trace().length(scene.playhead.sequence) - 1;
}

QHBoxLayout *pair(QWidget *first, const QString &between, QWidget *second)
{
    auto *row = new QHBoxLayout;
    row->addWidget(first, 1);
    row->addWidget(new QLabel(between));
    row->addWidget(second, 1);
    return row;
}

} // namespace

ExportDialog::ExportDialog(const Scene &scene, const Look &look, QWidget &window)
    : QDialog(&window), m_record(scene.record), m_ghost(scene.ghost ? *scene.ghost : Record()),
      m_playhead(scene.playhead), m_predicting(scene.predicting), m_look(look), m_view(new QComboBox),
      m_format(new QComboBox), m_width(spin(200, 8000, 1920, tr("Width in pixels"))),
      m_height(spin(150, 8000, 1080, tr("Height in pixels"))),
      m_scale(spin(1, 4, 1, tr("Pixels of the file to one of the picture"))),
      m_from(spin(0, lastStep(scene), 0, tr("First step"))),
      m_to(spin(0, lastStep(scene), lastStep(scene), tr("Last step"))), m_problem(new QLabel)
{
    setWindowTitle(tr("Export picture"));
    for (const ExportedView &view : exportedViews())
        m_view->addItem(QCoreApplication::translate("gatescope", view.label), QLatin1String(view.name));
    for (const PictureFormat &format : pictureFormats())
        m_format->addItem(tr("Picture, %1").arg(QLatin1String(format.name)), QLatin1String(format.ending));
    m_format->addItem(tr("Animation, GIF"), QLatin1String(gifEnding));
    layOut();
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::followFormat);
    followFormat();
}

void ExportDialog::layOut()
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(24, 24, 24, 16);
    form->setVerticalSpacing(8);
    form->addRow(tr("View"), m_view);
    form->addRow(tr("As"), m_format);
    form->addRow(tr("Size"), pair(m_width, QStringLiteral("×"), m_height));
    form->addRow(tr("Scale"), m_scale);
    form->addRow(tr("Steps"), pair(m_from, QStringLiteral("–"), m_to));
    m_problem->setWordWrap(true);
    m_problem->hide();
    form->addRow(m_problem);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::chooseFile);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
}

bool ExportDialog::isAnimation() const
{
    return m_format->currentData().toString() == QLatin1String(gifEnding);
}

void ExportDialog::followFormat()
{
    m_from->setEnabled(isAnimation());
    m_to->setEnabled(isAnimation());
}

void ExportDialog::chooseFile()
{
    QFileDialog dialog(this, tr("Export picture"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(m_format->currentData().toString().mid(1));
    dialog.selectFile(m_view->currentData().toString() + m_format->currentData().toString());
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_savedAs = dialog.selectedFiles().constFirst();
    const Result<QByteArray> bytes = draw();
    const Result<void> written = bytes
        ? writeFileAtomically(m_savedAs.toStdString(), std::string_view(bytes->constData(), std::size_t(bytes->size())))
        : Result<void>(bytes.error());
    if (written)
        return accept();
    m_problem->setText(said(written.error().sentence));
    m_problem->show();
}

Scene ExportDialog::sceneAt(const PlayheadState &playhead) const
{
    return {
        m_record,    playhead, m_look.theme(), m_look.isClassroom(), QStringLiteral("n"), m_ghost ? &m_ghost : nullptr,
        m_predicting};
}

Result<QByteArray> ExportDialog::draw()
{
    if (isAnimation())
        return drawAnimation();
    const ExportedView &view = *exportedViewNamed(m_view->currentData().toString().toStdString());
    const Picture picture
        = pictureOf(view, sceneAt(m_playhead), {m_width->value(), m_height->value()}, m_scale->value());
    return pictureFormatOf(m_format->currentData().toString())->bytes(picture);
}

Result<QByteArray> ExportDialog::drawAnimation()
{
    const ExportedView &view = *exportedViewNamed(m_view->currentData().toString().toStdString());
    const std::vector<TourFrame> frames = tour(m_playhead, *m_record.trace, m_from->value(), m_to->value());
    QProgressDialog progress(tr("Drawing the animation…"), tr("Cancel"), 0, int(frames.size()), this);
    progress.setWindowModality(Qt::WindowModal);
    Animation animation;
    for (const TourFrame &frame : frames)
        animation.milliseconds.push_back(frame.milliseconds);
    animation.frame = [&](std::size_t i) {
        return imageOf(
            pictureOf(view, sceneAt(frames[i].state), {m_width->value(), m_height->value()}, m_scale->value()));
    };
    animation.goesOn = [&](std::size_t i) {
        progress.setValue(int(i));
        return !progress.wasCanceled();
    };
    return gifBytes(animation);
}

} // namespace gatescope
