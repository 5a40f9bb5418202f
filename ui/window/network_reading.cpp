// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/network_reading.h"

#include "core/base/goes_on.h"
#include "core/base/within_memory.h"
#include "ui/window/demos.h"
#include "ui/window/file_questions.h"

#include <QApplication>
#include <QTimer>

#include <utility>

namespace gatescope {

namespace {

Result<ReadNetwork> networkOf(const NetworkFile &file, const ImportOptions &options, const std::stop_token &stop)
{
    return withinMemory([&]() -> Result<ReadNetwork> {
        if (const auto on = goesOn(stop); !on)
            return on.error();
        ReadNetwork read;
        read.isExperiment = file.isExperiment();
        auto network = networkIn(file, options, &read.notes);
        if (!network)
            return network.error();
        read.experiment = std::move(*network);
        return read;
    });
}

/// A dialog or a menu is about what was open when it was: it is not taken away from under it.
bool isSomethingAsked()
{
    return QApplication::activeModalWidget() || QApplication::activePopupWidget();
}

} // namespace

NetworkReading::NetworkReading(QWidget &window)
    : QObject(&window), m_window(window), m_errand([this](Answer answer) { take(std::move(answer)); })
{
}

void NetworkReading::read(const QString &path, Done done)
{
    m_path = path;
    m_done = std::move(done);
    ++m_wish;
    m_isNext = true;
    m_errand.stop();
    begin();
    emit began();
}

void NetworkReading::cancel()
{
    if (!isBusy())
        return;
    m_done = nullptr;
    ++m_wish;
    m_isNext = false;
    m_errand.stop();
    emit ended();
}

void NetworkReading::begin()
{
    if (m_errand.isBusy())
        return;
    m_isNext = false;
    m_errand.start([wish = m_wish, path = std::filesystem::path(m_path.toStdString()),
                    &known = demoNetworks()](const std::stop_token &stop) -> Answer {
        auto file = withinMemory([&] { return readNetworkFile(path, known, stop); });
        if (!file)
            return {wish, nullptr, file.error()};
        if (const ModelInventory *model = file->model(); model && holdsSeveral(*model))
            return {wish, std::make_shared<const NetworkFile>(std::move(*file)), ReadNetwork()};
        return {wish, nullptr, networkOf(*file, {}, stop)};
    });
}

void NetworkReading::take(Answer answer)
{
    if (m_isNext)
        return begin();
    if (answer.wish != m_wish)
        return;
    if (isSomethingAsked()) {
        const auto again = std::make_shared<Answer>(std::move(answer));
        return QTimer::singleShot(50, this, [this, again] { take(std::move(*again)); });
    }
    if (answer.several)
        return choose(answer.several);
    const Done done = std::exchange(m_done, nullptr);
    emit ended();
    done(std::move(answer.network));
}

void NetworkReading::choose(const std::shared_ptr<const NetworkFile> &file)
{
    const int wish = m_wish;
    const std::optional<ImportOptions> options = askForModule(m_window, *file->model());
    if (wish != m_wish)
        return;
    if (!options)
        return cancel();
    m_errand.start([wish, file, options = *options](const std::stop_token &stop) {
        return Answer{wish, nullptr, networkOf(*file, options, stop)};
    });
}

} // namespace gatescope
