// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/claims/claim_rows.h"
#include "core/learning/study/measured.h"
#include "core/learning/study/schooling.h"
#include "core/training/generation.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

namespace gatescope {

namespace {

/// Steps of sequence 0 that read a letter, and the letter that is said there and is right.
struct SaidLetter {
    int step = 0, read = 0, said = 0, right = 0;
};

/// None where the network does not read one-hot letters and say the next one.
std::vector<SaidLetter> saidLetters(const Studied &studied)
{
    const auto *letters = std::get_if<CharacterInput>(&studied.experiment.input.source);
    const auto &classes = studied.experiment.objective.classes;
    if (!letters || classes.empty() || studied.trace->headOutput.empty() || studied.spec().embeddingRows > 0)
        return {};
    std::vector<SaidLetter> all;
    for (int t = 0; t < studied.trace->length(0); ++t) {
        SaidLetter one{.step = t, .right = classes[0][std::size_t(t)]};
        studied.trace->batch->x.at(t, 0).maxCoeff(&one.read);
        studied.trace->headOutput.at(t, 0).maxCoeff(&one.said);
        all.push_back(one);
    }
    return all;
}

/// As code: in the interface's face an l reads as I.
std::string letterName(const Studied &studied, int letter)
{
    const std::string &name = std::get<CharacterInput>(studied.experiment.input.source).alphabet[std::size_t(letter)];
    return "`" + (name == " " ? "␣" : name) + "`";
}

/// The same letter, read at several steps, with another one to follow each time.
Evidence sameLetterOtherAnswer(const Studied &studied)
{
    const std::vector<SaidLetter> all = saidLetters(studied);
    std::map<int, std::vector<SaidLetter>> byLetter;
    for (const SaidLetter &one : all)
        byLetter[one.read].push_back(one);
    const auto most = std::ranges::max_element(byLetter, {}, [](const auto &row) { return row.second.size(); });
    if (most == byLetter.end() || most->second.size() < 2)
        return {};
    std::string steps, said, right;
    std::set<int> different;
    bool isRight = true;
    double apart = 1e300;
    for (const SaidLetter &one : most->second) {
        const char *comma = steps.empty() ? "" : ", ";
        steps += comma + std::to_string(one.step);
        said += comma + letterName(studied, one.said);
        right += comma + letterName(studied, one.right);
        different.insert(one.right);
        isRight = isRight && one.said == one.right;
        for (const SaidLetter &other : most->second)
            if (other.step != one.step)
                apart = std::min(
                    apart, (studied.trace->output.at(one.step, 0) - studied.trace->output.at(other.step, 0)).norm());
    }
    return {isRight && different.size() == most->second.size() && apart > 0.1,
            sentence("%1 is read at steps %2, and %3 is said: right is %4. The input is the same each time; the states "
                     "are at least %5 apart.",
                     {letterName(studied, most->first), steps, said, right, measuredText(apart)})};
}

/// p ∝ e^(y / T)
Vector probabilities(const Vector &y, double temperature)
{
    const Eigen::ArrayXd powers = ((y.array() - y.maxCoeff()) / temperature).exp();
    return (powers / powers.sum()).matrix();
}

/// −Σ p log₂ p
double bitsOf(const Vector &p)
{
    double bits = 0;
    for (const double each : p)
        bits -= each > 0 ? each * std::log2(each) : 0;
    return bits;
}

Evidence temperatureFlattens(const Studied &studied)
{
    const std::vector<SaidLetter> all = saidLetters(studied);
    if (all.empty())
        return {};
    const SaidLetter &last = all.back();
    const Vector y = studied.trace->headOutput.at(last.step, 0);
    const std::vector<double> temperatures{0.5, 1, 2};
    std::vector<double> share, bits;
    for (const double temperature : temperatures) {
        const Vector p = probabilities(y, temperature);
        share.push_back(p.maxCoeff());
        bits.push_back(bitsOf(p));
    }
    return {std::ranges::is_sorted(bits) && bits.back() > bits.front() && share.front() > share.back(),
            sentence("At step %1 the likeliest letter, %2, has a probability of %3 at temperature 0.5, %4 at 1 and %5 "
                     "at 2. How undecided that is, in bits: %6, %7 and %8.",
                     {std::to_string(last.step), letterName(studied, last.said), measuredText(share[0]),
                      measuredText(share[1]), measuredText(share[2]), measuredText(bits[0]), measuredText(bits[1]),
                      measuredText(bits[2])})};
}

/// A GRU that learned the letters of the simple sentences, and how it went.
struct Writer {
    NetworkSpec spec;
    Parameters parameters;
    std::shared_ptr<const Task> task;
    double unigram = 0, bigram = 0, first = 0; ///< bits per character
    std::vector<double> heldOut;               ///< look by look
    std::vector<std::string> places;           ///< updates
};

constexpr int writerUpdates = 400;

std::shared_ptr<const Writer> learnedWriter(const std::stop_token &stop)
{
    Writer writer;
    writer.task = shippedTask("text", 30, "texts/sentences.txt");
    if (!writer.task)
        return nullptr;
    for (const Baseline &baseline : writer.task->baselines())
        (baseline.name == "unigram" ? writer.unigram : writer.bigram) = baseline.score;
    writer.spec.hiddenSize = 32;
    const Schooling schooling{
        .task = writer.task, .spec = writer.spec, .seed = 1, .updates = writerUpdates, .heldOutEvery = 20};
    const auto trainer = schooled(schooling, stop, [&](const UpdateRecord &record, const Trainer &) {
        if (record.update == 1)
            writer.first = record.outcome.score;
        if (!record.heldOut)
            return;
        writer.places.push_back(std::to_string(record.update));
        writer.heldOut.push_back(record.heldOut->score);
    });
    if (!trainer || writer.heldOut.empty())
        return nullptr;
    writer.spec = trainer->spec();
    writer.parameters = trainer->parameters();
    return std::make_shared<const Writer>(std::move(writer));
}

std::shared_ptr<const Writer> usualWriter(const std::stop_token &stop)
{
    static FoundOnce<std::shared_ptr<const Writer>> writer(learnedWriter);
    return writer.ask(stop);
}

Evidence lettersBeatBigram(const std::stop_token &stop)
{
    const auto writer = usualWriter(stop);
    if (!writer)
        return {};
    const std::size_t looks = writer->heldOut.size(), letters = writer->task->symbols().size();
    const auto below = std::ranges::find_if(writer->heldOut, [&](double bits) { return bits < writer->bigram; });
    const std::string when = below == writer->heldOut.end()
        ? std::string("−")
        : writer->places[std::size_t(below - writer->heldOut.begin())];
    return {writer->heldOut.back() < writer->bigram && writer->bigram < writer->unigram
                && std::abs(writer->first - std::log2(double(letters))) < 0.3,
            sentence("Bits per character: untrained %1, with %2 characters log₂ %2 = %3; unigram %4, bigram %5. On "
                     "sentences it never learned from the GRU passes the bigram by update %6 and has %7 at update %8.",
                     {measuredText(writer->first), std::to_string(letters), measuredText(std::log2(double(letters))),
                      measuredText(writer->unigram), measuredText(writer->bigram), when,
                      measuredText(writer->heldOut.back()), writer->places.back()}),
            {{sentence("GRU, held out"), "g", writer->heldOut},
             {sentence("bigram"), "", std::vector<double>(looks, writer->bigram), true},
             {sentence("unigram"), "", std::vector<double>(looks, writer->unigram), true}},
            sentence("bits per character"),
            false,
            sentence("update"),
            writer->places};
}

/// The words of a text, without the first and the last, which may be cut.
std::vector<std::string> wholeWords(std::string text)
{
    std::ranges::replace_if(
        text, [](char c) { return c < 'a' || c > 'z'; }, ' ');
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    if (words.size() > 2) {
        words.erase(words.begin());
        words.pop_back();
    }
    return words;
}

/// Real words, and how many different ones, among those that it writes at a temperature.
struct Written {
    double known = 0; ///< share
    int different = 0, words = 0;
    std::string piece = {}; ///< of what it wrote, as code
};

/// Some letters from the middle on one line: `sees the dog`.
std::string pieceOf(const std::string &text)
{
    constexpr std::size_t letters = 26;
    std::string piece = text.substr(text.size() / 2, letters);
    std::ranges::replace(piece, '\n', ' ');
    while (piece.ends_with(' '))
        piece.pop_back();
    while (piece.starts_with(' '))
        piece.erase(0, 1);
    return "`" + piece + "`";
}

Written writtenAt(const Writer &writer, double temperature, const std::set<std::string> &vocabulary)
{
    const std::vector<std::string> alphabet = writer.task->symbols();
    std::vector<int> prompt;
    for (const char *letter : {"t", "h", "e", " "})
        prompt.push_back(int(std::ranges::find(alphabet, letter) - alphabet.begin()));
    const auto text = generateText(writer.spec, writer.parameters, alphabet, prompt,
                                   {.length = 1200, .temperature = temperature, .seed = 1});
    if (!text)
        return {};
    const std::vector<std::string> words = wholeWords(*text);
    Written written{.known = 0,
                    .different = int(std::set<std::string>(words.begin(), words.end()).size()),
                    .words = int(words.size()),
                    .piece = pieceOf(*text)};
    for (const std::string &word : words)
        written.known += double(vocabulary.contains(word)) / double(words.size());
    return written;
}

Evidence temperatureWrites(const std::stop_token &stop)
{
    const auto writer = usualWriter(stop);
    const auto words = shippedTask("words", 16);
    if (!writer || !words)
        return {};
    const std::vector<std::string> names = words->inputSymbols();
    const std::set<std::string> vocabulary(names.begin(), names.end());
    const std::vector<double> temperatures{0, 0.25, 0.5, 0.75, 1, 1.5, 2};
    std::vector<double> known;
    std::vector<Written> all;
    std::vector<std::string> places;
    for (const double temperature : temperatures) {
        all.push_back(writtenAt(*writer, temperature, vocabulary));
        known.push_back(all.back().known);
        places.push_back(measuredText(temperature));
    }
    const Written &cold = all.front(), &half = all[2], &usual = all[4], &hot = all.back();
    return {cold.words > 0 && cold.different < usual.different && half.known > usual.known && usual.known > hot.known,
            sentence("1200 letters each. Temperature 0, as in %8: %1 % of the words are words of the sentences, but "
                     "only %2 different ones come. 0.5: %3 %, %4 different. 1: %5 %, %6 different. 2, as in %9: %7 %.",
                     {measuredText(100 * cold.known), std::to_string(cold.different), measuredText(100 * half.known),
                      std::to_string(half.different), measuredText(100 * usual.known), std::to_string(usual.different),
                      measuredText(100 * hot.known), cold.piece, hot.piece}),
            {{sentence("real words"), "", known}},
            sentence("share of the words that are real ones"),
            false,
            sentence("temperature"),
            places};
}

} // namespace

std::vector<Claim> letterClaims()
{
    return {
        {"same-letter-other-answer", "The same letter, another state, another answer", sameLetterOtherAnswer},
        {"temperature-flattens", "A higher temperature makes letters more alike in probability", temperatureFlattens},
        {"letters-beat-bigram", "A GRU knows more than pairs of letters tell", nullptr, true, lettersBeatBigram},
        {"temperature-writes", "Low temperature repeats, high temperature misspells", nullptr, true, temperatureWrites},
    };
}

} // namespace gatescope
