// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/outer_sum.h"

#include "core/base/random.h"

#include <QTest>

using namespace gatescope;

namespace {

Vector drawn(Random &random, int size)
{
    Vector numbers(size);
    for (double &number : numbers)
        number = random.uniform(-1, 1);
    return numbers;
}

} // namespace

class OuterSumTest : public QObject
{
    Q_OBJECT

private slots:
    void everyProductIsInTheSum_data();
    void everyProductIsInTheSum();
};

void OuterSumTest::everyProductIsInTheSum_data()
{
    QTest::addColumn<int>("steps");
    for (const int steps : {0, 1, 31, 32, 33, 64, 101})
        QTest::newRow(qPrintable(QString::number(steps) + " steps")) << steps;
}

// Two groups of rows, as of a GRU that resets before the product: the candidate's read another vector.
void OuterSumTest::everyProductIsInTheSum()
{
    QFETCH(int, steps);
    constexpr int H = 3;
    Random random(5);
    Matrix sum = Matrix::Constant(3 * H, H, 0.5); // what is there stays
    Matrix expected = sum;
    {
        OuterSum products(sum);
        for (int t = 0; t < steps; ++t) {
            const Vector gates = drawn(random, 2 * H), candidate = drawn(random, H), h = drawn(random, H),
                         rh = drawn(random, H);
            products.add(0, gates, h);
            products.add(2 * H, candidate, rh);
            expected.topRows(2 * H) += gates * h.transpose();
            expected.bottomRows(H) += candidate * rh.transpose();
        }
    }
    QVERIFY2((sum - expected).cwiseAbs().maxCoeff() < 1e-13, qPrintable(QString::number((sum - expected).norm())));
}

QTEST_GUILESS_MAIN(OuterSumTest)
#include "outer_sum_test.moc"
