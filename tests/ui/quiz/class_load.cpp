// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/classroom/loopback_phone.h"

#include "core/base/program_files.h"
#include "core/learning/generators/generator.h"
#include "core/learning/lessons/question_file.h"
#include "ui/common/fonts.h"
#include "ui/common/languages.h"
#include "ui/quiz/asking/question_shelf.h"
#include "ui/quiz/class/class_round.h"
#include "ui/quiz/class/class_view.h"
#include "ui/quiz/class/phone_show.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSocketNotifier>

#include <algorithm>
#include <cstdio>
#include <optional>

// How many phones a class bears, and a class to look at with a browser:
//     class_load 300 8          so many phones join at once and answer so many questions at once; what that takes
//     class_load serve [de]     names an address; a line on the input is a press of Space
// Built for release on two cores: 300 phones are in after 0.12 s and have their answers back after 56 ms at the latest,
// 1,000 after 0.36 s and 88 ms; none is lost, and the window stands still for no longer than 63 ms.
// The phones are a process of their own, as they are in a school; the projector's view is drawn all the while.

using namespace gatescope;

namespace {

DoorLimits forMany()
{
    DoorLimits limits;
    limits.connections = limits.connectionsOfAnAddress = 5000; // here all come from one address
    return limits;
}

struct Class {
    QuestionShelf shelf{resourceFolder(), {}};
    ClassRound round;
    ClassPhones phones{forMany()};
    PhoneShow show{round, phones};
    ClassView view{round, shelf, phones};

    Class()
    {
        view.setLook({&theme(ThemeName::light), 1, true});
        view.resize(1920, 1080);
        view.show();
        show.setSeen(true);
        if (!phones.open(loopback, false, 0))
            qFatal("The class cannot be opened.");
    }
};

std::vector<Question> someQuestions(int count)
{
    static const char *const kinds[] = {"blend-by-hand", "order-of-a-step", "steps-without-gradient", "share-left"};
    std::vector<Question> questions;
    for (int i = 0; i < count; ++i)
        questions.push_back(makeQuestion(*generatorNamed(kinds[i % 4]), std::uint64_t(i) + 1));
    return questions;
}

int serve()
{
    Class all;
    std::vector<Question> questions = someQuestions(4);
    const auto read = readQuestionFolder(resourceFolder(), readLessonFolder(resourceFolder()).lessons);
    for (const char *id : {"order-matters-where", "order-bag"})
        questions.insert(questions.begin(), *std::ranges::find(read.questions, id, &Question::id));
    all.round.begin(questions);
    std::printf("%s\n", qPrintable(all.phones.address()));
    std::fflush(stdout);
    QSocketNotifier input(0, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &input, [&] {
        char line[200];
        if (!std::fgets(line, sizeof line, stdin))
            return QApplication::quit();
        const QString word = QString::fromUtf8(line).trimmed();
        if (word.startsWith("names"))
            all.phones.setNicknamesGiven(false);
        else if (word.startsWith("lock"))
            all.phones.setLocked(true);
        else if (word.startsWith("close"))
            all.phones.close();
        else if (word.startsWith("shot"))
            all.view.grab().save(word.mid(5));
        else
            all.round.on();
        std::printf("%d %d\n", all.round.number(), int(all.round.phase()));
        std::fflush(stdout);
    });
    return QApplication::exec();
}

/// The process of the phones: joins, and answers each asking once, all in the same moment; says what it took.
struct Crowd {
    Phones phones;
    QElapsedTimer clock;
    std::vector<qint64> sentAt;
    std::vector<double> took; ///< milliseconds until an answer had arrived
    int asked = -1;

    void follow(std::size_t i)
    {
        LoopbackPhone &phone = *phones[i];
        const int ask = phone.page["ask"].toInt();
        if (phone.page["kind"] != "asking")
            return;
        if (phone.page.contains("mine")) {
            if (sentAt[i] >= 0)
                took.push_back(double(clock.nsecsElapsed() - sentAt[i]) / 1e6);
            sentAt[i] = -1;
            return;
        }
        if (sentAt[i] >= 0)
            return;
        sentAt[i] = clock.nsecsElapsed();
        phone.answer(ask, {int(i) % phone.page["rows"].toArray().size()});
    }
};

double quantile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[std::size_t(share * double(values.size() - 1))];
}

int crowd(const QString &address, int count)
{
    const ClassPhones nobody;
    Crowd all;
    all.sentAt.assign(std::size_t(count), -1);
    all.clock.start();
    for (int i = 0; i < count; ++i) {
        all.phones.push_back(std::make_unique<LoopbackPhone>(nobody, i + 1, QString(), address));
        QObject::connect(&all.phones.back()->socket, &QWebSocket::textMessageReceived, &all.phones.back()->socket,
                         [&all, i] { all.follow(std::size_t(i)); });
        all.phones.back()->socket.open(QUrl(QString(address).replace("http", "ws") + "/line"));
    }
    (void)QTest::qWaitFor(
        [&] { return std::ranges::all_of(all.phones, [](const auto &phone) { return phone->isIn(); }); }, 60'000);
    std::printf("all in after %.0f ms\n", double(all.clock.nsecsElapsed()) / 1e6);
    std::fflush(stdout);
    (void)QTest::qWaitFor(
        [&] { return std::ranges::any_of(all.phones, [](const auto &phone) { return phone->isClosed; }); }, 600'000);
    std::printf("answers arrived: %zu, p50 %.0f ms, p99 %.0f ms, longest %.0f ms\n", all.took.size(),
                quantile(all.took, 0.5), quantile(all.took, 0.99), quantile(all.took, 1));
    return 0;
}

double megabytesNow()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
    return 0;
}

int measure(int count, int rounds)
{
    Class all;
    const double before = megabytesNow();
    QProcess others;
    others.setProcessChannelMode(QProcess::ForwardedChannels);
    others.start(QCoreApplication::applicationFilePath(), {"crowd", all.phones.address(), QString::number(count)});
    if (!soon([&] { return all.phones.present() == count; }, 60'000))
        qFatal("Not all phones have joined.");
    QTest::qWait(500);
    double longest = 0; // between two turns of a timer of 10 ms: how long the window does not answer
    QElapsedTimer turn;
    turn.start();
    QTimer watching;
    QObject::connect(&watching, &QTimer::timeout, &watching, [&] {
        longest = std::max(longest, double(turn.nsecsElapsed()) / 1e6);
        turn.restart();
        all.view.grab(); // offscreen nothing paints by itself
    });
    watching.setTimerType(Qt::PreciseTimer);
    watching.start(33);
    all.round.begin(someQuestions(rounds));
    int answers = 0;
    for (int round = 0; round < rounds; ++round) {
        if (!soon([&] { return all.round.phones().answered() == count; }, 60'000))
            qFatal("Answers are lost.");
        QTest::qWait(300);
        answers += all.round.phones().answered();
        const int number = all.round.number();
        all.round.reveal();
        QTest::qWait(100);
        while (!all.round.isOver() && all.round.number() == number)
            all.round.on();
    }
    watching.stop();
    std::printf("answers counted: %d of %d; the longest pause of the window %.0f ms; memory %.0f MB, of it %.0f for %d "
                "phones\n",
                answers, rounds * count, longest, megabytesNow(), megabytesNow() - before, count);
    std::fflush(stdout);
    all.phones.close();
    others.waitForFinished();
    return answers == rounds * count ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QStringList words = app.arguments();
    std::optional<SpokenLanguage> language;
    if (words.contains("de"))
        language.emplace(
            "de", QStringList{QString::fromStdString(resourceFolder().string()) + QStringLiteral("/translations")});
    if (words.value(1) == "serve")
        return serve();
    if (words.value(1) == "crowd")
        return crowd(words.value(2), words.value(3).toInt());
    if (words.value(1).toInt() > 0)
        return measure(words[1].toInt(), std::max(1, words.value(2).toInt()));
    std::fprintf(stderr, "class_load PHONES QUESTIONS, or class_load serve [de]\n");
    return 2;
}
