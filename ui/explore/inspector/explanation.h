// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/parameters.h"
#include "ui/drawing/cell/cell_terms.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <variant>

namespace gatescope {

/// A stretch of a line of numbers.
struct Span {
    QString text;
    std::optional<Role> role;
    bool strong = false;
    bool isComment = false; ///< words beside the arithmetic
    Term term = {};         ///< what the number stands for
};
using NumberLine = QList<Span>;

struct Heading {
    QString text;
};
struct Remark {
    QString text;
};
/// Lines of drawMath's markup.
struct Equation {
    QStringList lines;
};
/// The equation with numbers put in, line by line; all lines have this value, the last one shows it.
struct Numbers {
    QList<NumberLine> lines;
    double value = 0;
    bool isGradient = false; ///< shown with an exponent
};
/// Numbers that are no arithmetic: a list of values.
struct Values {
    QList<NumberLine> lines;
};
/// σ or tanh, with the point where this unit stands.
struct SquashCurve {
    std::function<double(double)> squash;
    bool isTwoSided; ///< from −1 on, otherwise from 0
    double sum;
    double value;
    Role role;
};
/// Old value, candidate and what became of them, on one line from −1 to 1.
struct BlendLine {
    double old;
    double candidate;
    double blended;
};
/// Bars that begin where the one before ended, and their total.
struct Waterfall {
    struct Bar {
        QString label;
        double value;
    };
    QList<Bar> bars;
    QString totalLabel;
    double total = 0;
};
/// Numbers of units as bars from 0, all on one scale.
struct UnitBars {
    struct Row {
        QString symbol; ///< markup
        QString unit;   ///< "3", or with its name
        double value;
    };
    QList<Row> rows;
    double most = 1;         ///< at the end of the scale
    bool isGradient = false; ///< shown with an exponent
};
struct GradientTable {
    struct Row {
        QString symbol;  ///< markup
        QString formula; ///< markup
        double value;
    };
    QList<Row> rows;
};
struct ShapeTable {
    struct Row {
        QString symbol; ///< markup
        QString name;
        QString shape;
    };
    QList<Row> rows;
};
struct Rule {
};

using ExplanationBlock = std::variant<Heading, Remark, Equation, Numbers, Values, SquashCurve, BlendLine, Waterfall,
                                      UnitBars, GradientTable, ShapeTable, Rule>;

/// One dot product of a row of a stored matrix with what it reads, and the bias that is added to it.
struct ProductSum {
    struct Product {
        QString reads; ///< "l", "h 3"
        double weight;
        double value;

        double product() const { return weight * value; }
    };
    QString symbol;          ///< markup: "W_{z}·x"
    QString where;           ///< "row 10 of weight_ih_l0 (z rows are 8–15)"
    ParameterPlace row;      ///< column 0 of the row
    QList<Product> products; ///< by column
    std::optional<int> lit;  ///< the only column that is not 0, of a one-hot input
    std::optional<ParameterPlace> biasPlace;
    double bias = 0;
    Role role = Role::input;

    double sum() const; ///< of the products
    double total() const { return sum() + bias; }
};

/// The same computation in a language; in the language of mathematics the lines are markup.
struct CodeListing {
    QString language;
    QStringList lines;
    int marked = -1; ///< the line of the current part
    bool isMath = false;

    bool operator==(const CodeListing &) const = default;
};

/// What the inspector says about a moment of the followed unit.
struct Explanation {
    QString title; ///< "Update gate, unit 2"
    QString place; ///< "part 2 of 0–4"
    QList<ExplanationBlock> blocks;
    QList<ProductSum> sums;
    ShapeTable shapes;
    QList<CodeListing> code;
    std::optional<TermNames> names; ///< what the letters of its equations stand for
};

/// Explains the playhead's part, in its pass.
Explanation explain(const Scene &scene);

/// Explains the playhead's layer at its step: its state, or the gradient of that, and what is said there.
Explanation explainLayer(const Scene &scene);

/// The explanation as plain text, for screen readers and the clipboard.
QString plainText(const Explanation &explanation);
QString plainText(const NumberLine &line);
/// Markup of drawMath without its marks.
QString plainMath(const QString &markup);

} // namespace gatescope
