// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/worksheet_pages.h"

#include "core/engine/reference_backend.h"
#include "ui/common/translate.h"
#include "ui/export/views.h"

#include <QFontMetricsF>

#include <algorithm>
#include <map>

namespace gatescope {

namespace {

constexpr double textSize = 14;
constexpr double smallSize = 11;
constexpr double numberIndent = 28;
constexpr double optionIndent = 44;
constexpr double letterIndent = 20;   ///< of an option's words behind its letter
constexpr QSize stageSize(1180, 700); ///< in which a stage is drawn, before it is made smaller
const QColor paleInk(90, 90, 90);

double questionLeft()
{
    return paperColumn.left() + numberIndent;
}

void append(PaperRows &rows, PaperRows more)
{
    std::ranges::move(more, std::back_inserter(rows));
}

/// Only who has to point at a part must see it; all else stands in the text.
bool needsStage(const Question &question)
{
    const auto *point = std::get_if<PointAnswer>(&question.answer);
    return point && !point->part.empty();
}

/// The light theme on white paper, with greys that a printer and a copier still show.
const Theme &printedTheme()
{
    static const Theme printed = [] {
        Theme made = theme(ThemeName::light);
        made.paper = made.panel = made.wash = Qt::white;
        made.ink = made.ink2 = Qt::black;
        made.ink3 = QColor(64, 64, 64);
        made.line = QColor(128, 128, 128);
        for (RoleColours &role : made.roles)
            role.wire = role.text;
        return made;
    }();
    return printed;
}

/// The stages of a class's sheets; the same question's is computed once.
class Stages
{
public:
    explicit Stages(const NetworkOf &networkOf) : m_networkOf(networkOf) { }

    std::shared_ptr<const Picture> of(const Question &question)
    {
        if (!needsStage(question))
            return nullptr;
        const auto [found, isNew] = m_made.try_emplace(question.id);
        if (isNew)
            found->second = make(question);
        return found->second;
    }

private:
    std::shared_ptr<const Picture> make(const Question &question) const
    {
        Record record = m_networkOf(question);
        if (!record.experiment)
            return nullptr;
        if (!record) {
            const auto computed = computeRecord(ReferenceBackend(), record.experiment);
            if (!computed)
                return nullptr;
            record = *computed;
        }
        PlayheadState state;
        for (const SolutionStep &step : question.solution)
            if (step.place) {
                state.sequence = step.place->sequence;
                state.step = step.place->step;
                state.layer = step.place->layer;
                state.direction = step.place->direction;
            }
        state = clamped(state, *record.trace); // at the first part, which gives nothing away
        Scene scene{record, state, printedTheme()};
        scene.printed = true;
        Picture picture = pictureOf(*exportedViewNamed("cell"), scene, stageSize);
        picture.paper = Qt::white;
        return std::make_shared<const Picture>(std::move(picture));
    }

    const NetworkOf &m_networkOf;
    std::map<std::string, std::shared_ptr<const Picture>> m_made;
};

PaperRow stageRow(const std::shared_ptr<const Picture> &picture)
{
    const double width = paperColumn.right() - questionLeft();
    const double height = width * picture->size.height() / picture->size.width();
    PaperPiece piece{PaperPiece::Kind::picture, QRectF(questionLeft(), 4, width, height)};
    piece.picture = picture;
    return {{piece}, height + 10};
}

QString howOf(const Question &question)
{
    switch (question.kind) {
    case QuestionKind::choices:
        return Words::tr("Tick all that apply.");
    case QuestionKind::order:
        return Words::tr("Write the letters in the right order.");
    case QuestionKind::shape:
        return Words::tr("Write the sizes, such as (4, 7, 3).");
    case QuestionKind::point:
        return needsStage(question) ? Words::tr("Write the name of the part.") : Words::tr("Write its number.");
    default:
        return {};
    }
}

/// The number in the margin, the text, and the stage.
PaperRows askedRows(const Question &question, int number, Stages &stages)
{
    PaperRows rows = worded(said(question.text), paperFont(textSize), questionLeft());
    rows.front().pieces.push_back({PaperPiece::Kind::text, QRectF(paperColumn.left(), 0, numberIndent, 20),
                                   QStringLiteral("%1.").arg(number), paperFont(textSize, QFont::DemiBold)});
    if (const auto picture = stages.of(question))
        rows.push_back(stageRow(picture));
    return rows;
}

PaperRows optionRows(const Question &question, bool haveBoxes)
{
    PaperRows rows;
    for (int option = 0; option < std::ssize(question.options); ++option) {
        const QFont font = paperFont(textSize);
        const double left = questionLeft() + (haveBoxes ? optionIndent / 2 : 0);
        PaperRows lines = worded(said(question.options[std::size_t(option)]), font, left + letterIndent);
        lines.front().pieces.push_back({PaperPiece::Kind::text, QRectF(left, 0, letterIndent, 20),
                                        QString::fromStdString(optionLetter(option)), font});
        if (haveBoxes)
            lines.front().pieces.push_back({PaperPiece::Kind::box, QRectF(questionLeft(), 3, 11, 11)});
        lines.front().height += 2;
        append(rows, std::move(lines));
    }
    return rows;
}

PaperRow answerLine(double room)
{
    const QString words = Words::tr("Answer:");
    const QFont font = paperFont(textSize);
    const double begin = questionLeft() + QFontMetricsF(font).horizontalAdvance(words) + 8;
    return {{{PaperPiece::Kind::text, QRectF(questionLeft(), room, 80, 20), words, font},
             {PaperPiece::Kind::rule, QRectF(begin, room + 17, 260, 0), {}, {}, paleInk}},
            room + 22,
            room * 0.5};
}

/// What a student gets: the question and where to answer it.
PaperRows sheetRows(const Question &question, int number, Stages &stages)
{
    PaperRows rows = askedRows(question, number, stages);
    if (const QString how = howOf(question); !how.isEmpty())
        append(rows, linesOf(how, paperFont(smallSize + 1), questionLeft(), paleInk));
    rows.push_back(gapOf(4));
    const bool isTicked = question.kind == QuestionKind::choice || question.kind == QuestionKind::choices;
    append(rows, optionRows(question, isTicked));
    if (!isTicked)
        rows.push_back(answerLine(question.kind == QuestionKind::numeric ? 84 : 14));
    rows.push_back(gapOf(22, 10));
    return rows;
}

PaperRows solutionRows(const Question &question, int number, Stages &stages)
{
    PaperRows rows = askedRows(question, number, stages);
    append(rows, optionRows(question, false));
    rows.push_back(gapOf(4));
    for (const SolutionStep &step : question.solution) {
        PaperRows lines = worded(said(step.text), paperFont(textSize - 1), questionLeft() + 16);
        lines.front().pieces.push_back({PaperPiece::Kind::text, QRectF(questionLeft(), 0, 16, 18), QStringLiteral("–"),
                                        paperFont(textSize - 1), paleInk});
        append(rows, std::move(lines));
    }
    append(rows,
           linesOf(Words::tr("Answer: %1").arg(said(keySentence(question))), paperFont(textSize, QFont::DemiBold),
                   questionLeft()));
    append(rows, linesOf(QString::fromStdString(question.id), paperFont(smallSize), questionLeft(), paleInk));
    rows.push_back(gapOf(16, 8));
    return rows;
}

/// Over and under what stands on the page.
void addFrame(PaperPage &page, const WorksheetHead &head, const QString &whose, int number, int count)
{
    const double right = paperColumn.right(), top = 62;
    page.pieces.push_back(textAt({paperColumn.left(), top}, head.title, paperFont(18, QFont::DemiBold)));
    page.pieces.push_back(textEndingAt({right, top}, whose, paperFont(textSize)));
    page.pieces.push_back(
        {PaperPiece::Kind::rule, QRectF(paperColumn.left(), top + 12, paperColumn.width(), 0), {}, {}, paleInk});
    const double foot = paperSize.height() - 44;
    page.pieces.push_back(textAt({paperColumn.left(), foot}, Words::tr("Gatescope, seed %1").arg(head.seed),
                                 paperFont(smallSize), paleInk));
    page.pieces.push_back(
        textEndingAt({right, foot}, Words::tr("page %1 of %2").arg(number).arg(count), paperFont(smallSize), paleInk));
}

QString nameOnSheet(const Worksheet &sheet)
{
    return QString::fromStdString(sheet.student);
}

PaperRows nameLine()
{
    const QString name = Words::tr("Name:"), date = Words::tr("Date:");
    const double left = paperColumn.left(), right = paperColumn.right();
    const QFont font = paperFont(textSize);
    return {{{{PaperPiece::Kind::text, QRectF(left, 0, 60, 20), name, font},
              {PaperPiece::Kind::rule, QRectF(left + 52, 17, 330, 0), {}, {}, paleInk},
              {PaperPiece::Kind::text, QRectF(left + 400, 0, 60, 20), date, font},
              {PaperPiece::Kind::rule, QRectF(left + 446, 17, right - left - 446, 0), {}, {}, paleInk}},
             40}};
}

/// The rows on pages, no tighter than needed to do without a last page that the tightest would not need.
std::vector<PaperPage> pagesOf(const std::vector<PaperRows> &blocks)
{
    const auto at = [&blocks](double tightness) {
        PaperFlow flow(tightness);
        for (const PaperRows &block : blocks)
            flow.add(block);
        return flow.takePages();
    };
    const std::size_t fewest = at(1).size();
    for (const double tightness : {0.0, 0.25, 0.5, 0.75})
        if (std::vector<PaperPage> pages = at(tightness); pages.size() == fewest)
            return pages;
    return at(1);
}

using RowsOf = PaperRows (*)(const Question &, int, Stages &);

std::vector<PaperPage> pagesOf(const std::vector<Worksheet> &sheets, const WorksheetHead &head,
                               const NetworkOf &networkOf, RowsOf rowsOf, bool hasNameLine)
{
    Stages stages(networkOf);
    std::vector<PaperPage> all;
    for (const Worksheet &sheet : sheets) {
        std::vector<PaperRows> blocks;
        if (hasNameLine)
            blocks.push_back(nameLine());
        for (std::size_t i = 0; i < sheet.questions.size(); ++i)
            blocks.push_back(rowsOf(sheet.questions[i], static_cast<int>(i) + 1, stages));
        std::vector<PaperPage> pages = pagesOf(blocks);
        for (std::size_t i = 0; i < pages.size(); ++i)
            addFrame(pages[i], head, nameOnSheet(sheet), static_cast<int>(i) + 1, static_cast<int>(pages.size()));
        std::ranges::move(pages, std::back_inserter(all));
    }
    return all;
}

} // namespace

std::vector<PaperPage> worksheetPages(const std::vector<Worksheet> &sheets, const WorksheetHead &head,
                                      const NetworkOf &networkOf)
{
    return pagesOf(sheets, head, networkOf, sheetRows, !head.areNamed);
}

std::vector<PaperPage> solutionPages(const std::vector<Worksheet> &sheets, const WorksheetHead &head,
                                     const NetworkOf &networkOf)
{
    return pagesOf(sheets, head, networkOf, solutionRows, false);
}

namespace {

/// What somebody must know who marks with the key: not everybody has the same question under a number.
PaperRows whatDiffers(const std::vector<Worksheet> &sheets)
{
    QStringList numbers;
    const std::vector<int> own = sheets.empty() ? std::vector<int>() : sheets.front().ofTheirOwn; // as on every sheet
    for (const int question : own)
        numbers += QString::number(question + 1);
    if (numbers.isEmpty())
        return {};
    PaperRows rows = linesOf(Words::tr("Not the same for everybody: %1. Under such a number sheets have different "
                                       "questions, of the same lesson, level and kind.")
                                 .arg(numbers.join(QStringLiteral(", "))),
                             paperFont(12), paperColumn.left(), paleInk);
    rows.push_back(gapOf(8));
    return rows;
}

} // namespace

std::vector<PaperPage> keyPages(const std::vector<Worksheet> &sheets, const WorksheetHead &head)
{
    const QFont font = paperFont(12), bold = paperFont(12, QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const double nameWidth = 150, gap = 14;
    double cell = 30;
    int count = 0;
    for (const Worksheet &sheet : sheets)
        for (std::size_t i = 0; i < sheet.questions.size(); ++i) {
            const QString words = QStringLiteral("%1: %2").arg(i + 1).arg(said(keySentence(sheet.questions[i])));
            cell = std::max(cell, metrics.horizontalAdvance(words) + gap);
            count = std::max(count, static_cast<int>(sheet.questions.size()));
        }
    const double room = paperColumn.width() - nameWidth;
    cell = std::min(cell, room);
    const int columns = std::clamp(static_cast<int>(room / cell), 1, std::max(1, count));
    PaperFlow flow;
    if (const PaperRows differs = whatDiffers(sheets); !differs.empty())
        flow.add(differs);
    for (const Worksheet &sheet : sheets) {
        PaperRows rows;
        for (int i = 0; i < std::ssize(sheet.questions); ++i) {
            if (i % columns == 0)
                rows.push_back({{}, 19});
            const QString words
                = QStringLiteral("%1: %2").arg(i + 1).arg(said(keySentence(sheet.questions[std::size_t(i)])));
            rows.back().pieces.push_back(
                {PaperPiece::Kind::text,
                 QRectF(paperColumn.left() + nameWidth + (i % columns) * (room / columns), 0, cell, 18), words, font});
        }
        if (rows.empty())
            continue;
        rows.front().pieces.push_back(
            {PaperPiece::Kind::text, QRectF(paperColumn.left(), 0, nameWidth, 18),
             QFontMetricsF(bold).elidedText(nameOnSheet(sheet), Qt::ElideRight, nameWidth - 8), bold});
        rows.push_back(gapOf(3));
        flow.add(rows);
    }
    std::vector<PaperPage> pages = flow.takePages();
    for (std::size_t i = 0; i < pages.size(); ++i)
        addFrame(pages[i], head, Words::tr("key"), static_cast<int>(i) + 1, static_cast<int>(pages.size()));
    return pages;
}

} // namespace gatescope
