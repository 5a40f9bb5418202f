// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <span>

// The layers of the source tree, as CONTRIBUTING.md explains them: a folder includes only folders of
// lower rank, and its own. Folders of the same rank never include each other.
namespace {

struct Folder {
    const char *path;
    int rank;
};

constexpr Folder folders[] = {
    {"core/base", 0},       {"core/model", 1},    {"core/trace", 2}, {"core/ops", 3},
    {"core/engine", 4},     {"core/io", 5},       {"core/tasks", 6}, {"core/training", 7},
    {"core/experiment", 8}, {"core/learning", 9}, {"gpu", 20},       {"ui/common", 30},
    {"ui/document", 31},    {"ui/drawing", 32},   {"ui/plots", 32},  {"ui/export", 33},
    {"ui/classroom", 33},   {"ui/explore", 40},   {"ui/train", 40},  {"ui/compare", 40},
    {"ui/learn", 40},       {"ui/quiz", 40},      {"ui/window", 50}, {"app", 60},
};

/// The rooms of a folder that is too large for one. What stands beside them puts them together, or is what they share.
constexpr Folder rooms[] = {
    {"core/experiment/input", 0},
    {"core/experiment/breakpoints", 1},
    {"core/experiment/files", 2},

    {"core/io/archive", 0},
    {"core/io/torch", 1},
    {"core/io/foreign", 1},
    {"core/io/keras", 2},
    {"core/io/onnx", 2},

    {"core/learning/questions", 0},
    {"core/learning/study", 0},
    {"core/learning/labs", 1},
    {"core/learning/generators", 1},
    {"core/learning/claims", 2},
    {"core/learning/exchange", 2},
    {"core/learning/lessons", 3},
    {"core/learning/quiz", 3},
    {"core/learning/classroom", 4},
    {"core/learning/own", 4},

    {"ui/document/edits", 0},
    {"ui/document/playing", 1},
    {"ui/document/training", 1},

    {"ui/drawing/marks", 0},
    {"ui/drawing/scene", 1},
    {"ui/drawing/words", 2},
    {"ui/drawing/cell", 3},
    {"ui/drawing/cell_kinds", 4},
    {"ui/drawing/unit", 4},
    {"ui/drawing/timeline", 4},
    {"ui/drawing/gradients", 4},
    {"ui/drawing/network", 5},
    {"ui/drawing/stage", 6},

    {"ui/explore/controls", 0},
    {"ui/explore/stage", 1},
    {"ui/explore/inspector", 1},
    {"ui/explore/dialogs", 1},
    {"ui/explore/bars", 1},
    {"ui/explore/builder", 2},
    {"ui/explore/timeline", 2},
    {"ui/explore/beside", 2},
    {"ui/explore/presenter", 2},

    {"ui/quiz/asking", 0},
    {"ui/quiz/round", 1},
    {"ui/quiz/class", 1},
    {"ui/quiz/worksheet", 2},
    {"ui/quiz/own", 2},
};

const Folder *amongst(std::span<const Folder> table, const QString &file)
{
    for (const Folder &folder : table) {
        if (file.startsWith(QString(folder.path) + '/'))
            return &folder;
    }
    return nullptr;
}

const Folder *folderOf(const QString &file)
{
    return amongst(folders, file);
}

QString upOrSideways(const Folder &source, const Folder &target)
{
    if (&source == &target || target.rank < source.rank)
        return {};
    return QString("goes up or sideways: %1 must not know %2").arg(source.path, target.path);
}

/// What is wrong with one include, or an empty text.
QString complaint(const QString &from, const QString &include)
{
    const Folder *source = folderOf(from);
    const Folder *target = folderOf(include);
    if (!source)
        return "stands in no folder of the table";
    if (!target)
        return "is not written from the root of a known folder";
    if (source == target) {
        const Folder *room = amongst(rooms, from), *other = amongst(rooms, include);
        return room && other ? upOrSideways(*room, *other) : QString();
    }
    if (const QString wrong = upOrSideways(*source, *target); !wrong.isEmpty())
        return wrong;
    if (QString(target->path) == "gpu")
        return "reaches into gpu, which is only ever loaded at run time";
    if (QString(source->path) == "gpu" && !include.startsWith("core/"))
        return "reaches from gpu into something other than core";
    return {};
}

struct Include {
    QString from;
    QString what;
    bool system;
};

QList<Include> includesOf(const QString &file, const QString &text)
{
    static const QRegularExpression line("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]",
                                         QRegularExpression::MultilineOption);
    QList<Include> includes;
    for (auto match = line.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        includes.append({file, found.captured(2), found.captured(1) == "<"});
    }
    return includes;
}

/// Of all sources, by their paths from the root.
QMap<QString, QString> allTexts()
{
    QMap<QString, QString> texts;
    const QDir root(GATESCOPE_SOURCE_DIR);
    for (const char *top : {"app", "core", "gpu", "ui"}) {
        QDirIterator files(root.filePath(top), {"*.h", "*.cpp", "*.cu", "*.cuh"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                texts.insert(root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
        }
    }
    return texts;
}

QList<Include> allIncludes()
{
    QList<Include> includes;
    const auto texts = allTexts();
    for (auto text = texts.begin(); text != texts.end(); ++text)
        includes += includesOf(text.key(), text.value());
    return includes;
}

/// Where a sentence is asked for its English: the command line and the checks of the device speak it; of a question it
/// is what a file holds, and what two questions are told apart by.
constexpr const char *englishFolders[] = {"app/", "gpu/", "core/base/", "core/learning/", "ui/quiz/"};

/// Without comments, letters and raw texts, so that brackets and quotation marks are what they seem.
QString plainSource(QString text)
{
    static const QRegularExpression odd(
        "R\"\\(.*?\\)\"|'(?:\\\\.|[^'\\\\\\n])'|(\"(?:[^\"\\\\\\n]|\\\\.)*\")|//[^\\n]*|(?<=\\d)'(?=\\d)",
        QRegularExpression::DotMatchesEverythingOption);
    return text.replace(odd, " \\1");
}

/// Behind the bracket that closes the one at `at`; those in texts do not count.
qsizetype afterBrackets(const QString &text, qsizetype at)
{
    int depth = 0;
    bool isText = false;
    do {
        const QChar c = text[at++];
        if (isText && c == u'\\')
            ++at;
        else if (c == u'"')
            isText = !isText;
        else if (!isText)
            depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
    } while (depth > 0 && at < text.size());
    return at;
}

const QString literals = QStringLiteral("(?:\"(?:[^\"\\\\\\n]|\\\\.)*\"\\s*)+");

/// Arguments of a sentence that hold English as it is, where no other language reaches it. What stands in printable()
/// is somebody's own text.
QStringList englishArguments(QString text)
{
    static const QRegularExpression call("\\b(error|sentence|inPlace|refuse)(?=\\()"), own("\\bprintable(?=\\()"),
        itsText("^\\(\\s*" + literals), marked("\\b(?:error|sentence|marked|tr)\\(\\s*" + literals),
        words("\"[^\"\\n]*[A-Za-z]{2,} [a-z][^\"\\n]*\"");
    text = plainSource(text);
    QStringList found;
    for (auto match = call.globalMatch(text); match.hasNext();) {
        const auto here = match.next();
        QString inside = text.mid(here.capturedEnd(), afterBrackets(text, here.capturedEnd()) - here.capturedEnd());
        for (auto each = own.match(inside); each.hasMatch(); each = own.match(inside))
            inside.remove(each.capturedStart(), afterBrackets(inside, each.capturedEnd()) - each.capturedStart());
        const QString whole = inside.simplified();
        if (here.captured() == u"error" || here.captured() == u"sentence")
            inside.remove(itsText);
        inside.remove(marked);
        if (inside.contains(".english()") || inside.contains(words))
            found += here.captured() + whole;
    }
    return found;
}

/// The texts that sources mark for translation by the engine's functions, as they stand there.
QStringList markedTexts(const QString &source)
{
    static const QRegularExpression call("\\b(?:error|sentence|marked)\\(\\s*(" + literals + ")"),
        literal("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    const QString text = plainSource(source);
    QStringList found;
    for (auto match = call.globalMatch(text); match.hasNext();) {
        QString whole;
        for (auto each = literal.globalMatch(match.next().captured(1)); each.hasNext();)
            whole += each.next().captured(1);
        found += whole.replace("\\\"", "\"");
    }
    return found;
}

bool isOfTheProject(const QString &include)
{
    return include.contains('/') && folderOf(include);
}

} // namespace

class IncludeRulesTest : public QObject
{
    Q_OBJECT
private slots:
    void includesOnlyGoDown()
    {
        QStringList complaints;
        int checked = 0;
        for (const Include &include : allIncludes()) {
            if (include.system)
                continue;
            if (!include.what.contains('/') && (include.what.endsWith(".moc") || include.what.startsWith("ui_")))
                continue;
            ++checked;
            const QString wrong = complaint(include.from, include.what);
            if (!wrong.isEmpty())
                complaints += QString("%1: #include \"%2\" %3").arg(include.from, include.what, wrong);
        }
        QVERIFY2(checked > 100, "the test found too few includes to mean anything");
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join('\n')));
    }

    void theEngineKnowsNoQt()
    {
        QStringList complaints;
        for (const Include &include : allIncludes()) {
            if (include.from.startsWith("core/") && include.system
                && QRegularExpression("^(Q[A-Z]|Qt)").match(include.what).hasMatch())
                complaints += include.from + " includes " + include.what;
        }
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join('\n')));
    }

    void plotsAreTheOnlyRoomOfTheirLibrary()
    {
        for (const Include &include : allIncludes()) {
            if (include.what.contains("qcustomplot", Qt::CaseInsensitive))
                QVERIFY2(include.from.startsWith("ui/plots/"), qPrintable(include.from));
        }
    }

    void ownHeadersAreIncludedWithQuotes()
    {
        for (const Include &include : allIncludes())
            QVERIFY2(!include.system || !isOfTheProject(include.what),
                     qPrintable(include.from + ": <" + include.what + ">"));
    }

    void noSourceLiesLooseBesideRooms()
    {
        for (const char *top : {"core", "ui", "ui/drawing"}) {
            const QStringList loose
                = QDir(QString(GATESCOPE_SOURCE_DIR) + '/' + top).entryList({"*.h", "*.cpp"}, QDir::Files);
            QVERIFY2(loose.isEmpty(), qPrintable(loose.join(' ')));
        }
    }

    void everyRoomOfDrawingsIsInTheTable()
    {
        const QDir drawing(QString(GATESCOPE_SOURCE_DIR) + "/ui/drawing");
        for (const QString &room : drawing.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QVERIFY2(amongst(rooms, "ui/drawing/" + room + '/'), qPrintable(room));
    }

    void aForbiddenIncludeIsNoticed_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("include");
        QTest::newRow("core knows the window") << "core/model/spec.cpp"
                                               << "ui/common/theme.h";
        QTest::newRow("upwards inside core") << "core/base/json.cpp"
                                             << "core/model/spec.h";
        QTest::newRow("one place another") << "ui/explore/stage/stage_panel.cpp"
                                           << "ui/train/train_panel.h";
        QTest::newRow("drawing a panel") << "ui/drawing/marks/marks.cpp"
                                         << "ui/explore/stage/stage_panel.h";
        QTest::newRow("a mark a scene") << "ui/drawing/marks/marks.cpp"
                                        << "ui/drawing/scene/scene.h";
        QTest::newRow("one picture another") << "ui/drawing/unit/unit_drawing.cpp"
                                             << "ui/drawing/timeline/timeline_input.h";
        QTest::newRow("the program the gpu") << "app/main.cpp"
                                             << "gpu/module.h";
        QTest::newRow("the gpu the window") << "gpu/module.cu"
                                            << "ui/common/theme.h";
        QTest::newRow("relative path") << "ui/drawing/marks/marks.cpp"
                                       << "marks.h";
    }
    void aForbiddenIncludeIsNoticed()
    {
        QFETCH(QString, from);
        QFETCH(QString, include);
        QVERIFY(!complaint(from, include).isEmpty());
    }

    void anAllowedIncludeIsNot()
    {
        QVERIFY(complaint("ui/explore/stage/stage_panel.cpp", "core/trace/trace.h").isEmpty());
        QVERIFY(complaint("core/engine/backend.h", "core/trace/trace.h").isEmpty());
        QVERIFY(complaint("ui/drawing/unit/unit_drawing.cpp", "ui/drawing/scene/scene.h").isEmpty());
        QVERIFY(complaint("app/main.cpp", "ui/window/main_window.h").isEmpty());
    }

    /// An error within an error is handed over as it is, and so speaks the language of the window.
    void noSentenceHoldsEnglishThatStaysEnglish()
    {
        QStringList complaints;
        const auto texts = allTexts();
        for (auto text = texts.begin(); text != texts.end(); ++text)
            for (const QString &wrong : englishArguments(text.value()))
                complaints += text.key() + ": " + wrong;
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join('\n')));
    }

    void englishIsAskedForWhereNoWindowShowsIt()
    {
        const auto texts = allTexts();
        for (auto text = texts.begin(); text != texts.end(); ++text) {
            const bool mayBe = std::ranges::any_of(englishFolders, [&](auto f) { return text.key().startsWith(f); });
            QVERIFY2(mayBe || !text.value().contains(QRegularExpression("(\\.|->|::)english\\b")),
                     qPrintable(text.key()));
        }
    }

    /// The module of a device is loaded at run time, but its sentences are shown in the window as any other.
    void aSentenceOfTheDeviceHasATranslation()
    {
        QFile file(GATESCOPE_SOURCE_DIR "/resources/translations/gatescope_de.ts");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString german = QString::fromUtf8(file.readAll());
        const auto texts = allTexts();
        QStringList missing;
        int found = 0;
        for (auto text = texts.begin(); text != texts.end(); ++text) {
            if (!text.key().startsWith("gpu/") || text.key().startsWith("gpu/check/"))
                continue; // the checks speak English, on a terminal
            for (const QString &marked : markedTexts(text.value())) {
                const QString escaped = marked.toHtmlEscaped().replace("'", "&apos;");
                const QRegularExpression translated("<source>" + QRegularExpression::escape(escaped)
                                                    + "</source>\\s*<translation>[^<]");
                ++found;
                if (!german.contains(translated))
                    missing += text.key() + ": " + marked;
            }
        }
        QVERIFY2(found > 40, qPrintable(QString::number(found)));
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join('\n')));
    }

    void englishInAnArgumentIsNoticed_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("isWrong");
        const auto row = [](const char *source, bool isWrong) { QTest::newRow(source) << source << isWrong; };
        row("error(\"%1: %2\", {name, read.error().english()})", true);
        row("error(\"%1: %2\", {name, read.error()})", false);
        row("error(\"Line %1: %2\", {line, \"expected a number\"})", true);
        row("error(\"Line %1: %2\", {line, sentence(\"expected a number\")})", false);
        row("inPlace(\"the header\", read.error())", true);
        row("error(isUnit ? \"There is no unit %1.\" : \"There is no step %1.\", {number})", true);
        row("error(\"\\\"%1\\\" (here) stands twice, \" \"expected once.\", {printable(option.english())})", false);
        row("std::cout << read.error().english(); // error(\"%1\", {read.error().english()})", false);
    }
    void englishInAnArgumentIsNoticed()
    {
        QFETCH(QString, source);
        QFETCH(bool, isWrong);
        QCOMPARE(!englishArguments(source).isEmpty(), isWrong);
    }
};

QTEST_GUILESS_MAIN(IncludeRulesTest)
#include "architecture_test.moc"
