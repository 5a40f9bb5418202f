// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/export_dialog.h"

#include "core/base/file.h"
#include "ui/common/dialog_buttons.h"
#include "ui/common/translate.h"
#include "ui/export/tour.h"
#include "ui/export/video.h"
#include "ui/export/views.h"
#include "ui/window/look.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QProgressDialog>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int progressSteps = 1000;
constexpr int progressWidth = 380;

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
    row->setSpacing(8);
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
    setWindowTitle(tr("Export picture or animation"));
    for (const ExportedView &view : exportedViews())
        m_view->addItem(QCoreApplication::translate("gatescope", view.label), QLatin1String(view.name));
    for (const PictureFormat &format : pictureFormats())
        m_format->addItem(tr("Picture, %1").arg(QLatin1String(format.name)), QLatin1String(format.ending));
    for (const AnimationFormat &format : animationFormats())
        m_format->addItem(tr("Animation, %1").arg(QLatin1String(format.name)), QLatin1String(format.ending));
    layOut();
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::followFormat);
    followFormat();
}

void ExportDialog::layOut()
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(24, 20, 24, 20);
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(16);
    form->addRow(tr("View"), m_view);
    form->addRow(tr("As"), m_format);
    form->addRow(tr("Size"), pair(m_width, QStringLiteral("×"), m_height));
    form->addRow(tr("Scale"), m_scale);
    form->addRow(tr("Steps"), pair(m_from, QStringLiteral("–"), m_to));
    m_problem->setWordWrap(true);
    m_problem->hide();
    form->addRow(m_problem);
    form->addItem(new QSpacerItem(0, 4));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_save = buttons->button(QDialogButtonBox::Save);
    makePrimary(*m_save);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::chooseFile);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
}

/// A format whose program is missing says so before anything is drawn.
void ExportDialog::followFormat()
{
    const AnimationFormat *animation = animationFormatOf(ending());
    m_from->setEnabled(animation);
    m_to->setEnabled(animation);
    const Result<QString> program = animation ? programFor(*animation) : QString();
    m_save->setEnabled(program.ok());
    sayProblem(program ? QString() : said(program.error().sentence));
}

QString ExportDialog::ending() const
{
    return m_format->currentData().toString();
}

void ExportDialog::sayProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void ExportDialog::chooseFile()
{
    QFileDialog dialog(this, windowTitle());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilter(QStringLiteral("%1 (*%2)").arg(m_format->currentText(), ending()));
    dialog.setDefaultSuffix(ending().mid(1));
    dialog.selectFile(m_view->currentData().toString() + ending());
    if (dialog.exec() != QDialog::Accepted)
        return;
    sayProblem({});
    m_savedAs = dialog.selectedFiles().constFirst();
    const Result<QByteArray> bytes = draw();
    const Result<void> written = bytes
        ? writeFileAtomically(m_savedAs.toStdString(), std::string_view(bytes->constData(), std::size_t(bytes->size())))
        : Result<void>(bytes.error());
    if (written)
        return accept();
    sayProblem(said(written.error().sentence));
}

Picture ExportDialog::pictureAt(const PlayheadState &playhead) const
{
    Scene scene{m_record, playhead, m_look.theme(), m_look.isClassroom()};
    scene.ghost = m_ghost ? &m_ghost : nullptr;
    scene.predicting = m_predicting;
    const ExportedView &view = *exportedViewNamed(m_view->currentData().toString().toStdString());
    return pictureOf(view, scene, {m_width->value(), m_height->value()}, m_scale->value());
}

Result<QByteArray> ExportDialog::draw()
{
    if (const AnimationFormat *animation = animationFormatOf(ending()))
        return drawAnimation(*animation);
    return pictureFormatOf(ending())->bytes(pictureAt(m_playhead));
}

/// The window lives on while it is drawn: after each frame it is painted, and asked whether it shall go on.
Result<QByteArray> ExportDialog::drawAnimation(const AnimationFormat &format)
{
    const Result<QString> program = programFor(format);
    if (!program)
        return program.error();
    QProgressDialog progress(tr("Drawing the animation…"), tr("Cancel"), 0, progressSteps, this);
    progress.setWindowTitle(windowTitle());
    progress.setWindowModality(Qt::WindowModal);
    progress.setMinimumDuration(0); // from the first frame on the dialog takes no input
    progress.setMinimumWidth(progressWidth);
    auto *bar = new QProgressBar; // the slim one of the style sheet has no room for digits
    bar->setTextVisible(false);
    bar->setRange(0, progressSteps);
    progress.setBar(bar);
    progress.setValue(0);
    const std::vector<TourFrame> frames = tour(m_playhead, *m_record.trace, m_from->value(), m_to->value());
    Animation animation;
    for (const TourFrame &frame : frames)
        animation.milliseconds.push_back(frame.milliseconds);
    animation.frame = [&](std::size_t i) { return imageOf(pictureAt(frames[i].state)); };
    animation.goesOn = [&](double done) {
        progress.setLabelText(tr("Drawing the animation: %1 %").arg(int(done * 100)));
        progress.setValue(std::min(int(done * progressSteps), progressSteps - 1)); // the last would hide it
        QCoreApplication::processEvents();
        return !progress.wasCanceled();
    };
    return format.bytes(animation, *program);
}

} // namespace gatescope
