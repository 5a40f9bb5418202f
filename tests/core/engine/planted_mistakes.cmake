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
    target_compile_options(${name} PRIVATE -O0)
    add_test(NAME ${name} COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:${name}> -DEXIT=${exit_code}
                                  -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/expect_exit.cmake)
endfunction()

# planted_mistake(name source right wrong): `right` must stand in the source exactly once. The object
# made from the changed copy takes the place of the archive's member.
function(planted_mistake name source right wrong)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${source})
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
    "r = made[Part::reset], z = made[Part::update];"
    "z = made[Part::reset], r = made[Part::update];")
planted_mistake(missing_b_hn core/ops/gru.cpp
    "gradient.sum.bRec.tail(H) += du.matrix();"
    "gradient.sum.bRec.tail(H) += 0 * du.matrix();")
planted_mistake(missing_path_through_z core/ops/gru.cpp
    "gradient.da.segment(H, H) = d[Part::update] * z * (1 - z);"
    "gradient.da.segment(H, H) = 0 * d[Part::update] * z * (1 - z);")
planted_mistake(transposed_U core/ops/gru.cpp
    "gradient.dh += (Un.transpose() * du.matrix()).array();"
    "gradient.dh += (Un * du.matrix()).array();")
planted_mistake(missing_path_through_r core/ops/gru.cpp
    "gradient.dh += drh * r;"
    "gradient.dh += drh;")
planted_mistake(missing_slope_of_tanh core/ops/lstm.cpp
    "dcNew += dhNew * o * (1 - tanhC * tanhC);"
    "dcNew += dhNew * o;")
planted_mistake(forgotten_direction core/ops/linear.cpp
    "dx.noalias() += dy * W;"
    "dx.noalias() = dy * W;")
planted_mistake(wrong_last_step core/engine/layer_backward.cpp
    "int k = run.lengths[n] - 1;"
    "int k = run.lengths[n] - 2;")
planted_mistake(lost_upstream_at_one_step core/engine/layer_backward.cpp
    "valuesAt(upstream.output, t, n).segment(half, H) + dh;"
    "(t == 1 ? 0.0 : 1.0) * valuesAt(upstream.output, t, n).segment(half, H) + dh;")
