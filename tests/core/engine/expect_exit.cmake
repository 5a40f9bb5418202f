# SPDX-License-Identifier: GPL-3.0-or-later
# Runs PROGRAM and fails unless it exits with exactly EXIT: a crash is not an answer.
execute_process(COMMAND ${PROGRAM} RESULT_VARIABLE result)
if(NOT result STREQUAL EXIT)
    message(FATAL_ERROR "${PROGRAM} ended with ${result}, expected ${EXIT}")
endif()
