// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/classroom/loopback_phone.h"
#include "tests/ui/quiz/open_quiz.h"

#include "ui/classroom/address_bar.h"
#include "ui/classroom/phones_dialog.h"
#include "ui/common/languages.h"
#include "ui/document/playing/predictions.h"

#include <QPushButton>

#include <optional>

// What one looks at after a change to a class's phones: how they get in, and the projector while they answer.
//     phones_pictures FOLDER light|dark|contrast 1280x800 [LANGUAGE]

using namespace gatescope;

namespace {

struct Pictures : OpenQuiz {
    QDir folder;
    QSize size;

    void take(const char *name, QWidget &of)
    {
        QTest::qWait(150);
        if (!of.grab().save(folder.filePath(QLatin1String(name) + ".png")))
            qFatal("The picture cannot be written.");
    }
    void keepSize()
    {
        window.setWindowState({}); // the screen that there is may have another size
        window.resize(size);
    }

    void takeAll()
    {
        take("quiz-start", window);
        {
            PhonesDialog dialog(place.phones(), classAddresses(), &window);
            dialog.show();
            take("phones-closed", dialog);
            dialog.where().addresses().setCurrentIndex(dialog.where().addresses().count() - 1);
            dialog.where().turn().click();
            take("phones-open", dialog);
            const Phones joined = phonesJoining(place.phones(), 23);
            take("phones-joined", dialog);
        }
        const Phones all = phonesJoining(place.phones(), 23, 100);
        place.beginClass();
        keepSize();
        ClassRound &asked = place.classRound();
        for (const Question &question : {generated("blend-by-hand"), written("order-bag")}) {
            const QByteArray id = QByteArray::fromStdString(question.id).replace(':', '-');
            asked.begin({question}, 60);
            (void)soon([&] { return all.back()->page["ask"].toInt() == asked.asking(); });
            for (std::size_t i = 0; i + 4 < all.size(); ++i)
                all[i]->answer(asked.asking(), {int(i % 5) % int(asked.answers().size())});
            if (asked.phones().takesNumbers())
                all.back()->type(asked.asking(), "0,375");
            (void)soon([&] { return asked.phones().answered() >= 19; });
            take("class-asked-" + id, window);
            asked.on();
            take("class-shown-" + id, window);
        }
        asked.on();
        while (!asked.isOver())
            asked.on();
        take("class-over", window);
        place.leave();
        window.goTo(placeNamed("explore"));
        keepSize();
        window.explore().predictions().setOn(true);
        player.partOn();
        (void)soon([&] { return all.back()->page["kind"] == "asking"; });
        for (std::size_t i = 0; i + 4 < all.size(); ++i)
            all[i]->answer(all[i]->page["ask"].toInt(), {int(i % 3)});
        take("predict-asked", window);
        player.partOn();
        take("predict-shown", window);
    }
    void take(const QByteArray &name, QWidget &of) { take(name.constData(), of); }
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList words = app.arguments();
    const auto name = words.size() >= 4 ? themeNamed(words[2]) : std::nullopt;
    const QStringList sides = words.value(3).split('x');
    if (!name || sides.size() != 2 || !QDir().mkpath(words[1])) {
        qInfo("phones_pictures FOLDER light|dark|contrast WIDTHxHEIGHT [LANGUAGE]");
        return 2;
    }
    const SpokenLanguage spoken(words.value(4, "en"),
                                {QString::fromStdString(resourceFolder().string()) + "/translations"});
    Pictures pictures;
    pictures.folder.setPath(words[1]);
    pictures.size = {sides[0].toInt(), sides[1].toInt()};
    pictures.window.look().setTheme(*name);
    pictures.keepSize();
    pictures.takeAll();
    return 0;
}
