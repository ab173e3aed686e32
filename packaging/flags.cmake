# SPDX-License-Identifier: GPL-3.0-or-later
# The one place that carries language level, warnings, Qt guards and sanitizers: every target links callboard_flags.
add_library(callboard_flags INTERFACE)
target_compile_features(callboard_flags INTERFACE cxx_std_20)
target_compile_options(callboard_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual
    -Wcast-qual -Wunused -Wimplicit-fallthrough -Wextra-semi -Werror)
target_compile_definitions(callboard_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_CONTEXTLESS_CONNECT
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_URL_CAST_FROM_STRING QT_STRICT_ITERATORS QT_NO_FOREACH
    QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    CALLBOARD_VERSION="${PROJECT_VERSION}")
target_include_directories(callboard_flags INTERFACE ${PROJECT_SOURCE_DIR}/app ${PROJECT_SOURCE_DIR})
if(CALLBOARD_SANITIZE)
    target_compile_options(callboard_flags INTERFACE -fsanitize=${CALLBOARD_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(callboard_flags INTERFACE -fsanitize=${CALLBOARD_SANITIZE})
    # Between the sanitizers' own calls GCC 12 takes an empty std::optional for an unset one; the other presets still look.
    target_compile_options(callboard_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()

# Debian's hardening flags. The sanitizers bring their own, and clash with some of these.
if(NOT CALLBOARD_SANITIZE)
    target_compile_options(callboard_flags INTERFACE
        -fstack-protector-strong -fstack-clash-protection -Wformat -Wformat-security
        $<$<CONFIG:Release,RelWithDebInfo,MinSizeRel>:-U_FORTIFY_SOURCE> # needs an optimiser
        $<$<CONFIG:Release,RelWithDebInfo,MinSizeRel>:-D_FORTIFY_SOURCE=2>)
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64|i.86")
        target_compile_options(callboard_flags INTERFACE -fcf-protection)
    endif()
    target_compile_definitions(callboard_flags INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
    target_link_options(callboard_flags INTERFACE -Wl,-z,relro -Wl,-z,now
        $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-pie>)
endif()

set(callboard_tsan_options "suppressions=${PROJECT_SOURCE_DIR}/tests/data/tsan.supp second_deadlock_stack=1")

# Under the thread sanitizer every program also knows how Qt hands over between threads (tests/threads).
if(CALLBOARD_SANITIZE STREQUAL "thread")
    add_library(callboard_hand_overs OBJECT tests/threads/qt_hand_overs.cpp)
    target_link_libraries(callboard_hand_overs PRIVATE callboard_flags Qt6::Core)
    link_libraries($<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:$<TARGET_OBJECTS:callboard_hand_overs>>)
    link_libraries(${CMAKE_DL_LIBS})
endif()

# callboard_library(NAME folder-relative sources...): a static library with the house flags.
function(callboard_library name)
    add_library(${name} STATIC ${ARGN})
    target_link_libraries(${name} PUBLIC callboard_flags)
    callboard_precompile(${name})
endfunction()

# callboard_test(NAME SOURCES... LIBS libs...): one Qt Test executable registered with CTest, run offscreen.
function(callboard_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LIBS;LABELS" ${ARGN})
    add_executable(${name} ${arg_SOURCES} $<TARGET_OBJECTS:callboard_private_files>)
    target_link_libraries(${name} PRIVATE callboard_flags Qt6::Test ${arg_LIBS})
    if(CALLBOARD_PRECOMPILED AND callboard_test_headers)
        target_precompile_headers(${name} REUSE_FROM ${callboard_test_headers})
    endif()
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    if(CALLBOARD_SANITIZE)
        math(EXPR arg_TIMEOUT "${arg_TIMEOUT} * 5") # everything is that much slower, the waiting for others too
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=Asia/Shanghai;ASAN_OPTIONS=detect_leaks=1;LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/data/lsan.supp;TSAN_OPTIONS=${callboard_tsan_options}")
endfunction()
