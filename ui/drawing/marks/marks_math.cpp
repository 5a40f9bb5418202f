// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/marks/marks.h"

#include "ui/common/fonts.h"

#include <QHash>

#include <algorithm>

namespace gatescope {

namespace {

constexpr double leastScript = 9;  ///< pixels of what is lowered or raised, in a formula that is not smaller itself
constexpr double leastDigits = 11; ///< pixels of the numbers in a line that is not smaller itself

/// A stretch of a formula in one font, colour and height.
struct MathRun {
    QString text;
    QFont font;
    std::optional<Role> role;
    double lowered = 0;
    double advance = 0;
    int bracket = 0;       ///< which pair of a role's brackets it stands in; 0: none
    bool isLetters = true; ///< italic: neither upright nor a number
};

/// Reads the markup of drawMath from left to right.
class MathReader
{
public:
    MathReader(const QString &markup, double pixels) : m_markup(markup), m_pixels(pixels) { }

    QList<MathRun> runs()
    {
        for (qsizetype i = 0; i < m_markup.size(); ++i)
            i = take(i);
        flush();
        return m_runs;
    }

private:
    qsizetype take(qsizetype i)
    {
        const QChar here = m_markup[i];
        const QChar next = i + 1 < m_markup.size() ? m_markup[i + 1] : QChar();
        if ((here == '_' || here == '^') && next == '{') {
            flush();
            m_script = here == '_' ? 1 : -1;
            return i + 1;
        }
        if (here == '}' && m_script != 0) {
            flush();
            m_script = 0;
            return i;
        }
        if (here == '*') {
            flush();
            m_upright = !m_upright;
            return i;
        }
        if (here == '[' && i + 2 < m_markup.size() && m_markup[i + 2] == ']') {
            flush();
            m_number = next == 'm';
            m_role = next == '/' || m_number ? std::nullopt : roleOfLetter(next);
            ++m_bracket;
            return i + 2;
        }
        m_text += here;
        return i;
    }

    void flush()
    {
        if (m_text.isEmpty())
            return;
        const double size = m_script == 0 ? m_pixels : std::max(m_pixels * 0.68, std::min(m_pixels, leastScript));
        const double digits = std::max(size * 0.72, std::min(size, leastDigits));
        MathRun run{m_text,
                    m_number ? numberFont(digits) : mathFont(size, !m_upright),
                    m_role,
                    m_script * m_pixels * (m_script > 0 ? 0.21 : 0.36),
                    0,
                    m_role ? m_bracket : 0,
                    !m_upright && !m_number};
        run.advance = textWidth(run.text, run.font);
        m_runs.append(run);
        m_text.clear();
    }

    QString m_markup;
    double m_pixels;
    QList<MathRun> m_runs;
    QString m_text;
    std::optional<Role> m_role;
    int m_script = 0;
    bool m_upright = false;
    bool m_number = false;
    int m_bracket = 0;
};

double totalAdvance(const QList<MathRun> &runs)
{
    double width = 0;
    for (const MathRun &run : runs)
        width += run.advance;
    return width;
}

} // namespace

std::optional<Role> roleOfLetter(const QString &letter)
{
    static const QHash<QString, Role> roles{{u"x"_qs, Role::input},     {u"r"_qs, Role::letsBy}, {u"z"_qs, Role::keeps},
                                            {u"n"_qs, Role::candidate}, {u"h"_qs, Role::state},  {u"c"_qs, Role::state},
                                            {u"g"_qs, Role::gradient}};
    const auto found = roles.find(letter.section('_', 0, 0));
    return found == roles.end() ? std::nullopt : std::optional(*found);
}

double mathWidth(const QString &markup, double pixels)
{
    return totalAdvance(MathReader(markup, pixels).runs());
}

namespace {

/// Collects the terms of a line's runs from left to right.
class TermCollector
{
public:
    explicit TermCollector(double pixels) : m_pixels(pixels) { }

    QList<MathTerm> collect(const QList<MathRun> &runs)
    {
        for (const MathRun &run : runs) {
            if (run.bracket != m_bracket)
                m_isOpen = false;
            m_bracket = run.bracket;
            take(run);
            m_x += run.advance;
        }
        return m_terms;
    }

private:
    void take(const MathRun &run)
    {
        if (run.lowered != 0) {
            if (m_isOpen)
                extend(m_x + run.advance, run.lowered > 0 ? u"_{%1}"_qs.arg(run.text) : QString());
        } else if (run.bracket > 0) {
            if (!m_isOpen)
                open(m_x, run.role);
            extend(m_x + run.advance, run.text);
        } else {
            takeLetters(run);
        }
    }

    void takeLetters(const MathRun &run)
    {
        m_isOpen = false;
        for (qsizetype i = 0; run.isLetters && i < run.text.size(); ++i) {
            const QChar here = run.text[i];
            if (!here.isLetter() && !(m_isOpen && here.isMark())) {
                m_isOpen = false;
                continue;
            }
            if (here.isLetter())
                open(m_x + textWidth(run.text.left(i), run.font), run.role);
            extend(m_x + textWidth(run.text.left(i + 1), run.font), here);
        }
    }

    void open(double left, std::optional<Role> role)
    {
        m_terms.append({{}, QRectF(left, -0.85 * m_pixels, 0, 1.2 * m_pixels), role});
        m_isOpen = true;
    }

    void extend(double right, const QString &name)
    {
        m_terms.last().box.setRight(right);
        m_terms.last().name += name;
    }

    double m_pixels;
    double m_x = 0;
    int m_bracket = 0;
    bool m_isOpen = false; ///< what comes next may belong to the last term
    QList<MathTerm> m_terms;
};

} // namespace

QList<MathTerm> mathTerms(const QString &markup, double pixels)
{
    return TermCollector(pixels).collect(MathReader(markup, pixels).runs());
}

double drawMath(QPainter &painter, const QPointF &at, const QString &markup, double pixels, const QColor &colour,
                const Theme &theme, Align align)
{
    const QList<MathRun> runs = MathReader(markup, pixels).runs();
    const double width = totalAdvance(runs);
    double x = align == Align::left ? at.x() : align == Align::centre ? at.x() - width / 2 : at.x() - width;
    for (const MathRun &run : runs) {
        x += drawText(painter, {x, at.y() + run.lowered}, run.text, run.font,
                      run.role ? theme.of(*run.role).text : colour);
    }
    return width;
}

} // namespace gatescope
