#!/bin/sh
# fetch-imgui.sh [folder]: puts Dear ImGui 1.92 into build/third_party/imgui (or the folder given).
# It takes Debian's source package from the mirror that this machine's apt already uses, with a private apt configuration:
# the system's sources, lists and cache are neither read for packages nor changed. apt checks the archive's signature,
# we check the SHA-256 of the tarball. Root is not needed. A second run does nothing.
# Exit codes: 0 ready; 2 no mirror of this machine has it (use -DPROBLEMATOR_FETCH_IMGUI=ON or -DIMGUI_DIR=…); 1 anything else.
set -eu

wanted="1.92.2b+ds-1"
wanted_sha256="e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48"
suite="forky"

root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
target=${1:-$root/build/third_party/imgui}
work=$target.fetch

say() { printf 'imgui: %s\n' "$*"; }
fail() { say "$*" >&2; exit 1; }
no_package() {
    say "$*" >&2
    say "use a copy of Dear ImGui 1.92 that you have (cmake -DIMGUI_DIR=/path/to/imgui)," >&2
    say "or let CMake take it from the project's own repository (cmake -DPROBLEMATOR_FETCH_IMGUI=ON)" >&2
    exit 2
}

if [ -f "$target/imgui.h" ] && [ -f "$target/.version" ]; then
    say "$(cat "$target/.version") is already in $target"
    exit 0
fi
command -v apt-get >/dev/null 2>&1 || no_package "this system has no apt"
for tool in tar xz sha256sum; do command -v "$tool" >/dev/null 2>&1 || fail "the tool $tool is missing: apt-get install tar xz-utils coreutils"; done

rm -rf "$work"
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
trap 'rm -rf "$work"' EXIT

private_apt() {
    program=$1; shift
    "$program" -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=- -o Dir::Etc::preferencesparts=- \
        -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Get::List-Cleanup=0 -o Acquire::Languages=none "$@"
}

# Debian's keyring signs the line when it is installed; otherwise apt's own trusted keys decide.
signed_by=""
for keyring in /usr/share/keyrings/debian-archive-keyring.gpg /usr/share/keyrings/debian-archive-keyring.pgp; do
    [ -r "$keyring" ] && { signed_by="[signed-by=$keyring] "; break; }
done

found=""
for mirror in $(apt-get indextargets --format '$(REPO_URI)' 2>/dev/null | sort -u); do
    printf 'deb-src %s%s %s main\n' "$signed_by" "$mirror" "$suite" > "$work/sources.list"
    say "asking one of this machine's mirrors for the suite $suite"
    if private_apt apt-get update > "$work/log" 2>&1 && private_apt apt-cache showsrc imgui > "$work/versions" 2>> "$work/log"; then
        found=yes
        break
    fi
    if grep -qE 'NO_PUBKEY|EXPKEYSIG|not signed' "$work/log"; then
        say "the signature of $suite cannot be checked here: apt-get install debian-archive-keyring (or a newer one)" >&2
    fi
done
[ -n "$found" ] || no_package "no mirror of this machine has the source package imgui in $suite"

version=$(sed -n 's/^Version: //p' "$work/versions" | grep -Fx "$wanted" || true)
if [ -z "$version" ]; then
    version=$(sed -n 's/^Version: //p' "$work/versions" | grep '^1\.92\.' | sort -V | tail -n 1 || true)
    [ -n "$version" ] || no_package "the mirror has no imgui 1.92"
    say "warning: $wanted is gone, taking $version; only apt's signature vouches for it"
fi

say "downloading $version"
(cd "$work" && private_apt apt-get source --download-only "imgui=$version") > "$work/log" 2>&1 || { cat "$work/log" >&2; fail "the download failed"; }
tarball=$(find "$work" -maxdepth 1 -name 'imgui_*.orig.tar.*' ! -name '*.asc' | head -n 1)
[ -n "$tarball" ] || fail "the package holds no source tarball"
if [ "$version" = "$wanted" ]; then
    printf '%s  %s\n' "$wanted_sha256" "$tarball" | sha256sum --check --status || fail "the tarball is not the one we know (SHA-256 differs)"
fi

say "unpacking"
mkdir "$work/tree"
tar -xf "$tarball" -C "$work/tree" --strip-components=1
for file in imgui.h imgui.cpp imgui_draw.cpp imgui_tables.cpp imgui_widgets.cpp imgui_internal.h imstb_truetype.h imstb_rectpack.h imstb_textedit.h; do
    [ -f "$work/tree/$file" ] || fail "the package lacks $file"
done
printf '%s\n' "$version" > "$work/tree/.version"
rm -rf "$target"
mkdir -p "$(dirname "$target")"
mv "$work/tree" "$target"
say "$version is in $target"
