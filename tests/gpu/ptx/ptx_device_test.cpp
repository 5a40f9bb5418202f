// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/device/cuda_device.h"
#include "tests/gpu/ptx/runtime/stand_in.h"

#include <QTest>

#include <cmath>
#include <numeric>

namespace gatescope::ptx {

// What a Device promises, kept by the real CudaDevice with the functions of CUDA that the stand-in has; and what the
// stand-in itself notices.

namespace {

using gpu::CudaDevice;
using gpu::Device;
using gpu::Product;

/// An array on a device.
Device::Floats onDevice(Device &device, const std::vector<float> &numbers)
{
    auto floats = device.allocate(numbers.size()).value();
    device.copyIn(floats.get(), numbers.data(), numbers.size() * sizeof(float));
    return floats;
}

std::vector<float> fromDevice(Device &device, const float *floats, std::size_t count)
{
    std::vector<float> numbers(count);
    device.copyOut(numbers.data(), floats, count * sizeof(float));
    if (const auto finished = device.finish(); !finished)
        qFatal("%s", finished.error().english().c_str());
    return numbers;
}

std::string complaint()
{
    return standIn().complaints().empty() ? std::string() : standIn().complaints().front();
}

} // namespace

class PtxDeviceTest : public QObject
{
    Q_OBJECT
private slots:
    void cleanup()
    {
        standIn().forget();
        QCOMPARE(standIn().memory.allocations(), std::size_t(0)); // all was freed
        QCOMPARE(standIn().streams.size(), std::size_t(0));
        QCOMPARE(standIn().pinned.size(), std::size_t(0));
    }

    void copyInHasTakenTheNumbersOnceItReturns_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("they wait in memory that the device reads") << 1000;
        QTest::newRow("there is no such room") << (5 << 20);
    }
    void copyInHasTakenTheNumbersOnceItReturns()
    {
        QFETCH(int, count);
        const auto device = CudaDevice::open().value();
        std::vector<float> numbers(std::size_t(count), 3.0f);
        const auto first = onDevice(*device, numbers);
        std::ranges::fill(numbers, 5.0f);
        const auto second = onDevice(*device, numbers);
        std::ranges::fill(numbers, 0.0f);
        QCOMPARE(fromDevice(*device, first.get(), numbers.size()).back(), 3.0f);
        QCOMPARE(fromDevice(*device, second.get(), numbers.size()).back(), 5.0f);
    }

    void aProductOfRowsIsOneOfColumns()
    {
        const auto device = CudaDevice::open().value();
        std::vector<float> numbers(24);
        std::iota(numbers.begin(), numbers.end(), 1.0f);
        const auto A = onDevice(*device, numbers), B = onDevice(*device, numbers);
        for (const bool ATransposed : {false, true}) {
            for (const bool BTransposed : {false, true}) {
                const auto C = onDevice(*device, std::vector<float>(15, 0.5f));
                // [2, 3] · [3, 4], in rows of 5
                device->multiply({2, 4, 3, A.get(), ATransposed ? 4 : 5, ATransposed, B.get(), BTransposed ? 4 : 5,
                                  BTransposed, C.get(), 6, 2.0f});
                const auto result = fromDevice(*device, C.get(), 15);
                for (int i = 0; i < 2; ++i)
                    for (int j = 0; j < 4; ++j) {
                        float sum = 1.0f;
                        for (int k = 0; k < 3; ++k)
                            sum += numbers[std::size_t(ATransposed ? k * 4 + i : i * 5 + k)]
                                * numbers[std::size_t(BTransposed ? j * 4 + k : k * 5 + j)];
                        QCOMPARE(result[std::size_t(i * 6 + j)], sum);
                    }
                QCOMPARE(result[4], 0.5f); // between the rows
            }
        }
    }

    void whatCannotBeRecordedFailsTheRecordingAndNothingElse()
    {
        const auto device = CudaDevice::open().value();
        auto memory = device->allocate(4).value();
        std::vector<float> numbers(4, 1.0f);
        device->copyIn(memory.get(), numbers.data(), 4 * sizeof(float));
        const auto request = [&](int which) {
            if (which == 0)
                device->copyIn(memory.get(), numbers.data(), 4 * sizeof(float));
            else if (which == 1)
                device->copyOut(numbers.data(), memory.get(), 4 * sizeof(float));
            else if (which == 2)
                QVERIFY(!device->finish().ok());
            else
                QVERIFY(!device->allocate(1).ok());
        };
        for (int which = 0; which < 4; ++which) {
            device->beginRecording();
            device->clear(memory.get(), 4);
            request(which);
            QCOMPARE(device->endRecording().ok(), which == 3); // what is not allocated is in no recording
            QVERIFY(device->finish().ok());
        }
        device->beginRecording();
        device->clear(memory.get(), 4);
        const auto recording = device->endRecording();
        device->copyOut(numbers.data(), memory.get(), 4 * sizeof(float));
        QVERIFY(device->finish().ok());
        QCOMPARE(numbers[0], 1.0f); // it was not done yet
        device->replay(**recording);
        device->copyOut(numbers.data(), memory.get(), 4 * sizeof(float));
        QVERIFY(device->finish().ok());
        QCOMPARE(numbers[3], 0.0f);
    }

    void memoryThatIsFreedWhileARecordingIsMadeIsFreedAfterwards()
    {
        const auto device = CudaDevice::open().value();
        auto memory = device->allocate(4).value(), other = device->allocate(4).value();
        device->beginRecording();
        device->clear(memory.get(), 4);
        other.reset();
        QCOMPARE(standIn().memory.allocations(), std::size_t(3)); // one is of cuBLAS
        const auto recording = device->endRecording();
        QVERIFY2(recording.ok(), recording ? "" : recording.error().english().c_str());
        QCOMPARE(standIn().memory.allocations(), std::size_t(2));
        device->replay(**recording);
        QVERIFY(device->finish().ok());
    }

    void memoryThatThereIsNotIsRefused()
    {
        const auto device = CudaDevice::open().value();
        const auto refused = device->allocate(std::size_t(1) << 30);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().english(),
                 std::string("The CUDA device has no 4097 MiB of memory left (out of memory): make the batch or the "
                             "network smaller."));
        QVERIFY(device->finish().ok());
    }

    void variablesChangeTheDevice()
    {
        const gpu::RecurrenceShape shape{gpu::RecurrentCell::gru, 72, 18};
        const auto groupsOf = [&] {
            const auto plan = CudaDevice::open().value()->plan(shape);
            return plan ? plan->groups : 0;
        };
        const int groups = groupsOf();
        qputenv("GATESCOPE_PROCESSORS", "3");
        const int ofFew = groupsOf();
        qputenv("GATESCOPE_PLAIN", "1");
        const int none = groupsOf();
        qputenv("GATESCOPE_POISON", "1");
        {
            const auto device = CudaDevice::open().value();
            const auto memory = device->allocate(8).value();
            for (const float number : fromDevice(*device, memory.get(), 8))
                QVERIFY(std::isnan(number));
        }
        for (const char *variable : {"GATESCOPE_PROCESSORS", "GATESCOPE_PLAIN", "GATESCOPE_POISON"})
            qunsetenv(variable);
        QVERIFY(groups > ofFew && ofFew > none);
        QCOMPARE(none, 0);
    }

    void rowsThatAreTooShortAreRefused()
    {
        const auto device = CudaDevice::open().value();
        const auto A = onDevice(*device, std::vector<float>(64));
        device->multiply({4, 4, 4, A.get(), 3, false, A.get(), 4, false, A.get(), 4, 0.0f});
        QCOMPARE(device->finish().error().english(),
                 std::string("The CUDA device failed while matrices were multiplied: an unsupported value or parameter "
                             "was passed to the function."));
    }

    void aFailureIsNamedAndStays_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("what");
        QTest::newRow("a factor that was not written") << 0 << "a product reads A where nobody has written";
        QTest::newRow("a product that is too large") << 1 << "a product: C is not within one allocation";
        QTest::newRow("a copy that is too large") << 2 << "a copy within the device: not within one allocation";
        QTest::newRow("memory that was freed") << 3 << "memory that is set: not within one allocation";
        QTest::newRow("a work on memory that is too small") << 4 << "out of bounds: 4 bytes after the beginning of 4 ";
    }
    void aFailureIsNamedAndStays()
    {
        QFETCH(int, which);
        QFETCH(QString, what);
        {
            const auto device = CudaDevice::open().value();
            const auto A = onDevice(*device, std::vector<float>(16, 1.0f));
            const auto B = device->allocate(16).value();
            if (which == 0) {
                device->multiply({4, 4, 4, A.get(), 4, false, B.get(), 4, false, A.get(), 4, 0.0f});
            } else if (which == 1) {
                device->multiply({4, 4, 4, A.get(), 4, false, A.get(), 4, false, B.get() + 1, 4, 0.0f});
            } else if (which == 2) {
                device->copy(B.get(), A.get(), 17);
            } else if (which == 3) {
                float *freed = device->allocate(16).value().get();
                device->clear(freed, 16);
            } else {
                const auto one = onDevice(*device, {1.0f});
                device->run(gpu::Add{one.get(), nullptr, 1, one.get()}, 2);
                QVERIFY(!device->finish().ok());
            }
            QVERIFY(!device->finish().ok());
            QVERIFY2(QString::fromStdString(complaint()).contains(what), complaint().c_str());
            device->clear(B.get(), 16);
            QVERIFY(!device->finish().ok());
        }
    }
};

} // namespace gatescope::ptx

using gatescope::ptx::PtxDeviceTest;
QTEST_GUILESS_MAIN(PtxDeviceTest)
#include "ptx_device_test.moc"
