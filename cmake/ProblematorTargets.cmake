# Flags shared by our own targets, and the one-line way to make a layer of core/.

find_program(PROBLEMATOR_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH)  # the distribution's Python: it has fonttools
if(NOT PROBLEMATOR_PYTHON)
  find_program(PROBLEMATOR_PYTHON NAMES python3 REQUIRED)
endif()

# lld comes with Emscripten and links a program of the tests in a quarter of the time.
find_program(PROBLEMATOR_LLD ld.lld)
if(PROBLEMATOR_LLD AND NOT EMSCRIPTEN)
  add_link_options(-fuse-ld=lld)
endif()

add_library(problemator_flags INTERFACE)
target_include_directories(problemator_flags INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
target_compile_options(problemator_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)  # g++ 12 -O3: false alarm on string concatenation
if(EMSCRIPTEN)
  target_compile_options(problemator_flags INTERFACE -msimd128)
endif()
if(PROBLEMATOR_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

# For sources that run over every row or pixel, also in layers built for size. Emscripten forbids inlining wherever it meets -Os, even
# before a later -O3: it has to be allowed again by name.
set(PROBLEMATOR_FOR_SPEED "$<$<CONFIG:Release>:-O3;-finline-functions>")

# Header-only Debian packages for WASM come from a folder that holds nothing else (never -I/usr/include for em++).
set(PROBLEMATOR_HEADERS ${PROJECT_BINARY_DIR}/headers)
if(EMSCRIPTEN)
  foreach(tree nlohmann fast_float)
    if(EXISTS /usr/include/${tree})
      file(COPY /usr/include/${tree} DESTINATION ${PROBLEMATOR_HEADERS})
    endif()
  endforeach()
  add_library(problemator_json INTERFACE)
  target_include_directories(problemator_json SYSTEM INTERFACE ${PROBLEMATOR_HEADERS})
else()
  find_package(nlohmann_json 3.9 REQUIRED)
  add_library(problemator_json INTERFACE)
  target_link_libraries(problemator_json INTERFACE nlohmann_json::nlohmann_json)
endif()
target_compile_definitions(problemator_json INTERFACE JSON_NOEXCEPTION)

# problemator_quick_build(<target>): natively these run once a command or only in tests; their build is what costs time.
function(problemator_quick_build target)
  if(NOT EMSCRIPTEN)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1> $<$<BOOL:${PROBLEMATOR_SANITIZE}>:-O0>)
  endif()
endfunction()

# problemator_precompile(<target> [FULL_SPEED] <headers>…): a first build takes a quarter less time. Off where ccache keeps the objects: it knows nothing of such headers.
# g++ 12 raises false alarms on std::string when it comes out of a precompiled header (its bugs 105329, 105651). Page layers do without those alarms
# there — builds with ccache keep them — and the FULL_SPEED layers, which count bytes by hand, do without such headers.
option(PROBLEMATOR_PCH "Precompiled headers (for machines without ccache)" OFF)
set(PROBLEMATOR_STANDARD_HEADERS <algorithm> <array> <cmath> <cstdint> <functional> <map> <memory> <numeric> <optional> <set> <span> <string> <string_view>
    <tuple> <unordered_map> <utility> <variant> <vector>)
function(problemator_precompile target)
  cmake_parse_arguments(arg "FULL_SPEED" "" "" ${ARGN})
  set(is_gnu FALSE)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    set(is_gnu TRUE)
  endif()
  get_target_property(sources ${target} SOURCES)
  list(LENGTH sources count)
  if(NOT PROBLEMATOR_PCH OR count LESS 6 OR (arg_FULL_SPEED AND is_gnu))   # the header itself takes as long as two files
    return()
  endif()
  target_precompile_headers(${target} PRIVATE ${PROBLEMATOR_STANDARD_HEADERS} ${arg_UNPARSED_ARGUMENTS})
  if(is_gnu)
    target_compile_options(${target} PRIVATE -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
  endif()
endfunction()

# problemator_join(<target> <files>…): files that do not disturb each other (cmake/units.py) are compiled together: a first build takes a third less
# processor time. Off where ccache keeps the objects: there each file is compiled alone, so that one change compiles one file, and must include what it uses.
option(PROBLEMATOR_UNITS "Compile several sources as one (for machines without ccache)" OFF)
# In WASM only the tests' own sources are: joined libraries would be inlined otherwise, and the page is to be what its twin tested.
function(problemator_join target)
  get_target_property(type ${target} TYPE)
  if(NOT PROBLEMATOR_UNITS OR (EMSCRIPTEN AND type STREQUAL "STATIC_LIBRARY"))
    return()
  endif()
  execute_process(COMMAND ${PROBLEMATOR_PYTHON} ${PROJECT_SOURCE_DIR}/cmake/units.py ${PROJECT_SOURCE_DIR} 1500 ${ARGN}
    OUTPUT_VARIABLE lines OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  string(REPLACE "\n" ";" fields "${lines}")
  while(fields)
    list(POP_FRONT fields unit file)
    set_source_files_properties(${file} PROPERTIES UNITY_GROUP ${target}_${unit})   # CMake compiles files with options of their own alone all the same
  endwhile()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

# problemator_layer(<name> LINK <layers to the left>…): a static library of core/<name>/**/*.cpp, built without exceptions.
function(problemator_layer name)
  cmake_parse_arguments(arg "" "" "LINK" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/core/${name}/*.cpp)
  if(NOT sources)
    file(WRITE ${PROJECT_BINARY_DIR}/generated/empty_${name}.cpp "")
    set(sources ${PROJECT_BINARY_DIR}/generated/empty_${name}.cpp)
  endif()
  add_library(pm_${name} STATIC ${sources})
  target_link_libraries(pm_${name} PUBLIC problemator_flags problemator_json ${arg_LINK})
  target_compile_options(pm_${name} PRIVATE -fno-exceptions)
  problemator_join(pm_${name} ${sources})
endfunction()

# problemator_embed(<target> <function> <glob>): compiles the files in; `std::span<const EmbeddedFile> function()` lists them by name.
function(problemator_embed target function pattern)
  file(GLOB files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${pattern})
  list(SORT files)
  set(out ${PROJECT_BINARY_DIR}/generated/${function}.cpp)
  add_custom_command(OUTPUT ${out}
    COMMAND ${PROBLEMATOR_PYTHON} ${PROJECT_SOURCE_DIR}/cmake/embed.py ${function} ${out} ${files}
    DEPENDS ${files} ${PROJECT_SOURCE_DIR}/cmake/embed.py VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
