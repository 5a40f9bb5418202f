// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/file_questions.h"

#include "ui/common/translate.h"
#include "ui/window/network_words.h"

#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace gatescope {

namespace {

std::vector<const RecurrentModule *> wholeModulesOf(const ModelInventory &file)
{
    std::vector<const RecurrentModule *> modules;
    for (const RecurrentModule &module : file.modules) {
        if (module.complete)
            modules.push_back(&module);
    }
    return modules;
}

} // namespace

bool holdsSeveral(const ModelInventory &file)
{
    return wholeModulesOf(file).size() > 1;
}

std::optional<ImportOptions> askForModule(QWidget &window, const ModelInventory &file)
{
    const std::vector<const RecurrentModule *> modules = wholeModulesOf(file);
    QStringList choices;
    for (const RecurrentModule *module : modules)
        choices.append(QStringLiteral("%1  –  %2")
                           .arg(QString::fromStdString(module->prefix), networkInWords(module->spec).constFirst()));
    bool chosen = false;
    const QString choice = QInputDialog::getItem(&window, Words::tr("Several recurrent modules"),
                                                 Words::tr("This file holds several. Which one shall be opened?"),
                                                 choices, 0, false, &chosen);
    if (!chosen)
        return std::nullopt;
    ImportOptions options;
    options.layerPrefix = modules[std::size_t(choices.indexOf(choice))]->prefix;
    return options;
}

MisfitAnswer askAboutMisfit(QWidget &window, const QString &why, const std::optional<NetworkSpec> &reads,
                            bool canBeLearned)
{
    QMessageBox question(QMessageBox::NoIcon, Words::tr("What is to become of these data?"), why, QMessageBox::Cancel,
                         &window);
    QStringList ways;
    const QPushButton *fresh = nullptr, *learn = nullptr;
    if (reads) {
        ways += Words::tr("A new, untrained network would read them: %1.").arg(networkInWords(*reads).constFirst());
        fresh = question.addButton(Words::tr("New network"), QMessageBox::AcceptRole);
    }
    if (canBeLearned) {
        ways += Words::tr("Train learns texts, and tables with dates, names and gaps.");
        learn = question.addButton(Words::tr("Learn in Train"), QMessageBox::AcceptRole);
    }
    question.setInformativeText(ways.join(u' '));
    question.exec();
    const QAbstractButton *answer = question.clickedButton();
    return !answer        ? MisfitAnswer::cancel
        : answer == fresh ? MisfitAnswer::newNetwork
        : answer == learn ? MisfitAnswer::learn
                          : MisfitAnswer::cancel;
}

UnsavedAnswer askAboutUnsaved(QWidget &window, const QString &title)
{
    QMessageBox question(QMessageBox::NoIcon, Words::tr("Unsaved changes"),
                         Words::tr("“%1” has changes that are not saved.").arg(title),
                         QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &window);
    question.setInformativeText(Words::tr("Save them first?"));
    question.setDefaultButton(QMessageBox::Save);
    switch (question.exec()) {
    case QMessageBox::Save:
        return UnsavedAnswer::save;
    case QMessageBox::Discard:
        return UnsavedAnswer::discard;
    default:
        return UnsavedAnswer::cancel;
    }
}

RunningAnswer askAboutTraining(QWidget &window, const QString &title, bool goesOn)
{
    QMessageBox question(QMessageBox::NoIcon,
                         goesOn ? Words::tr("A training is going on") : Words::tr("A training is not kept"),
                         goesOn ? Words::tr("“%1” is still being trained.").arg(title)
                                : Words::tr("The training of “%1” is in no file.").arg(title),
                         QMessageBox::NoButton, &window);
    question.setInformativeText(Words::tr("Keep the run in a file, to go on another day?"));
    QPushButton *keep = question.addButton(Words::tr("Keep…"), QMessageBox::AcceptRole);
    QPushButton *end
        = question.addButton(goesOn ? Words::tr("End it") : Words::tr("Let it go"), QMessageBox::DestructiveRole);
    question.addButton(QMessageBox::Cancel);
    question.setDefaultButton(keep);
    question.exec();
    if (question.clickedButton() == keep)
        return RunningAnswer::keep;
    return question.clickedButton() == end ? RunningAnswer::end : RunningAnswer::cancel;
}

bool mayEndRace(QWidget &window, bool isKept)
{
    QMessageBox question(QMessageBox::NoIcon, Words::tr("A race is going on"),
                         Words::tr("The networks in Compare are still learning."), QMessageBox::NoButton, &window);
    question.setInformativeText(
        isKept
            ? Words::tr("The race ends when the program closes; what they have shown so far is kept.")
            : Words::tr("What they have shown so far is lost when the program closes: a guest's races are not kept."));
    QPushButton *end = question.addButton(Words::tr("End it"), QMessageBox::DestructiveRole);
    question.setDefaultButton(question.addButton(QMessageBox::Cancel));
    question.exec();
    return question.clickedButton() == end;
}

bool mayLoseRaces(QWidget &window, const QString &why)
{
    QMessageBox question(QMessageBox::NoIcon, Words::tr("A race is in no file"),
                         Words::tr("What was found in Compare could not be written: %1").arg(why),
                         QMessageBox::NoButton, &window);
    question.setInformativeText(Words::tr("It is lost when the program closes."));
    QPushButton *lose = question.addButton(Words::tr("Close anyway"), QMessageBox::DestructiveRole);
    question.setDefaultButton(question.addButton(QMessageBox::Cancel));
    question.exec();
    return question.clickedButton() == lose;
}

void tellRefusal(QWidget &window, const QString &why)
{
    auto *refusal
        = new QMessageBox(QMessageBox::NoIcon, Words::tr("This was not possible"), why, QMessageBox::Ok, &window);
    refusal->setAttribute(Qt::WA_DeleteOnClose);
    refusal->open();
}

} // namespace gatescope
