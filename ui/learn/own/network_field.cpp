// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/own/network_field.h"

#include "ui/common/translate.h"

#include <QFileDialog>

#include <algorithm>

namespace gatescope {

namespace {

/// What a row begins that is no network yet.
enum Taking { takesOpen = -1, takesFile = -2 };

} // namespace

NetworkField::NetworkField(const LessonSurroundings &around, const std::filesystem::path &folder, OpenNetwork open,
                           QWidget *parent)
    : ChoiceBox(parent), m_around(around), m_folder(folder), m_open(std::move(open))
{
    connect(this, &QComboBox::activated, this, &NetworkField::choose);
}

void NetworkField::setExperiment(const Json &experiment)
{
    m_experiment = m_written = experiment;
    fill();
}

Result<Experiment> NetworkField::network() const
{
    return experimentOfLesson(m_experiment, m_folder, m_around);
}

void NetworkField::addNetwork(const QString &words, const Json &experiment)
{
    addItem(words, int(m_offered.size()));
    m_offered.push_back(experiment);
}

void NetworkField::fill()
{
    clear();
    m_offered.clear();
    for (const OfferedNetwork &offered : offeredNetworks(m_folder, m_around.resources))
        addNetwork(QString::fromStdString(offered.title), offered.experiment);
    if (std::ranges::find(m_offered, m_written) == m_offered.end())
        addNetwork(wordsForWritten(), m_written);
    if (std::ranges::find(m_offered, m_experiment) == m_offered.end())
        addNetwork(tr("a file that is no longer there"), m_experiment);
    const auto chosen = std::ranges::find(m_offered, m_experiment);
    insertSeparator(count());
    if (m_open)
        addItem(tr("the network that is open in Explore now"), takesOpen);
    addItem(tr("a file…"), takesFile);
    setCurrentIndex(findData(int(chosen - m_offered.begin())));
}

/// A fresh network stands in the lesson's file itself.
QString NetworkField::wordsForWritten() const
{
    const auto network = experimentOfLesson(m_written, m_folder, m_around);
    if (!network)
        return tr("as in the lesson's file");
    return tr("written in the lesson's file: %1, units: %2, steps: %3")
        .arg(gatescope::written(describe(network->spec.cell).pytorchName))
        .arg(network->spec.hiddenSize)
        .arg(network->input.length(0));
}

void NetworkField::choose(int row)
{
    const int what = itemData(row).toInt();
    if (what == takesFile)
        return chooseFile();
    if (what != takesOpen) {
        m_experiment = m_offered[std::size_t(what)];
        emit edited();
    } else if (const auto taken = takeOpen(); taken) {
        emit edited();
    } else {
        fill();
        emit refused(taken.error());
    }
}

void NetworkField::chooseFile()
{
    const QString file
        = QFileDialog::getOpenFileName(this, tr("Take a network"), {}, tr("Experiments (*.gatescope);;All files (*)"));
    fill();
    if (file.isEmpty())
        return;
    if (const auto taken = takeFile(file); taken)
        emit edited();
    else
        emit refused(taken.error());
}

Result<void> NetworkField::takeFile(const QString &file)
{
    return take(takeExperiment(file.toStdString(), m_folder));
}

Result<void> NetworkField::takeOpen()
{
    return take(takeOpenExperiment(m_open(), m_folder));
}

Result<void> NetworkField::take(const Result<std::string> &name)
{
    if (!name)
        return inPlace("experiment", name.error());
    m_experiment = Json{{"file", *name}};
    const bool wasThere = std::ranges::find(m_offered, m_experiment) != m_offered.end();
    if (!wasThere && std::ranges::find(m_taken, *name) == m_taken.end())
        m_taken.push_back(*name);
    fill();
    return {};
}

} // namespace gatescope
