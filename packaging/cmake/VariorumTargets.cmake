# How every target of the project is made: warnings, sanitizers, ccache, and one function a kind of target.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Paths below the source tree are hashed as relative ones, so that another checkout shares the cache.
    set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE_PROGRAM})
endif()

option(VARIORUM_WERROR "Warnings are errors" ON)
set(VARIORUM_SANITIZE "" CACHE STRING "Sanitizers to build with: address;undefined or thread")
option(VARIORUM_FUZZ "Build the libFuzzer targets of tests/fuzz, and all they link, with coverage and sanitizers (needs Clang)" OFF)

add_library(variorum_options INTERFACE)
target_compile_features(variorum_options INTERFACE cxx_std_20)
target_compile_definitions(variorum_options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400 VARIORUM_VERSION="${PROJECT_VERSION}")
target_compile_options(variorum_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
    -Woverloaded-virtual -Wcast-align -Wimplicit-fallthrough -Wswitch
    # GCC 12 takes an optimised std::optional for uninitialised (GCC bug 80635); clang-tidy and the sanitizers look instead.
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op -Wno-maybe-uninitialized>
    $<$<CXX_COMPILER_ID:Clang>:-Wno-unknown-warning-option>
    $<$<BOOL:${VARIORUM_WERROR}>:-Werror>
    -ffile-prefix-map=${CMAKE_SOURCE_DIR}=. -ffp-contract=off)
if(VARIORUM_SANITIZE)
    string(REPLACE ";" "," sanitizers "${VARIORUM_SANITIZE}")
    target_compile_options(variorum_options INTERFACE -fsanitize=${sanitizers} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(variorum_options INTERFACE -fsanitize=${sanitizers})
endif()
if(VARIORUM_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        message(FATAL_ERROR "VARIORUM_FUZZ needs Clang: use the preset fuzz")
    endif()
    target_compile_options(variorum_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(variorum_options INTERFACE -fsanitize=address,undefined)
endif()

# variorum_add_library(layer SOURCES a.cpp b.h ... LINK variorum_base Qt6::Sql ... [MOC])
# One folder of app/ as the static library variorum_<layer>; includes are "layer/file.h".
function(variorum_add_library layer)
    cmake_parse_arguments(ARG "MOC" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    add_library(variorum_${layer} STATIC ${ARG_SOURCES})
    target_include_directories(variorum_${layer} PUBLIC ${CMAKE_SOURCE_DIR}/app)
    target_link_libraries(variorum_${layer} PUBLIC Qt6::Core ${ARG_LINK} PRIVATE variorum_options ${ARG_PRIVATE_LINK})
    if(ARG_MOC)
        set_target_properties(variorum_${layer} PROPERTIES AUTOMOC ON)
    endif()
endfunction()

# variorum_add_test(name SOURCES x_test.cpp ... LINK variorum_reading ...)
# One QtTest program; runs headless. The name starts with its folder: reading_html, ui_main_window.
function(variorum_add_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINK" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/app ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/tests)
    target_compile_definitions(${name} PRIVATE
        VARIORUM_SOURCE_DIR="${CMAKE_SOURCE_DIR}" VARIORUM_RESOURCE_DIR="${VARIORUM_RESOURCE_DIR}"
        VARIORUM_BINARY_DIR="${CMAKE_BINARY_DIR}")
    target_link_libraries(${name} PRIVATE variorum_options Qt6::Test ${ARG_LINK})
    add_test(NAME ${name} COMMAND ${name})
    # Headless, with a home of its own, in a time zone and a language that are not the defaults of any code.
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} ENVIRONMENT
        "QT_QPA_PLATFORM=offscreen;XDG_RUNTIME_DIR=${CMAKE_BINARY_DIR}/tests/run;HOME=${CMAKE_BINARY_DIR}/tests/home;TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/tsan.supp ignore_noninstrumented_modules=1;LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0;QT_LOGGING_RULES=qt.qpa.*=false")
endfunction()

# Where models, lexicon and schema lie in the build tree, laid out as they are installed.
set(VARIORUM_RESOURCE_DIR ${CMAKE_BINARY_DIR}/share/variorum)
file(MAKE_DIRECTORY ${VARIORUM_RESOURCE_DIR} ${CMAKE_BINARY_DIR}/tests/home)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/tests/run)
file(CHMOD ${CMAKE_BINARY_DIR}/tests/run PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
