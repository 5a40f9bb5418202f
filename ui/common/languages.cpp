// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/languages.h"

#include "core/base/program_files.h"
#include "ui/common/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QStandardPaths>

#include <algorithm>

namespace gatescope {

namespace {

const QString english = QStringLiteral("en");

QString fileOf(const QString &folder, const QString &code)
{
    return QStringLiteral("%1/gatescope_%2.ts").arg(folder, code);
}

QString shippedFolder()
{
    return QString::fromStdString(resourceFolder().string()) + QStringLiteral("/translations");
}

} // namespace

QString ownResources()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/gatescope");
}

QStringList translationFolders()
{
    return {shippedFolder(), ownResources() + QStringLiteral("/translations")};
}

std::vector<OfferedLanguage> offeredLanguages(const QStringList &folders)
{
    QStringList codes;
    for (const QString &folder : folders)
        for (const QString &file : QDir(folder).entryList({QStringLiteral("gatescope_*.ts")}, QDir::Files, QDir::Name))
            codes += file.section(u'_', 1).chopped(3);
    codes.removeDuplicates();
    codes.removeAll(english);
    std::vector<OfferedLanguage> offered{{english, QStringLiteral("English")}};
    for (const QString &code : codes) {
        const QString name = QLocale(code).nativeLanguageName();
        offered.push_back({code, name.isEmpty() ? code : name});
    }
    return offered;
}

std::optional<int> missingTexts(const QString &code)
{
    if (code == english)
        return 0;
    const auto language = Language::read(fileOf(shippedFolder(), code));
    return language ? std::optional((*language)->missing()) : std::nullopt;
}

QString firstLanguage(const Settings &settings, const QStringList &systemLanguages)
{
    if (const QString remembered = settings.language(); !remembered.isEmpty())
        return remembered;
    for (const QString &system : systemLanguages) {
        for (const QString &code : {QString(system).replace(u'-', u'_'), system.section(u'-', 0, 0)})
            if (missingTexts(code) == 0)
                return code;
    }
    return english;
}

SpokenLanguage::SpokenLanguage(const QString &code, const QStringList &folders)
{
    if (code == english || code.isEmpty())
        return;
    auto qt = std::make_unique<QTranslator>();
    if (qt->load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        add(std::move(qt));
    for (const QString &folder : folders) {
        if (!QFile::exists(fileOf(folder, code)))
            continue;
        auto language = Language::read(fileOf(folder, code));
        if (language)
            add(std::move(*language));
        else
            m_refused.push_back(language.error());
    }
}

SpokenLanguage::~SpokenLanguage()
{
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
}

void SpokenLanguage::add(std::unique_ptr<QTranslator> translator)
{
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace gatescope
