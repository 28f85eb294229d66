# zlib (inflate) and expat (XML), for the readers of spreadsheets and archives. Natively they are the system's packages. For WASM their
# sources are compiled; scripts/fetch-libraries puts them under build/third_party, they are never copied into the repository.
#   -DZLIB_DIR=/path -DEXPAT_DIR=/path   other copies of the sources (zlib 1.2.13, expat 2.5 or newer), WASM only
#   -DPROBLEMATOR_FETCH=ON               take them from the projects' own repositories (systems whose mirrors lack the source packages)
add_library(problemator_unpack INTERFACE)

if(NOT EMSCRIPTEN)
  find_package(ZLIB REQUIRED)
  find_package(EXPAT REQUIRED)
  target_link_libraries(problemator_unpack INTERFACE ZLIB::ZLIB EXPAT::EXPAT)
  return()
endif()

enable_language(C)
set(ZLIB_DIR "${PROJECT_SOURCE_DIR}/build/third_party/zlib" CACHE PATH "Folder of zlib's sources")
set(EXPAT_DIR "${PROJECT_SOURCE_DIR}/build/third_party/expat" CACHE PATH "Folder of expat's sources")

# problemator_sources(<out> <folder> <header> <repository> <tag>): the folder that holds the header, fetched when it may be.
function(problemator_sources out folder header repository tag)
  if(NOT EXISTS "${folder}/${header}" AND NOT EXISTS "${folder}/expat/${header}" AND PROBLEMATOR_FETCH)
    include(FetchContent)
    FetchContent_Declare(${out}_upstream GIT_REPOSITORY ${repository} GIT_TAG ${tag} GIT_SHALLOW ON)
    FetchContent_GetProperties(${out}_upstream)
    if(NOT ${out}_upstream_POPULATED)
      FetchContent_Populate(${out}_upstream)
    endif()
    set(folder "${${out}_upstream_SOURCE_DIR}")
  endif()
  if(EXISTS "${folder}/expat/${header}")   # expat's repository has a folder of its name
    set(folder "${folder}/expat")
  elseif(NOT EXISTS "${folder}/${header}")
    message(FATAL_ERROR "No ${header} in ${folder}: run scripts/fetch-libraries, or give its folder, or -DPROBLEMATOR_FETCH=ON")
  endif()
  set(${out} "${folder}" PARENT_SCOPE)
endfunction()

problemator_sources(zlib_sources "${ZLIB_DIR}" zlib.h https://github.com/madler/zlib.git v1.3.1)
problemator_sources(expat_sources "${EXPAT_DIR}" lib/expat.h https://github.com/libexpat/libexpat.git R_2_7_3)

foreach(part adler32 compress crc32 deflate inffast inflate inftrees trees uncompr zutil)
  list(APPEND zlib_parts ${zlib_sources}/${part}.c)
endforeach()
add_library(zlib_here STATIC ${zlib_parts})
target_include_directories(zlib_here SYSTEM PUBLIC ${zlib_sources})
target_compile_options(zlib_here PRIVATE -w -O3)

# Without DTDs (documents that have one are refused) and without the operating system's randomness, which a page does not have.
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/expat/expat_config.h CONTENT   # keeps its time when nothing in it changed
  "#define BYTEORDER 1234\n#define XML_CONTEXT_BYTES 0\n#define XML_GE 0\n#define XML_POOR_ENTROPY 1\n#define PACKAGE_VERSION \"\"\n")
add_library(expat_here STATIC ${expat_sources}/lib/xmlparse.c ${expat_sources}/lib/xmlrole.c ${expat_sources}/lib/xmltok.c)
target_include_directories(expat_here SYSTEM PUBLIC ${expat_sources}/lib PRIVATE ${PROJECT_BINARY_DIR}/expat)
target_compile_definitions(expat_here PUBLIC XML_STATIC)
target_compile_options(expat_here PRIVATE -w -O3)

target_link_libraries(problemator_unpack INTERFACE zlib_here expat_here)
