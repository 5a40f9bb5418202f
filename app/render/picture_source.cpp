// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/picture_source.h"

#include "app/render/drawn_window.h"
#include "ui/document/playing/pointing.h"
#include "ui/explore/explore_place.h"
#include "ui/export/views.h"

namespace gatescope {

namespace {

const std::string wholeWindow = "window";

class ViewSource : public PictureSource
{
public:
    ViewSource(const ExportedView &view, const Record &record, const PictureStyle &style)
        : m_view(view), m_record(record), m_style(style)
    {
    }

    Picture at(const PlayheadState &state) override
    {
        Scene scene{m_record, state, theme(m_style.theme), m_style.classroom, QStringLiteral("n")};
        scene.lit = m_style.lit;
        return pictureOf(m_view, scene, m_style.size, m_style.scale);
    }

private:
    const ExportedView &m_view;
    Record m_record;
    PictureStyle m_style;
};

class WindowSource : public PictureSource
{
public:
    WindowSource(const Record &record, const PictureStyle &style)
        : m_window(*record.experiment, style.size), m_style(style)
    {
        m_window.window().look().setTheme(style.theme);
        m_window.window().look().setClassroom(style.classroom);
    }

    Picture at(const PlayheadState &state) override
    {
        return {.size = m_style.size,
                .scale = m_style.scale,
                .paper = theme(m_style.theme).panel,
                .title = m_window.window().windowTitle().remove(QStringLiteral("[*]")),
                .draw = [this, state](QPainter &painter, const QSizeF &) {
                    m_window.goTo(state);
                    m_window.window().explore().pointing().hold(m_style.lit); // a step takes it along
                    m_window.window().render(&painter);
                }};
    }

private:
    DrawnWindow m_window;
    PictureStyle m_style;
};

} // namespace

std::vector<std::string> viewNames()
{
    std::vector<std::string> names;
    for (const ExportedView &view : exportedViews())
        names.push_back(view.name);
    names.push_back(wholeWindow);
    return names;
}

std::unique_ptr<PictureSource> pictureSource(const std::string &view, const Record &record, const PictureStyle &style)
{
    if (view == wholeWindow)
        return std::make_unique<WindowSource>(record, style);
    return std::make_unique<ViewSource>(*exportedViewNamed(view), record, style);
}

} // namespace gatescope
