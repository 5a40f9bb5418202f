# SPDX-License-Identifier: GPL-3.0-or-later
# A gradient check that never fails proves nothing. Each program here is the engine with one text of
# one backward formula replaced; the check must find every one of these mistakes.
add_library(planted_mistakes_check OBJECT planted_mistakes.cpp random_network.cpp)
target_link_libraries(planted_mistakes_check PRIVATE gatescope_core gatescope_warnings)
set_target_properties(planted_mistakes_check PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)

function(gradient_check_program name exit_code)
    add_executable(${name} $<TARGET_OBJECTS:planted_mistakes_check> ${ARGN})
    target_link_libraries(${name} PRIVATE gatescope_core)
    set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
    # Seen from outside, or the library would go on calling its own function instead of the changed one.
    set_target_properties(${name} PROPERTIES CXX_VISIBILITY_PRESET default VISIBILITY_INLINES_HIDDEN OFF)
    target_compile_options(${name} PRIVATE -O0)
    add_test(NAME ${name} COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:${name}> -DEXIT=${exit_code}
                                  -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/expect_exit.cmake)
endfunction()

# planted_mistake(name source right wrong): `right` must stand in the source exactly once. The object
# made from the changed copy takes the place of the library's own.
function(planted_mistake name source right wrong)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${source})
    set_source_files_properties(${PROJECT_SOURCE_DIR}/${source} TARGET_DIRECTORY gatescope_core
                                PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON) # an object of its own
    file(READ ${PROJECT_SOURCE_DIR}/${source} text)
    string(FIND "${text}" "${right}" first)
    string(FIND "${text}" "${right}" last REVERSE)
    if(first EQUAL -1 OR NOT first EQUAL last)
        message(FATAL_ERROR "planted_mistake(${name}): '${right}' should stand exactly once in ${source}")
    endif()
    string(REPLACE "${right}" "${wrong}" text "${text}")
    set(changed ${CMAKE_CURRENT_BINARY_DIR}/planted/${name}.cpp)
    file(CONFIGURE OUTPUT ${changed} CONTENT "${text}" @ONLY)
    gradient_check_program(planted_mistake_${name} 1 ${changed})
endfunction()

gradient_check_program(planted_mistake_none 0)

planted_mistake(flipped_sign core/ops/gru.cpp
    "dz = dhNew * (h - n);"
    "dz = dhNew * (n - h);")
planted_mistake(swapped_r_and_z core/ops/gru.cpp
    "const ConstArrayView r = made[Part::reset], z = made[Part::update], u"
    "const ConstArrayView z = made[Part::reset], r = made[Part::update], u")
planted_mistake(missing_b_hn core/ops/gru.cpp
    "gradient.sum.bRec.tail(H) += du.matrix();"
    "gradient.sum.bRec.tail(H) += 0 * du.matrix();")
planted_mistake(missing_path_through_z core/ops/gru.cpp
    "dUh << gradient.da.head(2 * H), du;"
    "dUh << gradient.da.head(H), 0 * gradient.da.head(H), du;")
planted_mistake(transposed_U core/ops/gru.cpp
    "drh = (Un.transpose() * du.matrix()).array();"
    "drh = (Un * du.matrix()).array();")
planted_mistake(missing_path_through_r core/ops/gru.cpp
    "gradient.dh += drh * r;"
    "gradient.dh += drh;")
planted_mistake(missing_slope_of_tanh core/ops/lstm.cpp
    "dcNew += dhNew * o * slope(tanh, tanhC);"
    "dcNew += dhNew * o;")
planted_mistake(forgotten_direction core/engine/layer_run.cpp
    "sum.step(t) += values.step(t);"
    "sum.step(t) = values.step(t);")
planted_mistake(wrong_last_step core/engine/layer_backward.cpp
    "int k = run.lengths[n] - 1;"
    "int k = run.lengths[n] - 2;")
planted_mistake(lost_upstream_at_one_step core/engine/layer_backward.cpp
    "valuesAt(upstream.output, t, n).segment(half, H) + dh;"
    "(t == 1 ? 0.0 : 1.0) * valuesAt(upstream.output, t, n).segment(half, H) + dh;")

planted_mistake(hard_sigmoid_steep_beyond_its_ends core/model/squash.cpp
    "return steepness(activation) * (y > 0 && y < 1).cast<double>();"
    "return steepness(activation) + 0 * y;")
planted_mistake(relu_steep_below_0 core/model/squash.cpp
    "return (y > 0).cast<double>();"
    "return 1 + 0 * y;")
planted_mistake(norm_without_its_scale core/model/layer_norm.cpp
    "- vHat.array() * alongScale"
    "")
planted_mistake(norm_without_its_mean core/model/layer_norm.cpp
    "dvHat.array() - alongMean"
    "dvHat.array()")
planted_mistake(norm_gains_exchanged core/engine/layer_backward.cpp
    "gradient.normIn += norm.dGain;"
    "gradient.normRec += norm.dGain;")
planted_mistake(missing_slope_of_softmax core/ops/attention.cpp
    "alpha * (dAlpha - (alpha * dAlpha).sum())"
    "alpha * dAlpha")
planted_mistake(attention_does_not_move_the_outputs core/ops/attention.cpp
    "dO.row(t).noalias() += "
    "dO.row(t).noalias() += 0 * ")
planted_mistake(mask_of_state_forgotten core/ops/sums.cpp
    "gradient.dh += step.hMask.segment(block * H, H) * "
    "gradient.dh += ")
planted_mistake(mask_of_input_forgotten core/engine/reference_backend.cpp
    "add(dInput, leftOfInput(*trace.batch, std::move(dLeft), i));"
    "add(dInput, dLeft);")
planted_mistake(mask_between_layers_forgotten core/engine/reference_backend.cpp
    "multiply(dInput, trace.batch->dropout.betweenLayers[layer - 1]);"
    "continue;")
planted_mistake(encoder_learns_nothing_of_h core/engine/encoder_decoder.cpp
    "states.hN = (*decoder)->h0;"
    "")
planted_mistake(encoder_learns_nothing_of_c core/engine/encoder_decoder.cpp
    "states.cN = (*decoder)->c0;"
    "")
planted_mistake(decoder_gradients_exchanged core/model/halves.cpp
    "decoder.head, encoder.embedding, std::nullopt, decoder.layers"
    "decoder.head, encoder.embedding, std::nullopt, {decoder.layers.rbegin(), decoder.layers.rend()}")
planted_mistake(held_values_moved_by_what_led_to_them core/ops/held.cpp
    "dy[held.unit] = 0;"
    "dy[held.unit] *= 1;")
planted_mistake(held_state_moved_by_its_blend core/ops/gru.cpp
    "dhNew = passedOn(step, Part::state, d[Part::state]);"
    "dhNew = d[Part::state];")
planted_mistake(held_cell_moved_by_its_gates core/ops/lstm.cpp
    "dcMade = passedOn(step, Part::cell, dcNew);"
    "dcMade = dcNew;")
