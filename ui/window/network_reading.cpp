// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/network_reading.h"

#include "core/base/goes_on.h"
#include "core/base/within_memory.h"
#include "core/experiment/files/open_file.h"
#include "ui/document/file_reading.h"
#include "ui/window/demos.h"
#include "ui/window/file_questions.h"

namespace gatescope {

namespace {

using Take = std::function<void(Result<ReadNetwork>)>;

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

/// The answer is made in one thread and taken in the other.
FileReading::Taking taking(const Take &take, Result<ReadNetwork> answer)
{
    return [take, held = std::make_shared<Result<ReadNetwork>>(std::move(answer))] { take(std::move(*held)); };
}

} // namespace

void readNetwork(FileReading &reading, QWidget &window, const QString &path, const Take &take)
{
    const auto choose = [&reading, &window, path, take](const std::shared_ptr<const NetworkFile> &file) {
        if (const auto options = askForModule(window, *file->model()))
            reading.read(path, [file, options = *options, take](const std::stop_token &stop) {
                return taking(take, networkOf(*file, options, stop));
            });
    };
    reading.read(path,
                 [file = std::filesystem::path(path.toStdString()), &known = demoNetworks(), choose,
                  take](const std::stop_token &stop) -> FileReading::Taking {
                     auto read = withinMemory([&] { return readNetworkFile(file, known, stop); });
                     if (!read)
                         return taking(take, read.error());
                     if (const ModelInventory *model = read->model(); model && holdsSeveral(*model))
                         return
                             [choose, held = std::make_shared<const NetworkFile>(std::move(*read))] { choose(held); };
                     return taking(take, networkOf(*read, {}, stop));
                 });
}

} // namespace gatescope
