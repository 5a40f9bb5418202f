// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell/cell_terms.h"

#include <QRegularExpression>

#include <algorithm>

namespace gatescope {

namespace {

// z = σ(W_z x + U_z h + b_z), r likewise; u = U_n h + b_hn, p = r∘u, w = W_n x + b_in, n = tanh(w + p);
// h' is made of z, h and n; the head reads h'
const Flows gruAfter{
    {u"x", u"z", u"W_z"}, {u"h", u"z", u"U_z"}, {u"b_z", u"z"},
    {u"x", u"r", u"W_r"}, {u"h", u"r", u"U_r"}, {u"b_r", u"r"},
    {u"h", u"u", u"U_n"}, {u"b_hn", u"u"},      {u"r", u"p"},
    {u"u", u"p"},         {u"x", u"w", u"W_n"}, {u"b_in", u"w"},
    {u"p", u"n"},         {u"w", u"n"},         {u"z", u"h_new"},
    {u"h", u"h_new"},     {u"n", u"h_new"},     {u"h_new", u"y", u"W_y"},
};

// The same with p = r∘h, u = U_n p + b_hn, n = tanh(w + u)
const Flows gruBefore{
    {u"x", u"z", u"W_z"}, {u"h", u"z", u"U_z"}, {u"b_z", u"z"},
    {u"x", u"r", u"W_r"}, {u"h", u"r", u"U_r"}, {u"b_r", u"r"},
    {u"r", u"p"},         {u"h", u"p"},         {u"p", u"u", u"U_n"},
    {u"b_hn", u"u"},      {u"x", u"w", u"W_n"}, {u"b_in", u"w"},
    {u"u", u"n"},         {u"w", u"n"},         {u"z", u"h_new"},
    {u"h", u"h_new"},     {u"n", u"h_new"},     {u"h_new", u"y", u"W_y"},
};

// f = σ(W_f x + U_f h + b_f), i, g and o likewise; c' = f∘c + i∘g, h' = o∘tanh(c')
const Flows lstm{
    {u"x", u"f", u"W_f"}, {u"h", u"f", u"U_f"},     {u"b_f", u"f"},       {u"x", u"i", u"W_i"},  {u"h", u"i", u"U_i"},
    {u"b_i", u"i"},       {u"x", u"g", u"W_g"},     {u"h", u"g", u"U_g"}, {u"b_g", u"g"},        {u"x", u"o", u"W_o"},
    {u"h", u"o", u"U_o"}, {u"b_o", u"o"},           {u"f", u"f⊙c"},       {u"c", u"f⊙c"},        {u"i", u"i⊙g"},
    {u"g", u"i⊙g"},       {u"f⊙c", u"c_new"},       {u"i⊙g", u"c_new"},   {u"c_new", u"tanh c"}, {u"tanh c", u"h_new"},
    {u"o", u"h_new"},     {u"h_new", u"y", u"W_y"},
};

// u = U h + b_hh, w = W x + b_ih, a = u + w, h' = tanh(a)
const Flows rnn{
    {u"h", u"u", u"U_h"}, {u"b_hh", u"u"}, {u"x", u"w", u"W_h"}, {u"b_ih", u"w"},
    {u"u", u"a"},         {u"w", u"a"},    {u"a", u"h_new"},     {u"h_new", u"y", u"W_y"},
};

/// One row for each kind of cell; a GRU has another where the reset acts before the product.
struct CellFlows {
    CellKind kind;
    const Flows &usual;
    const Flows &resetBefore;
};
const CellFlows table[]{{CellKind::gru, gruAfter, gruBefore}, {CellKind::lstm, lstm, lstm}, {CellKind::rnn, rnn, rnn}};

QString text(std::u16string_view symbol)
{
    return QString::fromUtf16(symbol.data(), static_cast<qsizetype>(symbol.size()));
}

bool is(QStringView symbol, std::u16string_view other)
{
    return symbol == QStringView(other.data(), static_cast<qsizetype>(other.size()));
}

} // namespace

const Flows &flowsOf(const NetworkSpec &spec)
{
    const CellFlows &row = *std::ranges::find(table, spec.cell, &CellFlows::kind);
    return spec.reset == ResetPlacement::before ? row.resetBefore : row.usual;
}

std::vector<Term> inputsOf(const Term &term, const Flows &flows)
{
    std::vector<Term> inputs;
    for (const Flow &flow : flows) {
        if (!is(term.symbol, flow.to))
            continue;
        inputs.push_back({text(flow.from), flow.through.empty() ? term.unit : -1});
        if (!flow.through.empty())
            inputs.push_back({text(flow.through), term.unit});
    }
    return inputs;
}

std::vector<Term> consumersOf(const Term &term, const Flows &flows)
{
    std::vector<Term> consumers;
    for (const Flow &flow : flows) {
        if (is(term.symbol, flow.from))
            consumers.push_back({text(flow.to), flow.through.empty() ? term.unit : -1});
        else if (is(term.symbol, flow.through))
            consumers.push_back({text(flow.to), term.unit});
    }
    return consumers;
}

Lighting::Lighting(const Scene &scene) : m_lit(scene.lit), m_flows(&flowsOf(scene.spec()))
{
    if (!m_lit)
        return;
    m_made = consumersOf(m_lit, *m_flows);
    m_made.push_back(m_lit);
    m_full = inputsOf(m_lit, *m_flows);
    m_full.insert(m_full.end(), m_made.begin(), m_made.end());
    for (const Flow &flow : *m_flows) {
        if (!flow.through.empty() && is(m_lit.symbol, flow.through))
            m_full.push_back({text(flow.from)});
    }
}

bool Lighting::isFull(const Term &term) const
{
    return !m_lit || std::ranges::any_of(m_full, [&](const Term &full) { return sameTerm(full, term); });
}

bool Lighting::isFull(QStringView from, QStringView to) const
{
    return !m_lit || std::ranges::any_of(*m_flows, [&](const Flow &flow) {
        return is(from, flow.from) && is(to, flow.to)
            && (is(m_lit.symbol, flow.from) || is(m_lit.symbol, flow.to)
                || (!flow.through.empty() && is(m_lit.symbol, flow.through)));
    });
}

std::vector<Flow> Lighting::fans() const
{
    std::vector<Flow> fans;
    for (const Flow &flow : *m_flows) {
        if (m_lit.unit >= 0 && !flow.through.empty() && (is(m_lit.symbol, flow.to) || is(m_lit.symbol, flow.through)))
            fans.push_back(flow);
    }
    return fans;
}

Term TermNames::named(const QString &name) const
{
    static const QRegularExpression pattern(u"^(?:∂L/∂)?([^_]+)(?:_\\{(.*)\\})?$"_qs);
    const QRegularExpressionMatch match = pattern.match(name);
    QString letter = match.captured(1);
    Term term;
    QString index, time;
    for (const QString &piece : match.captured(2).split(u',', Qt::SkipEmptyParts)) {
        const QString script = piece.trimmed();
        bool isNumber = false;
        const int number = script.toInt(&isNumber);
        if (isNumber)
            term.unit = number;
        else
            (script.startsWith(u't') ? time : index) = script;
    }
    if (letter == m_candidate)
        letter = u"n"_qs;
    if (index.endsWith(m_candidate))
        index.replace(index.size() - m_candidate.size(), m_candidate.size(), u"n"_qs);
    const bool isWeight = letter == u"W" || letter == u"U" || letter == u"b";
    if (isWeight && index.isEmpty())
        index = u"h"_qs; // of an RNN, which has one of each
    if (isWeight)
        term.unit = m_unit;
    term.symbol = letter + (index.isEmpty() ? QString() : u'_' + index) + (time == u"t" ? u"_new"_qs : QString());
    const bool known = std::ranges::any_of(*m_flows, [&](const Flow &flow) {
        return is(term.symbol, flow.from) || is(term.symbol, flow.to) || is(term.symbol, flow.through);
    });
    return known && !name.isEmpty() ? term : Term{};
}

QString symbolOfPart(Part part)
{
    const QString letter = QString::fromUtf8(describe(part).symbol.data());
    return part == Part::state || part == Part::cell ? letter + u"_new"_qs : letter;
}

Term termOfPart(const NetworkSpec &spec, const PlayheadState &playhead)
{
    const auto &completes = describe(spec.cell).stepParts[playhead.part].completes;
    return completes ? Term{symbolOfPart(*completes), playhead.unit} : Term{u"x"_qs};
}

} // namespace gatescope
