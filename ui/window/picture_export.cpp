// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/picture_export.h"

#include "ui/document/playing/pointing.h"
#include "ui/explore/explore_place.h"
#include "ui/explore/stage/stage_panel.h"
#include "ui/export/video.h"
#include "ui/export/views.h"
#include "ui/window/export_dialog.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>

namespace gatescope {

namespace {

/// A slide is larger than the window was.
constexpr double copiedScale = 2;

} // namespace

PictureExport::PictureExport(const Document &document, const Playhead &playhead, ExplorePlace &explore,
                             const Look &look, QWidget &window)
    : QObject(&window), m_document(document), m_playhead(playhead), m_explore(explore), m_look(look), m_window(window)
{
}

void PictureExport::exportPicture()
{
    const std::optional<Scene> scene = currentScene(m_document, m_playhead, m_explore.settings());
    if (!scene)
        return;
    ExportDialog dialog(*scene, m_look, m_window);
    if (dialog.exec() == QDialog::Accepted)
        emit told((animationFormatOf(dialog.savedAs()) ? tr("The animation is saved as %1.")
                                                       : tr("The picture is saved as %1."))
                      .arg(QDir::toNativeSeparators(dialog.savedAs())));
}

void PictureExport::copyPicture()
{
    std::optional<Scene> scene = currentScene(m_document, m_playhead, m_explore.settings());
    if (!scene)
        return;
    scene->lit = m_explore.pointing().lit();
    const QImage image = imageOf(pictureOf(*exportedViewNamed("stage"), *scene, m_explore.stage().size(), copiedScale));
    QGuiApplication::clipboard()->setImage(image);
    emit told(tr("Copied as a picture of %1 × %2 pixels: paste it into a slide or a document.")
                  .arg(image.width())
                  .arg(image.height()));
}

} // namespace gatescope
