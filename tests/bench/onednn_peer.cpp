// SPDX-License-Identifier: GPL-3.0-or-later
// oneDNN's linear-before-reset GRU, forwards and backwards, for compare.py: reads jobs "I H B T seconds", one a
// line, and answers the median in milliseconds. The weights are arranged as the primitive wants them each time,
// as after an optimizer's step.
#include <dnnl.hpp>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <unordered_map>
#include <vector>

namespace {

using dnnl::memory;
using Tag = memory::format_tag;
using Arguments = std::unordered_map<int, memory>;

const dnnl::engine engine(dnnl::engine::kind::cpu, 0);

memory::desc describe(const memory::dims &dims, Tag tag)
{
    return {dims, memory::data_type::f32, tag};
}

memory filled(const memory::desc &desc, float value)
{
    memory made(desc, engine);
    std::fill_n(static_cast<float *>(made.get_data_handle()), desc.get_size() / sizeof(float), value);
    return made;
}

/// One layer in one direction, and its gradient by everything.
class Gru
{
public:
    Gru(memory::dim I, memory::dim H, memory::dim B, memory::dim T)
    {
        const memory::dims x{T, B, I}, h{1, 1, B, H}, W{1, 1, I, 3, H}, U{1, 1, H, 3, H}, bias{1, 1, 4, H}, y{T, B, H};
        using Forward = dnnl::lbr_gru_forward;
        using Backward = dnnl::lbr_gru_backward;
        const auto direction = dnnl::rnn_direction::unidirectional_left2right;
        const Forward::primitive_desc forward({dnnl::prop_kind::forward_training, direction, describe(x, Tag::tnc),
                                               describe(h, Tag::ldnc), describe(W, Tag::any), describe(U, Tag::any),
                                               describe(bias, Tag::ldgo), describe(y, Tag::tnc),
                                               describe(h, Tag::ldnc)},
                                              engine);
        const Backward::primitive_desc backward(
            {dnnl::prop_kind::backward, direction, describe(x, Tag::tnc), describe(h, Tag::ldnc), describe(W, Tag::any),
             describe(U, Tag::any), describe(bias, Tag::ldgo), describe(y, Tag::tnc), describe(h, Tag::ldnc),
             describe(x, Tag::tnc), describe(h, Tag::ldnc), describe(W, Tag::any), describe(U, Tag::any),
             describe(bias, Tag::ldgo), describe(y, Tag::tnc), describe(h, Tag::ldnc)},
            engine, forward);

        m_W = filled(describe(W, Tag::ldigo), 0.01f);
        m_U = filled(describe(U, Tag::ldigo), 0.01f);
        memory forwardW(forward.weights_layer_desc(), engine), forwardU(forward.weights_iter_desc(), engine);
        memory backwardW(backward.weights_layer_desc(), engine), backwardU(backward.weights_iter_desc(), engine);
        m_dW = filled(backward.diff_weights_layer_desc(), 0);
        m_dU = filled(backward.diff_weights_iter_desc(), 0);
        m_db = filled(describe(bias, Tag::ldgo), 0);
        const Arguments both{{DNNL_ARG_SRC_LAYER, filled(describe(x, Tag::tnc), 0.5f)},
                             {DNNL_ARG_SRC_ITER, filled(describe(h, Tag::ldnc), 0)},
                             {DNNL_ARG_BIAS, filled(describe(bias, Tag::ldgo), 0.01f)},
                             {DNNL_ARG_DST_LAYER, filled(describe(y, Tag::tnc), 0)},
                             {DNNL_ARG_DST_ITER, filled(describe(h, Tag::ldnc), 0)},
                             {DNNL_ARG_WORKSPACE, memory(forward.workspace_desc(), engine)}};
        Arguments there = both, back = both;
        there.insert({{DNNL_ARG_WEIGHTS_LAYER, forwardW}, {DNNL_ARG_WEIGHTS_ITER, forwardU}});
        back.insert({{DNNL_ARG_WEIGHTS_LAYER, backwardW},
                     {DNNL_ARG_WEIGHTS_ITER, backwardU},
                     {DNNL_ARG_DIFF_SRC_LAYER, filled(describe(x, Tag::tnc), 0)},
                     {DNNL_ARG_DIFF_SRC_ITER, filled(describe(h, Tag::ldnc), 0)},
                     {DNNL_ARG_DIFF_WEIGHTS_LAYER, m_dW},
                     {DNNL_ARG_DIFF_WEIGHTS_ITER, m_dU},
                     {DNNL_ARG_DIFF_BIAS, m_db},
                     {DNNL_ARG_DIFF_DST_LAYER, filled(describe(y, Tag::tnc), 1e-3f)},
                     {DNNL_ARG_DIFF_DST_ITER, filled(describe(h, Tag::ldnc), 0)}});
        add(dnnl::reorder(m_W, forwardW), {{DNNL_ARG_FROM, m_W}, {DNNL_ARG_TO, forwardW}});
        add(dnnl::reorder(m_U, forwardU), {{DNNL_ARG_FROM, m_U}, {DNNL_ARG_TO, forwardU}});
        add(Forward(forward), there);
        add(dnnl::reorder(m_W, backwardW), {{DNNL_ARG_FROM, m_W}, {DNNL_ARG_TO, backwardW}});
        add(dnnl::reorder(m_U, backwardU), {{DNNL_ARG_FROM, m_U}, {DNNL_ARG_TO, backwardU}});
        add(Backward(backward), back);
    }

    void run()
    {
        for (const memory &gradient : {m_dW, m_dU, m_db}) // the primitive adds to them
            std::fill_n(static_cast<float *>(gradient.get_data_handle()),
                        gradient.get_desc().get_size() / sizeof(float), 0.0f);
        for (const Call &call : m_calls)
            call.primitive.execute(m_stream, call.arguments);
        m_stream.wait();
    }

private:
    struct Call {
        dnnl::primitive primitive;
        Arguments arguments;
    };
    void add(const dnnl::primitive &primitive, const Arguments &arguments)
    {
        m_calls.push_back({primitive, arguments});
    }

    dnnl::stream m_stream{engine};
    memory m_W, m_U, m_dW, m_dU, m_db;
    std::vector<Call> m_calls;
};

double secondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double medianMilliseconds(Gru &gru, double least)
{
    using Clock = std::chrono::steady_clock;
    const auto warm = Clock::now();
    for (int runs = 0; runs < 3 || secondsSince(warm) < 0.2; ++runs)
        gru.run();
    std::vector<double> times;
    for (const auto start = Clock::now(); times.size() < 5 || secondsSince(start) < least;) {
        const auto begin = Clock::now();
        gru.run();
        times.push_back(secondsSince(begin));
    }
    std::ranges::nth_element(times, times.begin() + std::ptrdiff_t(times.size() / 2));
    return times[times.size() / 2] * 1e3;
}

} // namespace

int main()
{
    long I = 0, H = 0, B = 0, T = 0;
    double seconds = 0;
    while (std::cin >> I >> H >> B >> T >> seconds) {
        Gru gru(I, H, B, T);
        std::cout << medianMilliseconds(gru, seconds) << std::endl;
    }
}
