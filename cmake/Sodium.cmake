# libsodium (Argon2id, XChaCha20-Poly1305, BLAKE2b), for sealed snapshots. Natively it is the system's package. For WASM the portable
# files of what opening needs are compiled from its sources (scripts/fetch-libraries), without randomness and processor variants.
#   -DLIBSODIUM_DIR=/path      another copy of the sources (1.0.18 or newer), WASM only
#   -DPROBLEMATOR_FETCH=ON     take them from the project's own repository
add_library(problemator_sodium INTERFACE)

if(NOT EMSCRIPTEN)
  find_path(SODIUM_INCLUDE sodium.h REQUIRED)
  find_library(SODIUM_LIBRARY NAMES sodium REQUIRED)
  target_include_directories(problemator_sodium SYSTEM INTERFACE ${SODIUM_INCLUDE})
  target_link_libraries(problemator_sodium INTERFACE ${SODIUM_LIBRARY})
  return()
endif()

set(LIBSODIUM_DIR "${PROJECT_SOURCE_DIR}/build/third_party/libsodium" CACHE PATH "Folder of libsodium's sources")
problemator_sources(sodium_sources "${LIBSODIUM_DIR}" src/libsodium/include/sodium.h https://github.com/jedisct1/libsodium.git 1.0.18)
set(sodium_sources ${sodium_sources}/src/libsodium)

# What its configure would write: the version, and, in place of sodium/core.c (which pulls in every curve and cipher to choose their
# processor variants), the one function of it that the others call when they are misused.
set(SODIUM_HERE ${PROJECT_BINARY_DIR}/sodium)
set(VERSION 1.0.18)
set(SODIUM_LIBRARY_VERSION_MAJOR 10)
set(SODIUM_LIBRARY_VERSION_MINOR 3)
set(SODIUM_LIBRARY_MINIMAL_DEF "")
configure_file(${sodium_sources}/include/sodium/version.h.in ${SODIUM_HERE}/sodium/version.h @ONLY)
file(CONFIGURE OUTPUT ${SODIUM_HERE}/misuse.c CONTENT "void sodium_misuse(void) { __builtin_trap(); }\n")

set(sodium_parts ${SODIUM_HERE}/misuse.c)
foreach(part crypto_pwhash/argon2/argon2 crypto_pwhash/argon2/argon2-core crypto_pwhash/argon2/argon2-encoding crypto_pwhash/argon2/argon2-fill-block-ref
    crypto_pwhash/argon2/blake2b-long crypto_pwhash/argon2/pwhash_argon2id crypto_aead/xchacha20poly1305/sodium/aead_xchacha20poly1305
    crypto_core/hchacha20/core_hchacha20 crypto_stream/chacha20/stream_chacha20 crypto_stream/chacha20/ref/chacha20_ref
    crypto_onetimeauth/poly1305/onetimeauth_poly1305 crypto_onetimeauth/poly1305/donna/poly1305_donna crypto_verify/sodium/verify
    crypto_generichash/crypto_generichash crypto_generichash/blake2b/ref/blake2b-ref crypto_generichash/blake2b/ref/blake2b-compress-ref
    crypto_generichash/blake2b/ref/generichash_blake2b sodium/utils)
  list(APPEND sodium_parts ${sodium_sources}/${part}.c)
endforeach()
add_library(sodium_here STATIC ${sodium_parts})
target_include_directories(sodium_here SYSTEM PUBLIC ${SODIUM_HERE} ${sodium_sources}/include ${sodium_sources}/include/sodium   # version.h asks for export.h beside it
  PRIVATE ${SODIUM_HERE}/sodium)
target_compile_definitions(sodium_here PUBLIC SODIUM_STATIC PRIVATE CONFIGURED=1 NATIVE_LITTLE_ENDIAN=1)
target_compile_options(sodium_here PRIVATE -w -O3)
target_link_libraries(problemator_sodium INTERFACE sodium_here)
